// How far measured moments are from their targets.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "calibrate/targets.h"

namespace polder::calibrate {

enum class Verdict : std::uint8_t { InBand, Below, Above, NotMeasured };
Verdict verdict_on(const Target& target, double measured);
std::string_view to_text(Verdict verdict);  // "in band"

/// Distance from the value, or without one from the band, in half band widths: 1 at the edge of a centred band.
double off(const Target& target, double measured);
/// By how much a measured moment misses its band [unit of the moment]; 0 inside it.
double miss(const Target& target, double measured);

/// Weighted sum of squared distances. A weighted moment that is not measured makes it `unmeasured`.
inline constexpr double unmeasured = 1e9;
double distance(std::span<const Target> targets, std::span<const double> measured);

}  // namespace polder::calibrate
