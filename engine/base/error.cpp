#include "polder/base/error.h"

#include <fmt/core.h>

#include <utility>

namespace polder {

namespace {

std::string first_message(const std::vector<Problem>& problems) {
  for (const Problem& problem : problems)
    if (!problem.code.starts_with('W')) return problem.message;
  return problems.empty() ? std::string("the input is wrong") : problems.front().message;
}

std::string_view file_only(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

InputError::InputError(std::vector<Problem> problems)
    : std::runtime_error(first_message(problems)), problems_(std::move(problems)) {}

void report_broken(std::string_view promise, const std::source_location& where) {
  // Without folders, so that the message does not depend on where the program was built.
  throw BrokenInvariant(fmt::format("{} ({}:{})", promise, file_only(where.file_name()), where.line()));
}

}  // namespace polder
