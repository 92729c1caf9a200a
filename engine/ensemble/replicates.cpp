#include "ensemble/replicates.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <new>
#include <system_error>

namespace polder {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// A scenario under varied parameters runs in their world and in no other.
void ensure_world(const Study& study, const Experiment& experiment, const EnsembleWork& work) {
  Parameters values = experiment.model.parameters;
  for (const ReplicateWork& replicate : work.replicates)
    for (const std::size_t scenario : replicate.scenarios)
      for (const ParameterSetting& each : study.scenarios[scenario].parameters)
        ensure(find_parameter(each.key)->in(values) == each.value, "a scenario runs in the world of its parameters");
}

}  // namespace

std::string failure_text(std::string_view what, const RunResult& result, std::string_view month, std::uint32_t seed,
                         const RunPlan& plan) {
  return fmt::format(
      "{}\n  scenario {}, replicate {}, {}, seed {}\n  replay: {} --seed {} --scenario {} --first-replicate {} "
      "--replicates 1 --threads 1",
      what, result.scenario, result.run.replicate, month, seed, plan.replay, seed, result.scenario,
      result.run.replicate);
}

Replicates::Replicates(const Study& study, const Experiment& experiment, const RunPlan& plan, Sharing& shared)
    : study_(study),
      experiment_(experiment),
      plan_(plan),
      shared_(shared),
      work_(work_of(study, experiment, plan)),
      residents_(residents_in(experiment.world)) {
  ensure_world(study, experiment, work_);
}

void Replicates::simulate(const ReplicateWork& replicate) {
  if (!shared_.stopped) walk(replicate, 0, begin_run(experiment_), 0);
}

/// Goes through one segment and then its children; `seconds` is what each scenario has taken so far.
void Replicates::walk(const ReplicateWork& replicate, std::size_t place, RunState state, double seconds) {
  const Segment& segment = replicate.segments[place];
  const auto start = Clock::now();
  const std::function<bool()> count = counter(state.world);
  try {
    const Random random{experiment_.seed, replicate.replicate};
    const Script& script = experiment_.scripts[segment.scenarios.front()];
    if (!simulate_until(state, experiment_, script, random, segment.until, count)) {
      shared_.stopped = true;
      return;
    }
  } catch (const std::system_error&) {  // the machine said no: that is no matter of this run
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& broken) {
    for (const std::size_t scenario : segment.scenarios) fail(replicate, scenario, broken.what(), state.world.month);
    return;
  }
  count();  // the last month; a segment that is complete counts, also when somebody has asked to stop
  seconds += seconds_since(start) / static_cast<double>(segment.scenarios.size());
  if (segment.children.empty()) {
    for (const std::size_t scenario : segment.scenarios) finish(replicate, scenario, state.observations, seconds);
  }
  for (std::size_t i = 0; i + 1 < segment.children.size() && !shared_.stopped; ++i)
    walk(replicate, segment.children[i], state, seconds);
  if (!segment.children.empty() && !shared_.stopped)
    walk(replicate, segment.children.back(), std::move(state), seconds);
}

/// Asked every month by the simulation: counts the month, shows progress, passes on the wish to stop.
std::function<bool()> Replicates::counter(const World& world) {
  return [this, &world, counted = world.month]() mutable {
    const std::lock_guard lock(shared_.mutex);
    shared_.progress.resident_months += static_cast<std::uint64_t>(world.month - counted) * residents_;
    counted = world.month;
    if (shared_.hooks.progress) shared_.hooks.progress(shared_.progress);
    return shared_.stopped || (shared_.hooks.stop && shared_.hooks.stop());
  };
}

RunResult Replicates::result_of(const ReplicateWork& replicate, std::size_t scenario) const {
  const auto place = std::find(replicate.scenarios.begin(), replicate.scenarios.end(), scenario);
  RunResult result;
  result.run = {index_of<ScenarioIndex>(scenario), replicate.replicate};
  result.scenario = study_.scenarios[scenario].name;
  result.hash = replicate.identities[static_cast<std::size_t>(place - replicate.scenarios.begin())];
  return result;
}

void Replicates::finish(const ReplicateWork& replicate, std::size_t scenario, const Observations& observations,
                        double seconds) {
  RunResult result = result_of(replicate, scenario);
  result.seconds = seconds;
  result.observations = observations;
  hand_over(std::move(result));
}

void Replicates::fail(const ReplicateWork& replicate, std::size_t scenario, std::string_view what, Month month) {
  RunResult result = result_of(replicate, scenario);
  result.failure = failure_text(what, result, to_text(month), experiment_.seed, plan_);
  hand_over(std::move(result));
}

void Replicates::hand_over(RunResult&& result) {
  const std::lock_guard lock(shared_.mutex);
  ++shared_.progress.runs_done;
  if (shared_.hooks.finished) shared_.hooks.finished(std::move(result));
  if (shared_.hooks.progress) shared_.hooks.progress(shared_.progress);
}

}  // namespace polder
