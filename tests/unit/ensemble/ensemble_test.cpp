#include "polder/ensemble/ensemble.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <system_error>

#include "ensemble/work.h"
#include "polder/scenario/lever.h"
#include "scenario/study.h"

namespace polder {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// Three scenarios of the toy country, of which two part late.
constexpr std::string_view text =
    "schema: polder/study/1\n"
    "title: {nl: Proef, en: Trial}\n"
    "question: Do shared months give the same results?\n"
    "world: toy\n"
    "sample: 1:20\n"
    "period: {from: 2026-01, to: 2026-10, warm_up: 3 months}\n"
    "scenarios:\n"
    "  reference: {}\n"
    "  early:\n"
    "    events: [{recession: {depth: 6 %, from: 2026-02, months: 6 months}}]\n"
    "  late:\n"
    "    base: early\n"
    "    levers: {caseload.triage: {from: 2026-07, to: 2026-10, value: farthest}}\n"
    "reference: reference\n"
    "replicates: 3\n";

std::pair<Study, Experiment> load(std::string_view yaml) {
  const fs::path folder = fs::temp_directory_path() / ("polder-ensemble-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  for (const char* name : {"countries", "parameters"}) {
    if (!fs::exists(folder / name))
      fs::create_directory_symlink(fs::path(POLDER_ROOT) / "scenarios" / name, folder / name);
  }
  std::ofstream(folder / "study.yaml", std::ios::binary) << yaml;
  Study study = load_study(folder / "study.yaml");
  Experiment experiment = prepare(study);
  fs::remove_all(folder);
  return {std::move(study), std::move(experiment)};
}

using OneRun = Run;  // testing::Test has a Run too

class EnsembleTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto [study, experiment] = load(text);
    study_ = std::make_unique<Study>(std::move(study));
    experiment_ = std::make_unique<Experiment>(std::move(experiment));
  }
  static void TearDownTestSuite() {
    experiment_.reset();
    study_.reset();
  }
  using Results = std::map<OneRun, RunResult>;

  static RunPlan plan(std::vector<std::size_t> scenarios = {}, unsigned threads = 1) {
    RunPlan plan;
    plan.replicates = 3;
    plan.threads = threads;
    for (const std::size_t scenario : scenarios) plan.scenarios.push_back(index_of<ScenarioIndex>(scenario));
    return plan;
  }
  static Results results_of(const RunPlan& plan) {
    Results results;
    EnsembleHooks hooks;
    hooks.finished = [&](RunResult&& result) { results.emplace(result.run, std::move(result)); };
    EXPECT_TRUE(run_ensemble(*study_, *experiment_, plan, hooks));
    return results;
  }
  static void expect_equal(const Results& a, const Results& b) {
    ASSERT_EQ(a.size(), b.size());
    for (const auto& [run, result] : a) {
      const RunResult& other = b.at(run);
      EXPECT_EQ(result.hash, other.hash);
      EXPECT_EQ(result.scenario, other.scenario);
      EXPECT_EQ(result.observations.month_hashes, other.observations.month_hashes);
      EXPECT_EQ(result.observations.ledger, other.observations.ledger);
      ASSERT_EQ(result.observations.indicators.size(), other.observations.indicators.size());
      for (std::size_t i = 0; i < result.observations.indicators.size(); ++i) {
        const IndicatorRow &x = result.observations.indicators[i], &y = other.observations.indicators[i];
        EXPECT_EQ(x.area, y.area);
        ASSERT_EQ(x.values.size(), y.values.size());
        for (std::size_t v = 0; v < x.values.size(); ++v) {
          EXPECT_TRUE(x.values[v] == y.values[v] || (x.values[v] != x.values[v] && y.values[v] != y.values[v]));
        }
      }
    }
  }

  static inline std::unique_ptr<const Study> study_;
  static inline std::unique_ptr<const Experiment> experiment_;
};

using RunEnsemble = EnsembleTest;

