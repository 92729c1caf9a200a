// T-G9: bargaining over a budget.
#include "government/bargaining.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "polder/base/error.h"

namespace polder::government {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;

const std::vector<double> weight{.5, .3, .2};
const std::vector<double> preference{.6,  .3, .1,   //
                                     .1,  .2, .7,   //
                                     .25, .5, .25};

/// Logarithm of the product of all parties' utilities.
double nash_product(const std::vector<double>& x) {
  double sum = 0;
  for (std::size_t party = 0; party < weight.size(); ++party)
    for (std::size_t account = 0; account < x.size(); ++account)
      sum += weight[party] * preference[party * x.size() + account] * std::log(x[account]);
  return sum;
}

/// The largest product, found without the formula: moves ever smaller amounts between accounts while that helps.
std::vector<double> searched(double budget) {
  std::vector<double> x(3, budget / 3);
  for (double step = budget / 10; step > budget * 1e-9; step /= 2)
    for (bool better = true; better;) {
      better = false;
      for (std::size_t from = 0; from < 3; ++from)
        for (std::size_t to = 0; to < 3; ++to) {
          std::vector<double> moved = x;
          moved[from] -= step;
          moved[to] += step;
          if (from == to || moved[from] <= 0 || nash_product(moved) <= nash_product(x)) continue;
          x = moved;
          better = true;
        }
    }
  return x;
}

TEST(BargainedBudgets, AreTheWeightedPreferences) {
  EXPECT_THAT(bargained_budgets(100, weight, preference),
              ElementsAre(DoubleNear(38, 1e-12), DoubleNear(31, 1e-12), DoubleNear(31, 1e-12)));
  EXPECT_THAT(bargained_budgets(100, std::vector<double>{1}, std::vector<double>{.25, .75}), ElementsAre(25, 75));
}

TEST(BargainedBudgets, AddUpToTheBudget) {
  const auto budgets = bargained_budgets(123.45, weight, preference);
  EXPECT_NEAR(std::accumulate(budgets.begin(), budgets.end(), 0.0), 123.45, 1e-12);
}

TEST(BargainedBudgets, MaximiseTheProductOfUtilities) {
  const auto budgets = bargained_budgets(100, weight, preference), found = searched(100);
  for (std::size_t account = 0; account < 3; ++account) EXPECT_NEAR(budgets[account], found[account], 1e-4);
  EXPECT_GE(nash_product(budgets), nash_product(found) - 1e-15);
}

TEST(Preference, GivesMoreToWhatAPartyLeansTo) {
  const std::vector<double> figures(task_count, 1);
  const auto of = [&](double economic, double local, double lean) {
    Party party;
    party.economic = economic, party.local = local;
    return polder::government::preference(party, std::span(figures).first<task_count>(), lean);
  };
  const auto part = [](const auto& parts, Task task) { return parts[static_cast<std::size_t>(task)]; };
  for (const double lean : {0., .3, 1.}) {
    const auto left = of(0, .5, lean), right = of(1, .5, lean), region = of(.5, 0, lean);
    EXPECT_NEAR(std::accumulate(left.begin(), left.end(), 0.0), 1, 1e-12);
    EXPECT_NEAR(part(left, Task::Guidance) / part(left, Task::Analysis), 1 + lean, 1e-12);
    EXPECT_NEAR(part(right, Task::Guidance) / part(right, Task::Analysis), 1 - lean, 1e-12);
    EXPECT_NEAR(part(right, Task::Retention) / part(right, Task::Analysis), 1 + lean, 1e-12);
    EXPECT_NEAR(part(region, Task::Crisis) / part(region, Task::Guidance), 1 + lean, 1e-12);
  }
}

struct Pursued : ::testing::Test {
  GovernmentParameters parameters{};
  Course course;
  std::array<double, task_count> figures{60, 20, 10, 4, 1, 1, 2, 2, 0};

  Pursued() {
    parameters.effort.emphasis = .2;
    parameters.deal.earmark = .06;
    parameters.task[number(Task::Retraining)].reach_weight = .5;
    parameters.task[number(Task::Schools)].reach_weight = 1;
  }
  std::array<double, task_count> now() const { return pursued(figures, course, parameters); }
  static double sum(const std::array<double, task_count>& parts) {
    return std::accumulate(parts.begin(), parts.end(), 0.0);
  }
};

TEST_F(Pursued, IsThatOfTheFiguresWithoutACourse) { EXPECT_EQ(now(), figures); }

TEST_F(Pursued, MovesMoneyToRegionalTasksWithRegionalEmphasis) {
  course.emphasis = 1;
  const double whole = 100, raised = 100 + .1 * 4 + .2 * 2;
  EXPECT_NEAR(now()[number(Task::Retraining)], 4 * 1.1 * whole / raised, 1e-12);
  EXPECT_NEAR(now()[number(Task::Schools)], 2 * 1.2 * whole / raised, 1e-12);
  EXPECT_NEAR(now()[number(Task::Guidance)], 60 * whole / raised, 1e-12) << "who pays";
  EXPECT_NEAR(sum(now()), whole, 1e-12);
  parameters.effort.emphasis = 0;
  EXPECT_EQ(now(), figures) << "switched off";
}

TEST_F(Pursued, SetsMoneyApartForTheTasksOfDealsWithAlignment) {
  course.align = .5;
  EXPECT_NEAR(now()[number(Task::Retraining)], 4 * .97 + 1, 1e-12);
  EXPECT_NEAR(now()[number(Task::Retention)], 2 * .97 + 1, 1e-12);
  EXPECT_NEAR(now()[number(Task::Guidance)], 60 * .97, 1e-12);
  EXPECT_NEAR(sum(now()), 100, 1e-12);
  figures[number(Task::Retraining)] = figures[number(Task::Schools)] = 0;
  EXPECT_NEAR(now()[number(Task::Retention)], 2 * .97 + 94 * .03, 1e-12) << "where there are figures";
  EXPECT_EQ(now()[number(Task::Schools)], 0);
  figures[number(Task::Retention)] = 0;
  EXPECT_EQ(now(), figures) << "no task of deals";
  parameters.deal.earmark = 0;
  EXPECT_EQ(now(), figures) << "switched off";
}

TEST(BargainedBudgets, AskForAPreferenceOfEveryParty) {
  EXPECT_THROW(bargained_budgets(100, weight, std::vector<double>{.5, .5}), BrokenInvariant);
  EXPECT_THROW(bargained_budgets(100, {}, {}), BrokenInvariant);
}

}  // namespace
}  // namespace polder::government
