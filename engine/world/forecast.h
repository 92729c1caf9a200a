// What those who steer by it expect of demand for labour, by region and occupation (information chain).
#pragma once

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder {

/// Expectation at a precision of information: precision x what is known to come + (1 - precision) x what was seen last.
constexpr double expectation(double precision, double known, double seen) {
  return precision * known + (1 - precision) * seen;
}

/// Whether the yearly statistics are taken in this month: that of the first reported one.
bool statistics_month(const World& world);

/// Growth of demand in the last year, as the statistics have it [log points/year]; 0 before there are two.
double past_growth(const World& world, const Inputs& inputs, RegionIndex region, OccupationIndex occupation);

/// Growth of demand within info.horizon that the trends of the scenario and of labour supply bring, at the mix of
/// sectors of the start [log points/year]. Recessions and closures that are not announced are not known.
double known_growth(const World& world, const Inputs& inputs, RegionIndex region, OccupationIndex occupation);

/// Forecast of the growth of demand [log points/year] at a precision w:
///   g^ = w g_known + (1 - w) g_past + N(0, info.noise^2 (1 - w)).
/// One error per region, occupation and year of the statistics.   Draws  Draw::Forecast
double forecast_growth_at(double precision, const World& world, const Inputs& inputs, RegionIndex region,
                          OccupationIndex occupation, const Random& random);

}  // namespace polder
