// Paired differences: the same replicate of two scenarios met the same luck.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace polder {

struct Difference {
  std::size_t pairs = 0;
  double reference = 0;          // mean of the reference
  double mean = 0;               // of scenario - reference
  double low = 0, high = 0;      // 95 % interval of the mean (Student's t); NaN below two pairs
  std::size_t higher = 0, lower = 0;  // pairs in which the scenario is so; the rest are ties
  double chance_better = 0;      // share of pairs in which the scenario is higher; ties count half
  std::size_t pairs_needed = 0;  // for a half width of `precision` times |mean|, at most ten million; 0 = unknown
};

/// `scenario[i]` and `reference[i]` are the same replicate. Pairs with a NaN are left out.
Difference paired_difference(std::span<const double> scenario, std::span<const double> reference,
                             double precision = 0.1);

}  // namespace polder
