#include "government/membership.h"

#include <gtest/gtest.h>

#include <cmath>

#include "region.h"

namespace polder::government {
namespace {

using namespace polder::testing;

double logistic(double x) { return 1 / (1 + std::exp(-x)); }
double scale() { return shipped().agreement.gain_scale; }

TEST(PerceivedGain, MixesWhatIsTrueWithWhatWasThought) {
  EXPECT_NEAR(perceived_gain(10, -2, .35), 3.5 - 1.3, 1e-12);
  EXPECT_EQ(perceived_gain(10, -2, 1), 10);
  EXPECT_EQ(perceived_gain(10, -2, 0), -2);
}

TEST(FiscalStress, IsTheDeficitOverOwnRevenueWithinBounds) {
  EXPECT_NEAR(fiscal_stress(3, 10), .3, 1e-15);
  EXPECT_EQ(fiscal_stress(30, 10), 1);
  EXPECT_EQ(fiscal_stress(-30, 10), -1);
}

TEST(JoinChance, IsAHalfWhereTheGainIsItsCostAndNothingElseCounts) {
  EXPECT_NEAR(join_chance({1, 0, .5, 0, 0}, scale(), shipped().joining), .5, 1e-12);
}

TEST(JoinChance, IsALogisticFunctionOfGainAndAttitude) {
  const Membership view{21, .4, .7, .2, .5};
  EXPECT_NEAR(join_chance(view, scale(), shipped().joining), logistic(2 + .4 + 2 * .2 + .5 * .2 + .5), 1e-12);
}

TEST(LeaveChance, IsThatOfNotWantingToStayWithTheFeeSaved) {
  const Membership view{-6, .4, .7, .2, .5};
  const double attitude = .4 + 2 * .2 + .5 * .2 + .5;
  EXPECT_NEAR(leave_chance(view, 0, scale(), shipped().joining), logistic(.6 - attitude), 1e-12);
  EXPECT_NEAR(leave_chance(view, 24, scale(), shipped().joining), logistic(0 - attitude), 1e-12) << "6 a year saved";
}

TEST(ExitFee, IsAskedByAJointBodyOnly) {
  for (const Level level : levels)
    EXPECT_EQ(exit_fee(level, 8, shipped().joining), level == Level::Joint ? 24 : 0) << to_text(level);
}

TEST(Transition, LosesProductivityAtOnceAndWinsItBack) {
  const SwitchingParameters& switching = shipped().switching;
  EXPECT_NEAR(transition_productivity(0, switching), .7, 1e-12);
  EXPECT_NEAR(transition_productivity(4, switching), 1 - .3 * std::exp(-1.0), 1e-12);
  EXPECT_LT(transition_productivity(5, switching), 1);
  EXPECT_EQ(transition_productivity(6, switching), 1);
  EXPECT_NEAR(switching_cost(5e6, switching), .5e6, 1e-6);
  EXPECT_NEAR(switching.hysteresis, .15, 1e-15);
}

}  // namespace
}  // namespace polder::government
