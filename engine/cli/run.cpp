// polder run STUDY: simulates what is not finished yet, and stores every run as soon as it ends.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/estimate.h"
#include "cli/exit_codes.h"
#include "cli/interrupts.h"
#include "cli/precision.h"
#include "cli/problem_texts.h"
#include "cli/progress.h"
#include "cli/result_folder.h"
#include "data/problems.h"
#include "ensemble/parts.h"
#include "ensemble/work.h"
#include "polder/ensemble/ensemble.h"
#include "simulation/resolve.h"

namespace polder::cli {
namespace {

struct RunOptions {
  StudyFlags study;
  OutputOptions output;
  ProgressStyle progress = ProgressStyle::Auto;
  bool fresh = false, yes = false, stop_on_error = false;
};

struct Outcome {
  std::size_t reused = 0, finished = 0, failed = 0, total = 0;
  bool complete = false, halted = false;  // halted: by a failed run, with --on-error stop
};

class Messages {
 public:
  Messages(ProgressLine& line, const OutputOptions& output) : line_(line), output_(output) {}
  template <class... Arguments>
  void operator()(Say what, const Arguments&... arguments) const {
    if (!output_.quiet) line_.say(say(output_.language, what, arguments...));
  }

 private:
  ProgressLine& line_;
  const OutputOptions& output_;
};

void introduce(const Study& study, const Experiment& experiment, const RunPlan& plan, const Messages& tell) {
  const std::size_t scenarios = plan.scenarios.empty() ? study.scenarios.size() : plan.scenarios.size();
  tell(Say::Heading, study.name, scenarios, plan.replicates, experiment.model.country.name_en, study.weight,
       count(static_cast<double>(residents_in(experiment.world))), to_text(study.from), to_text(study.to));
  for (const std::string& note : experiment.notes) tell(Say::Note, note);
}

/// Identities of all runs of a plan that are not finished; of a design every world is made for it.
std::set<std::string> unfinished(const Study& study, const RunPlan& plan) {
  std::set<std::string> wanted;
  const CountryFiles figures = figures_of(study);
  for (const Part& part : parts_of(study)) {
    RunPlan own = plan;
    if (study.design) own.scenarios.clear();
    const Study of_part = study_of(study, part);
    for (const ReplicateWork& replicate : work_of(of_part, prepare(of_part, figures), own).replicates)
      wanted.insert(replicate.identities.begin(), replicate.identities.end());
  }
  return wanted;
}

/// Replicates that a plan may come to, round by round.
std::uint32_t most_replicates(const Study& study, const RunPlan& plan) {
  return study.until ? std::max(plan.replicates, study.until->most) : plan.replicates;
}

/// Copies what an earlier folder holds from before an edit, so that it need not be simulated again.
void take_over_untouched_runs(const Study& study, RunPlan plan, Store& store, const Messages& tell) {
  plan.replicates = most_replicates(study, plan);
  const std::size_t taken = take_over_from_neighbours(store, [&] { return unfinished(study, plan); });
  if (taken > 0) tell(Say::TakenOver, taken);
}

/// A precision is that of a difference: its reference must be among the scenarios chosen.
void check_references(const Study& study, const RunPlan& plan) {
  if (!study.until || plan.scenarios.empty()) return;
  std::set<std::string> chosen;
  for (const ScenarioIndex scenario : plan.scenarios) chosen.insert(study.scenarios[number(scenario)].name);
  for (const auto& [name, reference] : references_in(study))
    if (chosen.contains(name) && !chosen.contains(reference))
      refuse("E356", "--scenario",
             fmt::format("replicates go on until {} differs from {} precisely enough", name, reference),
             fmt::format("add {}, or say how many: --replicates", reference));
}

/// A design soon asks for more than somebody wanted.
void check_size(const Study& study, const Experiment& experiment, RunPlan plan, const RunOptions& options) {
  plan.replicates = most_replicates(study, plan);
  const Tally tally = tally_of(study, plan);
  if (!study.design || options.yes || tally.total - tally.finished <= many_runs) return;
  const Estimate found = estimate_of(study, experiment, plan);
  refuse("E350", options.study.study.string(),
         fmt::format("its design asks for {} runs, about {} on {} threads", found.runs, duration(found.seconds),
                     found.threads),
         "add --yes to run them all; fewer points or --replicates take less");
}

/// Simulates what a plan lacks.
Outcome simulate(const Study& study, const Experiment& experiment, const RunPlan& plan, Store& store,
                 ProgressLine& line, const Messages& tell, const RunOptions& options) {
  const Tally tally = tally_of(study, plan);
  Outcome outcome{.reused = tally.finished, .total = tally.total};
  if (tally.finished == tally.total) {
    outcome.complete = true;
    tell(Say::NothingToDo, outcome.total);
    return outcome;
  }
  if (tally.finished > 0) tell(Say::Reusing, tally.finished);

  bool told = false;
  EnsembleHooks hooks;
  hooks.finished = [&](RunResult&& result) {
    store.add(result);
    line.run_finished(result);
    ++(result.failure.empty() ? outcome.finished : outcome.failed);
    if (result.failure.empty()) return;
    outcome.halted = options.stop_on_error;
    line.say(say(options.output.language, Say::RunFailed, result.failure, store.log_of(result).string()));
  };
  hooks.progress = [&](const Progress& progress) { line.update(progress); };
  hooks.stop = [&] {
    if (outcome.halted) return true;
    if (!interrupted_so_far()) return false;
    if (!told) tell(Say::Stopping);
    return told = true;
  };
  note_interrupts();
  const bool all =
      study.design ? run_design(study, experiment, plan, hooks) : run_ensemble(study, experiment, plan, hooks);
  outcome.complete = all && !outcome.halted;
  return outcome;
}

/// Goes on, round by round, until every difference to the reference is as precise as the study asks. What a round
/// decides follows from the runs of its replicates alone.
Outcome simulate_rounds(const Study& study, const Experiment& experiment, RunPlan plan, Store& store,
                        ProgressLine& line, const Messages& tell, const RunOptions& options) {
  Outcome all;
  for (;; plan.replicates = next_round(plan.replicates, study.until->most)) {
    note_finished(store, plan);
    const Outcome round = simulate(study, experiment, plan, store, line, tell, options);
    all.finished += round.finished;
    all.failed = round.failed;  // every round tries them again
    all.total = round.total;
    all.reused = round.total - all.finished - all.failed;
    all.complete = round.complete;
    all.halted = round.halted;
    if (!round.complete) return all;
    const WantedPrecision wanted = wanted_precision(*study.until, store);
    const auto known =
        precision_of(store, wanted, compared_scenarios(study, plan.scenarios), plan.first_replicate, plan.replicates);
    const bool reached = std::ranges::all_of(known, &KnownPrecision::reached);
    for (const std::string& text : precision_text(known, wanted, plan.replicates, options.output.language))
      if (!options.output.quiet) line.say(text);
    if (reached || plan.replicates >= study.until->most) return all;
  }
}

void answer(const Outcome& outcome, const std::filesystem::path& folder, bool design, const OutputOptions& output) {
  if (output.format == Format::Text) {
    fmt::print("{}\n", say(output.language, Say::ResultsIn, folder.string()));
    const Say next = design ? Say::AnalyseWith : Say::CompareWith;
    if (outcome.complete) fmt::print("{}\n", say(output.language, next, folder.string()));
    return;
  }
  const nlohmann::ordered_json json{{"result", folder.string()},    {"complete", outcome.complete},
                                    {"runs", outcome.total},        {"reused", outcome.reused},
                                    {"finished", outcome.finished}, {"failed", outcome.failed}};
  fmt::print("{}\n", json.dump());
}

int run(const RunOptions& options) {
  const Study study = study_from(options.study.study, options.study.overrides);
  RunPlan plan = run_plan(study, options.study);
  ProgressLine line(progress_style(options.progress, options.output), study.name, stderr);
  const Messages tell(line, options.output);
  if (!options.output.quiet) {
    for (const Problem& warning : in_language(study.warnings, options.output.language))
      line.say(data::to_text(warning, frame_in(options.output.language)));
  }
  Experiment experiment = prepare(first_part(study));
  experiment.engine = options.study.engine;
  const auto folder = options.study.out.empty() ? default_folder(study) : options.study.out;
  if (!options.fresh && std::filesystem::exists(folder / "manifest.json")) note_finished(Store::open(folder), plan);
  check_size(study, experiment, plan, options);
  check_references(study, plan);
  if (options.fresh) remove_result(folder, study);
  Store store = Store::open_or_create(folder, study, header_of(study), threads_of(plan));
  introduce(study, experiment, plan, tell);
  note_finished(store, plan);
  const bool folder_is_ours = options.study.out.empty();  // in a folder that the user named everything is simulated
  if (folder_is_ours && !options.fresh) {
    take_over_untouched_runs(study, plan, store, tell);
    note_finished(store, plan);
  }
  const Outcome outcome = study.until ? simulate_rounds(study, experiment, plan, store, line, tell, options)
                                      : simulate(study, experiment, plan, store, line, tell, options);
  if (outcome.halted) tell(Say::Halted, outcome.reused + outcome.finished, outcome.total);
  if (!outcome.complete && !outcome.halted) tell(Say::Stopped, outcome.reused + outcome.finished, outcome.total);
  if (outcome.failed > 0) tell(Say::SomeFailed, outcome.failed, outcome.total);
  answer(outcome, folder, study.design.has_value(), options.output);
  const ExitCode code = outcome.failed > 0 && (outcome.complete || outcome.halted) ? some_failed
                        : outcome.complete                                         ? done
                                                                                   : interrupted;
  store.close_session(code);
  return code;
}

}  // namespace

void add_run(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("run", "simulate a study; finished runs are not repeated");
  const auto options = std::make_shared<RunOptions>();
  add_study_flags(*command, options->study);
  add_run_flags(*command, options->study);
  add_progress_flag(*command, options->progress);
  add_output_flags(*command, options->output);
  command->add_flag("--fresh", options->fresh, "remove the existing result of this study first");
  add_on_error_flag(*command, options->stop_on_error);
  command->add_flag("--yes", options->yes, fmt::format("run a design of more than {} runs", many_runs));
  command->callback([options, &action] { action = [options] { return run(*options); }; });
}

}  // namespace polder::cli
