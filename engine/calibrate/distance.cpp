#include "calibrate/distance.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace polder::calibrate {

Verdict verdict_on(const Target& target, double measured) {
  if (std::isnan(measured)) return Verdict::NotMeasured;
  if (measured < target.from) return Verdict::Below;
  return measured > target.to ? Verdict::Above : Verdict::InBand;
}

std::string_view to_text(Verdict verdict) {
  constexpr std::array<std::string_view, 4> names{"in band", "below", "above", "not measured"};
  return names[static_cast<std::size_t>(verdict)];
}

double off(const Target& target, double measured) {
  const double aim = target.value ? *target.value : std::clamp(measured, target.from, target.to);
  return (measured - aim) / ((target.to - target.from) / 2);
}

double miss(const Target& target, double measured) { return measured - std::clamp(measured, target.from, target.to); }

double distance(std::span<const Target> targets, std::span<const double> measured) {
  double sum = 0;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (targets[i].weight <= 0) continue;
    if (std::isnan(measured[i])) return unmeasured;
    const double each = off(targets[i], measured[i]);
    sum += targets[i].weight * each * each;
  }
  return sum;
}

}  // namespace polder::calibrate
