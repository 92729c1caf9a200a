#include "world/choice.h"

#include <algorithm>
#include <numeric>

#include "world/whole_numbers.h"

namespace polder {
namespace {

/// All cells with weight get the same chance, which yields `wanted`.
std::vector<double> raised(std::span<const std::uint32_t> candidates, std::span<const double> weight, double wanted) {
  double all = 0;
  for (std::size_t c = 0; c < weight.size(); ++c)
    if (weight[c] > 0) all += candidates[c];
  std::vector<double> chance(weight.size(), 0);
  for (std::size_t c = 0; c < weight.size(); ++c)
    if (weight[c] > 0 && all > 0) chance[c] = std::min(1.0, wanted / all);
  return chance;
}

}  // namespace

std::vector<double> chances(std::span<const std::uint32_t> candidates, std::span<const double> weight, double wanted,
                            double most) {
  std::vector<bool> full(weight.size(), false);
  while (true) {
    double left = wanted, room = 0;
    for (std::size_t c = 0; c < weight.size(); ++c) {
      if (full[c])
        left -= most * candidates[c];
      else
        room += weight[c] * candidates[c];
    }
    if (room <= 0 && left > 1e-9) return raised(candidates, weight, wanted);
    const double factor = room > 0 ? std::max(0.0, left) / room : 0;
    bool more = false;
    for (std::size_t c = 0; c < weight.size(); ++c)
      if (!full[c] && candidates[c] > 0 && factor * weight[c] > most) full[c] = more = true;
    if (more) continue;
    std::vector<double> chance(weight.size());
    for (std::size_t c = 0; c < weight.size(); ++c) chance[c] = full[c] ? most : std::min(most, factor * weight[c]);
    return chance;
  }
}

Choice::Choice(std::span<const std::uint32_t> candidates, std::span<const double> chance, double offset)
    : candidates_(candidates.begin(), candidates.end()), wanted_(candidates.size()) {
  double cumulative = 0;
  std::uint32_t passed = units_passed(0, offset);
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    cumulative += chance[c] * candidates[c];
    const std::uint32_t now = units_passed(cumulative, offset);
    wanted_[c] = std::min(candidates[c], now - passed);
    passed = now;
  }
}

Choice::Choice(std::vector<std::uint32_t> candidates, std::vector<std::uint32_t> wanted)
    : candidates_(std::move(candidates)), wanted_(std::move(wanted)) {
  for (std::size_t c = 0; c < wanted_.size(); ++c) wanted_[c] = std::min(wanted_[c], candidates_[c]);
}

std::uint32_t Choice::total() const { return std::accumulate(wanted_.begin(), wanted_.end(), 0u); }

}  // namespace polder
