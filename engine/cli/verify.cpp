// polder verify RESULT: simulates some stored runs again, with other numbers of threads, and compares every month.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/rerun.h"
#include "cli/result_folder.h"
#include "cli/table.h"
#include "ensemble/parts.h"

namespace polder::cli {
namespace {

struct VerifyOptions {
  std::filesystem::path result;
  std::size_t runs = 5;
  ProgressStyle progress = ProgressStyle::Auto;
  OutputOptions output;
};

Table table_for(Language language) {
  return {{"scenario", "replicate", "threads", "months", "equal", "first_difference"},
          {std::string(in(language, "scenario", "scenario")), std::string(in(language, "herhaling", "replicate")),
           "threads", std::string(in(language, "maanden", "months")), std::string(in(language, "gelijk", "equal")),
           std::string(in(language, "eerste verschil", "first difference"))},
          {}};
}

/// Simulates one run of several again; nothing when stopped.
std::optional<reproduce::Agreement> check_run(const Store& store, const Study& study, const Experiment& experiment,
                                              const Store::Runs& run, const RunPlan& plan, const Progressing& show) {
  std::optional<reproduce::Agreement> agreement;
  simulate_again(study, experiment, plan, show, [&](RunResult&& again) {
    agreement = reproduce::agreement_of(store.stored_run(run), again, study.from, study.to);
  });
  return agreement;
}

/// Of one run of `all`, before which `before` were done, how far all are; every run is as long.
Progress among(const Progress& one, std::size_t before, std::size_t all) {
  return {before + one.runs_done, all, before * one.resident_months_total + one.resident_months,
          all * one.resident_months_total};
}

int answer(const Table& table, std::size_t differ, const OutputOptions& output) {
  fmt::print("{}", to_text(table, output.format));
  if (output.format == Format::Text) {
    const std::string_view equal = in(output.language, "\n{} runs: elke maand is gelijk aan wat bewaard is\n",
                                      "\n{} runs: every month equals what is stored\n");
    const std::string_view wrong = in(output.language, "\n{1} van {0} runs wijken af van wat bewaard is\n",
                                      "\n{1} of {0} runs differ from what is stored\n");
    fmt::print(fmt::runtime(differ == 0 ? equal : wrong), table.rows.size(), differ);
  }
  return differ == 0 ? done : mismatch;
}

int verify(const VerifyOptions& options) {
  const Language language = options.output.language;
  const Store store = Store::open(result_or_newest(options.result));
  const Study study = reproduce::study_of(store, this_program());
  const auto runs = reproduce::spread(store, options.runs);
  const auto threads = reproduce::other_threads(store);
  const Experiment experiment = prepare(first_part(study));
  Table table = table_for(language);
  std::size_t differ = 0;
  ProgressLine line(progress_style(options.progress, options.output), study.name, stderr);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const unsigned count = threads[i % threads.size()];
    if (!options.output.quiet)
      line.say(fmt::format(fmt::runtime(in(language, "run {} van {}: {}, herhaling {}, threads: {}",
                                           "run {} of {}: {}, replicate {}, threads: {}")),
                           i + 1, runs.size(), runs[i].scenario, runs[i].replicate, count));
    const auto agreement = check_run(store, study, experiment, runs[i], plan_of(study, runs[i], count),
                                     [&](const Progress& one) { line.update(among(one, i, runs.size())); });
    if (!agreement) return interrupted;
    if (agreement->first) ++differ;
    table.rows.push_back({runs[i].scenario, runs[i].replicate, count, agreement->months, agreement->equal,
                          difference_text(agreement->first)});
  }
  return answer(table, differ, options.output);
}

}  // namespace

void add_verify(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("verify", "simulate stored runs again with other threads and compare every month");
  const auto options = std::make_shared<VerifyOptions>();
  command->add_option("RESULT", options->result, "a result folder (the newest under results/)");
  command->add_option("--runs", options->runs, "how many runs, spread over scenarios and replicates (5)")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000}).description(""));
  add_progress_flag(*command, options->progress);
  add_output_flags(*command, options->output);
  command->callback([options, &action] { action = [options] { return verify(*options); }; });
}

}  // namespace polder::cli
