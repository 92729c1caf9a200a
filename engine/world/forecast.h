// What those who steer by it expect of demand for labour, by region and occupation (information chain).
#pragma once

#include <span>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/information.h"
#include "polder/world/world.h"

namespace polder {

/// Expectation at a precision of information: precision x what is known to come + (1 - precision) x what was seen last.
constexpr double expectation(double precision, double known, double seen) {
  return precision * known + (1 - precision) * seen;
}

/// Whether the yearly statistics are taken in this month: that of the first reported one.
bool statistics_month(const World& world);

/// Which statistics are out, those of the first year being 0: the last that were taken `lag` months ago or longer.
/// Until the first ones are out nothing else than these was ever seen.
std::size_t statistics_out(const World& world, double lag);

/// The labour market in the statistics of a year, [region x occupation]; of the last one taken, if that is earlier.
/// Requires that some were taken.
std::span<const MarketCell> market_in(const World& world, const Country& country, std::size_t year);

/// Growth of demand up to the last statistics that are out after `lag` months [log points/year]; 0 before there are
/// two.
double past_growth(const World& world, const Inputs& inputs, RegionIndex region, OccupationIndex occupation,
                   double lag);

/// Demand in the last statistics taken [rows].
double demand_counted(const World& world, const Inputs& inputs, RegionIndex region, OccupationIndex occupation);

/// Growth of demand within info.horizon that the trends of the scenario and of labour supply bring, at the mix of
/// sectors of the start [log points/year]. Recessions and closures that are not announced are not known.
double known_growth(const World& world, const Inputs& inputs, RegionIndex region, OccupationIndex occupation);

/// Forecast of the growth of demand [log points/year] at a precision w:
///   g^ = w g_known + (1 - w) g_past + N(0, info.noise^2 (1 - w)), g_past in the statistics that are out.
/// One error per region, occupation and year.   Draws  Draw::Forecast
double forecast_growth_at(const Information& information, const World& world, const Inputs& inputs, RegionIndex region,
                          OccupationIndex occupation, const Random& random);

}  // namespace polder
