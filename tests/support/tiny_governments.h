// The tiny country with councils and accounts, and parameters of government as shipped.
#pragma once

#include "scenario/parameter_files.h"
#include "support/tiny_experiment.h"

namespace polder::testing {

/// Every municipality gets a council of two parties and accounts in proportion to its inhabitants.
inline CountryFiles with_councils(CountryFiles files = tiny_country()) {
  files.country.parties = {{"A", "Partij A", "Party A", .3, .4, .2, .5}, {"B", "Partij B", "Party B", .6, .5, .7, .4}};
  for (MunicipalityFacts& facts : files.country.municipalities) {
    const auto population = static_cast<Cents>(facts.population);
    facts.government.seats = {10, 11};
    facts.government.accounts.labour_participation = population * 6001;
    facts.government.accounts.income_schemes = population * 40003;
    facts.government.accounts.economic_development = population * 3001;
    facts.government.accounts.business_desk = population * 1501;
    facts.government.accounts.own_levies = population * 60000;
  }
  return files;
}

/// Three years of it from a January on.
inline Study governed_study(std::uint32_t weight = 40) {
  Study study = tiny_study(weight);
  study.to = Month::of(2028, 12);
  study.warm_up = 12;
  const Parameters shipped = load_parameters(POLDER_ROOT "/scenarios/parameters");
  study.parameters.government = shipped.government;
  study.parameters.budget = shipped.budget;
  study.scenarios = {scenario("reference")};
  return study;
}

}  // namespace polder::testing
