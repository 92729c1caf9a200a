#include "cli/areas.h"

#include <fmt/format.h>

#include "cli/explain.h"
#include "cli/options.h"

namespace polder::cli {
namespace {

void check_month(const std::optional<std::string>& month, const std::string& flag) {
  if (month && !month_from_text(*month)) {
    refuse("E106", flag, fmt::format("'{}' is not a month", *month), "write 2026-07");
  }
}

}  // namespace

std::string area_called(const std::string& word, const Store& store, const AreaNames& names) {
  std::vector<std::string> known;
  for (const std::string& code : store.areas()) {
    const auto name = names.find(code);
    if (same(code, word) || (name != names.end() && same(name->second, word))) return code;
    known.push_back(code);
    if (name != names.end()) known.push_back(name->second);
  }
  refuse("E309", "--area", fmt::format("this result has no area '{}'", word),
         did_you_mean(word, known, fmt::format("it has: {}", fmt::join(store.areas(), ", "))));
}

void check_months(const std::optional<std::string>& from, const std::optional<std::string>& to) {
  check_month(from, "--from");
  check_month(to, "--to");
  if (from && to && *to < *from)
    refuse("E319", "--from", fmt::format("no month lies from {} to {}", *from, *to), "the first month comes first");
}

}  // namespace polder::cli
