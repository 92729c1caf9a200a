// Shapley values: exact on games whose answer is known, and in sum always the whole difference.
#include "compare/shapley.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

namespace polder {
namespace {

TEST(Shapley, GivesOneSwitchTheWholeDifference) { EXPECT_EQ(shapley_values(std::vector{3.0, 5.5}), std::vector{2.5}); }

TEST(Shapley, GivesEachItsOwnWhereNothingWorksTogether) {
  std::vector<double> values;
  for (unsigned mask = 0; mask < 8; ++mask)
    values.push_back(10 + (mask & 1 ? 1 : 0) + (mask & 2 ? 4 : 0) - (mask & 4 ? 2 : 0));
  const std::vector<double> shares = shapley_values(values);
  EXPECT_NEAR(shares[0], 1, 1e-12);
  EXPECT_NEAR(shares[1], 4, 1e-12);
  EXPECT_NEAR(shares[2], -2, 1e-12);
}

TEST(Shapley, DividesWhatNeedsBothEvenly) {
  EXPECT_EQ(shapley_values(std::vector{0.0, 0.0, 0.0, 6.0}), (std::vector{3.0, 3.0}));
}

TEST(Shapley, KnowsTheGloveGame) {
  // One left glove (0), two right ones (1, 2); a pair is worth 1: 2/3, 1/6, 1/6.
  std::vector<double> values;
  for (unsigned mask = 0; mask < 8; ++mask) values.push_back((mask & 1) != 0 && (mask & 6) != 0 ? 1 : 0);
  const std::vector<double> shares = shapley_values(values);
  EXPECT_NEAR(shares[0], 2. / 3, 1e-12);
  EXPECT_NEAR(shares[1], 1. / 6, 1e-12);
  EXPECT_NEAR(shares[2], 1. / 6, 1e-12);
}

TEST(Shapley, AddsUpToTheWholeAndGivesNothingToWhoDoesNothing) {
  // Any game of six, but the last switch never changes anything.
  std::vector<double> values;
  for (unsigned mask = 0; mask < 64; ++mask)
    values.push_back(std::sin(1.7 * (mask & 31)) * 100 + std::popcount(mask & 31u));
  const std::vector<double> shares = shapley_values(values);
  double sum = 0;
  for (const double share : shares) sum += share;
  EXPECT_NEAR(sum, values[63] - values[0], 1e-9);
  EXPECT_NEAR(shares[5], 0, 1e-12);
}

}  // namespace
}  // namespace polder
