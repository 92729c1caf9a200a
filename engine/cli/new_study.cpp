// polder new study NAME --template TEMPLATE: a study of one's own, from a working example with comments.
#include <CLI/CLI.hpp>
#include <cerrno>
#include <memory>
#include <system_error>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/table.h"
#include "cli/templates.h"
#include "store/files.h"

namespace polder::cli {
namespace {

namespace fs = std::filesystem;

struct NewOptions {
  std::string name, chosen;
  fs::path out;
  OutputOptions output;
};

int list(const OutputOptions& output) {
  const Language language = output.language;
  Table table{{"template", "question"},
              {std::string(in(language, "sjabloon", "template")), std::string(in(language, "vraag", "question"))},
              {}};
  for (const Template& one : templates()) table.rows.push_back({one.name, one.question(language)});
  fmt::print("{}", to_text(table, output.format));
  if (output.format == Format::Text)
    fmt::print("\n{}\n", in(language, "Begin: polder new study mijn-vraag --template firm-closure --lang nl",
                            "Begin: polder new study my-question --template firm-closure"));
  return done;
}

/// The template of this name. Throws InputError E387 with the names of all.
const Template& chosen(const NewOptions& options) {
  std::vector<std::string> names;
  for (const Template& one : templates()) {
    if (one.name == options.chosen) return one;
    names.push_back(one.name);
  }
  const Language language = options.output.language;
  const std::string all =
      fmt::format(fmt::runtime(in(language, "sjablonen: {}", "templates: {}")), fmt::join(names, ", "));
  if (options.chosen.empty())
    refuse("E387", "--template", std::string(in(language, "er is geen sjabloon gekozen", "no template was chosen")),
           all);
  const std::string near = data::nearest(options.chosen, names);
  refuse(
      "E387", "--template",
      fmt::format(fmt::runtime(in(language, "er is geen sjabloon '{}'", "there is no template '{}'")), options.chosen),
      near.empty() ? all
                   : fmt::format(fmt::runtime(in(language, "bedoelt u '{}'? {}", "did you mean '{}'? {}")), near, all));
}

/// The name becomes that of a folder and of results.
void check_name(const NewOptions& options) {
  const std::string& name = options.name;
  const bool plain = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == name.npos;
  if (plain && !name.empty() && name.front() != '-') return;
  const Language language = options.output.language;
  refuse("E388", name,
         std::string(in(language, "een studie heet met kleine letters, cijfers, - en _",
                        "a study is named by small letters, digits, - and _")),
         std::string(in(language, "bijvoorbeeld: mijn-vraag; een andere plaats kiest u met --out",
                        "for example: my-question; choose another place with --out")));
}

int new_study(const NewOptions& options) {
  const Language language = options.output.language;
  if (options.name.empty() && options.chosen.empty()) return list(options.output);
  check_name(options);
  const Template& one = chosen(options);
  const fs::path folder = options.out.empty() ? fs::path(options.name) : options.out;
  const fs::path file = folder / "study.yaml";
  if (fs::exists(file) || (fs::exists(folder) && !fs::is_directory(folder)))
    refuse("E389", (fs::exists(file) ? file : folder).string(),
           std::string(
               in(language, "dit bestaat al; er is niets geschreven", "this is already there; nothing was written")),
           std::string(in(language, "kies een andere naam, of een andere map met --out",
                          "choose another name, or another folder with --out")));
  fs::create_directories(folder);
  store::write_durably(file, one.text(language));
  if (!options.output.quiet) fmt::print("{}\n", say(language, Say::Exported, file.string()));
  if (!options.output.quiet && options.output.format == Format::Text)
    fmt::print(fmt::runtime(in(language, "verder: polder check {0} && polder run {0}\n",
                               "next: polder check {0} && polder run {0}\n")),
               file.string());
  return done;
}

}  // namespace

void add_new(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("new", "begin a study of your own from a working example");
  CLI::App* study = command->add_subcommand("study", "write NAME/study.yaml; without NAME, list the templates");
  command->require_subcommand(1);
  const auto options = std::make_shared<NewOptions>();
  study->add_option("NAME", options->name, "name of the study, and of its folder");
  study->add_option("--template", options->chosen, "which example: see polder new study")->type_name("TEMPLATE");
  study->add_option("-o,--out", options->out, "folder for study.yaml (NAME)")->type_name("PATH");
  add_output_flags(*study, options->output);
  study->callback([options, &action] { action = [options] { return new_study(*options); }; });
}

}  // namespace polder::cli
