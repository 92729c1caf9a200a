// polder plan STUDY: what a run would do and cost; nothing is written.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/estimate.h"
#include "cli/exit_codes.h"
#include "cli/result_folder.h"
#include "cli/table.h"
#include "ensemble/parts.h"

namespace polder::cli {
namespace {

struct PlanOptions {
  StudyFlags study;
  OutputOptions output;
};

int plan(const PlanOptions& options) {
  const Study study = study_from(options.study.study, options.study.overrides);
  RunPlan plan = run_plan(study, options.study);
  Experiment experiment = prepare(first_part(study));
  experiment.engine = options.study.engine;
  const auto folder = options.study.out.empty() ? default_folder(study) : options.study.out;
  if (std::filesystem::exists(folder / "manifest.json")) note_finished(Store::open(folder), plan);
  const Estimate found = estimate_of(study, experiment, plan);

  const auto name = [&](Say what) { return say(options.output.language, what); };
  Table table{{"quantity", "value"}, {}, {}};
  const bool people = options.output.format == Format::Text;
  const auto shown = [&](double value, std::string text) {
    return people ? nlohmann::ordered_json(std::move(text)) : nlohmann::ordered_json(value);
  };
  const auto line = [&](std::string_view key, Say what, double value, std::string text) {
    table.rows.push_back({people ? name(what) : std::string(key), shown(value, std::move(text))});
  };
  const auto whole = [&](std::string_view key, Say what, std::size_t number) {
    line(key, what, static_cast<double>(number), fmt::format("{}", number));
  };
  whole("runs", Say::Runs, found.runs);
  whole("runs_finished", Say::RunsFinished, found.runs_finished);
  whole("months", Say::MonthsToSimulate, found.months);
  whole("months_shared", Say::SharedMonths, found.months_shared);
  line("seconds", Say::EstimatedTime, found.seconds, duration(found.seconds));
  line("memory_bytes", Say::EstimatedMemory, found.memory, bytes(found.memory));
  line("disk_bytes", Say::EstimatedDisk, found.disk, bytes(found.disk));
  if (study.until) whole("replicates_most", Say::AtMost, study.until->most);
  if (study.design) {
    whole("points", Say::Points, study.design->points.size());
    whole("worlds", Say::Worlds, found.worlds);
  }
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
