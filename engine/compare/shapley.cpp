#include "compare/shapley.h"

#include <bit>

#include "polder/base/error.h"

namespace polder {

std::vector<double> shapley_values(std::span<const double> values) {
  const auto switches = static_cast<std::size_t>(std::bit_width(values.size())) - 1;
  ensure(switches >= 1 && switches <= 16 && std::has_single_bit(values.size()), "there is a value for every subset");
  // Of `others` switches already on, out of n - 1: 1 / (n binomial(n - 1, others)), the same for all such subsets.
  std::vector<double> weight(switches);
  double binomial = 1;
  for (std::size_t others = 0; others < switches; ++others) {
    weight[others] = 1 / (static_cast<double>(switches) * binomial);
    binomial = binomial * static_cast<double>(switches - 1 - others) / static_cast<double>(others + 1);
  }
  std::vector<double> shares(switches, 0);
  for (std::size_t mask = 0; mask < values.size(); ++mask)
    for (std::size_t one = 0; one < switches; ++one)
      if ((mask >> one & 1u) == 0)
        shares[one] += weight[static_cast<std::size_t>(std::popcount(mask))] *
                       (values[mask | std::size_t{1} << one] - values[mask]);
  return shares;
}

}  // namespace polder
