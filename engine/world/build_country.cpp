// From the tables of a country to what the model holds fixed: scope, commuting, kernels and rates.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "polder/base/detmath.h"
#include "world/age_structure.h"
#include "world/background_arrangements.h"
#include "world/border.h"
#include "world/build.h"
#include "world/education.h"
#include "world/great_circle.h"
#include "world/occupation_weights.h"
#include "world/proportional_fitting.h"
#include "world/reach.h"
#include "world/scope.h"
#include "world/supply_chain.h"
#include "world/task_budgets.h"
#include "world/vintage.h"

namespace polder {
namespace {

/// Where accounts are known, guidance is what other tasks leave of its field.
void fill_guidance_budgets(Country& country, const Parameters& parameters) {
  for (MunicipalityFacts& facts : country.municipalities)
    if (facts.government.has_council())
      facts.guidance_budget = task_budgets(facts.government.accounts, parameters)[number(Task::Guidance)];
}

void fill_distances(Country& country) {
  const std::size_t size = country.municipalities.size();
  country.distance_km.assign(size * size, 0);
  for (const MunicipalityIndex a : rows_of(country.municipalities)) {
    double nearest = std::numeric_limits<double>::infinity();
    for (const MunicipalityIndex b : rows_of(country.municipalities)) {
      if (a == b) continue;
      const MunicipalityFacts &from = country.municipalities[a], &to = country.municipalities[b];
      const double km = great_circle_km(from.latitude, from.longitude, to.latitude, to.longitude);
      country.distance_km[number(a) * size + number(b)] = km;
      nearest = std::min(nearest, km);
    }
    // Areas are not in the tables: inside a municipality people travel 0.4 of the way to the nearest other centre.
    country.distance_km[number(a) * size + number(a)] = size > 1 ? 0.4 * nearest : 1;
  }
}

/// The commuting table, with gravity where it is silent. A table lists pairs from 15 commuters on, so a missing pair
/// has fewer: gravity, but at most the middle of what stays unlisted (fitted to listed pairs, gravity says 38 for the
/// median missing one), and nobody beyond 60 km. Without any table gravity rules alone.
std::vector<double> commuting_seed(const Country& country, const std::vector<CommuterFlow>& table) {
  constexpr double most_unlisted = 15 / 2.0;
  const std::size_t size = country.municipalities.size();
  std::vector<double> seed(size * size, 0);
  for (const CommuterFlow& flow : table) seed[number(flow.home) * size + number(flow.work)] += flow.jobs;
  for (const MunicipalityIndex home : rows_of(country.municipalities)) {
    for (const MunicipalityIndex work : rows_of(country.municipalities)) {
      double& cell = seed[number(home) * size + number(work)];
      if (cell > 0) continue;
      const double expected = gravity(country.municipalities[home].employed, jobs_in(country.municipalities[work]),
                                      country.kilometres(home, work));
      if (table.empty() || home == work)
        cell = expected;
      else if (country.kilometres(home, work) <= farthest_commute)
        cell = std::min(expected, most_unlisted);
    }
  }
  return seed;
}

/// Commuters fitted to the employed residents and the jobs of each municipality; jobs are scaled to the employed.
void fit_commuting(Country& country, const std::vector<CommuterFlow>& table, data::Problems& problems) {
  std::vector<double> employed, jobs;
  for (const MunicipalityFacts& facts : country.municipalities) {
    employed.push_back(facts.employed);
    jobs.push_back(jobs_in(facts));
  }
  const double scale =
      std::accumulate(employed.begin(), employed.end(), 0.0) / std::accumulate(jobs.begin(), jobs.end(), 0.0);
  for (double& cell : jobs) cell *= scale;
  FittedTable fitted = fit_margins(commuting_seed(country, table), employed, jobs);
  if (!fitted.converged)
    problems.add("E163", fmt::format("countries/{}/commuting.csv", country.key),
                 fmt::format("the commuting table cannot be fitted to employed residents and jobs: after {} rounds a "
                             "municipality is still {:.2g} of its employed residents off",
                             fitted.rounds, fitted.row_error),
                 "a municipality may have more jobs than people can reach, or no commuters at all");
  country.commuters = std::move(fitted.cells);
}

/// Ageing-related chances by year of age; the shape of emigration gets the national mean of the parameter.
void fill_age_rates(Country& country, const Parameters& parameters) {
  country.by_age.death = gompertz_deaths(parameters);
  std::array<double, age_bands> persons{};
  for (const MunicipalityFacts& facts : country.municipalities)
    for (std::size_t b = 0; b < age_bands; ++b) persons[b] += facts.population * facts.age_share[b];
  const std::vector<double> share = age_in_years(persons, country.by_age.death);
  double mean = 0;
  for (std::size_t age = 0; age < share.size(); ++age) mean += share[age] * country.by_age.emigration[age];
  for (double& rate : country.by_age.emigration)
    rate = mean > 0 ? std::min(.9, rate / mean * parameters.demo.emigration_rate) : 0;
}

void fill_class_wages(Country& country, const Parameters& parameters) {
  for (OccupationFacts& occupation : country.occupations)
    occupation.class_wage = parameters.wage.base * detmath::exp(parameters.wage.job_zone * (occupation.job_zone - 2));
}

}  // namespace

Country build_country(const CountryFiles& files, const Study& study, data::Problems& problems) {
  Country country = country_of(files, study.vintage);
  fill_guidance_budgets(country, study.parameters);
  fill_distances(country);
  fit_commuting(country, files.commuting, problems);
  fill_age_rates(country, study.parameters);
  fill_class_wages(country, study.parameters);
  country.occupation_weight = occupation_weights(country, study.parameters, 0);
  fill_linked_jobs(country);
  fill_likely_occupations(country);
  fill_likely_sectors(country);
  fill_young_education(country);
  fill_pulls(country, study.kernel, study.parameters);
  add_background_arrangements(country, study.parameters, Random{study.seed, 0});
  country.scope_share = 1;
  for (MunicipalityFacts& facts : country.municipalities) facts.focus = true;
  std::vector<bool> inside(country.municipalities.size(), true);
  if (study.scope) inside = choose_scope(country, *study.scope, problems);
  fill_supplier_shares(country, inside, study.parameters);
  if (study.scope) {
    const auto named = std::find_if(country.regions.begin(), country.regions.end(),
                                    [&](const Area& region) { return region.code == study.scope->region; });
    const auto focus = index_of<RegionIndex>(static_cast<std::size_t>(named - country.regions.begin()));
    country = restrict_to(country, inside, focus);
    fill_distances(country);
  }
  fill_memberships(country);
  fill_reach(country, study.kernel, study.parameters);
  add_places_abroad(country, study.kernel, study.parameters);
  return country;
}

std::optional<SectorIndex> sector_of(const Country& country, std::string_view code) {
  for (const SectorIndex sector : rows_of(country.sectors))
    if (country.sectors[sector].code == code) return sector;
  for (const SectorIndex sector : rows_of(country.sectors)) {
    const std::string& range = country.sectors[sector].code;  // "B-E" holds B, C, D and E
    if (code.size() == 1 && range.size() == 3 && range[1] == '-' && range[0] <= code[0] && code[0] <= range[2])
      return sector;
  }
  return std::nullopt;
}

}  // namespace polder
