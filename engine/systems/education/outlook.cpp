#include "systems/education/outlook.h"

#include <algorithm>
#include <cmath>

#include "government/foresight.h"
#include "polder/base/detmath.h"
#include "systems/education/education.h"
#include "world/forecast.h"
#include "world/market.h"
#include "world/programmes.h"

namespace polder::education {
namespace {

MarketCell& operator+=(MarketCell& to, const MarketCell& from) {
  to.vacancies += from.vacancies;
  to.seekers += from.seekers;
  to.workers += from.workers;
  return to;
}

/// Students of all levels more than at the start [rows].
double more_students(const World& world, const Country& country, RegionIndex region, OccupationIndex occupation) {
  double sum = 0;
  for (std::size_t level = 0; level < education_levels; ++level) {
    const Programme& programme = world.schools.programmes[programme_number(country, region, level, occupation)];
    sum += programme.enrolled - programme.enrolled_at_start;
  }
  return sum;
}

/// What is expected of a cell: imbalances that are seen last as far as information is missing, with it the balance of
/// the start is known to return.
MarketCell expected_cell(double precision, const MarketCell& start, const MarketCell& seen) {
  return {expectation(precision, start.vacancies, seen.vacancies), expectation(precision, start.seekers, seen.seekers),
          expectation(precision, start.workers, seen.workers)};
}

Outlook less(const Outlook& expected, const Outlook& start) {
  return {expected.chance - start.chance, expected.shortage - start.shortage};
}

/// Forecasts of a region, less their mean weighted by demand [log points/year], by occupation.
std::vector<double> relative_growth(const World& world, const Inputs& inputs, const Information& known,
                                    RegionIndex region, const Random& random) {
  const std::size_t occupations = inputs.country.occupations.size();
  std::vector<double> growth(occupations);
  double mean = 0, all = 0;
  for (std::size_t o = 0; o < occupations; ++o) {
    growth[o] = forecast_growth_at(known, world, inputs, region, index_of<OccupationIndex>(o), random);
    const double demand = demand_counted(world, inputs, region, index_of<OccupationIndex>(o));
    mean += demand * growth[o];
    all += demand;
  }
  for (double& each : growth) each -= all > 0 ? mean / all : 0;
  return growth;
}

/// Gap of every cell [rows], [region x occupation].
std::vector<double> gaps(const World& world, const Inputs& inputs, const std::vector<Information>& known,
                         const std::vector<MarketCell>& seen, const Random& random) {
  const Country& country = inputs.country;
  const double years = inputs.parameters.info.horizon / 12;
  std::vector<double> gap;
  gap.reserve(seen.size());
  for (const RegionIndex region : rows_of(country.regions)) {
    const Information& here = known[number(region)];
    const std::vector<double> growth = relative_growth(world, inputs, here, region, random);
    for (const OccupationIndex occupation : rows_of(country.occupations))
      gap.push_back(seen[gap.size()].workers * years * growth[number(occupation)] -
                    here.precision * more_students(world, country, region, occupation));
  }
  return gap;
}

/// Mean precision over regions, by workers.
double mean_precision(const std::vector<MarketCell>& seen, const std::vector<Information>& known,
                      std::size_t occupations) {
  double sum = 0, workers = 0;
  for (std::size_t c = 0; c < seen.size(); ++c) {
    sum += seen[c].workers * known[c / occupations].precision;
    workers += seen[c].workers;
  }
  return workers > 0 ? sum / workers : 0;
}

/// The market in the statistics that are out in each region.
std::vector<MarketCell> market_out(const World& world, const Country& country, const std::vector<Information>& known) {
  const std::size_t occupations = country.occupations.size();
  std::vector<MarketCell> seen;
  for (std::size_t region = 0; region < known.size(); ++region) {
    const auto market = market_in(world, country, statistics_out(world, known[region].lag));
    const auto here = market.subspan(region * occupations, occupations);
    seen.insert(seen.end(), here.begin(), here.end());
  }
  return seen;
}

/// The market as the statistics have it, which see a share of the vacancies.
std::vector<MarketCell> recorded_market(const World& world, const Inputs& inputs) {
  std::vector<MarketCell> market = count_market(world, inputs.country);
  for (MarketCell& cell : market) cell.vacancies *= inputs.parameters.firm.recorded_share;
  return market;
}

/// Root of the mean square of forecast less growth, weighted by demand, by region.
std::vector<double> errors(const World& world, const Inputs& inputs) {
  const std::size_t occupations = inputs.country.occupations.size();
  std::vector<double> error;
  for (const RegionIndex region : rows_of(inputs.country.regions)) {
    double squares = 0, all = 0;
    for (std::size_t o = 0; o < occupations; ++o) {
      const auto occupation = index_of<OccupationIndex>(o);
      const double miss =
          world.schools.forecast[number(region) * occupations + o] - past_growth(world, inputs, region, occupation, 0);
      const double demand = demand_counted(world, inputs, region, occupation);
      squares += demand * miss * miss;
      all += demand;
    }
    error.push_back(all > 0 ? std::sqrt(squares / all) : 0);
  }
  return error;
}

}  // namespace

Outlook outlook(const MarketCell& cell, double gap) {
  const double vacancies = cell.vacancies + std::max(0.0, gap) + .5, seekers = cell.seekers + std::max(0.0, -gap) + .5;
  return {vacancies / (vacancies + seekers), detmath::log(vacancies / seekers)};
}

std::vector<Outlook> expected_outlooks(const World& world, const Inputs& inputs, const std::vector<Information>& known,
                                       const Random& random) {
  const auto at_start = market_in(world, inputs.country, 0);
  const std::vector<MarketCell> seen = market_out(world, inputs.country, known);
  const std::vector<double> gap = gaps(world, inputs, known, seen, random);
  std::vector<Outlook> expected;
  for (std::size_t c = 0; c < gap.size(); ++c) {
    const MarketCell& start = at_start[c];
    const double precision = known[c / inputs.country.occupations.size()].precision;
    expected.push_back(less(outlook(expected_cell(precision, start, seen[c]), gap[c]), outlook(start, 0)));
  }
  return expected;
}

std::vector<Outlook> expected_national(const World& world, const Inputs& inputs, const std::vector<Information>& known,
                                       const Random& random) {
  const std::size_t occupations = inputs.country.occupations.size();
  const auto at_start = market_in(world, inputs.country, 0);
  const std::vector<MarketCell> seen = market_out(world, inputs.country, known);
  const std::vector<double> gap = gaps(world, inputs, known, seen, random);
  const double precision = mean_precision(seen, known, occupations);
  std::vector<MarketCell> now(occupations), start(occupations);
  std::vector<double> together(occupations, 0.0);
  for (std::size_t c = 0; c < gap.size(); ++c) {
    now[c % occupations] += seen[c];
    start[c % occupations] += at_start[c];
    together[c % occupations] += gap[c];
  }
  std::vector<Outlook> expected;
  for (std::size_t o = 0; o < occupations; ++o)
    expected.push_back(less(outlook(expected_cell(precision, start[o], now[o]), together[o]), outlook(start[o], 0)));
  return expected;
}

void watch_market(World& world, const Inputs& inputs, const Random& random) {
  if (!statistics_month(world)) return;
  Schools& schools = world.schools;
  const std::vector<MarketCell> counted = recorded_market(world, inputs);
  schools.market.insert(schools.market.end(), counted.begin(), counted.end());
  if (!schools.forecast.empty()) schools.forecast_error = errors(world, inputs);
  schools.forecast.clear();
  const std::vector<Information> known = government::information_of_schools(world, inputs);
  for (const RegionIndex region : rows_of(inputs.country.regions))
    for (const OccupationIndex occupation : rows_of(inputs.country.occupations))
      schools.forecast.push_back(forecast_growth_at(known[number(region)], world, inputs, region, occupation, random));
}

}  // namespace polder::education
