#include "data/problems.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <utility>

#include "data/source.h"

namespace polder::data {

namespace {

constexpr std::size_t longest_guessed_word = 100;  // [bytes]; longer ones are no typing mistakes

bool is_warning(const Problem& problem) { return problem.code.starts_with('W'); }

/// Characters as numbers, so that an accent counts as one edit. Expects UTF-8; other bytes stand for themselves.
std::vector<std::uint32_t> code_points(std::string_view text) {
  std::vector<std::uint32_t> points;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80 && !points.empty()) {
      points.back() = (points.back() << 6) | byte;
    } else {
      points.push_back(byte);
    }
  }
  return points;
}

/// Edits between two words: insert, delete, replace, or swap two neighbours (Damerau-Levenshtein, each part of a
/// word edited once).
std::size_t edits(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), here(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    here[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      here[j] = std::min({last[j] + 1, here[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) here[j] = std::min(here[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, here);
  }
  return last[b.size()];
}

/// What a terminal can show on one line: control characters (C0, DEL, C1) become spaces.
std::string printable(std::string_view text) {
  std::string clean;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool c1 = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) ++i;
    clean += c < 0x20 || c == 0x7F || c1 ? ' ' : text[i];
  }
  return clean;
}

std::string counted(std::size_t count, std::string_view one, std::string_view several) {
  return fmt::format("{} {}", count, count == 1 ? one : several);
}

std::string place_of(const Problem& problem) {
  std::string place = printable(problem.file);
  if (problem.line > 0) place += fmt::format(":{}", problem.line);
  if (problem.line > 0 && problem.column > 0) place += fmt::format(":{}", problem.column);
  return place;
}

/// Flags and commands stand in no file.
bool is_file(std::string_view place) {
  return !place.empty() && !place.starts_with("--") && place != "polder" && !place.starts_with("polder ");
}

std::string closing_line(std::span<const Problem> problems, const Frame& frame) {
  std::set<std::string_view> files;
  std::size_t warnings = 0;
  for (const Problem& problem : problems) {
    if (is_file(problem.file)) files.insert(problem.file);
    if (is_warning(problem)) ++warnings;
  }
  const std::size_t errors = problems.size() - warnings;
  std::string line;
  if (errors > 0) line += counted(errors, frame.problem, frame.problems);
  if (errors > 0 && warnings > 0) line += fmt::format(" {} ", frame.join);
  if (warnings > 0) line += counted(warnings, frame.one_warning, frame.warnings);
  if (!files.empty()) line += fmt::format(" {} {}", frame.in, counted(files.size(), frame.file, frame.files));
  return line + (errors > 0 && !frame.nothing_run.empty() ? fmt::format("; {}.\n", frame.nothing_run) : ".\n");
}

}  // namespace

void Problems::add(Problem problem) {
  const auto same = [&](const Problem& known) {
    return known.line != 0 && known.line == problem.line && known.column == problem.column &&
           known.code == problem.code && known.file == problem.file && known.message == problem.message;
  };
  if (std::none_of(problems_.begin(), problems_.end(), same)) problems_.push_back(std::move(problem));
}

void Problems::add(std::string code, std::string file, std::string message, std::string help) {
  Problem problem;
  problem.code = std::move(code);
  problem.file = std::move(file);
  problem.message = std::move(message);
  problem.help = std::move(help);
  problems_.push_back(std::move(problem));
}

bool Problems::any_error() const { return !std::all_of(problems_.begin(), problems_.end(), is_warning); }

void Problems::raise() const {
  if (any_error()) throw InputError(problems_);
}

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
  if (word.size() > longest_guessed_word) return {};
  const auto wanted = code_points(word);
  std::size_t best = wanted.size() / 3 + 1;
  std::string found;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > 2 * longest_guessed_word) continue;
    const std::size_t distance = edits(wanted, code_points(candidate));
    if (distance < best) {  // the first of equals
      best = distance;
      found = candidate;
    }
  }
  return found;
}

std::string to_text(const Problem& problem, const Frame& frame) {
  std::string text = fmt::format("{}[{}]: {}\n", is_warning(problem) ? frame.warning : frame.error, problem.code,
                                 printable(problem.message));
  const std::string number = problem.line > 0 ? fmt::format("{:>2}", problem.line) : "  ";
  const std::string margin(number.size(), ' ');
  if (!problem.file.empty()) text += fmt::format("{}--> {}\n", margin, place_of(problem));
  if (problem.line > 0 && !problem.source_line.empty()) {
    text += fmt::format(" {} |\n", margin);
    text += fmt::format(" {} | {}\n", number, printable(problem.source_line));
    if (problem.column > 0) {
      text += fmt::format(" {} | {}{}\n", margin, std::string(problem.column - 1, ' '),
                          std::string(std::max(problem.width, 1u), '^'));
    }
  }
  if (!problem.help.empty()) text += fmt::format(" {} = {}: {}\n", margin, frame.help, printable(problem.help));
  return text;
}

std::string to_text(std::span<const Problem> problems, const Frame& frame) {
  std::string text;
  for (const Problem& problem : problems) text += to_text(problem, frame) + "\n";
  return problems.empty() ? text : text + closing_line(problems, frame);
}

}  // namespace polder::data