TEST_F(RunEnsemble, GivesEveryRunOnceInOrderOfReplicates) {
  std::vector<std::uint32_t> order;
  EnsembleHooks hooks;
  hooks.finished = [&](RunResult&& result) {
    order.push_back(result.run.replicate);
    EXPECT_EQ(result.failure, "");
    EXPECT_EQ(result.observations.month_hashes.size(), 10u);
  };
  EXPECT_TRUE(run_ensemble(*study_, *experiment_, plan(), hooks));
  EXPECT_EQ(order, (std::vector<std::uint32_t>{0, 0, 0, 1, 1, 1, 2, 2, 2}));
}

TEST_F(RunEnsemble, BranchedRunsEqualRunsByThemselves) {
  const Results together = results_of(plan());
  Results apart;
  for (const std::size_t scenario : {0u, 1u, 2u}) apart.merge(results_of(plan({scenario})));
  expect_equal(together, apart);
  const auto& early = together.at({ScenarioIndex{1}, 0}).observations.month_hashes;
  const auto& late = together.at({ScenarioIndex{2}, 0}).observations.month_hashes;
  EXPECT_EQ(early[5], late[5]);  // June: not parted yet
  EXPECT_NE(early[9], late[9]);
}

TEST_F(RunEnsemble, GivesTheSameWithAnyNumberOfThreads) {
  const Results one = results_of(plan({}, 1));
  expect_equal(one, results_of(plan({}, 2)));
  expect_equal(one, results_of(plan({}, 4)));
}

TEST_F(RunEnsemble, ReplicatesDifferAndAnyOfThemCanBeRunAlone) {
  const Results all = results_of(plan());
  RunPlan last = plan({1});
  last.first_replicate = 2;
  last.replicates = 1;
  const Results alone = results_of(last);
  const OneRun run{ScenarioIndex{1}, 2};
  ASSERT_EQ(alone.size(), 1u);
  EXPECT_EQ(alone.at(run).observations.month_hashes, all.at(run).observations.month_hashes);
  EXPECT_NE(all.at({ScenarioIndex{1}, 1}).observations.month_hashes, all.at(run).observations.month_hashes);
}

TEST_F(RunEnsemble, RepeatsNothingThatIsFinished) {
  const Results all = results_of(plan());
  RunPlan rest = plan();
  for (const auto& [run, result] : all) {
    if (run.replicate != 1 || run.scenario != ScenarioIndex{2}) rest.stored.emplace(result.scenario, run.replicate);
  }
  const Results one = results_of(rest);
  ASSERT_EQ(one.size(), 1u);
  EXPECT_EQ(one.begin()->second.observations.month_hashes, all.at({ScenarioIndex{2}, 1}).observations.month_hashes);
}

TEST_F(RunEnsemble, CountsTheMonthsThatItSimulates) {
  Progress last;
  EnsembleHooks hooks;
  hooks.progress = [&](const Progress& progress) {
    EXPECT_GE(progress.resident_months, last.resident_months);
    last = progress;
  };
  EXPECT_TRUE(run_ensemble(*study_, *experiment_, plan({}, 2), hooks));
  EXPECT_EQ(last.runs_done, 9u);
  EXPECT_EQ(last.runs_total, 9u);
  EXPECT_EQ(last.resident_months, last.resident_months_total);
  // Per replicate: 4 months together, 9 of the reference, 5 of early and late together, 4 of each.
  EXPECT_EQ(last.resident_months_total, 3 * (4 + 9 + 5 + 4 + 4) * residents_in(experiment_->world));
}

TEST_F(RunEnsemble, StopsAndKeepsWhatIsFinished) {
  std::size_t finished = 0;
  EnsembleHooks hooks;
  hooks.finished = [&](RunResult&&) { ++finished; };
  hooks.stop = [&] { return finished >= 4; };
  EXPECT_FALSE(run_ensemble(*study_, *experiment_, plan(), hooks));
  EXPECT_EQ(finished, 4u);
}

