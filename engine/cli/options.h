// Flags that several commands share. A command adds the groups it takes to its own sub-command.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/texts.h"
#include "data/problems.h"
#include "polder/ensemble/ensemble.h"
#include "scenario/study.h"

namespace CLI {
class App;
}

namespace polder::cli {

enum class Format { Text, Json, Csv, Github, Dot };
/// What a command can write besides text and JSON: tables as CSV, notes on lines for GitHub, tables and a graph.
enum class Writes { Tables, Notes, Graphs };
enum class ProgressStyle { Auto, Bar, Plain, Json, None };

/// What a command was asked to do; set by the sub-command that was chosen.
using Action = std::function<int()>;

struct OutputOptions {
  Format format = Format::Text;
  Language language = Language::En;
  bool quiet = false;
};

struct StudyFlags {
  std::filesystem::path study;
  StudyOptions overrides;
  std::vector<std::string> scenarios;
  std::uint32_t first_replicate = 0;
  unsigned threads = 0;
  std::uint64_t memory = 0;  // [bytes]; 0: no limit
  Engine engine = Engine::Fast;
  std::filesystem::path out;  // empty: results/<study>-<digest>
};

/// load_study, with all that is measured: `replicates.until` is looked up with everything else.
Study study_from(const std::filesystem::path& file, StudyOptions changes = {});

void add_output_flags(CLI::App& command, OutputOptions& options, Writes writes = Writes::Tables);
/// --lang.
void add_language_flag(CLI::App& command, Language& language);
/// STUDY, --sample, --replicates, --first-replicate, --seed, --set, --scenario.
void add_study_flags(CLI::App& command, StudyFlags& flags);
/// --threads, one or more; 0 stays when it is not given.
void add_threads_flag(CLI::App& command, unsigned& threads);
/// --threads, --memory, --engine and --out.
void add_run_flags(CLI::App& command, StudyFlags& flags);
/// --on-error keep|stop: whether the first failed run ends the others.
void add_on_error_flag(CLI::App& command, bool& stop);
void add_progress_flag(CLI::App& command, ProgressStyle& style);
/// None of a command that was told to be quiet.
ProgressStyle progress_style(ProgressStyle style, const OutputOptions& output);

/// Scenarios that --scenario names; all when it names none. Throws InputError with a did-you-mean.
std::vector<ScenarioIndex> chosen_scenarios(const Study& study, const std::vector<std::string>& names);

/// The plan of a command, and the command that repeats one of its runs.
RunPlan run_plan(const Study& study, const StudyFlags& flags);

/// "did you mean 'x'?" for the nearest of what is known; `otherwise` where nothing is near.
std::string did_you_mean(const std::string& word, const std::vector<std::string>& known, std::string otherwise);

/// The words around problems in the language of the answer.
const data::Frame& frame_in(Language language);

/// An InputError with one problem that stands in no file.
[[noreturn]] void refuse(std::string code, std::string where, std::string message, std::string help = {});

}  // namespace polder::cli
