// polder explain KEY: what a parameter, lever, indicator, place, error code or the schedule means; and what the country
// of a study looks like: 'world', 'routes', 'cascade'.
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
  std::vector<std::string> words;  // behind the key: STUDY of `world` and `cascade`, REGION [STUDY] of `routes`
  std::string from;  // --from: an occupation of `routes`
  std::string firm;  // --firm: a plant of `cascade`
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

/// The study that the words name last, if they do.
fs::path study_of(const ExplainOptions& options) {
  return options.words.empty() ? fs::path() : fs::path(options.words.back());
}

int routes(const ExplainOptions& options) {
  if (options.words.empty())
    refuse("E316", "polder explain routes", "which labour-market region?", "polder explain routes REGION [STUDY]");
  const fs::path reference = fs::path("scenarios") / "studies" / "nl-reference" / "study.yaml";
  const Study study = load_study(options.words.size() > 1 ? fs::path(options.words[1]) : reference, options.overrides);
  fmt::print("{}", explain_routes(study, options.words[0], options.from, options.output));
  return done;
}

std::optional<Table> explanation_of(const ExplainOptions& options, const CountryFiles& files) {
  if (options.key == "schedule") return explain_schedule();
  const Language language = options.output.language;
  if (auto found = explain_lever(options.key, language)) return found;
  if (auto found = explain_indicator(options.key, language)) return found;
  if (auto found = explain_error(options.key, language)) return found;
  const fs::path study = any_study(study_of(options));
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
    if (options.words.empty()) refuse("E313", "polder explain world", "which study?", "polder explain world STUDY");
    const Study study = load_study(study_of(options), options.overrides);
    fmt::print("{}", explain_world(study, options.output));
    return done;
  }
  if (options.key == "routes") return routes(options);
  if (options.key == "cascade") {
    if (options.words.empty()) refuse("E313", "polder explain cascade", "which study?", "polder explain cascade STUDY");
    const Study study = load_study(study_of(options), options.overrides);
    fmt::print("{}", explain_cascade(study, options.firm, options.output));
    return done;
  }
  data::Problems problems;
  const CountryFiles files = read_country(country_folder(any_study(study_of(options)), options.country), problems);
  problems.raise();
  const auto found = explanation_of(options, files);
  if (!found) {
    const std::string near = data::nearest(options.key, known_keys(files));
    refuse("E312", "polder explain", fmt::format("nothing is called '{}'", options.key),
           near.empty() ? "a parameter, lever, indicator, municipality, region, error code, 'schedule', 'world STUDY', "
                          "'cascade STUDY' or 'routes REGION'"
                        : fmt::format("did you mean '{}'?", near));
  }
  fmt::print("{}", to_text(*found, options.output.format));
  return done;
}

}  // namespace

void add_explain(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("explain", "what a parameter, lever, indicator, place or code means");
  const auto options = std::make_shared<ExplainOptions>();
  command
      ->add_option(
          "KEY", options->key,
          "key, code or name; 'schedule'; 'world' or 'cascade' with a study; 'routes' with a region; a study, with "
          "--diff")
      ->required();
  command->add_option("WORDS", options->words, "'world STUDY'; 'cascade STUDY'; 'routes REGION [STUDY]' (nl-reference)")
      ->type_name("STUDY|REGION")
      ->expected(0, 2);
  command->add_option("--from", options->from, "of 'routes': from this occupation, a code or a name")
      ->type_name("OCCUPATION");
  command->add_option("--firm", options->firm, "of 'cascade': the plant (the first that closes or may leave)")
      ->type_name("NAME");
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
