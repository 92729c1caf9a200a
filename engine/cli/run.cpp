// polder run STUDY: simulates what is not finished yet, and stores every run as soon as it ends.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/interrupts.h"
#include "cli/progress.h"
#include "cli/result_folder.h"
#include "data/problems.h"
#include "ensemble/work.h"
#include "polder/ensemble/ensemble.h"

namespace polder::cli {
namespace {

struct RunOptions {
  StudyFlags study;
  OutputOptions output;
  ProgressStyle progress = ProgressStyle::Auto;
  bool fresh = false;
};

struct Outcome {
  std::size_t reused = 0, finished = 0, failed = 0, total = 0;
  bool complete = false;
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

/// Copies what an earlier folder holds from before an edit, so that it need not be simulated again.
void take_over_untouched_runs(const Study& study, const Experiment& experiment, const RunPlan& plan, Store& store,
                              const Messages& tell) {
  std::set<std::string> wanted;
  for (const ReplicateWork& replicate : work_of(study, experiment, plan).replicates) {
    wanted.insert(replicate.identities.begin(), replicate.identities.end());
  }
  if (const std::size_t taken = take_over_from_neighbours(store, wanted); taken > 0) tell(Say::TakenOver, taken);
}

Outcome simulate(const Study& study, const Experiment& experiment, const RunPlan& plan, Store& store,
                 ProgressLine& line, const Messages& tell) {
  const EnsembleWork work = work_of(study, experiment, plan);
  Outcome outcome{.reused = work.runs_finished, .total = work.runs + work.runs_finished};
  if (work.runs == 0)
    tell(Say::NothingToDo, outcome.total);
  else if (work.runs_finished > 0)
    tell(Say::Reusing, work.runs_finished);

  bool told = false;
  EnsembleHooks hooks;
  hooks.finished = [&](RunResult&& result) {
    store.add(result);
    ++(result.failure.empty() ? outcome.finished : outcome.failed);
    line.run_finished(result);
    if (!result.failure.empty()) line.say("run failed: " + result.failure);
  };
  hooks.progress = [&](const Progress& progress) { line.update(progress); };
  hooks.stop = [&] {
    if (!interrupted_so_far()) return false;
    if (!told) tell(Say::Stopping);
    return told = true;
  };
  note_interrupts();
  outcome.complete = run_ensemble(study, experiment, plan, hooks);
  return outcome;
}

void answer(const Outcome& outcome, const std::filesystem::path& folder, const OutputOptions& output) {
  if (output.format == Format::Text) {
    fmt::print("{}\n", say(output.language, Say::ResultsIn, folder.string()));
    if (outcome.complete) fmt::print("{}\n", say(output.language, Say::CompareWith, folder.string()));
    return;
  }
  const nlohmann::ordered_json json{{"result", folder.string()},    {"complete", outcome.complete},
                                    {"runs", outcome.total},        {"reused", outcome.reused},
                                    {"finished", outcome.finished}, {"failed", outcome.failed}};
  fmt::print("{}\n", json.dump());
}

int run(const RunOptions& options) {
  const Study study = load_study(options.study.study, options.study.overrides);
  RunPlan plan = run_plan(study, options.study);
  ProgressLine line(options.progress, study.name, stderr);
  const Messages tell(line, options.output);
  if (!options.output.quiet) {
    for (const Problem& warning : study.warnings) line.say(data::to_text(warning, frame_in(options.output.language)));
  }
  Experiment experiment = prepare(study);
  experiment.engine = options.study.engine;
  const auto folder = options.study.out.empty() ? default_folder(study) : options.study.out;
  if (options.fresh) remove_result(folder, study);
  Store store = Store::open_or_create(folder, study, header_of(study), threads_of(plan));
  introduce(study, experiment, plan, tell);
  plan.finished = store.finished();
  const bool folder_is_ours = options.study.out.empty();  // in a folder that the user named everything is simulated
  if (folder_is_ours && !options.fresh) {
    take_over_untouched_runs(study, experiment, plan, store, tell);
    plan.finished = store.finished();
  }
  const Outcome outcome = simulate(study, experiment, plan, store, line, tell);
  if (!outcome.complete) tell(Say::Stopped, outcome.reused + outcome.finished, outcome.total);
  if (outcome.failed > 0) tell(Say::SomeFailed, outcome.failed, outcome.total);
  answer(outcome, folder, options.output);
  const ExitCode code = !outcome.complete ? interrupted : outcome.failed > 0 ? some_failed : done;
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
  command->callback([options, &action] { action = [options] { return run(*options); }; });
}

}  // namespace polder::cli
