// Mistakes in studies, in the language of the answer. The checks of the model say them in English; here that text, with
// {} where names and numbers stand, leads to the Dutch one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/texts.h"
#include "polder/base/error.h"

namespace polder::cli {

/// An English text with {} for what differs, and the Dutch one with {0}, {1}, ... for the same.
struct Wording {
  std::string_view en, nl;
};
std::span<const Wording> wordings_of_messages();
std::span<const Wording> wordings_of_helps();

/// In Dutch; nothing if none of the wordings fits.
std::optional<std::string> in_dutch(std::string_view text, std::span<const Wording> wordings);

/// The problems as they are in English; in Dutch with those texts that are known, and the others as they were.
std::vector<Problem> in_language(std::vector<Problem> problems, Language language);

}  // namespace polder::cli
