// The replicates of one experiment, one after another or at the same time.
#pragma once

#include <atomic>
#include <mutex>

#include "ensemble/work.h"

namespace polder {

/// What all workers share. Hooks are called by one worker at a time.
struct Sharing {
  explicit Sharing(const EnsembleHooks& with) : hooks(with) {}
  const EnsembleHooks& hooks;
  std::mutex mutex;
  Progress progress;
  std::atomic<bool> stopped{false};
};

class Replicates {
 public:
  Replicates(const Study& study, const Experiment& experiment, const RunPlan& plan, Sharing& shared);

  const EnsembleWork& work() const { return work_; }
  std::uint64_t resident_months() const { return work_.months * residents_; }
  /// Simulates all runs of a replicate; does nothing once somebody stopped.
  void simulate(const ReplicateWork& replicate);

 private:
  void walk(const ReplicateWork& replicate, std::size_t place, RunState state, double seconds);
  std::function<bool()> counter(const World& world);
  RunResult result_of(const ReplicateWork& replicate, std::size_t scenario) const;
  void finish(const ReplicateWork& replicate, std::size_t scenario, const Observations& observations, double seconds);
  void fail(const ReplicateWork& replicate, std::size_t scenario, std::string_view what, Month month);
  void hand_over(RunResult&& result);

  const Study& study_;
  const Experiment& experiment_;
  const RunPlan& plan_;
  Sharing& shared_;
  const EnsembleWork work_;
  const std::uint64_t residents_;
};

/// The text of a failed run: what broke, and the command that repeats it.
std::string failure_text(std::string_view what, const RunResult& result, std::string_view month, std::uint32_t seed,
                         const RunPlan& plan);

}  // namespace polder
