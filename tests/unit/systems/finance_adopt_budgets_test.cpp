// Budgets of tasks follow who governs, where parties lean.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/governed.h"
#include "systems/finance/finance.h"

namespace polder {
namespace {

using namespace testing;

class AdoptBudgets : public Governed {
 protected:
  AdoptBudgets() {
    world.month = Month::of(2026, 11);
    world.municipalities.council[city].seats.fill(1);
  }
  /// The party that stands furthest to the left, or to the right.
  std::size_t furthest(bool left) const {
    const auto& parties = country().parties;
    const auto found = std::ranges::minmax_element(parties, {}, &Party::economic);
    return static_cast<std::size_t>((left ? found.min : found.max) - parties.begin());
  }
  /// That party governs alone from now on: what is adopted for a task.
  Cents adopted(bool left, Task task) {
    world.municipalities.council[city].coalition = 1u << furthest(left);
    finance::adopt_budgets(world, inputs, Random{});
    return world.municipalities.services[city].adopted[number(task)];
  }
};

TEST_F(AdoptBudgets, DoNotAskWhoGovernsWhereNobodyLeans) {
  const Cents before = adopted(true, Task::Guidance);
  EXPECT_GT(before, 0);
  EXPECT_EQ(adopted(false, Task::Guidance), before);
}

TEST_F(AdoptBudgets, FollowWhoGovernsWherePartiesLean) {
  const Cents usual = adopted(true, Task::Guidance);
  experiment.model.coalition[city] = 1u << furthest(true);
  experiment.model.parameters.government.effort.lean = .4;
  EXPECT_EQ(adopted(true, Task::Guidance), usual) << "the college by the figures";
  EXPECT_LT(adopted(false, Task::Guidance), usual);
  EXPECT_GT(adopted(false, Task::Retention), adopted(true, Task::Retention));
}

TEST_F(AdoptBudgets, GoToRegionalTasksWithEmphasisOutOfOthers) {
  const auto all = [&] {
    Cents sum = 0;
    for (const Cents one : world.municipalities.services[city].adopted) sum += one;
    return sum;
  };
  experiment.model.coalition[city] = 1u << furthest(true);
  experiment.model.parameters.government.effort.emphasis = .4;
  const Cents guidance = adopted(true, Task::Guidance), schools = adopted(true, Task::Schools), before = all();
  world.municipalities.council[city].course.emphasis = 1;
  EXPECT_LT(adopted(true, Task::Guidance), guidance);
  EXPECT_GT(adopted(true, Task::Schools), schools);
  EXPECT_NEAR(static_cast<double>(all()), static_cast<double>(before), 5) << "as much money, but for rounding";
  world.municipalities.council[city].course.emphasis = 0;
  world.municipalities.council[city].course.align = 1;
  experiment.model.parameters.government.deal.earmark = .05;
  EXPECT_LT(adopted(true, Task::Guidance), guidance);
  EXPECT_GT(adopted(true, Task::Schools), schools);
}

}  // namespace
}  // namespace polder
