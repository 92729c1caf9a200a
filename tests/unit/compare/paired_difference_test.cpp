#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "polder/compare/compare.h"

namespace polder {
namespace {

TEST(PairedDifference, HasStudentsInterval) {
  // Differences 1, 2, 3, 4: mean 2.5, sd 1.290994, t(.975, 3) = 3.182446: half width 2.054260.
  const double ours[] = {11, 12, 13, 14}, theirs[] = {10, 10, 10, 10};
  const Difference d = paired_difference(ours, theirs);
  EXPECT_EQ(d.pairs, 4u);
  EXPECT_DOUBLE_EQ(d.reference, 10);
  EXPECT_DOUBLE_EQ(d.mean, 2.5);
  EXPECT_NEAR(d.low, 2.5 - 2.054260, 1e-5);
  EXPECT_NEAR(d.high, 2.5 + 2.054260, 1e-5);
  EXPECT_DOUBLE_EQ(d.chance_better, 1);
}

TEST(PairedDifference, SaysHowManyPairsAPrecisionNeeds) {
  // sd 1.290994 and half a width of .25: (1.96 x 1.290994 / .25)^2 = 102.4, and a little more for Student's t.
  const double ours[] = {11, 12, 13, 14}, theirs[] = {10, 10, 10, 10};
  const std::size_t needed = paired_difference(ours, theirs, .1).pairs_needed;
  EXPECT_GE(needed, 103u);
  EXPECT_LE(needed, 108u);
  EXPECT_LT(paired_difference(ours, theirs, .5).pairs_needed, needed);
}

TEST(PairedDifference, LeavesOutPairsThatWereNotMeasured) {
  const double missing = std::numeric_limits<double>::quiet_NaN();
  const double ours[] = {1, missing, 3, 5}, theirs[] = {1, 2, missing, 4};
  const Difference d = paired_difference(ours, theirs);
  EXPECT_EQ(d.pairs, 2u);
  EXPECT_DOUBLE_EQ(d.mean, .5);
  EXPECT_DOUBLE_EQ(d.chance_better, .75) << "a tie counts half";
}

TEST(PairedDifference, CountsPairsOnEitherSide) {
  const double ours[] = {1, 2, 5}, theirs[] = {1, 3, 4};
  const Difference d = paired_difference(ours, theirs);
  EXPECT_EQ(d.higher, 1u);
  EXPECT_EQ(d.lower, 1u);
}

TEST(PairedDifference, NeedsAtMostTenMillionPairs) {
  const double ours[] = {1000, -999.999}, theirs[] = {0, 0};
  EXPECT_EQ(paired_difference(ours, theirs).pairs_needed, 10'000'000u);
}

TEST(PairedDifference, OfOnePairHasNoInterval) {
  const double ours[] = {3}, theirs[] = {1};
  const Difference d = paired_difference(ours, theirs);
  EXPECT_DOUBLE_EQ(d.mean, 2);
  EXPECT_TRUE(std::isnan(d.low) && std::isnan(d.high));
  EXPECT_EQ(d.pairs_needed, 0u);
}

TEST(PairedDifference, OfNothingIsUnknown) {
  const Difference d = paired_difference({}, {});
  EXPECT_EQ(d.pairs, 0u);
  EXPECT_TRUE(std::isnan(d.mean) && std::isnan(d.reference));
}

TEST(PairedDifference, ThatIsAlwaysTheSameIsCertain) {
  const double ours[] = {2, 3, 4}, theirs[] = {1, 2, 3};
  const Difference d = paired_difference(ours, theirs);
  EXPECT_DOUBLE_EQ(d.low, 1);
  EXPECT_DOUBLE_EQ(d.high, 1);
  EXPECT_EQ(d.pairs_needed, 0u);
}

}  // namespace
}  // namespace polder
