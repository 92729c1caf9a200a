// polder explain KEY: what a parameter, lever, indicator, place, error code or the schedule means.
#include "cli/explain.h"

#include <memory>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "data/problems.h"

namespace polder::cli {
namespace {

namespace fs = std::filesystem;

struct ExplainOptions {
  std::string key;
  fs::path study;  // of `world STUDY`
  std::vector<std::string> difference;  // --diff: two scenarios of the study that KEY names
  std::uint32_t replicate = 0;
  std::string country = "netherlands";
  StudyOptions overrides;
  OutputOptions output;
};

/// Any file of a study that stands in the scenarios folder: its settings are looked up beside it.
fs::path any_study(const fs::path& named) {
  return named.empty() ? fs::current_path() / "scenarios" / "studies" / "study.yaml" : named;
}

std::optional<Table> explanation_of(const ExplainOptions& options, const CountryFiles& files) {
  if (options.key == "schedule") return explain_schedule();
  const Language language = options.output.language;
  if (auto found = explain_lever(options.key, language)) return found;
  if (auto found = explain_indicator(options.key, language)) return found;
  if (auto found = explain_error(options.key, language)) return found;
  const fs::path study = any_study(options.study);
  if (auto found = explain_parameter(options.key, scenarios_folder(study) / "parameters")) return found;
  return explain_place(options.key, files);
}

int explain(const ExplainOptions& options) {
  if (!options.difference.empty()) {
    const Study study = load_study(options.key, options.overrides);
    fmt::print("{}", explain_difference(study, options.difference, options.replicate, options.output));
    return done;
  }
  if (options.key == "world") {
    if (options.study.empty()) refuse("E313", "polder explain world", "which study?", "polder explain world STUDY");
    const Study study = load_study(options.study, options.overrides);
    fmt::print("{}", explain_world(study, options.output));
    return done;
  }
  data::Problems problems;
  const CountryFiles files = read_country(country_folder(any_study(options.study), options.country), problems);
  problems.raise();
  const auto found = explanation_of(options, files);
  if (!found) {
    const std::string near = data::nearest(options.key, known_keys(files));
    refuse("E312", "polder explain", fmt::format("nothing is called '{}'", options.key),
           near.empty() ? "a parameter, lever, indicator, municipality, region, error code, 'schedule' or 'world STUDY'"
                        : fmt::format("did you mean '{}'?", near));
  }
  fmt::print("{}", to_text(*found, options.output.format));
  return done;
}

}  // namespace

void add_explain(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("explain", "what a parameter, lever, indicator, place or code means");
  const auto options = std::make_shared<ExplainOptions>();
  command->add_option("KEY", options->key, "key, code or name; 'schedule'; 'world' with a study; a study, with --diff")
      ->required();
  command->add_option("STUDY", options->study, "the study of 'world'");
  command->add_option("--diff", options->difference, "two scenarios of the study: where and why they part")
      ->type_name("A B")
      ->expected(2);
  command->add_option("--replicate", options->replicate, "the replicate of --diff (0)");
  command->add_option("--country", options->country, "where places are looked up (netherlands)");
  command->add_option("--sample", options->overrides.sample, "persons per simulated resident")->type_name("1:N");
  command->add_option("--set", options->overrides.set, "change a setting of the study: path=value")
      ->type_name("PATH=VALUE")
      ->allow_extra_args(false);
  add_output_flags(*command, options->output);
  command->callback([options, &action] { action = [options] { return explain(*options); }; });
}

}  // namespace polder::cli
