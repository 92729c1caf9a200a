// polder export RESULT --to csv|excel|ro-crate --out PATH: tables for other programs, without anything of the clock or
// the machine; or all that is needed to make the result again.
#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/embedded.h"
#include "cli/exit_codes.h"
#include "cli/result_folder.h"
#include "reproduce/crate.h"

namespace polder::cli {
namespace {

enum class Form { Csv, Excel, RoCrate };

struct ExportOptions {
  std::filesystem::path result, out;
  Form to = Form::Csv;
  std::string separator, decimal;
  reproduce::CrateOptions crate;
  OutputOptions output;
};

/// Plain CSV unless asked otherwise; for Excel as it expects in the language of the answer.
CsvStyle style_of(const ExportOptions& options) {
  const bool excel = options.to == Form::Excel, dutch = excel && options.output.language == Language::Nl;
  CsvStyle style{.separator = dutch ? ';' : ',', .decimal = dutch ? ',' : '.', .for_excel = excel};
  const std::map<std::string, char> separators{{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}};
  if (!options.separator.empty()) style.separator = separators.at(options.separator);
  if (!options.decimal.empty()) style.decimal = options.decimal == "comma" ? ',' : '.';
  return style;
}

std::string citation() {
  for (const EmbeddedFile& file : embedded_files())
    if (file.path == "CITATION.cff") return std::string(file.text);
  throw std::logic_error("the program carries its citation");
}

int export_result(const ExportOptions& options) {
  const auto folder = result_or_newest(options.result);
  const Store store = Store::open(folder);
  const Language language = options.output.language;
  if (options.to == Form::RoCrate) {
    reproduce::CrateOptions crate = options.crate;
    crate.citation = citation();
    if (crate.authors.empty() && !options.output.quiet)
      fmt::print(
          stderr, "{}\n",
          say(language, Say::Note, in(language, "noem de auteurs met --author", "name the authors with --author")));
    reproduce::write_crate(store, options.out, crate);
  } else {
    export_csv(store, options.out, style_of(options));
  }
  if (!options.output.quiet) fmt::print("{}\n", say(language, Say::Exported, options.out.string()));
  return done;
}

/// What goes with one form only is not ignored with another.
void check_together(const ExportOptions& options, bool licence_given) {
  const bool tables = options.to != Form::RoCrate;
  if (!tables && (!options.separator.empty() || !options.decimal.empty()))
    throw CLI::ValidationError("--separator and --decimal are for tables, not for --to ro-crate");
  if (tables && (!options.crate.authors.empty() || licence_given))
    throw CLI::ValidationError("--author and --licence are for --to ro-crate");
  const CsvStyle style = style_of(options);
  if (tables && style.separator == style.decimal)
    throw CLI::ValidationError("a decimal comma needs another separator: --separator semicolon");
}

}  // namespace

void add_export(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("export", "write a result as tables, or as a crate to publish");
  const auto options = std::make_shared<ExportOptions>();
  command->add_option("RESULT", options->result, "a result folder (the newest under results/)");
  const std::map<std::string, Form> forms{{"csv", Form::Csv}, {"excel", Form::Excel}, {"ro-crate", Form::RoCrate}};
  command->add_option("--to", options->to, "the form (csv); excel: CSV as Excel opens it in the language of --lang")
      ->transform(CLI::CheckedTransformer(forms))
      ->type_name("csv|excel|ro-crate")
      ->option_text("csv|excel|ro-crate");
  command->add_option("--out", options->out, "folder; of a crate a folder or a .zip file")
      ->required()
      ->type_name("PATH");
  command->add_option("--separator", options->separator, "between values: comma, semicolon or tab")
      ->check(CLI::IsMember({"comma", "semicolon", "tab"}));
  command->add_option("--decimal", options->decimal, "mark of decimals: point or comma")
      ->check(CLI::IsMember({"point", "comma"}));
  command->add_option("--author", options->crate.authors, "of a crate: \"Name\" or \"Name <address>\"; may be repeated")
      ->type_name("NAME")
      ->allow_extra_args(false);
  command->add_option("--licence", options->crate.licence, "of a crate: a name of SPDX or an address (Apache-2.0)")
      ->type_name("LICENCE");
  add_output_flags(*command, options->output);
  command->callback([options, command, &action] {
    check_together(*options, command->count("--licence") > 0);
    action = [options] { return export_result(*options); };
  });
}

}  // namespace polder::cli
