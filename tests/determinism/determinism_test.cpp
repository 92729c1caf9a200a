// Same input, same bytes: threads, checkpoints, branching, build types.
#include <gtest/gtest.h>
#include <oneapi/tbb/global_control.h>

#include "support/study.h"

namespace polder {
namespace {

TEST(SameBytes, ForOneTwoAndFourThreads) {
  const Experiment experiment = prepare(testing::toy_study());
  std::vector<std::uint64_t> first;
  for (const std::size_t threads : {1u, 2u, 4u}) {
    const oneapi::tbb::global_control limit(oneapi::tbb::global_control::max_allowed_parallelism, threads);
    const RunState state = testing::run_all(experiment, experiment.scripts.size() - 1);
    if (first.empty()) first = state.observations.month_hashes;
    EXPECT_EQ(state.observations.month_hashes, first) << threads << " threads";
  }
  EXPECT_EQ(first.size(), static_cast<std::size_t>(experiment.to - experiment.from + 1));
}

/// A year and a half of the last scenario by each engine, with and without threads.
void expect_same_from_both_engines(Experiment experiment) {
  const std::size_t last = experiment.scripts.size() - 1;
  experiment.engine = Engine::Reference;
  const RunState plain = testing::run_all(experiment, last, 3);
  experiment.engine = Engine::Fast;
  for (const std::size_t threads : {1u, 2u}) {
    const oneapi::tbb::global_control limit(oneapi::tbb::global_control::max_allowed_parallelism, threads);
    const RunState fast = testing::run_all(experiment, last, 3);
    EXPECT_EQ(fast.observations.month_hashes, plain.observations.month_hashes) << threads << " threads";
    EXPECT_EQ(to_checkpoint(fast), to_checkpoint(plain)) << threads << " threads";
  }
}

TEST(SameBytes, FromTheReferenceEngineAndTheFastOneAtThreeSizes) {
  for (const std::string sample : {"1:100", "1:10", "1:3"})
    expect_same_from_both_engines(prepare(testing::toy_study(sample, "2026-12")));
}

TEST(SameBytes, FromTheReferenceEngineAndTheFastOneInARegionOfTheNetherlands) {
  StudyOptions options;
  options.sample = "1:200";
  options.set = {"period.to=2027-06", "period.warm_up=12 months"};
  expect_same_from_both_engines(prepare(load_study(testing::study_file("retraining"), options)));
}

TEST(SameBytes, AfterACheckpointInEveryMonth) {
  const Experiment experiment = prepare(testing::toy_study("1:10", "2026-12"));
  const Script& script = experiment.scripts.back();
  const Random random{experiment.seed, 0};
  const RunState straight = testing::run_all(experiment, experiment.scripts.size() - 1);
  RunState resumed = begin_run(experiment);
  while (resumed.world.month <= experiment.to) {
    simulate_month(resumed, experiment, script, random);
    resumed = from_checkpoint(to_checkpoint(resumed), "test");
  }
  EXPECT_EQ(resumed.observations.month_hashes, straight.observations.month_hashes);
  EXPECT_EQ(resumed.observations.ledger, straight.observations.ledger);
  ASSERT_EQ(resumed.observations.indicators.size(), straight.observations.indicators.size());
  EXPECT_EQ(to_checkpoint(resumed), to_checkpoint(straight));
}

TEST(SameBytes, BranchedOrNot) {
  const Experiment experiment = prepare(testing::toy_study("1:10", "2026-12"));
  const Script& reference = experiment.scripts.front();
  const Script& other = experiment.scripts.back();
  const Month branch = first_difference(experiment, reference, other);
  ASSERT_GT(branch, experiment.from - 1);
  ASSERT_LE(branch, experiment.to);
  const Random random{experiment.seed, 1};
  RunState trunk = begin_run(experiment);
  simulate_until(trunk, experiment, reference, random, branch, {});
  simulate_until(trunk, experiment, other, random, experiment.to + 1, {});
  const RunState straight = testing::run_all(experiment, experiment.scripts.size() - 1, 1);
  EXPECT_EQ(trunk.observations.month_hashes, straight.observations.month_hashes);
}

TEST(SameBytes, WhenThePeriodIsLonger) {
  const Experiment shorter = prepare(testing::toy_study("1:10", "2026-12"));
  const Experiment longer = prepare(testing::toy_study("1:10", "2027-06"));
  const std::vector<std::uint64_t> few = testing::run_all(shorter, 0).observations.month_hashes;
  std::vector<std::uint64_t> many = testing::run_all(longer, 0).observations.month_hashes;
  many.resize(few.size());
  EXPECT_EQ(few, many);
}

TEST(Replicates, Differ) {
  const Experiment experiment = prepare(testing::toy_study("1:10", "2026-03"));
  EXPECT_NE(testing::run_all(experiment, 0, 0).observations.month_hashes,
            testing::run_all(experiment, 0, 1).observations.month_hashes);
}

TEST(Checkpoint, RefusesDamageAtEveryPlace) {
  const Experiment experiment = prepare(testing::toy_study("1:100", "2026-03"));
  const std::string bytes = to_checkpoint(begin_run(experiment));
  for (std::size_t i = 0; i < bytes.size(); i += bytes.size() / 97 + 1) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    EXPECT_THROW(from_checkpoint(damaged, "damaged.ckpt"), InputError) << "byte " << i;
    EXPECT_THROW(from_checkpoint(bytes.substr(0, i), "cut.ckpt"), InputError) << "length " << i;
  }
}

}  // namespace
}  // namespace polder
