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

template <class... Arguments>
std::string told(Language language, std::string_view nl, std::string_view en, const Arguments&... arguments) {
  return fmt::format(fmt::runtime(in(language, nl, en)), arguments...);
}

/// "did you mean 'x'?", or another help where nothing is near.
std::string meant_word(Language language, const std::string& word, const std::vector<std::string>& known,
                       std::string otherwise) {
  const std::string near = data::nearest(word, known);
  return near.empty() ? std::move(otherwise) : told(language, "bedoelt u '{}'?", "did you mean '{}'?", near);
}

/// The flag or argument that a message of the library begins with; null where it does not.
const CLI::Option* option_of(const CLI::App& command, std::string_view message) {
  constexpr std::string_view conversion = "Could not convert: ";
  if (message.starts_with(conversion)) message.remove_prefix(conversion.size());
  for (const CLI::Option* option : command.get_options())
    for (const char* behind : {":", " is required", " = "})
      if (message.starts_with(option->get_name() + behind)) return option;
  return nullptr;
}

/// What the words give to a flag, each time it is there; nothing for an argument without one.
std::vector<std::string> given_to(const CLI::Option& option, const std::vector<std::string>& words) {
  std::vector<std::string> names, given;
  for (const std::string& name : option.get_lnames()) names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) names.push_back("-" + name);
  for (std::size_t i = 0; i < words.size(); ++i)
    for (const std::string& name : names) {
      if (words[i] == name) given.push_back(i + 1 < words.size() ? words[i + 1] : "");
      if (words[i].starts_with(name + "=")) given.push_back(words[i].substr(name.size() + 1));
    }
  return given;
}

/// What a flag takes: the words to choose from, numbers from and to, or what --help calls it.
std::string takes(const CLI::Option& option, std::string_view message, Language language) {
  constexpr std::string_view range = " not in range ";
  if (const std::size_t found = message.find(range); found != message.npos) {
    const std::string bounds(message.substr(found + range.size()));
    const std::size_t middle = bounds.find(" to ");
    return told(language, "een getal van {:.10g} tot en met {:.10g}", "a number from {:.10g} to {:.10g}",
                std::stod(bounds), std::stod(bounds.substr(middle + 4)));
  }
  std::string choices = option.get_option_text();
  if (choices.empty() && option.get_type_name() == "N") return std::string(in(language, "een getal", "a number"));
  if (choices.empty()) return option.get_type_name();
  if (choices.find('|') == choices.npos) return choices;
  for (std::size_t bar = choices.find('|'); bar != choices.npos; bar = choices.find('|', bar))
    choices.replace(bar, 1, ", ");
  return told(language, "een van {}", "one of {}", choices);
}

/// A value that is missing or not what its flag takes, or a flag given twice.
Problem value_problem(const CLI::App& command, const CLI::ParseError& error, const std::string& where,
                      const std::vector<std::string>& words, Language language, const std::string& help) {
  const bool required = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
  const std::string_view message = error.what();
  const CLI::Option* option = option_of(command, message);
  if (option == nullptr && required && !commands_of(command).empty())
    return wrong(where, told(language, "{} heeft nog een woord nodig", "{} needs one more word", where),
                 fmt::format("{} {}", where, fmt::join(commands_of(command), "|")));
  if (option == nullptr) return wrong(where, std::string(message), help);
  const std::string name = option->get_name();
  if (required) return wrong(where, told(language, "{} is nodig", "{} is needed", name), help);
  const std::string wanted = told(language, "{} vraagt {}", "{} takes {}", name, takes(*option, message, language));
  const std::vector<std::string> given = given_to(*option, words);
  if (given.size() > 1 && option->get_items_expected_max() == 1)
    return wrong(where, told(language, "{} kan maar een keer", "{} can be given once only", name), wanted);
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
    return wrong(where, told(language, "{} heeft een waarde nodig", "{} needs a value", name), wanted);
  return wrong(
      where,
      told(language, "{} kan niet '{}' zijn", "{} cannot be '{}'", name, given.empty() ? std::string() : given.front()),
      wanted);
}

}  // namespace

Problem usage_problem(const CLI::App& program, const CLI::ParseError& error, const std::vector<std::string>& words) {
  const Language language = language_of(words);
  const auto commands = commands_of(program);
  const std::string all = fmt::format("{}: {}", in(language, "opdrachten", "commands"), fmt::join(commands, ", "));
  if (words.empty())
    return wrong("polder", std::string(in(language, "een opdracht is nodig", "a command is needed")), all);
  if (std::find(commands.begin(), commands.end(), words.front()) == commands.end())
    return wrong("polder", told(language, "er is geen opdracht '{}'", "there is no command '{}'", words.front()),
                 meant_word(language, words.front(), commands, all));
  const CLI::App& command = *program.get_subcommand(words.front());
  const std::string where = "polder " + words.front();
  const std::string help = told(language, "{} --help toont wat mag", "{} --help shows what it takes", where);
  const auto left_over = program.remaining(true);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr || left_over.empty())
    return value_problem(command, error, where, words, language, help);
  const auto flag = std::find_if(left_over.begin(), left_over.end(), [](const auto& w) { return w.starts_with('-'); });
  const std::string first = flag == left_over.end() ? left_over.front() : *flag;
  const std::string word = first.substr(0, first.find('='));
  if (!word.starts_with('-'))
    return wrong(where, told(language, "'{}' is een woord te veel", "'{}' is one word too many", word), help);
  return wrong(where, told(language, "er is geen optie '{}'", "there is no flag '{}'", word),
               meant_word(language, word, flags_of(command), help));
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
