// What scenarios of one replicate share: they are one run until the first month in which their inputs or events differ.
#pragma once

#include <cstddef>
#include <vector>

#include "polder/base/month.h"

namespace polder {

/// Months [from, until) that the same scenarios go through together. Without children the run ends here, and what it
/// measured holds for each of its scenarios (more than one only when they never differ).
struct Segment {
  Month from, until;
  std::vector<std::size_t> scenarios;  // ascending
  std::vector<std::size_t> children;  // places in the list, in order of their first scenario
};

/// Symmetric [scenario x scenario]: first month in which two scenarios differ, `end` or later if they never do.
/// "The same until then" is transitive, so of any three scenarios the two smallest entries are equal.
using FirstDifferences = std::vector<std::vector<Month>>;

/// The tree of `scenarios` (ascending numbers of rows of `differs`) from `from` until `end`: the root first, parents
/// before children, depth first. Empty without scenarios.
std::vector<Segment> branch(const FirstDifferences& differs, const std::vector<std::size_t>& scenarios, Month from,
                            Month end);

/// Months to simulate for the whole tree.
std::size_t months_of(const std::vector<Segment>& segments);

/// States alive at the same time when it is walked depth first and the last child takes its parent's state.
std::size_t most_states(const std::vector<Segment>& segments);

}  // namespace polder
