// Collects mistakes: all problems at once, then one InputError.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "polder/base/error.h"

namespace polder::data {

class Problems {
 public:
  /// A mistake that several scenarios inherit is one mistake: the same problem at the same place is kept once.
  void add(Problem problem);
  void add(std::string code, std::string file, std::string message, std::string help = {});
  bool any() const { return !problems_.empty(); }
  /// Any that is not a warning: nothing may run.
  bool any_error() const;
  const std::vector<Problem>& all() const { return problems_; }
  /// Throws InputError, with the warnings too, if there is any problem that is not a warning.
  void raise() const;

 private:
  std::vector<Problem> problems_;
};

/// The candidate nearest to `word` (edit distance at most a third of its length), or empty: for "did you mean".
std::string nearest(std::string_view word, std::span<const std::string> candidates);

/// The words around a problem; its message and help are as they were written.
struct Frame {
  std::string_view error, warning, help;
  std::string_view problem, problems, one_warning, warnings, file, files;  // counted
  std::string_view join, in, nothing_run;  // the last empty where nothing was to run anyway
};
inline constexpr Frame english{"error",    "warning", "help",  "problem", "problems", "warning",
                               "warnings", "file",    "files", "and",     "in",       "nothing was run"};
inline constexpr Frame dutch{"fout",         "waarschuwing",        "hulp",    "probleem",  "problemen",
                             "waarschuwing", "waarschuwingen",      "bestand", "bestanden", "en",
                             "in",           "er is niets gedraaid"};

/// The text of UX: error[E101]: ... --> file:line:column, the line, the caret, = help.
std::string to_text(const Problem& problem, const Frame& frame = english);
/// All problems and the closing line "8 problems in 1 file; nothing was run."
std::string to_text(std::span<const Problem> problems, const Frame& frame = english);

}  // namespace polder::data
