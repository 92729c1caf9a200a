#include "government/information.h"

#include <gtest/gtest.h>

#include <cmath>

#include "region.h"

namespace polder::government {
namespace {

using polder::testing::shipped;
using polder::testing::shipped_parameters;

TEST(Precision, IsThatOfOwnStatisticsAlone) {
  EXPECT_EQ(precision(shipped_parameters().info.own, 0, 0, shipped().analysis), .2);
  EXPECT_EQ(completeness({.8, 6, 0}, shipped().analysis), 0) << "an analysis that covers nothing";
}

TEST(Precision, RisesWithToolsAndAJointAnalysis) {
  const AnalysisParameters& analysis = shipped().analysis;
  EXPECT_NEAR(precision(.2, 1, 0, analysis), .35, 1e-12);
  EXPECT_NEAR(completeness({.8, 6, .72}, analysis), (1 - std::exp(-.8)) * .72, 1e-12);
  EXPECT_NEAR(precision(.2, .5, .4, analysis), .2 + .075 + .2, 1e-12);
  EXPECT_NEAR(precision(.2, 1, completeness({1, 1e6, 1}, analysis), analysis), .85, 1e-12);
  EXPECT_EQ(precision(.9, 1, 1, analysis), 1) << "nobody knows more than all";
}

/// Ten analyses of one tenth each cover less, and each has a tenth of the money.
TEST(Completeness, IsHigherForOneJointAnalysisThanForManyOfTheSameCost) {
  const AnalysisParameters& analysis = shipped().analysis;
  EXPECT_GT(completeness({.8, 3, .72}, analysis), completeness({.4, 3, .376}, analysis));
}

TEST(StatisticsLag, FallsFromAYearToAQuarter) {
  EXPECT_EQ(statistics_lag(0, shipped().analysis), 12);
  EXPECT_EQ(statistics_lag(1, shipped().analysis), 3);
  EXPECT_NEAR(statistics_lag(.5, shipped().analysis), 7.5, 1e-12);
  EXPECT_EQ(statistics_lag(-.2, shipped().analysis), 12) << "less than at the start: own statistics are not slower";
}

}  // namespace
}  // namespace polder::government
