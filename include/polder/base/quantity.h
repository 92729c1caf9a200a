// Money and chances as integers, so that sums and comparisons are exact.
#pragma once

#include <cstdint>

namespace polder {

using Cents = std::int64_t;             // money [0.01 EUR]
using Threshold = std::uint32_t;        // a chance in units of 2^-32: it happens if a uniform word is below it
inline constexpr Threshold certain = 0xFFFFFFFFu;

/// The one place where a chance in [0, 1] becomes a threshold. 1 becomes the largest threshold.
constexpr Threshold threshold(double chance) {
  if (!(chance > 0)) return 0;
  const double scaled = chance * 4294967296.0;
  return scaled >= 4294967295.0 ? certain : static_cast<Threshold>(scaled);
}

constexpr Threshold add_capped(Threshold a, Threshold b) { return a > certain - b ? certain : a + b; }

}  // namespace polder
