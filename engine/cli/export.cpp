// polder export RESULT --to csv --out PATH: tables for other programs, without anything of the clock or the machine.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/result_folder.h"

namespace polder::cli {
namespace {

struct ExportOptions {
  std::filesystem::path result, out;
  std::string to = "csv";
  OutputOptions output;
};

int export_result(const ExportOptions& options) {
  const auto folder = result_or_newest(options.result);
  const Store store = Store::open(folder);
  export_csv(store, options.out);
  if (!options.output.quiet) fmt::print("{}\n", say(options.output.language, Say::Exported, options.out.string()));
  return done;
}

}  // namespace

void add_export(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("export", "write a result as tables for other programs");
  const auto options = std::make_shared<ExportOptions>();
  command->add_option("RESULT", options->result, "a result folder (the newest under results/)");
  command->add_option("--to", options->to, "the form: csv")->check(CLI::IsMember({"csv"}));
  command->add_option("--out", options->out, "folder for the tables")->required()->type_name("PATH");
  add_output_flags(*command, options->output);
  command->callback([options, &action] { action = [options] { return export_result(*options); }; });
}

}  // namespace polder::cli
