#include "world/proportional_fitting.h"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>

namespace polder {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Vector = Eigen::VectorXd;

/// margin / sum; 0 where nothing is wanted or nothing can be given.
Vector scale(const Vector& margin, const Vector& sum) {
  return margin.binaryExpr(sum, [](double wanted, double there) { return there > 0 ? wanted / there : 0.0; });
}

double largest_error(const Vector& margin, const Vector& sum) {
  double worst = 0;
  for (Eigen::Index i = 0; i < margin.size(); ++i)
    if (margin[i] > 0) worst = std::max(worst, std::abs(sum[i] / margin[i] - 1));
  return worst;
}

}  // namespace

FittedTable fit_margins(std::span<const double> seed, std::span<const double> row_margin,
                        std::span<const double> column_margin, double tolerance, int most_rounds) {
  // Eigen blocks by cache size; fixed sizes give the same bits on every processor.
  static const bool fixed = (Eigen::setCpuCacheSizes(32 << 10, 256 << 10, 2 << 20), true);
  static_cast<void>(fixed);
  const auto rows = static_cast<Eigen::Index>(row_margin.size());
  const auto columns = static_cast<Eigen::Index>(column_margin.size());
  const Eigen::Map<const Matrix> table(seed.data(), rows, columns);
  const Eigen::Map<const Vector> row_wanted(row_margin.data(), rows);
  const Eigen::Map<const Vector> column_wanted(column_margin.data(), columns);

  // The fitted table is diag(a) seed diag(b): only the two vectors are iterated.
  FittedTable fitted;
  Vector a = Vector::Ones(rows), b = Vector::Ones(columns), row_sum = table * b;
  for (; fitted.rounds < most_rounds; ++fitted.rounds) {
    a = scale(row_wanted, row_sum);
    b = scale(column_wanted, table.transpose() * a);
    row_sum = table * b;
    fitted.row_error = largest_error(row_wanted, a.cwiseProduct(row_sum));
    if (fitted.row_error <= tolerance) {
      fitted.converged = largest_error(column_wanted, b.cwiseProduct(table.transpose() * a)) <= tolerance;
      break;
    }
  }
  fitted.cells.resize(seed.size());
  Eigen::Map<Matrix>(fitted.cells.data(), rows, columns) = a.asDiagonal() * table * b.asDiagonal();
  return fitted;
}

}  // namespace polder
