#include "cli/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <thread>

#include "simulation/resolve.h"

namespace polder::cli {
namespace {

/// The first names of a list that a design may have made long.
std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t most = 40;
  const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(most, names.size()));
  std::string text = fmt::format("{}", fmt::join(names.begin(), end, ", "));
  return names.size() > most ? fmt::format("{}, ... ({} in all)", text, names.size()) : text;
}

/// A word as it must be typed in a shell.
std::string shell_word(const std::string& word) {
  if (word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=:,%+@") ==
      std::string::npos) {
    return word;
  }
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

template <class Choice>
CLI::Option* add_choice(CLI::App& command, const std::string& flag, Choice& choice, const std::string& meaning,
                        const std::map<std::string, Choice>& words) {
  std::string names;
  for (const auto& [word, value] : words) names += (names.empty() ? "" : "|") + word;
  return command.add_option(flag, choice, meaning)
      ->transform(CLI::CheckedTransformer(words))
      ->type_name(names)
      ->option_text(names);
}

}  // namespace

Study study_from(const std::filesystem::path& file, StudyOptions changes) {
  changes.indicators = measured_keys();
  return load_study(file, changes);
}

void add_output_flags(CLI::App& command, OutputOptions& options, Writes writes) {
  std::map<std::string, Format> formats{{"text", Format::Text}, {"json", Format::Json}, {"csv", Format::Csv}};
  if (writes == Writes::Graphs) formats["dot"] = Format::Dot;
  if (writes == Writes::Notes) formats = {{"text", Format::Text}, {"json", Format::Json}, {"github", Format::Github}};
  add_choice(command, "--format", options.format, "how the answer is written (text)", formats);
  add_language_flag(command, options.language);
  command.add_flag("-q,--quiet", options.quiet, "no messages besides mistakes");
}

void add_language_flag(CLI::App& command, Language& language) {
  add_choice<Language>(command, "--lang", language, "language of the answer (en)",
                       {{"nl", Language::Nl}, {"en", Language::En}});
}

void add_study_flags(CLI::App& command, StudyFlags& flags) {
  command.add_option("STUDY", flags.study, "a study file")->required();
  command.add_option("--sample", flags.overrides.sample, "persons per simulated resident, for example 1:100")
      ->type_name("1:N");
  command.add_option("--replicates", flags.overrides.replicates, "how often every scenario is run")->type_name("N");
  command.add_option("--first-replicate", flags.first_replicate, "number of the first replicate (0)")->type_name("N");
  command.add_option("--seed", flags.overrides.seed, "start of all randomness")->type_name("N");
  command.add_option("--set", flags.overrides.set, "change a setting: path=value; may be repeated")
      ->type_name("PATH=VALUE")
      ->allow_extra_args(false);
  command.add_option("--scenario", flags.scenarios, "only these scenarios, separated by commas")
      ->delimiter(',')
      ->type_name("A,B")
      ->allow_extra_args(false);
}

void add_threads_flag(CLI::App& command, unsigned& threads) {
  command.add_option("--threads", threads, "threads to use (all cores)")
      ->type_name("N")
      ->check(CLI::Range(1u, 1024u).description(""));
}

void add_run_flags(CLI::App& command, StudyFlags& flags) {
  add_threads_flag(command, flags.threads);
  command.add_option("--memory", flags.memory, "runs side by side only as far as they fit in so much memory")
      ->transform(CLI::AsSizeValue(false).description(""))
      ->type_name("SIZE")
      ->option_text("SIZE (500MB, 8G)");
  add_choice<Engine>(command, "--engine", flags.engine, "how months are worked out, to the same bytes (fast)",
                     {{"fast", Engine::Fast}, {"reference", Engine::Reference}});
  command.add_option("-o,--out", flags.out, "result folder (results/<study>-<digest>)")->type_name("PATH");
}

void add_on_error_flag(CLI::App& command, bool& stop) {
  add_choice<bool>(command, "--on-error", stop, "whether other runs go on when one fails (keep)",
                   {{"keep", false}, {"stop", true}});
}

void add_progress_flag(CLI::App& command, ProgressStyle& style) {
  add_choice<ProgressStyle>(command, "--progress", style, "how progress is shown (auto)",
                            {{"auto", ProgressStyle::Auto},
                             {"bar", ProgressStyle::Bar},
                             {"plain", ProgressStyle::Plain},
                             {"json", ProgressStyle::Json},
                             {"none", ProgressStyle::None}});
}

ProgressStyle progress_style(ProgressStyle style, const OutputOptions& output) {
  return output.quiet ? ProgressStyle::None : style;
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known, std::string otherwise) {
  const std::string near = data::nearest(word, known);
  return near.empty() ? std::move(otherwise) : fmt::format("did you mean '{}'?", near);
}

const data::Frame& frame_in(Language language) { return language == Language::Nl ? data::dutch : data::english; }

void refuse(std::string code, std::string where, std::string message, std::string help) {
  data::Problems problems;
  problems.add(std::move(code), std::move(where), std::move(message), std::move(help));
  problems.raise();
  throw std::logic_error("a problem that was added is raised");
}

std::vector<ScenarioIndex> chosen_scenarios(const Study& study, const std::vector<std::string>& names) {
  std::vector<std::string> known;
  for (const Scenario& scenario : study.scenarios) known.push_back(scenario.name);
  data::Problems problems;
  std::vector<ScenarioIndex> chosen;
  for (const std::string& name : names) {
    const std::size_t before = chosen.size();
    const bool whole = std::find(known.begin(), known.end(), name) == known.end();
    for (std::size_t i = 0; i < known.size(); ++i)  // of a scenario that a design varies: all its points
      if (known[i] == name || (whole && varied_scenario(known[i]) == name))
        chosen.push_back(index_of<ScenarioIndex>(i));
    if (chosen.size() > before) continue;
    problems.add("E130", "--scenario", fmt::format("the study has no scenario '{}'", name),
                 did_you_mean(name, known, fmt::format("it has {}", listed(known))));
  }
  problems.raise();
  return chosen;
}

RunPlan run_plan(const Study& study, const StudyFlags& flags) {
  RunPlan plan;
  plan.first_replicate = flags.first_replicate;
  plan.replicates = study.replicates;
  plan.scenarios = chosen_scenarios(study, flags.scenarios);
  plan.threads = flags.threads;
  plan.memory = flags.memory;
  plan.replay = fmt::format("polder run {}", shell_word(flags.study.string()));
  if (flags.overrides.sample) plan.replay += fmt::format(" --sample {}", shell_word(*flags.overrides.sample));
  for (const std::string& set : flags.overrides.set) plan.replay += fmt::format(" --set {}", shell_word(set));
  return plan;
}

}  // namespace polder::cli
