#include "polder/ensemble/ensemble.h"

#include <fmt/format.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>

#include "base/parallel.h"
#include "ensemble/branches.h"
#include "ensemble/identity.h"
#include "ensemble/work.h"

namespace polder {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// What the workers share. Hooks are called by one worker at a time.
class Ensemble {
 public:
  Ensemble(const Study& study, const Experiment& experiment, const RunPlan& plan, const EnsembleHooks& hooks)
      : study_(study), experiment_(experiment), plan_(plan), hooks_(hooks), work_(work_of(study, experiment, plan)) {
    residents_ = residents_in(experiment.world);
    progress_.runs_total = work_.runs;
    progress_.resident_months_total = work_.months * residents_;
  }

  bool run() {
    const std::size_t count = workers_of(work_, experiment_, plan_);
    with_threads(threads_of(plan_), [&] {
      tbb::task_group workers;
      for (std::size_t i = 0; i < count; ++i) workers.run([&] { work(); });
      workers.wait();
    });
    return !stopped_;
  }

 private:
  void work() {
    try {
      while (!stopped_) {
        const std::size_t next = next_.fetch_add(1);
        if (next >= work_.replicates.size()) return;
        // A worker that waits for rows of its own run must not begin another replicate meanwhile.
        tbb::this_task_arena::isolate([&] { simulate(work_.replicates[next]); });
      }
    } catch (...) {
      stopped_ = true;  // the disk or the memory said no: the other workers end this month as well
      throw;
    }
  }

  void simulate(const ReplicateWork& replicate) { walk(replicate, 0, begin_run(experiment_), 0); }

  /// Goes through one segment and then its children; `seconds` is what each scenario has taken so far.
  void walk(const ReplicateWork& replicate, std::size_t place, RunState state, double seconds) {
    const Segment& segment = replicate.segments[place];
    const auto start = Clock::now();
    const std::function<bool()> count = counter(state.world);
    try {
      const Random random{experiment_.seed, replicate.replicate};
      const Script& script = experiment_.scripts[segment.scenarios.front()];
      if (!simulate_until(state, experiment_, script, random, segment.until, count)) {
        stopped_ = true;
        return;
      }
    } catch (const BrokenInvariant& broken) {
      for (const std::size_t scenario : segment.scenarios) fail(replicate, scenario, broken, state.world.month);
      return;
    }
    count();  // the last month; a segment that is complete counts, also when somebody has asked to stop
    seconds += seconds_since(start) / static_cast<double>(segment.scenarios.size());
    if (segment.children.empty()) {
      for (const std::size_t scenario : segment.scenarios) finish(replicate, scenario, state.observations, seconds);
    }
    for (std::size_t i = 0; i + 1 < segment.children.size() && !stopped_; ++i)
      walk(replicate, segment.children[i], state, seconds);
    if (!segment.children.empty() && !stopped_) walk(replicate, segment.children.back(), std::move(state), seconds);
  }

  /// Asked every month by the simulation: counts the month, shows progress, passes on the wish to stop.
  std::function<bool()> counter(const World& world) {
    return [this, &world, counted = world.month]() mutable {
      const std::lock_guard lock(mutex_);
      progress_.resident_months += static_cast<std::uint64_t>(world.month - counted) * residents_;
      counted = world.month;
      if (hooks_.progress) hooks_.progress(progress_);
      return stopped_ || (hooks_.stop && hooks_.stop());
    };
  }

  RunResult result_of(const ReplicateWork& replicate, std::size_t scenario) const {
    const auto place = std::find(replicate.scenarios.begin(), replicate.scenarios.end(), scenario);
    RunResult result;
    result.run = {index_of<ScenarioIndex>(scenario), replicate.replicate};
    result.scenario = study_.scenarios[scenario].name;
    result.hash = replicate.identities[static_cast<std::size_t>(place - replicate.scenarios.begin())];
    return result;
  }

  void finish(const ReplicateWork& replicate, std::size_t scenario, const Observations& observations, double seconds) {
    RunResult result = result_of(replicate, scenario);
    result.seconds = seconds;
    result.observations = observations;
    hand_over(std::move(result));
  }

  void fail(const ReplicateWork& replicate, std::size_t scenario, const BrokenInvariant& broken, Month month) {
    RunResult result = result_of(replicate, scenario);
    result.failure = fmt::format(
        "{}\n  scenario {}, replicate {}, {}, seed {}\n  replay: {} --seed {} --scenario {} --first-replicate {} "
        "--replicates 1 --threads 1",
        broken.what(), result.scenario, replicate.replicate, to_text(month), experiment_.seed, plan_.replay,
        experiment_.seed, result.scenario, replicate.replicate);
    hand_over(std::move(result));
  }

  void hand_over(RunResult&& result) {
    const std::lock_guard lock(mutex_);
    ++progress_.runs_done;
    if (hooks_.finished) hooks_.finished(std::move(result));
    if (hooks_.progress) hooks_.progress(progress_);
  }

  const Study& study_;
  const Experiment& experiment_;
  const RunPlan& plan_;
  const EnsembleHooks& hooks_;
  const EnsembleWork work_;
  std::uint64_t residents_ = 0;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> stopped_{false};
  std::mutex mutex_;
  Progress progress_;
};

}  // namespace

bool run_ensemble(const Study& study, const Experiment& experiment, const RunPlan& plan, const EnsembleHooks& hooks) {
  return Ensemble(study, experiment, plan, hooks).run();
}

}  // namespace polder
