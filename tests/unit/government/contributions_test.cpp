// T-G5: the game of contributions, and commitment by form.
#include "government/contributions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "region.h"

namespace polder::government {
namespace {

using ::testing::ElementsAre;
using namespace polder::testing;

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

TEST(Contributions, OfFourPartnersAreThoseOfTheGame) {
  const std::vector<double> benefit{1, 1, 1, 1}, weight{3, 1, 1, 1};
  const auto own = own_contributions(benefit, weight, 2), joint = joint_contributions(benefit, weight, 2);
  EXPECT_THAT(own, ElementsAre(1.5, .5, .5, .5));
  EXPECT_THAT(joint, ElementsAre(6, 2, 2, 2));
  EXPECT_EQ(sum(own), 3);
  EXPECT_EQ(sum(joint), 12);
  EXPECT_EQ(realised_contribution(3, 12, 0), 3);
  EXPECT_EQ(realised_contribution(3, 12, 1), 12);
  EXPECT_NEAR(realised_contribution(3, 12, shipped().commitment.joint), 3 + .85 * 9, 1e-12);
}

TEST(Contributions, OfEqualPartnersAreOneInNOfTheBest) {
  for (const std::size_t n : {1u, 4u, 20u}) {
    const std::vector<double> benefit(n, 2.5), weight(n, 1.3);
    EXPECT_NEAR(sum(own_contributions(benefit, weight, 3)) / sum(joint_contributions(benefit, weight, 3)),
                1 / static_cast<double>(n), 1e-12);
  }
}

TEST(Contributions, LeaveNobodyBetterOffAlone) {
  const std::vector<double> benefit{1, 2, .5}, weight{3, 1, 2};
  const double k = 2;
  const auto own = own_contributions(benefit, weight, k), joint = joint_contributions(benefit, weight, k);
  const auto utility = [&](std::size_t i, std::vector<double> g, double change) {
    g[i] += change;
    return benefit[i] * sum(g) - k * g[i] * g[i] / (2 * weight[i]);
  };
  const auto welfare = [&](std::size_t i, double change) {
    std::vector<double> g = joint;
    g[i] += change;
    double all = 0;
    for (std::size_t j = 0; j < g.size(); ++j) all += benefit[j] * sum(g) - k * g[j] * g[j] / (2 * weight[j]);
    return all;
  };
  for (std::size_t i = 0; i < benefit.size(); ++i)
    for (const double change : {-.01, .01}) {
      EXPECT_LT(utility(i, own, change), utility(i, own, 0));
      EXPECT_LT(welfare(i, change), welfare(i, 0));
    }
}

TEST(Contributions, AskForAWeightOfEveryPartner) {
  EXPECT_THROW(own_contributions(std::vector<double>{1, 2}, std::vector<double>{1}, 1), BrokenInvariant);
}

TEST(Commitment, IsTrustInANetworkAndImposedElsewhere) {
  const double expected[level_count] = {1, .3, .70, .85, .90, .95, .95};
  for (const Level level : levels) EXPECT_EQ(commitment(level, .3, 0, shipped()), expected[number(level)]);
}

TEST(Commitment, IsLessWhereAnArrangementOrganisesWithoutTrust) {
  EXPECT_NEAR(commitment(Level::Joint, .4, .5, shipped()), .85 - .2 * .5 * .6, 1e-12);
  EXPECT_EQ(commitment(Level::Joint, 1, 1, shipped()), .85);
  EXPECT_EQ(commitment(Level::National, 0, 1, shipped()), .95) << "no arrangement";
  EXPECT_EQ(commitment(Level::Network, .05, 1, shipped()), 0);
}

TEST(Execution, MayRiseOrFallWithVerbs) {
  FramingParameters framing = shipped().framing;
  EXPECT_NEAR(execution(.5, framing), .65, 1e-12);
  EXPECT_NEAR(execution(1, framing), .70, 1e-12);
  framing.verbs = -.1;
  EXPECT_NEAR(execution(1, framing), .60, 1e-12);
  framing.execution = .99;
  framing.verbs = .4;
  EXPECT_EQ(execution(1, framing), 1);
}

}  // namespace
}  // namespace polder::government
