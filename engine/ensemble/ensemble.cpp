#include "polder/ensemble/ensemble.h"

#include <tbb/task_arena.h>
#include <tbb/task_group.h>

#include <algorithm>
#include <memory>
#include <new>
#include <system_error>
#include <thread>

#include "base/parallel.h"
#include "ensemble/parts.h"
#include "ensemble/replicates.h"
#include "simulation/resolve.h"

namespace polder {
namespace {

/// Does jobs 0 .. `jobs` - 1 in their order, several at a time. The first that throws stops the others this month.
void spread(std::size_t jobs, std::size_t count, unsigned threads, Sharing& shared,
            const std::function<void(std::size_t)>& job) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    try {
      while (!shared.stopped) {
        const std::size_t mine = next.fetch_add(1);
        if (mine >= jobs) return;
        // A worker that waits for rows of its own run must not begin another replicate meanwhile.
        tbb::this_task_arena::isolate([&] { job(mine); });
      }
    } catch (...) {
      shared.stopped = true;  // the disk or the memory said no
      throw;
    }
  };
  with_threads(threads, [&] {
    tbb::task_group workers;
    for (std::size_t i = 0; i < count; ++i) workers.run(work);
    workers.wait();
  });
}

/// Parts of a design, each made ready by the worker who needs it first and gone after its last replicate.
class Parts {
 public:
  Parts(const Study& study, const RunPlan& plan, Engine engine, Sharing& shared)
      : study_(study),
        plan_(plan),
        engine_(engine),
        shared_(shared),
        files_(figures_of(study)),
        parts_(parts_of(study)) {
    slots_ = std::vector<Slot>(parts_.size());
    if (!plan.scenarios.empty()) chosen_.assign(study.scenarios.size(), false);
    for (const ScenarioIndex scenario : plan.scenarios) chosen_[number(scenario)] = true;
    for (std::size_t part = 0; part < parts_.size(); ++part)
      for (std::uint32_t i = 0; i < plan.replicates; ++i) {
        std::size_t runs = 0;
        for (const std::size_t scenario : parts_[part]) runs += is_wanted(scenario, plan.first_replicate + i) ? 1u : 0u;
        if (runs == 0) continue;
        shared_.progress.runs_total += runs;
        jobs_.push_back({part, plan.first_replicate + i});
        ++slots_[part].left;
      }
  }

  std::size_t jobs() const { return jobs_.size(); }

  /// A replicate of a part; parts in their order, of each all replicates.
  void work(std::size_t job) {
    const auto [place, replicate] = jobs_[job];
    Slot& slot = slots_[place];
    if (Ready* ready = made_ready(slot, place)) {
      for (const ReplicateWork& mine : ready->replicates.work().replicates)
        if (mine.replicate == replicate) ready->replicates.simulate(mine);
    }
    const std::lock_guard lock(slot.mutex);
    if (--slot.left == 0) slot.ready.reset();
  }

 private:
  struct Job {
    std::size_t part;
    std::uint32_t replicate;
  };
  struct Ready {
    Ready(Study of, const CountryFiles& files, RunPlan own, Engine engine, Sharing& shared)
        : study(std::move(of)),
          plan(std::move(own)),
          experiment(prepare(study, files)),
          replicates(study, experiment, plan, shared) {
      experiment.engine = engine;
    }
    Study study;
    RunPlan plan;
    Experiment experiment;
    Replicates replicates;
  };
  struct Slot {
    std::mutex mutex;
    std::unique_ptr<Ready> ready;
    bool failed = false;
    std::size_t left = 0;  // jobs
  };

  bool is_chosen(std::size_t scenario) const { return chosen_.empty() || chosen_[scenario]; }
  bool is_wanted(std::size_t scenario, std::uint32_t replicate) const {
    return is_chosen(scenario) && !plan_.stored.contains({study_.scenarios[scenario].name, replicate});
  }

  Ready* made_ready(Slot& slot, std::size_t place) {
    const std::lock_guard lock(slot.mutex);
    if (slot.ready || slot.failed) return slot.ready.get();
    RunPlan own = plan_;
    own.scenarios.clear();
    for (std::size_t i = 0; i < parts_[place].size(); ++i)
      if (is_chosen(parts_[place][i])) own.scenarios.push_back(index_of<ScenarioIndex>(i));
    try {
      slot.ready = std::make_unique<Ready>(study_of(study_, parts_[place]), files_, std::move(own), engine_, shared_);
      count_in(slot.ready->replicates);
    } catch (const std::system_error&) {  // the machine said no
      throw;
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& wrong) {
      const auto* input = dynamic_cast<const InputError*>(&wrong);
      slot.failed = true;
      fail(parts_[place], input != nullptr ? input->problems().front().message : wrong.what());
    }
    return slot.ready.get();
  }

  /// Months of parts to come are taken to be as many a run as those of parts so far.
  void count_in(const Replicates& replicates) {
    const std::lock_guard lock(shared_.mutex);
    runs_known_ += replicates.work().runs;
    months_known_ += replicates.resident_months();
    if (runs_known_ == 0) return;
    shared_.progress.resident_months_total =
        static_cast<std::uint64_t>(static_cast<double>(months_known_) *
                                   static_cast<double>(shared_.progress.runs_total) / static_cast<double>(runs_known_));
  }

  /// No world has these parameters: all runs of the part fail.
  void fail(const Part& part, const std::string& what) {
    const std::lock_guard lock(shared_.mutex);
    for (std::uint32_t i = 0; i < plan_.replicates; ++i)
      for (const std::size_t scenario : part) {
        if (!is_wanted(scenario, plan_.first_replicate + i)) continue;
        RunResult result;
        result.run = {index_of<ScenarioIndex>(scenario), plan_.first_replicate + i};
        result.scenario = study_.scenarios[scenario].name;
        result.failure = failure_text(what, result, to_text(study_.from), study_.seed, plan_);
        ++shared_.progress.runs_done;
        if (shared_.hooks.finished) shared_.hooks.finished(std::move(result));
      }
  }

  const Study& study_;
  const RunPlan& plan_;
  const Engine engine_;
  Sharing& shared_;
  const CountryFiles files_;
  const std::vector<Part> parts_;
  std::vector<bool> chosen_;  // by scenario; empty: all
  std::vector<Slot> slots_;
  std::vector<Job> jobs_;
  std::uint64_t runs_known_ = 0, months_known_ = 0;
};

}  // namespace

bool run_ensemble(const Study& study, const Experiment& experiment, const RunPlan& plan, const EnsembleHooks& hooks) {
  Sharing shared(hooks);
  Replicates replicates(study, experiment, plan, shared);
  shared.progress.runs_total = replicates.work().runs;
  shared.progress.resident_months_total = replicates.resident_months();
  const EnsembleWork& work = replicates.work();
  const Jobs jobs{work.replicates.size(), work.states_per_worker};
  spread(jobs.count, workers_of(plan, experiment.world, jobs), threads_of(plan), shared,
         [&](std::size_t job) { replicates.simulate(work.replicates[job]); });
  return !shared.stopped;
}

bool run_design(const Study& study, const Experiment& first, const RunPlan& plan, const EnsembleHooks& hooks) {
  Sharing shared(hooks);
  Parts parts(study, plan, first.engine, shared);
  const Jobs jobs{parts.jobs(), states_of_a_part(study, first), parts_of(study).size()};
  spread(jobs.count, workers_of(plan, first.world, jobs), threads_of(plan), shared,
         [&](std::size_t job) { parts.work(job); });
  return !shared.stopped;
}

}  // namespace polder
