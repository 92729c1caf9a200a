// polder status [RESULT]: which runs are finished, failed or missing.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/result_folder.h"
#include "cli/table.h"

namespace polder::cli {
namespace {

struct StatusOptions {
  std::filesystem::path result;
  OutputOptions output;
};

struct Counts {
  std::size_t finished = 0, failed = 0;
  double seconds = 0;
};

/// A run is missing if any scenario got as far as its replicate and this one did not.
Table table_of(const Store& store, Language language) {
  std::map<std::string, Counts> counts;
  std::set<std::uint32_t> replicates;
  for (const Store::Runs& run : store.runs()) {
    Counts& own = counts[run.scenario];
    ++(run.status == "done" ? own.finished : own.failed);
    own.seconds += run.seconds;
    replicates.insert(run.replicate);
  }
  Table table{{"scenario", "finished", "failed", "missing", "seconds"},
              {say(language, Say::Scenario), say(language, Say::Finished), say(language, Say::Failed),
               say(language, Say::Missing), "s"},
              {}};
  for (const std::string& scenario : store.header().scenarios) {
    const Counts& own = counts[scenario];
    table.rows.push_back(
        {scenario, own.finished, own.failed, replicates.size() - own.finished - own.failed, own.seconds});
  }
  return table;
}

int status(const StatusOptions& options) {
  const auto folder = result_or_newest(options.result);
  const Store store = Store::open(folder);
  const Table table = table_of(store, options.output.language);
  if (options.output.format == Format::Text) {
    const StoreHeader& header = store.header();
    fmt::print("{}\n{} · 1:{} · {} - {} · polder {}\n\n", folder.string(), header.study, header.weight,
               to_text(header.from), to_text(header.to), header.engine_version);
  }
  fmt::print("{}", to_text(table, options.output.format));
  const bool failed = std::any_of(table.rows.begin(), table.rows.end(), [](const auto& row) { return row[2] > 0; });
  return failed ? some_failed : done;
}

}  // namespace

void add_status(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("status", "what a result holds: finished, failed and missing runs");
  const auto options = std::make_shared<StatusOptions>();
  command->add_option("RESULT", options->result, "a result folder (the newest under results/)");
  add_output_flags(*command, options->output);
  command->callback([options, &action] { action = [options] { return status(*options); }; });
}

}  // namespace polder::cli
