// T-G10 and the ww table of T-G11: statutory rules, exactly.
#include <gtest/gtest.h>

#include <numeric>

#include "systems/finance/buig.h"
#include "world/entitlement.h"

namespace polder {
namespace {

TEST(Buig, WeightOfTheObjectiveShareGrowsWithTheNumberOfInhabitants) {
  EXPECT_DOUBLE_EQ(finance::objective_weight(10000, 15000, 40000), 0);
  EXPECT_DOUBLE_EQ(finance::objective_weight(20000, 15000, 40000), .2);
  EXPECT_DOUBLE_EQ(finance::objective_weight(27500, 15000, 40000), .5);
  EXPECT_DOUBLE_EQ(finance::objective_weight(40000, 15000, 40000), 1);
  EXPECT_DOUBLE_EQ(finance::objective_weight(900000, 15000, 40000), 1);
}

TEST(Buig, BudgetsAddUpToTheMacroBudgetToTheCent) {
  const std::vector<double> weights{1, 1, 1, .37, 12.5, 0, 3.3333};
  for (const Cents macro : {Cents{0}, Cents{1}, Cents{100}, Cents{602200000000}, Cents{602200000001}}) {
    const std::vector<Cents> budgets = finance::divide(macro, weights);
    EXPECT_EQ(std::accumulate(budgets.begin(), budgets.end(), Cents{0}), macro);
    EXPECT_EQ(budgets[5], 0);
  }
  EXPECT_EQ(finance::divide(100, std::vector<double>{1, 1, 1}), (std::vector<Cents>{34, 33, 33}));
}

TEST(Vangnet, OwnShareOfADeficitIsCapped) {
  const std::pair<double, double> table[] = {{.05, .05}, {.075, .075}, {.10, .0875}, {.125, .10}, {.20, .10}, {-.1, 0}};
  for (const auto& [deficit, own] : table) EXPECT_NEAR(finance::own_share_of_deficit(deficit, .075, .125), own, 1e-12);
}

TEST(Ww, LastsAMonthAYearUpToTenThenHalfAMonth) {
  const Rules rules;
  const std::pair<double, int> table[] = {{0, 3},   {1, 3},   {3, 3},   {4, 4},   {9.9, 9}, {10, 10},
                                          {12, 11}, {13, 11}, {20, 15}, {30, 20}, {38, 24}, {45, 24}};
  for (const auto& [years, months] : table) EXPECT_EQ(ww_months(years, rules), months) << years << " years";
}

TEST(Ww, PaysThreeQuartersForTwoMonthsThenSeventyPercentOfTheCappedWage) {
  Rules rules;
  rules.ww_cap = 6000;
  Situation now;
  now.wage = 300;  // EUR 3,000
  now.last_job_ended = Month::of(2026, 3);
  EXPECT_EQ(ww_benefit(now, now.wage * 10.0, Month::of(2026, 4), rules), 225000);
  EXPECT_EQ(ww_benefit(now, now.wage * 10.0, Month::of(2026, 5), rules), 225000);
  EXPECT_EQ(ww_benefit(now, now.wage * 10.0, Month::of(2026, 6), rules), 210000);
  now.wage = 900;
  EXPECT_EQ(ww_benefit(now, now.wage * 10.0, Month::of(2026, 6), rules), 420000);
}

TEST(Ww, AsksForSixMonthsInThisJobOrAJobShortlyBefore) {
  Situation now;
  now.since = Month::of(2026, 1);
  EXPECT_TRUE(worked_enough(now, Month::of(2026, 7)));
  EXPECT_FALSE(worked_enough(now, Month::of(2026, 6)));
  now.last_job_ended = Month::of(2025, 11);
  EXPECT_TRUE(worked_enough(now, Month::of(2026, 3)));
  now.last_job_ended = Month::of(2025, 9);
  EXPECT_FALSE(worked_enough(now, Month::of(2026, 3)));
}

}  // namespace
}  // namespace polder
