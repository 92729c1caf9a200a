#include "cli/rerun.h"

#include <algorithm>
#include <set>

#include "cli/interrupts.h"

namespace polder::cli {

RunPlan plan_of(const Store& store, const Study& study) {
  RunPlan plan;
  plan.replicates = 0;
  std::set<std::pair<std::string, std::uint32_t>> done;
  for (const Store::Runs& run : store.runs()) {
    if (run.status != "done") continue;
    done.emplace(run.scenario, run.replicate);
    plan.replicates = std::max(plan.replicates, run.replicate + 1);
  }
  for (const Scenario& scenario : study.scenarios)
    for (std::uint32_t replicate = 0; replicate < plan.replicates; ++replicate)
      if (!done.contains({scenario.name, replicate})) plan.stored.emplace(scenario.name, replicate);
  return plan;
}

RunPlan plan_of(const Study& study, const Store::Runs& run, unsigned threads) {
  const auto found = std::find_if(study.scenarios.begin(), study.scenarios.end(),
                                  [&](const Scenario& scenario) { return scenario.name == run.scenario; });
  ensure(found != study.scenarios.end(), "a stored run is one of its study");
  RunPlan plan;
  plan.first_replicate = run.replicate;
  plan.scenarios = {index_of<ScenarioIndex>(static_cast<std::size_t>(found - study.scenarios.begin()))};
  plan.threads = threads;
  return plan;
}

bool simulate_again(const Study& study, const Experiment& experiment, const RunPlan& plan, const Progressing& show,
                    const std::function<void(RunResult&&)>& finished) {
  std::string failure;
  EnsembleHooks hooks;
  hooks.finished = [&](RunResult&& result) {
    if (!result.failure.empty()) {
      failure = result.failure;
      return;
    }
    finished(std::move(result));
  };
  hooks.progress = show;
  hooks.stop = [&] { return interrupted_so_far() || !failure.empty(); };
  note_interrupts();
  const bool complete =
      study.design ? run_design(study, experiment, plan, hooks) : run_ensemble(study, experiment, plan, hooks);
  if (!failure.empty()) throw BrokenInvariant("a run that once ended now fails: " + failure);
  return complete;
}

std::string difference_text(const std::optional<reproduce::RunDifference>& difference) {
  return difference ? fmt::format("{}: {}", to_text(difference->month), difference->what) : std::string();
}

}  // namespace polder::cli
