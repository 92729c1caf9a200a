// Iterative proportional fitting (Furness, RAS): a table is scaled by row and by column until both margins hold.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace polder {

struct FittedTable {
  std::vector<double> cells;  // [rows x columns], row by row
  int rounds = 0;
  double row_error = 0;       // largest |sum / margin - 1| over rows; columns hold to rounding
  bool converged = false;
};

/// Scales `seed` [rows x columns, row by row, not negative] to `row_margin` and `column_margin`, which must have
/// equal sums. Cells that are 0 stay 0. Stops when every row is within `tolerance` of its margin (relative) or after
/// `most_rounds`; not converged means that the zeros of the seed forbid the margins.
/// Source: Deming and Stephan 1940; Furness 1965.
FittedTable fit_margins(std::span<const double> seed, std::span<const double> row_margin,
                        std::span<const double> column_margin, double tolerance = 1e-10, int most_rounds = 20000);

}  // namespace polder
