#include "cli/usage.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/options.h"

namespace polder::cli {
namespace {

std::vector<std::string> commands_of(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> flags_of(const CLI::App& command) {
  std::vector<std::string> flags;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) flags.push_back("--" + name);
  return flags;
}

Problem wrong(std::string where, std::string message, std::string help) {
  Problem problem;
  problem.code = "E321";
  problem.file = std::move(where);
  problem.message = std::move(message);
  problem.help = std::move(help);
  return problem;
}

}  // namespace

Problem usage_problem(const CLI::App& program, const CLI::ParseError& error, const std::vector<std::string>& words) {
  const auto commands = commands_of(program);
  const std::string all = fmt::format("commands: {}", fmt::join(commands, ", "));
  if (words.empty()) return wrong("polder", "a command is needed", all);
  if (std::find(commands.begin(), commands.end(), words.front()) == commands.end())
    return wrong("polder", fmt::format("there is no command '{}'", words.front()),
                 did_you_mean(words.front(), commands, all));
  const CLI::App& command = *program.get_subcommand(words.front());
  const std::string where = "polder " + words.front(), shown = fmt::format("{} --help shows what it takes", where);
  const auto left_over = program.remaining(true);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr || left_over.empty())
    return wrong(where, error.what(), shown);
  const auto flag = std::find_if(left_over.begin(), left_over.end(), [](const auto& w) { return w.starts_with('-'); });
  const std::string first = flag == left_over.end() ? left_over.front() : *flag;
  const std::string word = first.substr(0, first.find('='));
  if (!word.starts_with('-')) return wrong(where, fmt::format("'{}' is one word too many", word), shown);
  return wrong(where, fmt::format("there is no flag '{}'", word), did_you_mean(word, flags_of(command), shown));
}

Language language_of(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == "--lang=nl" || (words[i] == "--lang" && i + 1 < words.size() && words[i + 1] == "nl"))
      return Language::Nl;
  return Language::En;
}

data::Frame frame_for(const std::vector<std::string>& words) {
  constexpr std::string_view only_look[] = {"explain", "compare", "sensitivity", "status",
                                            "export",  "report",  "doctor",      "new"};
  data::Frame frame = frame_in(language_of(words));
  if (!words.empty() && std::ranges::find(only_look, words.front()) != std::end(only_look)) frame.nothing_run = {};
  return frame;
}

}  // namespace polder::cli
