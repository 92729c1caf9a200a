// The parts of the catalogue, and what their measures share.
#pragma once

#include <limits>

#include "polder/indicators/indicator.h"

namespace polder {

/// Indicators of governments and their money; those of the labour market stand before them in the catalogue.
std::span<const Indicator> governments_catalogue();

namespace measures {

inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();
inline double ratio(double part, double whole) { return whole > 0 ? part / whole : nan; }
inline double population(const Sums& s) {
  double all = 0;
  for (const std::int32_t rows : s.stocks.labour) all += rows;
  return s.weight * all;
}

}  // namespace measures
}  // namespace polder
