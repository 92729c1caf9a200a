// Choosing exactly so many of a group, each with the same chance, in one pass over the rows and without a list.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace polder {

/// Chance of each member of a cell to be among the `wanted` ones, proportional to the cell's weight and at most
/// `most`; raised above `most` only where the total demands it. Cells of weight 0 have chance 0.
std::vector<double> chances(std::span<const std::uint32_t> candidates, std::span<const double> weight, double wanted,
                            double most);

/// A stratified choice: of each cell a whole number of its candidates, found by rounding the running total from
/// `offset` on, so that the numbers add up exactly; who it is, is drawn row by row (selection sampling: Knuth, The
/// Art of Computer Programming 2, algorithm S).
class Choice {
 public:
  Choice() = default;
  Choice(std::span<const std::uint32_t> candidates, std::span<const double> chance, double offset);
  /// So many of each cell.
  Choice(std::vector<std::uint32_t> candidates, std::vector<std::uint32_t> wanted);

  /// Whether the next candidate of this cell is chosen; call once for each.
  bool take(std::size_t cell, std::uint32_t word) {
    const auto left = candidates_[cell]--;
    const bool chosen = ((std::uint64_t{word} * left) >> 32) < wanted_[cell];
    if (chosen) --wanted_[cell];
    return chosen;
  }
  const std::vector<std::uint32_t>& wanted() const { return wanted_; }
  std::uint32_t total() const;

 private:
  std::vector<std::uint32_t> candidates_, wanted_;
};

}  // namespace polder
