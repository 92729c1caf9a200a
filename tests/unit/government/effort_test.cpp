// T-G3 and T-G4: wrong pockets and the grant that mends them; what a saving on bijstand is worth; the budget equation.
#include "government/effort.h"

#include <gtest/gtest.h>

#include <cmath>

#include "region.h"
#include "systems/finance/buig.h"

namespace polder::government {
namespace {

using polder::testing::shipped;
using polder::testing::shipped_parameters;

TEST(SpendingRatio, IsThePowerOfTheShareThatReturns) {
  const double shares[] = {.2, .45, .6, .8};
  const double square[] = {.04, .2025, .36, .64};
  const double three_tenths[] = {.100, .320, .482, .727}, seven_tenths[] = {.0047, .0698, .182, .475};
  for (int i = 0; i < 4; ++i) {
    EXPECT_NEAR(spending_ratio(shares[i], .5), square[i], 1e-12);
    EXPECT_NEAR(spending_ratio(shares[i], .3), three_tenths[i], .0005);
    EXPECT_NEAR(spending_ratio(shares[i], .7), seven_tenths[i], .0005);
  }
  EXPECT_NEAR(spending_ratio(.46, shipped().effort.returns), .2116, 1e-12) << "46 % back, a fifth invested";
  EXPECT_EQ(spending_ratio(0, .5), 0);
  EXPECT_EQ(spending_ratio(1, .5), 1);
}

TEST(BestSpending, MaximisesWhatThePayerGetsBackLessWhatItPays) {
  for (const double returns : {.3, .5, .7}) {
    const double best = best_spending(.46, .2, 3, 1.5, returns);
    const auto own = [&](double x) { return .46 * 3 * std::pow(x, returns) - .8 * 1.5 * x; };
    EXPECT_GT(own(best), own(best * 1.001));
    EXPECT_GT(own(best), own(best * .999));
    EXPECT_NEAR(best_spending(.46, 0, 3, 1.5, returns) / best_spending(1, 0, 3, 1.5, returns),
                spending_ratio(.46, returns), 1e-12);
  }
}

TEST(MatchingGrant, LetsThePayerSpendWhatIsBestForAll) {
  EXPECT_NEAR(best_spending(.46, matching_grant(.46), 1, 1, .5), .25, 1e-12);
  EXPECT_NEAR(best_spending(1, 0, 1, 1, .5), .25, 1e-12);
  for (const double share : {.05, .46, .9, 1.0})
    for (const double returns : {.3, .5, .7}) {
      const double all = best_spending(1, 0, 2, 3, returns);
      EXPECT_NEAR(best_spending(share, matching_grant(share), 2, 3, returns) / all, 1, 1e-12);
    }
}

TEST(RetainedShare, OfASavingOnBijstandGrowsWithTheNumberOfInhabitants) {
  const auto& buig = shipped_parameters().buig;
  const double years = shipped().effort.retention_years;
  const std::pair<double, double> table[] = {{10'000, .40}, {20'000, .52}, {27'500, .70}, {40'000, 1}, {800'000, 1}};
  for (const auto& [inhabitants, share] : table)
    EXPECT_NEAR(
        retained_share(finance::objective_weight(inhabitants, buig.historic_below, buig.objective_above), years), share,
        1e-12);
  EXPECT_EQ(retained_share(0, 1), 1) << "nobody keeps more than all";
}

TEST(OwnShareAtMargin, IsTheSlopeOfTheOwnShareOfADeficit) {
  for (const double deficit : {0.0, .05, .0749, .0751, .1, .1249, .1251, .3}) {
    constexpr double step = 1e-6;
    const double slope = (finance::own_share_of_deficit(deficit + step, .075, .125) -
                          finance::own_share_of_deficit(deficit, .075, .125)) /
                         step;
    EXPECT_NEAR(own_share_at_margin(deficit, .075, .125), slope, 1e-6) << deficit;
  }
  EXPECT_EQ(own_share_at_margin(-.1, .075, .125), 1) << "a surplus is the municipality's own";
}

TEST(Pockets, AreThoseOfTheShippedParameters) {
  const PocketParameters& bijstand = shipped().pocket[0];
  const PocketParameters& ww = shipped().pocket[1];
  EXPECT_EQ(total(bijstand), 31'500);
  EXPECT_EQ(total(ww), 35'000);
  EXPECT_NEAR(bijstand.municipality / total(bijstand), .46, .005);
  EXPECT_NEAR(bijstand.rijk / total(bijstand), .22, .005);
  EXPECT_NEAR(ww.uwv / total(ww), .49, .005);
  EXPECT_EQ(bijstand.uwv, 0);
  EXPECT_EQ(ww.municipality, 0);
  EXPECT_NEAR(spending_ratio(bijstand.municipality / total(bijstand), .5), .21, .005);
}

TEST(WrongPocketIndex, IsWhatFallsToOthers) {
  EXPECT_NEAR(wrong_pocket_index(46, 100), .54, 1e-12);
  EXPECT_EQ(wrong_pocket_index(100, 100), 0);
  EXPECT_EQ(wrong_pocket_index(0, 100), 1) << "all of it: the wrong pocket";
  EXPECT_EQ(wrong_pocket_index(0, 0), 0);
}

TEST(PocketShare, AddsContractsAndAtMostAllOfIt) {
  EXPECT_EQ(pocket_share(.46, .54, 1, 0, 0), .46) << "off by default";
  EXPECT_NEAR(pocket_share(.46, .22, .75, .1, .5), .46 + .5 * .75 * .22 + .1, 1e-12);
  EXPECT_EQ(pocket_share(.9, .1, 1, .5, 1), 1);
  EXPECT_EQ(shipped().effort.portfolio, 0);
}

TEST(InternalisedShare, IsAllOfIt) {
  EXPECT_EQ(internalised_share(0, .1, 0, 20), 1) << "where nothing is shared";
  EXPECT_EQ(internalised_share(.6, 1, 1, 20), 1) << "where everything is inside, and all are committed";
  EXPECT_EQ(internalised_share(.6, 1, 0, 1), 1) << "alone, nobody can be left to pay";
}

TEST(InternalisedShare, LosesWhatGoesToOthers) {
  EXPECT_NEAR(internalised_share(.45, .47, 1, 1), 1 - .45 * .53, 1e-12);
  EXPECT_NEAR(internalised_share(.45, .73, .85, 10), (1 - .45 * .27) * (1 - .45 * .15 * .9), 1e-12);
}

EffortParameters with_elasticity(double elasticity) {
  EffortParameters effort = shipped().effort;
  effort.elasticity = elasticity;
  return effort;
}

TEST(Budget, IsThatOfTheFiguresWhenNothingChanges) {
  const Incentive usual{.46, .1};
  for (const double elasticity : {0.0, 1.0, 2.0})
    EXPECT_NEAR(budget(1e6, 1, usual, usual, with_elasticity(elasticity)), 1e6, 1e-6);
  EXPECT_NEAR(budget(1e6, 1.25, usual, usual, shipped().effort), 1.25e6, 1e-6) << "and what was agreed on";
}

TEST(Budget, RespondsToTheShareThatReturns) {
  const Incentive before{.4, 0}, after{.6, 0}, granted{.4, 1.0 / 3};
  EXPECT_EQ(budget(1e6, 1, after, before, with_elasticity(0)), 1e6) << "not at all";
  EXPECT_NEAR(budget(1e6, 1, after, before, with_elasticity(1)), 1.5e6, 1e-6) << "as in the game of contributions";
  EXPECT_NEAR(budget(1e6, 1, before, after, with_elasticity(2)), 1e6 * 4 / 9, 1e-6) << "as the payer's optimum";
  EXPECT_NEAR(budget(1e6, 1, granted, before, with_elasticity(1)), 1.5e6, 1e-6) << "a grant works like a share";
}

TEST(Budget, StaysWithinItsLimits) {
  const Incentive little{.01, 0}, much{.9, .9}, nothing{0, 0}, all_paid{.5, 1};
  const EffortParameters effort = shipped().effort;
  EXPECT_NEAR(budget(1e6, 1, little, much, effort), .3e6, 1e-6);
  EXPECT_NEAR(budget(1e6, 1, much, little, effort), 2e6, 1e-6);
  EXPECT_NEAR(budget(1e6, 1, little, nothing, effort), 2e6, 1e-6);
  EXPECT_NEAR(budget(1e6, 1, nothing, little, effort), .3e6, 1e-6);
  EXPECT_NEAR(budget(1e6, 1, nothing, nothing, effort), 1e6, 1e-6);
  EXPECT_NEAR(budget(1e6, 1, all_paid, little, effort), 2e6, 1e-6);
  EXPECT_NEAR(budget(1e6, 0, nothing, nothing, effort), .3e6, 1e-6);
}

}  // namespace
}  // namespace polder::government
