// Coalitions from seats, and where they stand between region and municipality.
#pragma once

#include <span>

#include "polder/world/country.h"
#include "polder/world/politics.h"

namespace polder::governance {

/// Parties of the minimal-winning coalition with the smallest range on the four axes, a bit each. The two parties of a
/// college that `fell` who are furthest apart do not govern together again if there is another majority.
std::uint32_t coalition_of(std::span<const std::uint8_t> seats, const std::vector<Party>& parties,
                           std::uint32_t fell = 0);

/// Mean position of a coalition from regional (0) to local (1), by seats; 0.5 without one.
double local_position(std::span<const std::uint8_t> seats, std::uint32_t coalition, const std::vector<Party>& parties);

/// Regional emphasis of a coalition: how much more regional it is than that of the figures, 0 to 1.
double agreed_emphasis(const Council& council, double position_of_figures, const std::vector<Party>& parties);

}  // namespace polder::governance
