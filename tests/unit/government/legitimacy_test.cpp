#include "government/legitimacy.h"

#include <gtest/gtest.h>

#include <cmath>

#include "region.h"

namespace polder::government {
namespace {

using namespace polder::testing;

TEST(Control, IsWhatEachFormLeavesToACouncil) {
  const double without[level_count] = {1, .35, .25, .25, .15, .05, .02};
  const double full[level_count] = {1, .80, .60, .80, .15, .05, .02};
  for (const Level level : levels) {
    EXPECT_NEAR(control(level, {}, shipped()), without[number(level)], 1e-12) << to_text(level);
    EXPECT_NEAR(control(level, {1, 1, true, 1, 1}, shipped()), full[number(level)], 1e-12) << to_text(level);
  }
  EXPECT_NEAR(control(Level::Joint, {.5, .4, false, 1, 1}, shipped()), .25 + .1 + .08, 1e-12);
}

TEST(Control, FallsWithTheNumberOfPartnersAndRisesWithTheWeightInVotes) {
  EXPECT_NEAR(control(Level::Network, {0, 0, true, 10, 1}, shipped()), .35 * std::pow(10, -.15), 1e-12);
  EXPECT_NEAR(control(Level::Network, {0, 0, true, 10, 1.5}, shipped()), 1.5 * .35 * std::pow(10, -.15), 1e-12);
  EXPECT_EQ(control(Level::Network, {1, 1, true, 1, 1.5}, shipped()), 1) << "at most all";
  EXPECT_EQ(control(Level::Province, {1, 1, true, 12, 1.5}, shipped()), .15);
}

TEST(VoteWeight, IsTheShareRelativeToAnEqualOneWithinBounds) {
  EXPECT_NEAR(vote_weight(.1, 10, shipped().legitimacy), 1, 1e-12);
  EXPECT_NEAR(vote_weight(.12, 10, shipped().legitimacy), 1.2, 1e-12);
  EXPECT_EQ(vote_weight(.6, 10, shipped().legitimacy), 1.5);
  EXPECT_EQ(vote_weight(.01, 10, shipped().legitimacy), .5);
}

TEST(MeanControl, WeighsBySpending) {
  EXPECT_NEAR(mean_control(std::vector<double>{3, 1}, std::vector<double>{1, .2}), .8, 1e-12);
  EXPECT_EQ(mean_control(std::vector<double>{0, 0}, std::vector<double>{.3, .2}), 1);
  EXPECT_THROW(mean_control(std::vector<double>{1}, {}), BrokenInvariant);
}

TEST(Transparency, IsLessInVerbs) {
  EXPECT_NEAR(transparency(.6, 0, shipped().framing), .6, 1e-15);
  EXPECT_NEAR(transparency(.6, 1, shipped().framing), .45, 1e-12);
  EXPECT_EQ(transparency(.1, 1, shipped().framing), 0);
}

TEST(Performance, IsAHalfOnTrendAndBetterBelowIt) {
  EXPECT_EQ(performance(0, 0), .5);
  EXPECT_EQ(performance(1.3, -1.3), .5);
  EXPECT_NEAR(performance(-2, -1), 1 / (1 + std::exp(-1.5)), 1e-12);
}

TEST(Performance, LosesWhatTheRegionTakesOfTheAgenda) {
  LegitimacyParameters parameters = shipped().legitimacy;
  EXPECT_EQ(performance_left(.6, 0, parameters), .6);
  EXPECT_NEAR(performance_left(.6, .3, parameters), .6 * (1 - .3 * parameters.agenda_cost), 1e-15);
  EXPECT_NEAR(performance_left(.6, 1, parameters), .6 * (1 - parameters.agenda_cost), 1e-15);
  parameters.agenda_cost = 0;
  EXPECT_EQ(performance_left(.6, .3, parameters), .6);
}

TEST(Legitimacy, IsTheWeightedMean) {
  const LegitimacyParameters& weights = shipped().legitimacy;
  EXPECT_NEAR(legitimacy(.5, .3, .8, weights), .4 * .5 + .2 * .3 + .4 * .8, 1e-12);
  EXPECT_NEAR(legitimacy(1, 1, 1, weights), 1, 1e-12);
  EXPECT_EQ(legitimacy(0, 0, 0, weights), 0);
  LegitimacyParameters doubled = weights;
  doubled.control *= 2;
  doubled.transparency *= 2;
  doubled.performance *= 2;
  EXPECT_NEAR(legitimacy(.5, .3, .8, doubled), legitimacy(.5, .3, .8, weights), 1e-12) << "only ratios count";
}

TEST(VoteShift, GoesToLocalPartiesWhereLegitimacyLacks) {
  EXPECT_EQ(vote_shift(.5, shipped().legitimacy), 0);
  EXPECT_NEAR(vote_shift(.3, shipped().legitimacy), .06, 1e-12);
  EXPECT_NEAR(vote_shift(.9, shipped().legitimacy), -.12, 1e-12);
}

TEST(Engagement, DecaysAndIsRenewedBySessions) {
  const LegitimacyParameters& parameters = shipped().legitimacy;
  EXPECT_NEAR(next_engagement(.4, 0, 0, 0, parameters), .38, 1e-12);
  EXPECT_NEAR(next_engagement(.4, 1, 0, 0, parameters), .58, 1e-12);
  EXPECT_NEAR(next_engagement(.4, 0, 1, 0, parameters), .68, 1e-12);
  EXPECT_NEAR(next_engagement(.4, 0, 0, .3, parameters), .4 * (1 - .05 * .7), 1e-12) << "agenda space";
  EXPECT_EQ(next_engagement(.9, 2, 0, 0, parameters), 1);
}

}  // namespace
}  // namespace polder::government
