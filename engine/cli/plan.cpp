// polder plan STUDY: what a run would do and cost; nothing is written.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <set>
#include <thread>

#include "cli/commands.h"
#include "cli/estimate.h"
#include "cli/exit_codes.h"
#include "cli/result_folder.h"
#include "cli/table.h"
#include "ensemble/work.h"

namespace polder::cli {
namespace {

struct PlanOptions {
  StudyFlags study;
  OutputOptions output;
};

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

/// Finished runs of the result folder, none if there is no folder yet.
std::set<std::string> finished_in(const std::filesystem::path& folder) {
  if (!std::filesystem::exists(folder / "manifest.json")) return {};
  return Store::open(folder).finished();
}

int plan(const PlanOptions& options) {
  const Study study = load_study(options.study.study, options.study.overrides);
  RunPlan plan = run_plan(study, options.study);
  Experiment experiment = prepare(study);
  experiment.engine = options.study.engine;
  const auto folder = options.study.out.empty() ? default_folder(study) : options.study.out;
  plan.finished = finished_in(folder);
  const EnsembleWork work = work_of(study, experiment, plan);

  plan.threads = std::min(threads_of(plan), std::max(1u, std::thread::hardware_concurrency()));
  const std::size_t workers = workers_of(work, experiment, plan);
  const double seconds = estimated_seconds(experiment, work, workers);
  const double memory = bytes_together(work, experiment, workers);
  const double disk = bytes_per_run(study, experiment) * static_cast<double>(work.runs);

  const auto name = [&](Say what) { return say(options.output.language, what); };
  Table table{{"quantity", "value"}, {}, {}};
  const bool people = options.output.format == Format::Text;
  const auto shown = [&](double value, std::string text) {
    return people ? nlohmann::ordered_json(std::move(text)) : nlohmann::ordered_json(value);
  };
  const auto line = [&](std::string_view key, Say what, double value, std::string text) {
    table.rows.push_back({people ? name(what) : std::string(key), shown(value, std::move(text))});
  };
  const auto whole = [](std::size_t number) { return static_cast<double>(number); };
  line("runs", Say::Runs, whole(work.runs), fmt::format("{}", work.runs));
  line("runs_finished", Say::RunsFinished, whole(work.runs_finished), fmt::format("{}", work.runs_finished));
  line("months", Say::MonthsToSimulate, whole(work.months), fmt::format("{}", work.months));
  line("months_shared", Say::SharedMonths, whole(work.months_apart - work.months),
       fmt::format("{}", work.months_apart - work.months));
  line("seconds", Say::EstimatedTime, seconds, duration(seconds));
  line("memory_bytes", Say::EstimatedMemory, memory, bytes(memory));
  line("disk_bytes", Say::EstimatedDisk, disk, bytes(disk));
  if (people) {
    for (const std::string& note : experiment.notes) fmt::print("{}\n", say(options.output.language, Say::Note, note));
    fmt::print("{}\n", say(options.output.language, Say::ResultsIn, folder.string()));
  }
  fmt::print("{}", to_text(table, options.output.format));
  return done;
}

}  // namespace

void add_plan(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("plan", "what a run would do: runs, time, memory, disk");
  const auto options = std::make_shared<PlanOptions>();
  add_study_flags(*command, options->study);
  add_run_flags(*command, options->study);
  add_output_flags(*command, options->output);
  command->callback([options, &action] { action = [options] { return plan(*options); }; });
}

}  // namespace polder::cli
