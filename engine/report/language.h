// Texts of the report: two languages, one choice.
#pragma once

#include <string>
#include <string_view>

#include "compare/comparison.h"

namespace polder::report {

/// Of two wordings the one in the language of the report.
constexpr std::string_view in(Tongue tongue, std::string_view nl, std::string_view en) {
  return tongue == Tongue::Dutch ? nl : en;
}
constexpr const char* code_of(Tongue tongue) { return tongue == Tongue::Dutch ? "nl" : "en"; }

}  // namespace polder::report
