#pragma once

#include <array>
#include <span>
#include <string_view>

namespace polder {

/// The meaning in Dutch of a parameter, or of all in a row of a table: "task.*.fixed_cost".
struct DutchMeaning {
  std::string_view key, meaning;
};

/// All of them: those of people and firms, those of governments.
std::array<std::span<const DutchMeaning>, 2> dutch_meanings();

}  // namespace polder
