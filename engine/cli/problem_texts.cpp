#include "cli/problem_texts.h"

#include <fmt/args.h>

#include <algorithm>

#include "cli/problem_helps.h"
#include "cli/problem_messages.h"
#include "polder/scenario/parameters.h"

namespace polder::cli {
namespace {

constexpr std::string_view hole = "{}";

/// What stands in the holes of a pattern, each as short as can be; nothing if the text is another.
std::optional<std::vector<std::string_view>> parts_of(std::string_view text, std::string_view pattern) {
  std::vector<std::string_view> parts;
  std::size_t at = pattern.find(hole);
  if (!text.starts_with(pattern.substr(0, at))) return std::nullopt;
  if (at == std::string_view::npos) return text == pattern ? std::optional(parts) : std::nullopt;
  text.remove_prefix(at);
  while (at != std::string_view::npos) {
    pattern.remove_prefix(at + hole.size());
    at = pattern.find(hole);
    const std::string_view after = pattern.substr(0, at);
    if (at == std::string_view::npos && !text.ends_with(after)) return std::nullopt;
    const std::size_t end = at == std::string_view::npos ? text.size() - after.size() : text.find(after);
    if (end == std::string_view::npos) return std::nullopt;
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + after.size());
  }
  return parts;
}

/// What was in a hole: a phrase, the meaning of a parameter, or a name or number that is the same in Dutch.
std::string_view part_in_dutch(std::string_view part) {
  const auto phrase = std::ranges::find(problem_phrases, part, &Wording::en);
  if (phrase != problem_phrases.end()) return phrase->nl;
  const auto declared = parameter_declarations();
  const auto parameter = std::ranges::find(declared, part, &ParameterDeclaration::meaning);
  return parameter == declared.end() ? part : meaning_in_dutch(parameter->key);
}

/// Puts parts in the places {0}, {1}, ...
std::string filled(std::string_view pattern, const std::vector<std::string_view>& parts) {
  fmt::dynamic_format_arg_store<fmt::format_context> in_places;
  for (const std::string_view part : parts) in_places.push_back(part_in_dutch(part));
  return fmt::vformat(pattern, in_places);
}

}  // namespace

std::span<const Wording> wordings_of_messages() { return problem_messages; }
std::span<const Wording> wordings_of_helps() { return problem_helps; }

std::optional<std::string> in_dutch(std::string_view text, std::span<const Wording> wordings) {
  for (const Wording& wording : wordings)
    if (const auto parts = parts_of(text, wording.en)) return filled(wording.nl, *parts);
  return std::nullopt;
}

std::vector<Problem> in_language(std::vector<Problem> problems, Language language) {
  if (language == Language::En) return problems;
  for (Problem& problem : problems) {
    problem.message = in_dutch(problem.message, problem_messages).value_or(problem.message);
    problem.help = in_dutch(problem.help, problem_helps).value_or(problem.help);
  }
  return problems;
}

}  // namespace polder::cli
