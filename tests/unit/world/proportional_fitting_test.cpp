#include "world/proportional_fitting.h"

#include <gtest/gtest.h>

#include <numeric>

#include "polder/base/random.h"

namespace polder {
namespace {

// A doubly constrained kernel reproduces both margins to 1e-9.
TEST(FitMargins, ReproducesBothMargins) {
  constexpr std::size_t rows = 60, columns = 45;
  const Random random{9, 0};
  std::vector<double> seed(rows * columns), row_margin(rows), column_margin(columns);
  for (std::size_t i = 0; i < seed.size(); ++i)
    seed[i] = uniform(random.word(Draw::World, Month{1}, static_cast<std::uint32_t>(i))) / (1 + double(i % 7));
  for (std::size_t r = 0; r < rows; ++r) row_margin[r] = 100 + 7.0 * static_cast<double>(r * r % 31);
  for (std::size_t c = 0; c < columns; ++c) column_margin[c] = 1 + static_cast<double>(c % 9);
  const double scale = std::accumulate(row_margin.begin(), row_margin.end(), 0.0) /
                       std::accumulate(column_margin.begin(), column_margin.end(), 0.0);
  for (double& margin : column_margin) margin *= scale;
  const FittedTable fitted = fit_margins(seed, row_margin, column_margin);
  ASSERT_TRUE(fitted.converged);
  for (std::size_t r = 0; r < rows; ++r) {
    double sum = 0;
    for (std::size_t c = 0; c < columns; ++c) sum += fitted.cells[r * columns + c];
    EXPECT_NEAR(sum / row_margin[r], 1, 1e-9);
  }
  for (std::size_t c = 0; c < columns; ++c) {
    double sum = 0;
    for (std::size_t r = 0; r < rows; ++r) sum += fitted.cells[r * columns + c];
    EXPECT_NEAR(sum / column_margin[c], 1, 1e-9);
  }
}

TEST(FitMargins, LeavesATableThatFitsAsItIs) {
  const std::vector<double> table{1, 2, 3, 4};
  const FittedTable fitted = fit_margins(table, std::vector<double>{3, 7}, std::vector<double>{4, 6});
  EXPECT_TRUE(fitted.converged);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(fitted.cells[i], table[i], 1e-9);
}

TEST(FitMargins, KeepsTheOddsRatio) {
  const FittedTable fitted =
      fit_margins(std::vector<double>{1, 1, 1, 4}, std::vector<double>{6, 4}, std::vector<double>{5, 5});
  EXPECT_NEAR(fitted.cells[0] * fitted.cells[3] / (fitted.cells[1] * fitted.cells[2]), 4, 1e-8);
}

TEST(FitMargins, SaysWhenZerosForbidTheMargins) {
  const FittedTable fitted =
      fit_margins(std::vector<double>{1, 0, 0, 1}, std::vector<double>{2, 1}, std::vector<double>{1, 2}, 1e-10, 500);
  EXPECT_FALSE(fitted.converged);
}

TEST(FitMargins, GivesNothingToARowWithoutMargin) {
  const FittedTable fitted =
      fit_margins(std::vector<double>{1, 1, 1, 1}, std::vector<double>{0, 4}, std::vector<double>{2, 2});
  EXPECT_TRUE(fitted.converged);
  EXPECT_EQ(fitted.cells[0], 0);
  EXPECT_NEAR(fitted.cells[2], 2, 1e-12);
}

}  // namespace
}  // namespace polder
