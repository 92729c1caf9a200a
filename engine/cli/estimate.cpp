#include "cli/estimate.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>

#include "ensemble/parts.h"
#include "ensemble/work.h"

namespace polder::cli {
namespace {

double passed_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Seconds for one month: the second one, because the first still has to fetch its memory.
double seconds_per_month(const Experiment& experiment) {
  RunState state = begin_run(experiment);
  const Random random{experiment.seed, 0};
  double seconds = 0;
  for (int month = 0; month < 2 && state.world.month <= experiment.to; ++month) {
    const auto start = std::chrono::steady_clock::now();
    simulate_month(state, experiment, experiment.scripts.front(), random);
    seconds = passed_since(start);
  }
  return seconds;
}

/// One run in the store [bytes]: rows of the areas in scope by the outputs of the study, a number per indicator; parts
/// and the ledger about fill what the store saves by packing.
double bytes_per_run(const Study& study, const Experiment& experiment) {
  const Country& country = experiment.model.country;
  const double months = study.to - study.from + 1;
  std::set<ProvinceIndex> provinces;
  std::set<RegionIndex> regions;
  double municipalities = 0, yearly = 0;
  for (const MunicipalityFacts& facts : country.municipalities) {
    if (facts.elsewhere) continue;
    provinces.insert(facts.province);
    regions.insert(facts.region);
    ++(study.municipalities_monthly || facts.focus ? municipalities : yearly);
  }
  const double monthly = 1 + static_cast<double>(provinces.size() + regions.size()) + municipalities;
  const double rows = months * monthly + months / 12 * yearly;
  return rows * static_cast<double>(indicator_catalogue().size()) * sizeof(double);
}

/// What a design comes to, from the part in its middle: parts are much alike.
void spread_over_parts(const Study& study, const RunPlan& plan, Estimate& estimate) {
  const auto start = std::chrono::steady_clock::now();
  const std::vector<Part> parts = parts_of(study);
  const Part& typical = parts[parts.size() / 2];
  const Study part = study_of(study, typical);
  const Experiment experiment = prepare(part);
  RunPlan one;
  for (std::size_t i = 0; i < typical.size(); ++i) one.scenarios.push_back(index_of<ScenarioIndex>(i));
  const EnsembleWork work = work_of(part, experiment, one);
  const double preparing = passed_since(start);
  const Tally tally = tally_of(study, plan);
  estimate.runs = tally.total - tally.finished;
  estimate.runs_finished = tally.finished;
  const auto in_all = [&](std::size_t months) {
    return static_cast<std::size_t>(static_cast<double>(months) / static_cast<double>(work.runs) *
                                    static_cast<double>(estimate.runs));
  };
  estimate.months = in_all(work.months);
  estimate.months_shared = in_all(work.months_apart) - estimate.months;
  estimate.states = work.states_per_worker;
  estimate.jobs = parts.size() * plan.replicates;
  estimate.worlds = parts.size();
  if (estimate.runs > 0) estimate.seconds = preparing * static_cast<double>(parts.size());
}

}  // namespace

Tally tally_of(const Study& study, const RunPlan& plan) {
  std::set<std::size_t> chosen;
  for (const ScenarioIndex scenario : plan.scenarios) chosen.insert(number(scenario));
  Tally tally;
  for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
    if (!plan.scenarios.empty() && !chosen.contains(i)) continue;
    for (std::uint32_t r = 0; r < plan.replicates; ++r) {
      ++tally.total;
      if (plan.stored.contains({study.scenarios[i].name, plan.first_replicate + r})) ++tally.finished;
    }
  }
  return tally;
}

double estimated_seconds(const Experiment& experiment, const EnsembleWork& work, std::size_t workers) {
  if (work.months == 0) return 0;
  return seconds_per_month(experiment) * static_cast<double>(work.months) /
         static_cast<double>(std::max<std::size_t>(1, workers));
}

Estimate estimate_of(const Study& study, const Experiment& experiment, const RunPlan& plan) {
  Estimate estimate;
  if (study.design) {
    spread_over_parts(study, plan, estimate);
  } else {
    const EnsembleWork work = work_of(study, experiment, plan);
    estimate.runs = work.runs;
    estimate.runs_finished = work.runs_finished;
    estimate.months = work.months;
    estimate.months_shared = work.months_apart - work.months;
    estimate.states = work.states_per_worker;
    estimate.jobs = work.replicates.size();
  }
  RunPlan here = plan;
  here.threads = std::min(threads_of(plan), std::max(1u, std::thread::hardware_concurrency()));
  estimate.threads =
      std::max<std::size_t>(1, workers_of(here, experiment.world, {estimate.jobs, estimate.states, estimate.worlds}));
  const auto workers = static_cast<double>(estimate.threads);
  if (estimate.months > 0)
    estimate.seconds =
        (estimate.seconds + seconds_per_month(experiment) * static_cast<double>(estimate.months)) / workers;
  estimate.memory = bytes_together(
      experiment.world, 1 + std::min(estimate.worlds, estimate.threads) + estimate.threads * estimate.states);
  estimate.disk = bytes_per_run(study, experiment) * static_cast<double>(estimate.runs);
  return estimate;
}

}  // namespace polder::cli
