// Promises over random worlds: samples, seeds, events and levers at random; every month keeps every identity, and the
// tallies are what a recount of the residents gives.
#include "simulation/identities.h"

#include <gtest/gtest.h>

#include "support/random_worlds.h"

namespace polder {
namespace {

using testing::random_experiment;

TEST(RandomWorlds, KeepEveryIdentityInEveryMonth) {
  for (std::uint32_t number = 0; number < 12; ++number) {
    const Experiment experiment = random_experiment(number);
    const Script& script = experiment.scripts[2];
    RunState state = begin_run(experiment);
    const Random random{experiment.seed, number};
    while (state.world.month <= experiment.to) {
      ASSERT_NO_THROW(simulate_month(state, experiment, script, random)) << "world " << number;
      World& world = state.world;
      world.month = world.month - 1;  // durations are of the month just simulated
      ASSERT_NO_THROW(check_recount(world, experiment.model.country))
          << "world " << number << " " << to_text(world.month);
      world.month = world.month + 1;
    }
    Cents all = 0;
    for (const auto& [account, cents] : state.world.ledger.balance) all += cents;
    EXPECT_EQ(all, 0);
  }
}

TEST(RandomWorlds, ChangeNothingBeforeTheFirstDifference) {
  for (std::uint32_t number = 0; number < 4; ++number) {
    const Experiment experiment = random_experiment(number);
    const Month branch = first_difference(experiment, experiment.scripts[0], experiment.scripts[1]);
    const RunState a = testing::run_all(experiment, 0, number), b = testing::run_all(experiment, 1, number);
    const auto shared = static_cast<std::size_t>(branch - experiment.from);
    for (std::size_t month = 0; month < shared; ++month)
      EXPECT_EQ(a.observations.month_hashes[month], b.observations.month_hashes[month]);
    EXPECT_NE(a.observations.month_hashes.back(), b.observations.month_hashes.back());
  }
}

TEST(Observing, ChangesNothing) {
  StudyOptions options;
  options.set = {"period.to=2026-12", "period.warm_up=6 months"};
  const Experiment plain = prepare(load_study(testing::study_file("toy-closure"), options));
  options.set.push_back("outputs.municipalities=monthly");
  const Experiment full = prepare(load_study(testing::study_file("toy-closure"), options));
  const RunState a = testing::run_all(plain, 1), b = testing::run_all(full, 1);
  EXPECT_EQ(a.observations.month_hashes, b.observations.month_hashes);
  EXPECT_GT(b.observations.indicators.size(), a.observations.indicators.size());
}

}  // namespace
}  // namespace polder
