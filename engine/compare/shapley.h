// Who brings how much of a difference, when parts work together: Shapley (1953). The only division in which the parts
// add up to the whole, parts that do the same get the same, a part that never does anything gets nothing, and effects
// add up over replicates.
#pragma once

#include <span>
#include <vector>

namespace polder {

/// Shares of values[all on] - values[all off]: the mean of what a switch adds over all orders in which the switches can
/// be put on. `values[mask]`: the outcome with the switches of the bits of `mask` on, 2^n of them, n from 1 to 16.
std::vector<double> shapley_values(std::span<const double> values);

}  // namespace polder
