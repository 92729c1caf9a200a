#include "ensemble/work.h"

#include <fmt/format.h>
#include <tbb/version.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <thread>

#include "ensemble/identity.h"
#include "world/visit_columns.h"

namespace polder {
namespace {

FirstDifferences differences(const Experiment& experiment, const std::vector<std::size_t>& scenarios) {
  const std::size_t all = experiment.scripts.size();
  FirstDifferences differs(all, std::vector<Month>(all, experiment.to + 1));
  for (const std::size_t a : scenarios) {
    for (const std::size_t b : scenarios) {
      if (a >= b) continue;
      differs[a][b] = first_difference(experiment, experiment.scripts[a], experiment.scripts[b]);
      differs[b][a] = differs[a][b];
    }
  }
  return differs;
}

std::vector<std::size_t> scenarios_of(const Study& study, const RunPlan& plan) {
  std::vector<std::size_t> scenarios;
  for (const ScenarioIndex scenario : plan.scenarios) scenarios.push_back(number(scenario));
  if (scenarios.empty()) {
    scenarios.resize(study.scenarios.size());
    std::iota(scenarios.begin(), scenarios.end(), std::size_t{0});
  }
  std::sort(scenarios.begin(), scenarios.end());
  scenarios.erase(std::unique(scenarios.begin(), scenarios.end()), scenarios.end());
  return scenarios;
}

}  // namespace

EnsembleWork work_of(const Study& study, const Experiment& experiment, const RunPlan& plan) {
  const Identities identities(study, experiment);
  const std::vector<std::size_t> scenarios = scenarios_of(study, plan);
  const FirstDifferences differs = differences(experiment, scenarios);
  const Month end = experiment.to + 1;

  EnsembleWork work;
  for (std::uint32_t i = 0; i < plan.replicates; ++i) {
    ReplicateWork replicate;
    replicate.replicate = plan.first_replicate + i;
    for (const std::size_t scenario : scenarios) {
      if (plan.stored.contains({study.scenarios[scenario].name, replicate.replicate})) {
        ++work.runs_finished;
        continue;
      }
      replicate.scenarios.push_back(scenario);
      replicate.identities.push_back(identities.of({index_of<ScenarioIndex>(scenario), replicate.replicate}));
    }
    if (replicate.scenarios.empty()) continue;
    replicate.segments = branch(differs, replicate.scenarios, experiment.warm_up_from, end);
    work.runs += replicate.scenarios.size();
    work.months += months_of(replicate.segments);
    work.states_per_worker = std::max(work.states_per_worker, most_states(replicate.segments));
    work.replicates.push_back(std::move(replicate));
  }
  work.months_apart = work.runs * static_cast<std::size_t>(end - experiment.warm_up_from);
  return work;
}

unsigned threads_of(const RunPlan& plan) {
  return plan.threads != 0 ? plan.threads : std::max(1u, std::thread::hardware_concurrency());
}

double bytes_together(const World& world, std::size_t states) {
  std::size_t bytes = 0;
  visit_columns(world, [&](std::string_view, const auto& column) { bytes += column.span().size_bytes(); });
  return static_cast<double>(bytes) * static_cast<double>(states);
}

std::size_t workers_of(const RunPlan& plan, const World& world, const Jobs& jobs) {
  std::size_t workers = std::min<std::size_t>(threads_of(plan), jobs.count);
  const auto needed = [&] {
    return bytes_together(world, 1 + std::min(jobs.worlds, workers) + workers * jobs.states_per_worker);
  };
  const auto allowed = static_cast<double>(plan.memory);
  if (plan.memory == 0 || workers == 0) return workers;
  while (workers > 1 && needed() > allowed) --workers;
  if (needed() <= allowed) return workers;
  Problem problem;
  problem.code = "E365";
  problem.file = "--memory";
  problem.message = needed() < 1e9
                        ? fmt::format("one replicate takes {:.0f} MB, more than is allowed", std::ceil(needed() / 1e6))
                        : fmt::format("one replicate takes {:.1f} GB, more than is allowed", needed() / 1e9);
  problem.help = "allow more, or take a coarser --sample";
  throw InputError({problem});
}

std::uint64_t residents_in(const World& world) {
  return static_cast<std::uint64_t>(std::count_if(world.residents.now.begin(), world.residents.now.end(),
                                                  [](const Situation& s) { return s.labour != Labour::Absent; }));
}

std::string threading_library() { return fmt::format("oneTBB {}.{}", TBB_VERSION_MAJOR, TBB_VERSION_MINOR); }

}  // namespace polder
