#include "compare/precision.h"

#include <algorithm>
#include <cmath>

namespace polder {

std::vector<KnownPrecision> precision_of(const Store& store, const WantedPrecision& wanted,
                                         const std::vector<std::pair<std::string, std::string>>& pairs,
                                         std::uint32_t first, std::uint32_t count) {
  const Question question{wanted.indicator, wanted.area, "", to_text(store.header().from), to_text(store.header().to)};
  std::vector<KnownPrecision> all;
  for (const auto& [scenario, reference] : pairs) {
    std::vector<double> ours, theirs;
    for (const std::uint32_t replicate : pairs_of(store, scenario, reference)) {
      if (replicate < first || replicate - first >= count) continue;
      ours.push_back(mean_over(store, scenario, question, replicate));
      theirs.push_back(mean_over(store, reference, question, replicate));
    }
    KnownPrecision known{scenario, reference, paired_difference(ours, theirs), 0, 0, 0, false};
    if (!ours.empty() && known.difference.pairs == 0)
      throw nothing_measured(store, {scenario, reference, question, "", "", "", known.difference, ""});
    known.half_width = (known.difference.high - known.difference.low) / 2;
    known.wanted = wanted.relative ? wanted.half_width * std::abs(known.difference.reference) : wanted.half_width;
    known.reached = known.half_width <= known.wanted;  // not for NaN
    if (known.difference.mean != 0 && known.wanted > 0)
      known.pairs_needed = paired_difference(ours, theirs, known.wanted / std::abs(known.difference.mean)).pairs_needed;
    all.push_back(std::move(known));
  }
  return all;
}

std::uint32_t next_round(std::uint32_t replicates, std::uint32_t most) {
  return std::min(most, replicates + std::max(2u, (replicates + 1) / 2));
}

}  // namespace polder
