// Three kinds of error, no fourth: the user's file is wrong (InputError), a promise of the model broke
// (BrokenInvariant), the machine said no (std::system_error, std::bad_alloc).
#pragma once

#include <source_location>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace polder {

/// One mistake in an input, with everything that a reader needs to mend it.
struct Problem {
  std::string code;         // "E101"; warnings are "W..."
  std::string file;         // as the user named it; "--set" for a flag
  unsigned line = 0;        // 1-based; 0 = the whole file
  unsigned column = 0;      // 1-based
  unsigned width = 1;       // characters under the caret
  std::string message;      // "unknown key 'bugdet' in scenarios.agenda.levers"
  std::string help;         // "did you mean 'budget'?"; may be empty
  std::string source_line;  // the text of that line, for the caret; may be empty
};

class InputError : public std::runtime_error {
 public:
  explicit InputError(std::vector<Problem> problems);
  const std::vector<Problem>& problems() const { return problems_; }

 private:
  std::vector<Problem> problems_;
};

class BrokenInvariant : public std::logic_error {
 public:
  explicit BrokenInvariant(const std::string& what) : std::logic_error(what) {}
};

[[noreturn]] void report_broken(std::string_view promise, const std::source_location& where);

/// States a promise; throws BrokenInvariant when it is broken.
inline void ensure(bool kept, std::string_view promise,
                   const std::source_location& where = std::source_location::current()) {
  if (!kept) report_broken(promise, where);
}

}  // namespace polder
