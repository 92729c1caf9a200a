// What makes one scenario differ from another, as switches that can be put on and off.
#pragma once

#include <string>
#include <vector>

#include "polder/scenario/scenario.h"

namespace polder::cli {

/// Lever keys, events and arrangements in which two scenarios differ, by name: "budget.guidance",
/// "municipalities_merge 2028-01", "arrangement 'Werkplein'".
std::vector<std::string> differences(const Scenario& ours, const Scenario& theirs);

/// A switch: some differences that go on and off together.
struct Switch {
  std::string name;
  std::vector<std::string> differences;
};

inline constexpr std::size_t most_switches = 6;
inline constexpr std::string_view the_rest = "rest";

/// One switch for each difference, or for each name in `wanted`: that difference, or all that begin with it; what
/// nobody names is one more, `the_rest`. Throws InputError E128 for more than `most_switches` and for a name that is no
/// difference, E129 where the scenarios are the same.
std::vector<Switch> switches_of(const Scenario& ours, const Scenario& theirs, const std::vector<std::string>& wanted);

/// `theirs` with the switches of the bits of `mask` as in `ours`; all on is `ours`, all off is `theirs`, as they are.
Scenario with_switches(const Scenario& ours, const Scenario& theirs, const std::vector<Switch>& switches,
                       std::size_t mask);

}  // namespace polder::cli
