// How well the difference of a scenario to its reference is known, for stopping when it is known well enough.
#pragma once

#include "compare/comparison.h"

namespace polder {

/// A half width of the 95 % interval of the paired difference, of the mean over the reported months.
struct WantedPrecision {
  std::string indicator, area;
  double half_width = 0;  // in the unit of the indicator, or
  bool relative = false;  // a share of the mean level of the reference
};

struct KnownPrecision {
  std::string scenario, reference;
  Difference difference;
  double half_width = 0, wanted = 0;  // in the unit of the indicator; NaN below two pairs
  std::size_t pairs_needed = 0;       // for the half width wanted, if the spread stays; 0: not known
  bool reached = false;
};

/// Of every scenario with its reference, from the replicates `first` to `first + count - 1` that both have finished.
/// Throws InputError E319 where the indicator is not measured there.
std::vector<KnownPrecision> precision_of(const Store& store, const WantedPrecision& wanted,
                                         const std::vector<std::pair<std::string, std::string>>& pairs,
                                         std::uint32_t first, std::uint32_t count);

/// Replicates of the next round: half as many more, at least two and at most `most`. Rounds do not depend on what was
/// stored before, so that the same study always ends with the same runs.
std::uint32_t next_round(std::uint32_t replicates, std::uint32_t most);

}  // namespace polder
