// Scenarios x replicates, in replicate-major order. What scenarios share is simulated once per replicate and branched.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "polder/simulation/simulation.h"

namespace polder {

struct Run {
  ScenarioIndex scenario{};
  std::uint32_t replicate = 0;  // 0, 1, ...
  friend auto operator<=>(const Run&, const Run&) = default;
};

/// A finished run; `hash` is the run's identity: inputs of the scenario, seed, replicate and the model's sources.
struct RunResult {
  Run run;
  std::string scenario;
  std::string hash;
  double seconds = 0;
  std::string failure;  // empty: done; else what broke and how to replay it
  Observations observations;
};

struct RunPlan {
  std::uint32_t first_replicate = 0, replicates = 1;
  std::vector<ScenarioIndex> scenarios;  // empty: all
  unsigned threads = 0;                  // 0: as many as there are cores
  std::uint64_t memory = 0;              // [bytes] for all runs together; 0: no limit
  std::set<std::pair<std::string, std::uint32_t>> stored;  // scenario and replicate of runs that need not be repeated
  std::string replay = "polder run STUDY";  // command to which scenario and replicate are added when a run fails
};

/// Where an ensemble stands, for progress.
struct Progress {
  std::size_t runs_done = 0, runs_total = 0;
  std::uint64_t resident_months = 0, resident_months_total = 0;
};

struct EnsembleHooks {
  std::function<void(RunResult&&)> finished;  // one at a time, in the order in which they end
  std::function<void(const Progress&)> progress;  // now and then, one at a time
  std::function<bool()> stop;  // asked every month
};

/// Identity of a run: everything that its result depends on.
std::string run_identity(const Study& study, const Experiment& experiment, Run run);

/// Returns false when stopped before the end.
bool run_ensemble(const Study& study, const Experiment& experiment, const RunPlan& plan, const EnsembleHooks& hooks);

/// The same for a study with a design, part by part: scenarios under the same parameters share a world, which is made
/// when it is needed. `first` is the first part made ready: its engine and the size of its world are those of all. Runs
/// under parameters for which no world can be made fail. `RunResult::run` numbers scenarios within their part: the name
/// says which it is.
bool run_design(const Study& study, const Experiment& first, const RunPlan& plan, const EnsembleHooks& hooks);

}  // namespace polder
