// polder status [RESULT] [--watch]: which runs are finished, failed or missing; with --watch until the run ends.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <thread>
#include <utility>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/interrupts.h"
#include "cli/precision.h"
#include "cli/result_folder.h"
#include "cli/table.h"
#include "store/files.h"
#include "store/manifest.h"

namespace polder::cli {
namespace {

struct StatusOptions {
  std::filesystem::path result;
  bool watch = false;
  OutputOptions output;
};

struct Counts {
  std::size_t finished = 0, failed = 0;
  double seconds = 0;
};

/// A run is missing if it is neither finished nor failed, and the study asks for as many replicates, or other scenarios
/// have more.
Table table_of(const Store& store, Language language) {
  std::map<std::string, Counts> counts;
  std::set<std::uint32_t> replicates;
  for (const Store::Runs& run : store.runs()) {
    Counts& own = counts[run.scenario];
    ++(run.status == "done" ? own.finished : own.failed);
    own.seconds += run.seconds;
    replicates.insert(run.replicate);
  }
  const std::size_t wanted = std::max<std::size_t>(replicates.size(), replicates_asked(store));
  Table table{{"scenario", "finished", "failed", "missing", "seconds"},
              {say(language, Say::Scenario), say(language, Say::Finished), say(language, Say::Failed),
               say(language, Say::Missing), "s"},
              {}};
  for (const std::string& scenario : store.header().scenarios) {
    const Counts& own = counts[scenario];
    table.rows.push_back({scenario, own.finished, own.failed, wanted - own.finished - own.failed, own.seconds});
  }
  return table;
}

bool any_failed(const Table& table) {
  return std::any_of(table.rows.begin(), table.rows.end(), [](const auto& row) { return row[2] > 0; });
}

std::string answer_of(const Store& store, const Table& table, const OutputOptions& output) {
  std::string text;
  if (output.format == Format::Text) {
    const StoreHeader& header = store.header();
    text = fmt::format("{}\n{} · 1:{} · {} - {} · polder {}\n\n", store.folder().string(), header.study, header.weight,
                       to_text(header.from), to_text(header.to), header.engine_version);
  }
  return text + to_text(table, output.format);
}

/// Whether the program that wrote here last has said that it ended. One that was killed never does; one that makes the
/// folder has not begun.
bool ended(const std::filesystem::path& folder) {
  const store::Manifest manifest = store::read_manifest(folder);
  return !manifest.sessions.empty() && manifest.sessions.back().ended.has_value();
}

/// Writes the answer whenever it changes, on a terminal in place of the one before, until the run ends, no process has
/// been at it for a second, or Ctrl-C.
int watch(const std::filesystem::path& folder, const OutputOptions& output) {
  const bool terminal = ::isatty(STDOUT_FILENO) != 0;
  std::string shown;
  bool alone = false;
  note_interrupts();
  for (;;) {
    const bool still_alone = std::exchange(alone, !store::FolderLock::is_held(folder)) && alone;
    const bool last = ended(folder);  // asked first: what is read after it is complete
    const Store store = Store::open(folder);
    const Table table = table_of(store, output.language);
    const std::string text = answer_of(store, table, output);
    if (text != shown)
      fmt::print("{}{}{}", terminal && !shown.empty() ? "\x1b[H\x1b[J" : "", text, terminal ? "" : "\n");
    std::fflush(stdout);
    shown = text;
    if (last) return any_failed(table) ? some_failed : done;
    if (still_alone) {
      if (!output.quiet) fmt::print(stderr, "{}\n", say(output.language, Say::NobodyAtIt));
      return interrupted;
    }
    for (int tenths = 0; tenths < 10; ++tenths) {
      if (interrupted_so_far()) return interrupted;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  }
}

/// What the study asked to know precisely, and how well it is known.
Table precision_table(const Store& store, const WantedPrecision& wanted, Language language) {
  Table table{{"scenario", "pairs", "half_width", "wanted", "pairs_needed"},
              {say(language, Say::Scenario), "n", "±" + say(language, Say::HalfWidth), say(language, Say::Wanted),
               say(language, Say::NeededPairs)},
              {}};
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const auto& pair : references_of(store.header().scenarios, store.header().reference))
    if (!pairs_of(store, pair.first, pair.second).empty()) pairs.push_back(pair);
  for (const KnownPrecision& known : precision_of(store, wanted, pairs, 0, std::numeric_limits<std::uint32_t>::max())) {
    const auto needed =
        known.pairs_needed == 0 ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(known.pairs_needed);
    table.rows.push_back({known.scenario, known.difference.pairs, known.half_width, known.wanted, needed});
  }
  return table;
}

int status(const StatusOptions& options) {
  const auto folder = result_or_newest(options.result);
  const Store store = Store::open(folder);  // refuses what is no result
  if (options.watch) return watch(folder, options.output);
  const Table table = table_of(store, options.output.language);
  fmt::print("{}", answer_of(store, table, options.output));
  const auto wanted = precision_asked(store);
  if (wanted && options.output.format == Format::Text)
    fmt::print("\n{}, {}\n{}", wanted->indicator, wanted->area,
               to_text(precision_table(store, *wanted, options.output.language), Format::Text));
  return any_failed(table) ? some_failed : done;
}

}  // namespace

void add_status(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("status", "what a result holds: finished, failed and missing runs");
  const auto options = std::make_shared<StatusOptions>();
  command->add_option("RESULT", options->result, "a result folder (the newest under results/)");
  command->add_flag("--watch", options->watch, "again whenever it changes, until the run ends (Ctrl-C stops watching)");
  add_output_flags(*command, options->output);
  command->callback([options, &action] { action = [options] { return status(*options); }; });
}

}  // namespace polder::cli
