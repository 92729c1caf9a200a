#include "support/tiny_governments.h"

#include "scenario/parameter_files.h"

namespace polder::testing {

CountryFiles with_governments(CountryFiles files) {
  Country& country = files.country;
  country.parties.push_back({"L", "Links", "Left", .2, .2, .3, .3});
  country.parties.push_back({"R", "Rechts", "Right", .8, .7, .6, .7});
  for (MunicipalityFacts& m : country.municipalities) {
    const auto inhabitants = static_cast<Cents>(m.population);
    m.government.seats = {10, 9};
    m.government.accounts.labour_participation = inhabitants * 8000;
    m.government.accounts.income_schemes = inhabitants * 40000;
    m.government.accounts.economic_development = inhabitants * 6000;
    m.government.accounts.business_desk = inhabitants * 2000;
    m.government.accounts.own_levies = inhabitants * 60000;
  }
  return files;
}

Parameters governed_parameters() {
  static const Parameters shipped = load_parameters(POLDER_ROOT "/scenarios/parameters");
  Parameters parameters = tiny_parameters();
  parameters.government = shipped.government;
  parameters.budget = shipped.budget;
  return parameters;
}

Parameters without_government(Parameters parameters) {
  GovernmentParameters& g = parameters.government;
  for (TaskParameters& task : g.task) task = {0, 0, 0, 0, 0};
  for (LevelParameters& level : g.level) level.coordination = 0;
  for (FormParameters& form : g.form) form.link_cost = 0;
  g.switching.loss = 0;
  g.service.mediated = 0;
  g.analysis.joint = 0;
  parameters.school.kappa = 0;
  parameters.crisis.effect = 0;
  return parameters;
}

Study governed_study(std::uint32_t weight) {
  Study study = tiny_study(weight);
  study.to = Month::of(2028, 12);
  study.warm_up = 12;
  study.parameters = governed_parameters();
  study.scenarios = {scenario("reference")};
  return study;
}

}  // namespace polder::testing
