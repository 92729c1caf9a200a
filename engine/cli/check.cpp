// polder check FILE...: all mistakes at once, nothing is run.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/commands.h"
#include "cli/estimate.h"
#include "cli/exit_codes.h"
#include "cli/problem_texts.h"
#include "cli/table.h"
#include "data/problems.h"
#include "ensemble/parts.h"
#include "polder/simulation/simulation.h"

namespace polder::cli {
namespace {

struct CheckOptions {
  std::vector<std::filesystem::path> files;
  StudyOptions overrides;
  OutputOptions output;
};

struct Findings {
  std::vector<Problem> errors, warnings;
  std::string costs;  // of a design, in the language of the answer
};

/// What the design of a study comes to.
std::string costs_of(const Study& study, const Experiment& experiment, Language language) {
  RunPlan plan;
  plan.replicates = study.replicates;
  const Estimate found = estimate_of(study, experiment, plan);
  return say(language, Say::DesignCosts, study.design->points.size(), study.scenarios.size(), found.runs,
             duration(found.seconds), found.threads);
}

Findings findings_in(const std::filesystem::path& file, const StudyOptions& overrides, Language language) {
  Findings found;
  try {
    const Study study = study_from(file, overrides);
    found.warnings = in_language(study.warnings, language);
    const Experiment experiment = prepare(first_part(study));  // only the world knows places, plants and the sample
    if (study.design) found.costs = costs_of(study, experiment, language);
  } catch (const InputError& wrong) {
    found.errors = in_language(wrong.problems(), language);
  }
  return found;
}

nlohmann::ordered_json to_json(const Problem& problem, bool error) {
  return {{"severity", error ? "error" : "warning"},
          {"code", problem.code},
          {"file", problem.file},
          {"line", problem.line},
          {"column", problem.column},
          {"message", problem.message},
          {"help", problem.help}};
}

/// Percent, line ends and, in properties, commas and colons are written as codes in a workflow command.
std::string escaped(const std::string& text, bool property) {
  std::string safe;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    safe += special ? fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c))) : std::string(1, c);
  }
  return safe;
}

std::string github_line(const Problem& problem, bool error) {
  return fmt::format("::{} file={},line={},col={},title={}::{}{}\n", error ? "error" : "warning",
                     escaped(problem.file, true), problem.line, problem.column, escaped(problem.code, true),
                     escaped(problem.message, false),
                     problem.help.empty() ? "" : " (" + escaped(problem.help, false) + ")");
}

/// Text: mistakes on stderr, "no mistakes" on stdout. JSON and GitHub annotations go to stdout.
void print(const std::filesystem::path& file, const Findings& found, const OutputOptions& output,
           nlohmann::ordered_json& list) {
  if (output.format == Format::Json) {
    for (const Problem& problem : found.errors) list.push_back(to_json(problem, true));
    for (const Problem& problem : found.warnings) list.push_back(to_json(problem, false));
  } else if (output.format == Format::Github) {
    for (const Problem& problem : found.errors) std::fputs(github_line(problem, true).c_str(), stdout);
    for (const Problem& problem : found.warnings) std::fputs(github_line(problem, false).c_str(), stdout);
  } else {
    const data::Frame& frame = frame_in(output.language);
    if (!output.quiet) {
      for (const Problem& problem : found.warnings) std::fputs((data::to_text(problem, frame) + "\n").c_str(), stderr);
    }
    if (!found.errors.empty())
      std::fputs(data::to_text(found.errors, frame).c_str(), stderr);
    else if (!output.quiet)
      fmt::print("{}\n{}{}", say(output.language, Say::NoMistakes, file.string()), found.costs,
                 found.costs.empty() ? "" : "\n");
  }
}

int check(const CheckOptions& options) {
  bool wrong = false;
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const auto& file : options.files) {
    const Findings found = findings_in(file, options.overrides, options.output.language);
    wrong = wrong || !found.errors.empty();
    print(file, found, options.output, list);
  }
  if (options.output.format == Format::Json) fmt::print("{}\n", list.dump(2));
  return wrong ? input_wrong : done;
}

}  // namespace

void add_check(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("check", "find all mistakes in study files; nothing is run");
  const auto options = std::make_shared<CheckOptions>();
  command->add_option("FILE", options->files, "study files")->required();
  command->add_option("--set", options->overrides.set, "change a setting: path=value; may be repeated")
      ->type_name("PATH=VALUE")
      ->allow_extra_args(false);
  command->add_option("--sample", options->overrides.sample, "persons per simulated resident")->type_name("1:N");
  add_output_flags(*command, options->output, Writes::Notes);
  command->callback([options, &action] { action = [options] { return check(*options); }; });
}

}  // namespace polder::cli
