// polder report RESULT: a result as one HTML file for people, that needs nothing else.
#include "report/report.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/print.h"
#include "cli/result_folder.h"
#include "store/files.h"

namespace polder::cli {
namespace {

namespace fs = std::filesystem;

struct ReportOptions {
  fs::path result, out, sensitivity, pdf;
  std::vector<std::string> names;  // "no_response=Geen hulp"
  Language language = Language::En;
  bool quiet = false;
};

std::map<std::string, std::string> labels_in(const std::vector<std::string>& names) {
  std::map<std::string, std::string> labels;
  for (const std::string& name : names) {
    const std::size_t equals = name.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == name.size())
      refuse("E371", "--name", fmt::format("'{}' names no scenario", name), "write --name no_response='Geen hulp'");
    labels[name.substr(0, equals)] = name.substr(equals + 1);
  }
  return labels;
}

/// Nothing but an earlier report is replaced: a file that begins with `mark`.
void check_may_write(const fs::path& file, std::string_view flag, std::string_view mark) {
  if (fs::is_directory(file))
    refuse("E372", file.string(), "this is a folder, not a file",
           fmt::format("name a file with {0}, for example {0} report.{1}", flag, flag == "--pdf" ? "pdf" : "html"));
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  if (!fs::is_directory(folder))
    refuse("E372", file.string(), fmt::format("there is no folder '{}'", folder.string()),
           fmt::format("make it first, or choose another {}", flag));
  if (!fs::exists(file)) return;
  std::ifstream in(file, std::ios::binary);
  std::string begin(mark.size(), '\0');
  in.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  if (begin != mark)
    refuse("E373", file.string(), "this file exists and is no report of polder; nothing was written",
           fmt::format("choose another {}, or remove it yourself", flag));
}

int write_report(const ReportOptions& options) {
  const auto labels = labels_in(options.names);
  const fs::path folder = result_or_newest(options.result);
  const bool dutch = options.language == Language::Nl;
  const fs::path file = options.out.empty() ? folder / fmt::format("report.{}.html", dutch ? "nl" : "en") : options.out;
  const Store store = Store::open(folder);
  const std::optional<Store> design =
      options.sensitivity.empty() ? std::nullopt : std::optional(Store::open(options.sensitivity));
  check_may_write(file, "-o", report::report_mark);
  fs::path browser;
  if (!options.pdf.empty()) {
    check_may_write(options.pdf, "--pdf", "%PDF-");
    browser = find_browser();
  }
  const report::Report made =
      report::make_report(store, dutch ? Tongue::Dutch : Tongue::English, labels, design ? &*design : nullptr);
  store::write_durably(file, report::to_html(made));
  if (!options.pdf.empty()) print_page(browser, file, options.pdf);
  if (options.quiet) return done;
  for (const fs::path& written : {file, options.pdf})
    if (!written.empty()) fmt::print("{}\n", say(options.language, Say::Exported, written.string()));
  if (!report::draws_charts())
    fmt::print(
        stderr, "{}\n",
        say(options.language, Say::Note,
            in(options.language, "deze polder is zonder npm gebouwd: het rapport heeft tabellen in plaats van figuren",
               "this polder was built without npm: the report has tables in place of charts")));
  return done;
}

}  // namespace

void add_report(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("report", "a result as one HTML file: answer, charts, tables");
  const auto options = std::make_shared<ReportOptions>();
  command->add_option("RESULT", options->result, "a result folder (the newest under results/)");
  command->add_option("-o,--out", options->out, "the file (RESULT/report.en.html)")->type_name("FILE");
  command->add_option("--pdf", options->pdf, "also on paper: a PDF file, printed by chromium")->type_name("FILE");
  command
      ->add_option("--name", options->names,
                   "what a scenario, or an assumption of --sensitivity, is called in the report; may be repeated")
      ->type_name("SCENARIO=TEXT")
      ->allow_extra_args(false);
  command
      ->add_option("--sensitivity", options->sensitivity,
                   "a result of a design over assumptions: the report then says what its answer depends on")
      ->type_name("RESULT");
  add_language_flag(*command, options->language);
  command->add_flag("-q,--quiet", options->quiet, "no messages besides mistakes");
  command->callback([options, &action] { action = [options] { return write_report(*options); }; });
}

}  // namespace polder::cli
