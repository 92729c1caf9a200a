// polder calibrate TARGETS: moves parameters until the reference meets published figures, or only measures them.
#include "calibrate/calibrate.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "calibrate/distance.h"
#include "calibrate/report.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/interrupts.h"
#include "cli/table.h"
#include "store/files.h"

namespace polder::cli {
namespace {

using calibrate::Calibration;
using calibrate::Targets;

constexpr std::string_view report_name = "targets-report.csv";

struct CalibrateOptions {
  std::filesystem::path file, out;
  calibrate::TargetOptions targets;
  OutputOptions output;
  unsigned threads = 0, evaluations = 60;
  bool dry = false;
};

Table moments_table(const Targets& targets, const Calibration& calibration, bool dry) {
  Table table{{"moment", "pattern", "unit", "target", "from", "to", "before", "after", "verdict"},
              {"moment", "", "unit", "target", "from", "to", dry ? "measured" : "before", "after", "verdict"},
              {}};
  for (std::size_t i = 0; i < targets.moments.size(); ++i) {
    const calibrate::Target& target = targets.moments[i];
    const double after = calibration.after.moments[i];
    Table::Row row{std::string(target.moment->key),
                   std::string(target.moment->pattern),
                   std::string(target.moment->unit),
                   target.value ? nlohmann::ordered_json(*target.value) : nlohmann::ordered_json(nullptr),
                   target.from,
                   target.to,
                   calibration.before.moments[i],
                   after,
                   fmt::format("{}{}", to_text(verdict_on(target, after)), target.weight > 0 ? "" : " (looked at)")};
    if (dry) row.erase(row.begin() + 7);
    table.rows.push_back(std::move(row));
  }
  if (dry) {
    table.keys.erase(table.keys.begin() + 7);
    table.titles.erase(table.titles.begin() + 7);
  }
  return table;
}

Table parameters_table(const Targets& targets, const Calibration& calibration) {
  Table table{{"parameter", "unit", "from", "to", "before", "after"},
              {"parameter", "unit", "from", "to", "before", "after"},
              {}};
  for (std::size_t i = 0; i < targets.parameters.size(); ++i) {
    const calibrate::FreeParameter& free = targets.parameters[i];
    table.rows.push_back({std::string(free.declaration->key), std::string(to_text(free.declaration->unit)), free.from,
                          free.to, free.given.value, calibration.after.values[i]});
  }
  return table;
}

std::size_t in_band(const Targets& targets, const calibrate::Evaluation& evaluation) {
  std::size_t inside = 0;
  for (std::size_t i = 0; i < targets.moments.size(); ++i)
    if (verdict_on(targets.moments[i], evaluation.moments[i]) == calibrate::Verdict::InBand) ++inside;
  return inside;
}

std::string answer(const Targets& targets, const Calibration& calibration, const CalibrateOptions& options) {
  const Table moments = moments_table(targets, calibration, options.dry);
  const Table parameters = options.dry ? Table{} : parameters_table(targets, calibration);
  if (options.output.format == Format::Csv) return report_csv(targets, calibration);
  if (options.output.format == Format::Json) {
    const nlohmann::ordered_json json{{"moments", to_json(moments)},
                                      {"parameters", to_json(parameters)},
                                      {"distance_before", calibration.before.distance},
                                      {"distance_after", calibration.after.distance},
                                      {"evaluations", calibration.evaluations}};
    return json.dump(2) + '\n';
  }
  std::string text = to_text(moments, Format::Text);
  text += say(options.output.language, Say::InBand, in_band(targets, calibration.after), targets.moments.size()) + '\n';
  if (options.dry) return text;
  return text + '\n' + to_text(parameters, Format::Text) +
         fmt::format("distance {:.4g} -> {:.4g}\n", calibration.before.distance, calibration.after.distance);
}

/// Refuses a folder with other things in it, before anything is run.
void check_folder(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  if (!fs::exists(folder) || fs::exists(folder / report_name)) return;
  if (fs::is_directory(folder) && fs::is_empty(folder)) return;
  refuse("E305", folder.string(), "the folder is not empty and holds no calibration; nothing is written into it",
         "choose another --out");
}

void write(const std::filesystem::path& folder, const Targets& targets, const Calibration& calibration, bool dry) {
  std::filesystem::create_directories(folder);
  store::write_durably(folder / report_name, report_csv(targets, calibration));
  if (dry) return;
  for (const auto& [name, text] : parameter_files(targets, calibration)) store::write_durably(folder / name, text);
}

Calibration search(const Targets& targets, const CalibrateOptions& options) {
  const auto tell = [&](Say what, const auto&... arguments) {
    if (!options.output.quiet) fmt::print(stderr, "{}\n", say(options.output.language, what, arguments...));
  };
  note_interrupts();
  calibrate::CalibrationHooks hooks;
  hooks.stop = interrupted_so_far;
  hooks.evaluated = [&](const calibrate::Evaluation& evaluation, unsigned count, double best) {
    std::string values;
    for (std::size_t i = 0; i < evaluation.values.size(); ++i)
      values +=
          fmt::format("{}{} {:.4g}", i == 0 ? "" : ", ", targets.parameters[i].declaration->key, evaluation.values[i]);
    tell(Say::Evaluated, count, options.evaluations, evaluation.distance, best, values);
  };
  const Calibration found = calibrate::calibrate(targets, options.threads, options.evaluations, hooks);
  tell(found.ended == calibrate::Ended::Converged ? Say::Converged : Say::BestSoFar, found.evaluations);
  return found;
}

int run(const CalibrateOptions& options) {
  const Targets targets = load_targets(options.file, options.targets);
  const auto folder = options.out.empty() && !options.dry
                          ? std::filesystem::path("results") / fmt::format("calibrate-{}", targets.name)
                          : options.out;
  if (!folder.empty()) check_folder(folder);
  if (!options.output.quiet)
    fmt::print(stderr, "{}\n",
               say(options.output.language, Say::Calibrating, options.file.string(), targets.parameters.size(),
                   targets.moments.size(), targets.study.weight, to_text(targets.from), to_text(targets.to),
                   targets.replicates));
  Calibration calibration;
  if (options.dry) {
    calibration.before = calibration.after = evaluate_present(targets, options.threads);
    calibration.evaluations = 1;
  } else {
    calibration = search(targets, options);
  }
  if (!folder.empty()) write(folder, targets, calibration, options.dry);
  fmt::print("{}", answer(targets, calibration, options));
  if (!folder.empty() && options.output.format == Format::Text)
    fmt::print("{}\n", say(options.output.language, Say::ResultsIn, folder.string()));
  return calibration.ended == calibrate::Ended::Stopped ? interrupted : done;
}

}  // namespace

void add_calibrate(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("calibrate", "fit parameters to published figures");
  const auto options = std::make_shared<CalibrateOptions>();
  command->add_option("TARGETS", options->file, "a file of targets")->required();
  command->add_option("--sample", options->targets.sample, "persons per simulated resident, for example 1:100")
      ->type_name("1:N");
  command->add_option("--replicates", options->targets.replicates, "runs per evaluation")
      ->type_name("N")
      ->check(CLI::Range(1, 1000));
  add_threads_flag(*command, options->threads);
  command->add_option("--evaluations", options->evaluations, "evaluations at most (60)")
      ->type_name("N")
      ->check(CLI::Range(1, 100000));
  command->add_option("--out", options->out, "folder for the report and the parameters (results/calibrate-<name>)")
      ->type_name("PATH");
  command->add_flag("--dry", options->dry, "only measure; writes the report if --out is given");
  add_output_flags(*command, options->output);
  command->callback([options, &action] { action = [options] { return run(*options); }; });
}

}  // namespace polder::cli
