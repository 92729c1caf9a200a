// Places out of the task `retraining`: what a municipality or a deal spends on it beyond the usual.
#include <gtest/gtest.h>

#include "government/deals.h"
#include "support/governed.h"
#include "systems/finance/finance.h"
#include "systems/training/training.h"

namespace polder {
namespace {

using namespace testing;

class TaskMoney : public Governed {
 protected:
  static constexpr std::size_t task = number(Task::Retraining);

  TaskMoney() { experiment.model.parameters.training.place = 6000; }
  Cents& budget() { return world.municipalities.services[city].budget[task]; }
  Cents place() const { return 600000 * world.weight; }
  /// Places bought and money kept for the next ones in a number of months, by a municipality [cents].
  Cents spent_and_kept(int months, MunicipalityIndex m = city) {
    for (int month = 0; month < months; ++month) {
      training::grant_places(world, inputs, Random{1, 0});
      world.month = world.month + 1;
    }
    return world.municipalities.flows[m].places_taken * place() + world.municipalities.government[m].place_purse;
  }
};

TEST_F(TaskMoney, OfTheStartBuysNone) {
  EXPECT_EQ(spent_and_kept(12), 0);
  EXPECT_TRUE(world.participants.empty());
}

TEST_F(TaskMoney, BeyondThatOfTheStartBuysPlacesToTheCent) {
  const Cents more = 12 * 3 * place() + 7;
  budget() += more;
  EXPECT_EQ(spent_and_kept(12), more);
  EXPECT_GT(world.municipalities.flows[city].places_taken, 0);
  EXPECT_EQ(world.municipalities.flows[village].places_taken, 0);
  EXPECT_EQ(world.municipalities.government[city].training_bought, 0) << "it is paid with the task";
}

TEST_F(TaskMoney, BelowThatOfTheStartTakesNoneAway) {
  budget() /= 2;
  inputs.policy.mandates.agenda.retrain.assign(country().municipalities.size(), 0);
  inputs.policy.mandates.agenda.retrain[city] = 12 * place();
  training::grant_places(world, inputs, Random{1, 0});
  EXPECT_EQ(world.municipalities.government[city].place_purse, 0);
  EXPECT_EQ(world.municipalities.flows[city].places_taken, 1) << "of the agenda, which pays for itself";
  EXPECT_EQ(world.municipalities.government[city].training_bought, place());
}

TEST_F(TaskMoney, OfADealBuysPlacesForItsPart) {
  Deal deal;
  deal.region = country().municipalities[city].region;
  deal.from = world.month;
  deal.until = world.month + 11;
  deal.yearly = 12 * 9 * place();
  world.deals = {deal};
  const government::DealMoney month = government::deal_money(world, inputs, city);
  Cents all = 0;
  for (const Task each : government::deal_tasks) all += government::spent_on(month, each);
  EXPECT_EQ(all, month.sum());
  EXPECT_GT(month.sum(), 0);
  EXPECT_EQ(government::spent_on(month, Task::Guidance), 0);
  EXPECT_EQ(spent_and_kept(12), 12 * government::spent_on(month, Task::Retraining));
}

}  // namespace
}  // namespace polder
