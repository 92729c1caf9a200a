#include "world/forecast.h"

#include <algorithm>
#include <cmath>

#include "polder/base/detmath.h"

namespace polder {
namespace {

std::size_t cell(const Inputs& inputs, RegionIndex region, OccupationIndex occupation) {
  return number(region) * inputs.country.occupations.size() + number(occupation);
}

/// Labour supply of the reference so many months after the start, relative to it.
double reference_growth(const Model& model, int months) {
  if (model.reference_growth.empty()) return 1;
  const auto month = static_cast<std::size_t>(std::max(0, months));
  return model.reference_growth[std::min(month, model.reference_growth.size() - 1)];
}

/// Demand for an occupation under trends of its sectors, at the jobs planned at the start [rows].
double demand_under(const std::vector<double>& trend, const World& world, const Inputs& inputs, RegionIndex region,
                    OccupationIndex occupation) {
  double sum = 0;
  for (const SectorIndex sector : rows_of(inputs.country.sectors)) {
    const std::size_t c = number(region) * inputs.country.sectors.size() + number(sector);
    sum += world.economy.planned_jobs[c] * inputs.country.sectors[sector].occupation_share[number(occupation)] *
           (trend.empty() ? 1.0 : detmath::exp(trend[c]));
  }
  return sum;
}

/// The month of the statistics in use.
Month statistics_of(const World& world) { return world.month - (world.month - world.start) % 12; }

}  // namespace

bool statistics_month(const World& world) { return !world.warming_up() && (world.month - world.start) % 12 == 0; }

double past_growth(const World& world, const Inputs& inputs, RegionIndex region, OccupationIndex occupation) {
  const Economy& economy = world.economy;
  if (economy.demand_now.empty()) return 0;
  const std::size_t c = cell(inputs, region, occupation);
  const double now = economy.demand_now[c], before = economy.demand_year_ago[c];
  return now > 0 && before > 0 ? detmath::log(now / before) : 0;
}

double known_growth(const World& world, const Inputs& inputs, RegionIndex region, OccupationIndex occupation) {
  const double years = inputs.parameters.info.horizon / 12;
  if (years <= 0 || world.economy.planned_jobs.empty()) return 0;
  const int elapsed = world.month - world.start;
  const double now =
      demand_under(inputs.demand.trend, world, inputs, region, occupation) * reference_growth(inputs.model, elapsed);
  const double ahead = demand_under(inputs.trend_ahead, world, inputs, region, occupation) *
                       reference_growth(inputs.model, elapsed + static_cast<int>(inputs.parameters.info.horizon));
  return now > 0 && ahead > 0 ? detmath::log(ahead / now) / years : 0;
}

double forecast_growth_at(double precision, const World& world, const Inputs& inputs, RegionIndex region,
                          OccupationIndex occupation, const Random& random) {
  const auto identity = static_cast<std::uint32_t>(number(region) * most_occupations + number(occupation));
  const double error = normal_quantile(uniform(random.word(Draw::Forecast, statistics_of(world), identity)));
  return expectation(precision, known_growth(world, inputs, region, occupation),
                     past_growth(world, inputs, region, occupation)) +
         inputs.parameters.info.noise * std::sqrt(1 - precision) * error;
}

}  // namespace polder
