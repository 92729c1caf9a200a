// polder reproduce CRATE: checks every file of a crate, makes all its runs again in a new folder, and compares every
// month of every run.
#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/rerun.h"
#include "cli/result_folder.h"
#include "cli/table.h"
#include "ensemble/parts.h"
#include "ensemble/work.h"
#include "reproduce/crate.h"
#include "store/folder.h"

namespace polder::cli {
namespace {

namespace fs = std::filesystem;

struct ReproduceOptions {
  fs::path crate, out;
  unsigned threads = 0;
  ProgressStyle progress = ProgressStyle::Auto;
  OutputOptions output;
};

/// A scenario's runs together.
struct Sum {
  std::size_t runs = 0, months = 0, equal = 0;
  std::string first;  // difference
};

/// results/<name of the crate>-again, where nothing may be yet.
fs::path folder_for(const ReproduceOptions& options) {
  const fs::path whole = fs::absolute(options.crate / "").lexically_normal().parent_path();
  const fs::path out = options.out.empty() ? fs::path("results") / (whole.stem().string() + "-again") : options.out;
  if (store::state_of(out) != store::FolderState::Free)
    refuse("E385", out.string(),
           std::string(in(options.output.language, "hier staat al iets; er is niets gedraaid",
                          "something is already here; nothing was run")),
           std::string(in(options.output.language, "kies een nieuwe map met --out", "choose a new folder with --out")));
  return out;
}

std::map<std::string, Sum> compare_all(const Store& stored, const Store& again) {
  std::map<std::string, Sum> sums;
  std::map<std::string, Store::Runs> made;  // by identity
  for (const Store::Runs& run : again.runs()) made[run.hash] = run;
  for (const Store::Runs& run : stored.runs()) {
    if (run.status != "done") continue;
    const StoreHeader& header = stored.header();
    const auto agreement =
        reproduce::agreement_of(stored.stored_run(run), again.stored_run(made.at(run.hash)), header.from, header.to);
    Sum& sum = sums[run.scenario];
    ++sum.runs;
    sum.months += agreement.months;
    sum.equal += agreement.equal;
    if (sum.first.empty() && agreement.first)
      sum.first = fmt::format("{} ({})", difference_text(agreement.first), run.replicate);
  }
  return sums;
}

Table table_of(const std::map<std::string, Sum>& sums, const std::vector<std::string>& order, Language language) {
  Table table{
      {"scenario", "runs", "months", "equal", "first_difference"},
      {"scenario", "runs", std::string(in(language, "maanden", "months")), std::string(in(language, "gelijk", "equal")),
       std::string(in(language, "eerste verschil (herhaling)", "first difference (replicate)"))},
      {}};
  for (const std::string& scenario : order) {
    const auto found = sums.find(scenario);
    if (found == sums.end()) continue;
    table.rows.push_back(
        {scenario, found->second.runs, found->second.months, found->second.equal, found->second.first});
  }
  return table;
}

int answer(const Store& stored, const Store& again, const OutputOptions& output) {
  const auto sums = compare_all(stored, again);
  fmt::print("{}", to_text(table_of(sums, stored.header().scenarios, output.language), output.format));
  bool equal = true;
  for (const auto& [scenario, sum] : sums) equal = equal && sum.equal == sum.months;
  if (output.format == Format::Text)
    fmt::print("\n{}\n{}\n",
               equal ? in(output.language, "gereproduceerd: elke maand van elke run is gelijk",
                          "reproduced: every month of every run is equal")
                     : in(output.language, "niet gereproduceerd: zie het eerste verschil",
                          "not reproduced: see the first difference"),
               say(output.language, Say::ResultsIn, again.folder().string()));
  return equal ? done : mismatch;
}

int reproduce_crate(const ReproduceOptions& options) {
  const fs::path out = folder_for(options);
  const reproduce::OpenCrate crate(options.crate);
  const Store stored = Store::open(crate.folder());
  const Study study = reproduce::study_of(stored, this_program());
  reproduce::spread(stored, 1);  // refuses a crate without finished runs
  const Experiment experiment = prepare(first_part(study));
  RunPlan plan = plan_of(stored, study);
  plan.threads = options.threads;
  ProgressLine line(progress_style(options.progress, options.output), study.name, stderr);
  if (!options.output.quiet)
    line.say(
        fmt::format(fmt::runtime(in(options.output.language, "{} bestanden zijn wat ze waren; de runs worden herhaald",
                                    "{} files are what they were; the runs are made again")),
                    crate.files()));
  Store again = Store::open_or_create(out, study, header_of(study), threads_of(plan));
  const bool complete = simulate_again(
      study, experiment, plan, [&](const Progress& progress) { line.update(progress); },
      [&](RunResult&& result) {
        again.add(result);
        line.run_finished(result);
      });
  const int code = complete ? answer(stored, again, options.output) : interrupted;
  again.close_session(code);
  return code;
}

}  // namespace

void add_reproduce(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("reproduce", "check a crate, make all its runs again and compare every month");
  const auto options = std::make_shared<ReproduceOptions>();
  command->add_option("CRATE", options->crate, "folder or zip file of 'polder export --to ro-crate'")->required();
  command->add_option("-o,--out", options->out, "new result folder (results/<crate>-again)")->type_name("PATH");
  add_threads_flag(*command, options->threads);
  add_progress_flag(*command, options->progress);
  add_output_flags(*command, options->output);
  command->callback([options, &action] { action = [options] { return reproduce_crate(*options); }; });
}

}  // namespace polder::cli