TEST_F(RunEnsemble, EndsWhenTheDiskSaysNo) {
  EnsembleHooks hooks;
  hooks.finished = [](RunResult&&) { throw std::system_error(ENOSPC, std::generic_category(), "results.db"); };
  EXPECT_THROW(run_ensemble(*study_, *experiment_, plan({}, 2), hooks), std::system_error);
}

bool armed = false;  // only when months are simulated, not when scripts are compared

/// Stands for a system that breaks its promise in one scenario.
void break_promise(Policy& policy, const Country&, MunicipalityIndex, double, bool) {
  policy.rules.ww_cap += 1;
  ensure(!armed, "nobody is in two places");
}

TEST_F(RunEnsemble, ReportsABrokenPromiseAndGoesOnWithTheOthers) {
  Experiment experiment = *experiment_;
  Lever lever{};
  lever.key = "test.break";
  lever.set = break_promise;
  experiment.scripts[2].settings.push_back({&lever, 1, false, Month::of(2026, 5), Month::of(2026, 10), {}});
  std::vector<RunResult> failed;
  std::size_t finished = 0;
  EnsembleHooks hooks;
  hooks.progress = [](const Progress&) { armed = true; };
  hooks.finished = [&](RunResult&& result) {
    if (result.failure.empty())
      ++finished;
    else
      failed.push_back(std::move(result));
  };
  RunPlan all = plan();
  all.replay = "polder run study.yaml --sample 1:20";
  EXPECT_TRUE(run_ensemble(*study_, experiment, all, hooks));
  armed = false;
  EXPECT_EQ(finished, 6u);
  ASSERT_EQ(failed.size(), 3u);
  const std::string& failure = failed[1].failure;
  EXPECT_THAT(failure, HasSubstr("nobody is in two places"));
  EXPECT_THAT(failure, HasSubstr("scenario late, replicate 1, 2026-05, seed 1"));
  EXPECT_THAT(failure, HasSubstr("polder run study.yaml --sample 1:20 --seed 1 --scenario late --first-replicate 1 "
                                 "--replicates 1 --threads 1"));
}

TEST_F(RunEnsemble, TakesAsManyReplicatesAtATimeAsFitInTheMemory) {
  RunPlan allowed = plan();
  allowed.threads = 4;
  const EnsembleWork work = work_of(*study_, *experiment_, allowed);
  ASSERT_EQ(work.replicates.size(), 3u);
  const World& world = experiment_->world;
  const Jobs jobs{work.replicates.size(), work.states_per_worker};
  EXPECT_EQ(workers_of(allowed, world, jobs), 3u) << "no more than there are replicates";
  allowed.memory = static_cast<std::uint64_t>(bytes_together(world, 1 + 2 * jobs.states_per_worker)) + 1;
  EXPECT_EQ(workers_of(allowed, world, jobs), 2u);
  EXPECT_EQ(workers_of(allowed, world, {3, jobs.states_per_worker, 8}), 1u)
      << "parts of a design have worlds of their own";
  const auto one = static_cast<std::uint64_t>(bytes_together(world, 1 + jobs.states_per_worker));
  allowed.memory = one + 1;
  EXPECT_EQ(workers_of(allowed, world, jobs), 1u);
  allowed.memory = one - 1;
  try {
    workers_of(allowed, world, jobs);
    FAIL() << "half a replicate does not run";
  } catch (const InputError& error) {
    EXPECT_EQ(error.problems().at(0).code, "E365");
  }
}

TEST(BytesTogether, CountsEveryColumnOfTheWorldForEveryState) {
  const auto [study, experiment] = load(text);
  const double one = bytes_together(experiment.world, 1);
  EXPECT_GT(one, 20.0 * static_cast<double>(experiment.world.residents.size()));
  EXPECT_EQ(bytes_together(experiment.world, 7), one * 7);
}

}  // namespace
}  // namespace polder
