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

/// The first month of the year that began with the start.
Month year_of(const World& world) { return world.month - (world.month - world.start) % 12; }

}  // namespace

bool statistics_month(const World& world) { return !world.warming_up() && (world.month - world.start) % 12 == 0; }

std::size_t statistics_out(const World& world, double lag) {
  const int months = world.month - world.start - static_cast<int>(std::ceil(lag));
  return static_cast<std::size_t>(std::max(0, months) / 12);
}

std::span<const MarketCell> market_in(const World& world, const Country& country, std::size_t year) {
  const std::size_t cells = country.regions.size() * country.occupations.size();
  const std::size_t last = world.schools.market.size() / cells - 1;
  return std::span(world.schools.market).subspan(std::min(year, last) * cells, cells);
}

double past_growth(const World& world, const Inputs& inputs, RegionIndex region, OccupationIndex occupation,
                   double lag) {
  const std::vector<double>& demand = world.economy.demand;
  const std::size_t cells = inputs.country.regions.size() * inputs.country.occupations.size();
  const std::size_t year = std::min(statistics_out(world, lag) + 1, demand.size() / cells);
  if (year < 2) return 0;
  const std::size_t c = (year - 1) * cells + cell(inputs, region, occupation);
  const double now = demand[c], before = demand[c - cells];
  return now > 0 && before > 0 ? detmath::log(now / before) : 0;
}

double demand_counted(const World& world, const Inputs& inputs, RegionIndex region, OccupationIndex occupation) {
  const std::size_t cells = inputs.country.regions.size() * inputs.country.occupations.size();
  return world.economy.demand[world.economy.demand.size() - cells + cell(inputs, region, occupation)];
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

double forecast_growth_at(const Information& information, const World& world, const Inputs& inputs, RegionIndex region,
                          OccupationIndex occupation, const Random& random) {
  const auto identity = static_cast<std::uint32_t>(number(region) * most_occupations + number(occupation));
  const double error = normal_quantile(uniform(random.word(Draw::Forecast, year_of(world), identity)));
  return expectation(information.precision, known_growth(world, inputs, region, occupation),
                     past_growth(world, inputs, region, occupation, information.lag)) +
         inputs.parameters.info.noise * std::sqrt(1 - information.precision) * error;
}

}  // namespace polder
