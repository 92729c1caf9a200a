// polder explain KEY: what a parameter, lever, indicator, place, error code or the schedule means; and what the country
// of a study looks like: 'world', 'routes', 'region', 'cascade'.
#include "cli/explain.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/level_matrix.h"
#include "cli/result_folder.h"
#include "data/problems.h"

namespace polder::cli {
namespace {

namespace fs = std::filesystem;

struct ExplainOptions {
  std::string key;
  std::vector<std::string> words;  // behind the key: STUDY of `world` and `cascade`, REGION [STUDY] of `routes`
  std::string from;  // --from: an occupation of `routes`
  std::string firm;  // --firm: a plant of `cascade`
  std::string task = "crisis", area;  // --task, --area: of `decision`
  std::string indicator = "employed";  // --indicator: of `levels` with a result
  std::vector<std::string> difference;  // --diff: two scenarios of the study that KEY names; two results without it
  std::optional<std::uint32_t> replicate;
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

fs::path reference_study() { return scenarios_folder(any_study({})) / "studies" / "nl-reference" / "study.yaml"; }

/// `routes` or `region`, both of a labour-market region and a study.
int of_region(const ExplainOptions& options) {
  const std::string where = "polder explain " + options.key;
  if (options.words.empty()) refuse("E316", where, "which labour-market region?", where + " REGION [STUDY]");
  const Study study =
      study_from(options.words.size() > 1 ? fs::path(options.words[1]) : reference_study(), options.overrides);
  fmt::print("{}", options.key == "region" ? explain_region(study, options.words[0], options.output)
                                           : explain_routes(study, options.words[0], options.from, options.output));
  return done;
}

/// `levels` of a study, with a result of it also what each move did.
int of_levels(const ExplainOptions& options) {
  const Study study =
      study_from(options.words.empty() ? reference_study() : fs::path(options.words[0]), options.overrides);
  if (options.words.size() < 2) {
    fmt::print("{}", explain_levels(study, options.output));
    return done;
  }
  const Store store = Store::open(options.words[1]);
  Wish wish;
  wish.indicator = options.indicator;
  std::vector<ComparisonLine> lines = compare_levels(store, store.header().reference, wish);
  const auto names = area_names(store);
  for (ComparisonLine& line : lines)
    if (const auto name = names.find(line.question.area); name != names.end()) line.area_name = name->second;
  const LevelEffects effects(lines);
  fmt::print("{}", explain_levels(study, options.output, &effects));
  return done;
}

fs::path parameters_for(const fs::path& study) { return scenarios_folder(any_study(study)) / "parameters"; }

/// Of everything of a kind; `parameters` takes a file instead of a study.
std::optional<Table> list_of(const ExplainOptions& options) {
  const Language language = options.output.language;
  if (options.key == "schedule") return explain_schedule(language);
  if (options.key == "levers") return list_levers(language);
  if (options.key == "events") return list_events(language);
  if (options.key == "arrangements") return list_arrangement_keys(language);
  if (options.key == "indicators") return list_indicators(language);
  if (options.key != "parameters") return std::nullopt;
  const std::string file = options.words.empty() ? std::string() : fs::path(options.words[0]).stem().string();
  return list_parameters(parameters_for({}), file, language);
}

std::optional<Table> explanation_of(const ExplainOptions& options, const CountryFiles& files) {
  const Language language = options.output.language;
  if (auto found = explain_event(options.key, language)) return found;
  if (auto found = explain_lever(options.key, language)) return found;
  if (auto found = explain_indicator(options.key, language)) return found;
  if (auto found = explain_figure(options.key, language)) return found;
  if (auto found = explain_error(options.key, language)) return found;
  if (auto found = explain_parameter(options.key, parameters_for(study_of(options)), options.output.language))
    return found;
  return explain_place(options.key, files);
}

/// The key that was meant: the nearest one, those that contain the word, or the one whose last part is nearest.
std::string meant_by(const std::string& word, const std::vector<std::string>& keys) {
  if (auto near = did_you_mean(word, keys, {}); !near.empty()) return near;
  std::vector<std::string> containing, last_parts;
  for (const std::string& key : keys) {
    if (word.size() > 2 && key.find(word) != std::string::npos) containing.push_back(key);
    last_parts.push_back(key.substr(key.rfind('.') + 1));
  }
  if (!containing.empty() && containing.size() <= 8)
    return fmt::format("did you mean one of: {}?", fmt::join(containing, ", "));
  const std::string last = data::nearest(word, last_parts);
  if (last.empty()) return {};
  const auto at = std::find(last_parts.begin(), last_parts.end(), last) - last_parts.begin();
  return fmt::format("did you mean '{}'?", keys[static_cast<std::size_t>(at)]);
}

void print(Table table, const OutputOptions& output) {
  if (output.language == Language::Nl && output.format == Format::Text) translate_facts(table);
  fmt::print("{}", to_text(table, output.format));
}

constexpr std::string_view topics =
    "a parameter, lever, event, indicator, municipality, region, error code, 'levers', 'events', "
    "'arrangements', 'indicators', 'parameters', 'schedule', 'world STUDY', 'cascade STUDY', 'routes REGION', 'region "
    "REGION', 'levels [STUDY [RESULT]]' or "
    "'decision RESULT'";

int explain(const ExplainOptions& options) {
  if (options.key.empty() && !options.difference.empty()) {
    fmt::print("{}", explain_results(options.difference, options.replicate, options.output));
    return done;
  }
  if (options.key.empty()) refuse("E312", "polder explain", "explain what?", std::string(topics));
  if (options.output.format == Format::Dot && options.key != "cascade")
    refuse("E331", "--format", "only a cascade is a graph", "polder explain cascade STUDY --format dot");
  if (!options.difference.empty()) {
    const Study study = study_from(options.key, options.overrides);
    fmt::print("{}", explain_difference(study, options.difference, options.replicate.value_or(0), options.output));
    return done;
  }
  if (options.key == "world") {
    if (options.words.empty()) refuse("E313", "polder explain world", "which study?", "polder explain world STUDY");
    const Study study = study_from(study_of(options), options.overrides);
    fmt::print("{}", explain_world(study, options.output));
    return done;
  }
  if (options.key == "levels") return of_levels(options);
  if (options.key == "routes" || options.key == "region") return of_region(options);
  if (options.key == "decision") {
    const Store store = Store::open(result_or_newest(study_of(options)));
    fmt::print("{}", to_text(explain_decision(store, {options.task, options.area, options.replicate.value_or(0)},
                                              options.output.language),
                             options.output.format));
    return done;
  }
  if (options.key == "cascade") {
    if (options.words.empty()) refuse("E313", "polder explain cascade", "which study?", "polder explain cascade STUDY");
    const Study study = study_from(study_of(options), options.overrides);
    fmt::print("{}", explain_cascade(study, options.firm, options.output));
    return done;
  }
  if (const auto list = list_of(options)) {
    print(*list, options.output);
    return done;
  }
  data::Problems problems;
  const CountryFiles files = read_country(country_folder(any_study(study_of(options)), options.country), problems);
  problems.raise();
  const auto found = explanation_of(options, files);
  if (!found) {
    const std::string meant = meant_by(options.key, known_keys(files));
    refuse("E312", "polder explain", fmt::format("nothing is called '{}'", options.key),
           meant.empty() ? std::string(topics) : meant);
  }
  print(*found, options.output);
  return done;
}

}  // namespace

void add_explain(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("explain", "what a parameter, lever, indicator, place or code means");
  const auto options = std::make_shared<ExplainOptions>();
  command->add_option(
      "KEY", options->key,
      "key, code or name; 'levers', 'events', 'arrangements', 'indicators', 'parameters', 'schedule'; 'world' or "
      "'cascade' with a "
      "study; 'routes' or 'region' with a region; 'levels' of tasks; 'decision' with a result; a study, with --diff");
  command
      ->add_option("WORDS", options->words,
                   "'parameters [FILE]'; 'world' or 'cascade STUDY'; 'routes' or 'region REGION [STUDY]', 'levels "
                   "[STUDY [RESULT]]' (nl-reference); "
                   "'decision [RESULT]'")
      ->type_name("FILE|STUDY|REGION|RESULT")
      ->expected(0, 2);
  command->add_option("--from", options->from, "of 'routes': from this occupation, a code or a name")
      ->type_name("OCCUPATION");
  command->add_option("--firm", options->firm, "of 'cascade': the plant (the first that closes or may leave)")
      ->type_name("NAME");
  command
      ->add_option("--task", options->task, "of 'decision': the task (crisis); government: elections, colleges, deals")
      ->type_name("TASK");
  command->add_option("--area", options->area, "of 'decision': a municipality, and what it belongs to")
      ->type_name("CODE");
  command
      ->add_option("--indicator", options->indicator,
                   "of 'levels' with a result: what its scenarios changed (employed)")
      ->type_name("KEY");
  command
      ->add_option("--diff", options->difference,
                   "two scenarios of the study: where and why they part; without a study two results")
      ->type_name("A B")
      ->expected(2);
  command->add_option("--replicate", options->replicate,
                      "the replicate of --diff and 'decision' (0; all of two results)");
  command->add_option("--country", options->country, "where places are looked up (netherlands)");
  command->add_option("--sample", options->overrides.sample, "persons per simulated resident")->type_name("1:N");
  command->add_option("--set", options->overrides.set, "change a setting of the study: path=value")
      ->type_name("PATH=VALUE")
      ->allow_extra_args(false);
  add_output_flags(*command, options->output, Writes::Graphs);
  command->callback([options, &action] { action = [options] { return explain(*options); }; });
}

}  // namespace polder::cli
