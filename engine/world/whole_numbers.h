// From shares to whole rows: totals stay exact, and nobody is rounded away on purpose.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace polder {

/// Divides `total` over parts in proportion to `quota` (>= 0), by largest remainder, ties to the lower number. A part
/// gets at most its `most` (empty: no limit); what it cannot take goes to the others. The parts add up to `total`,
/// or to the sum of `most` if that is smaller.
std::vector<std::uint32_t> apportion(std::span<const double> quota, std::uint32_t total,
                                     std::span<const std::uint32_t> most = {});

/// Rounds a running total: number of whole units that `cumulative` passes, after the start `offset` in [0, 1). Parts
/// rounded as differences of it are unbiased, and within one unit of their value.
std::uint32_t units_passed(double cumulative, double offset);

/// Whole-number table near `cells` [rows x columns] whose rows and columns add up exactly to the given margins (equal
/// sums). Rows are rounded in turn, what a column has won or lost is carried to the next row, and the last
/// differences are mended by moving single units along a row. Cells that are 0 stay 0. Returns an empty table if
/// the zeros forbid the margins.
std::vector<std::uint32_t> round_table(std::span<const double> cells, std::span<const std::uint32_t> row_margin,
                                       std::span<const std::uint32_t> column_margin);

}  // namespace polder
