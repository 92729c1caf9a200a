// A run: months, followed workers, hashes, stopping, what is recorded and what is not.
#include <gtest/gtest.h>

#include <algorithm>

#include "simulation/month.h"
#include "support/tiny_experiment.h"

namespace polder {
namespace {

using namespace testing;

TEST(Run, HasAHashForEveryReportedMonth) {
  const Experiment experiment = tiny_experiment(tiny_closure(50));
  EXPECT_EQ(experiment.warm_up_from, Month::of(2025, 7));
  const RunState state = run_whole(experiment, 0);
  EXPECT_EQ(state.world.month, experiment.to + 1);
  ASSERT_EQ(state.observations.month_hashes.size(), 24u);
  EXPECT_EQ(state.observations.month_hashes.back(), hash_of(state.world));
}

TEST(Run, FollowsTheSameWorkersInEveryScenario) {
  const Experiment experiment = tiny_experiment(tiny_closure());
  const FirmIndex plant = experiment.tracked.at(0).firm;
  RunState before = begin_run(experiment);
  const Random random{1, 0};
  simulate_until(before, experiment, experiment.scripts[0], random, Month::of(2026, 3), {});
  std::vector<ResidentIndex> workers;
  for (const ResidentIndex p : rows_of(before.world.residents.now))
    if (before.world.residents.now[p].employer == plant) workers.push_back(p);
  ASSERT_GT(workers.size(), 20u);
  for (const std::size_t scenario : {0u, 1u}) {
    RunState state = before;
    simulate_until(state, experiment, experiment.scripts[scenario], random, Month::of(2026, 11), {});
    EXPECT_EQ(state.observations.cohorts.at(0), workers);
    std::vector<ResidentIndex> marked;
    for (const ResidentIndex p : rows_of(state.world.residents.now))
      if (state.world.residents.now[p].cohort != 0) marked.push_back(p);
    EXPECT_TRUE(std::includes(workers.begin(), workers.end(), marked.begin(), marked.end()));
    EXPECT_GT(marked.size(), workers.size() * 9 / 10) << "the others died or left";
    EXPECT_EQ(state.world.firms.jobs[plant] == 0, scenario == 1);
  }
}

TEST(Run, StopsWhenAsked) {
  const Experiment experiment = tiny_experiment(tiny_closure(50));
  RunState state = begin_run(experiment);
  int asked = 0;
  EXPECT_FALSE(simulate_until(state, experiment, experiment.scripts[0], Random{1, 0}, experiment.to + 1,
                              [&] { return ++asked > 5; }));
  EXPECT_EQ(state.world.month, experiment.warm_up_from + 5);
  EXPECT_TRUE(simulate_until(state, experiment, experiment.scripts[0], Random{1, 0}, state.world.month + 1, {}));
}

TEST(Run, ObservesNothingInTheWarmUp) {
  const Experiment experiment = tiny_experiment(tiny_closure(50));
  RunState state = begin_run(experiment);
  simulate_until(state, experiment, experiment.scripts[1], Random{1, 0}, experiment.from, {});
  EXPECT_TRUE(state.observations.indicators.empty());
  EXPECT_TRUE(state.observations.month_hashes.empty());
  EXPECT_TRUE(state.observations.ledger.empty());
  simulate_until(state, experiment, experiment.scripts[1], Random{1, 0}, experiment.from + 1, {});
  EXPECT_FALSE(state.observations.indicators.empty());
}

TEST(Run, LeavesNothingOfTodayBehind) {
  const Experiment experiment = tiny_experiment(tiny_closure(50));
  RunState state = begin_run(experiment);
  simulate_month(state, experiment, experiment.scripts[0], Random{1, 0});
  for (const auto& list : state.world.today.events) EXPECT_TRUE(list.empty());
  EXPECT_TRUE(state.world.today.on_ww.empty());
}

TEST(Run, HoldsDemographyAndDemandInTheWarmUp) {
  const Experiment experiment = tiny_experiment(tiny_closure(20));
  RunState state = begin_run(experiment);
  const auto residents = [&] {
    return std::count_if(state.world.residents.now.begin(), state.world.residents.now.end(),
                         [](const Situation& now) { return now.labour != Labour::Absent; });
  };
  const auto at_start = residents();
  simulate_until(state, experiment, experiment.scripts[0], Random{1, 0}, experiment.from, {});
  EXPECT_EQ(residents(), at_start);
  EXPECT_EQ(state.world.economy.cycle, 0);
  EXPECT_EQ(state.world.economy.log_demand[0], 0);
  for (const MunicipalityIndex m : rows_of(state.world.municipalities.next_birth))
    EXPECT_EQ(state.world.municipalities.next_birth[m], experiment.world.municipalities.next_birth[m]);
  simulate_until(state, experiment, experiment.scripts[0], Random{1, 0}, experiment.from + 6, {});
  EXPECT_NE(residents(), at_start);
  EXPECT_NE(state.world.economy.cycle, 0);
}

TEST(HashTrail, NamesEverySystemAndEndsAtTheHashOfTheMonth) {
  const Experiment experiment = tiny_experiment(tiny_closure(50));
  RunState state = begin_run(experiment);
  const Random random{1, 0};
  const auto trail = hash_trail(state, experiment, experiment.scripts[0], random);
  ASSERT_EQ(trail.size(), schedule().size() + 1);
  EXPECT_EQ(trail[0].first, "events");
  for (std::size_t i = 0; i < schedule().size(); ++i) EXPECT_EQ(trail[i + 1].first, schedule()[i].name);
  EXPECT_EQ(hash_of(state.world), hash_of(experiment.world)) << "on a copy";
  simulate_month(state, experiment, experiment.scripts[0], random);
  World last = state.world;
  last.month = last.month - 1;  // the trail ends before the month is over
  EXPECT_EQ(trail.back().second, hash_of(last));
}

}  // namespace
}  // namespace polder
