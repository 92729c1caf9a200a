// Which level suits a task: the value of a euro at a level, all dials and the decider's own interest together.
#pragma once

#include <optional>

#include "government/dials.h"

namespace polder::government {

/// Internalised share x productivity: what a euro brings, times how much of it who decides takes into account.
/// `coverage_inside`: share of the jobs in the jurisdiction that its residents hold.
double card_value(Task task, Level level, const Setting& setting, double coverage_inside,
                  const GovernmentParameters& parameters);

/// The least trust, in steps of 0.01, at which a network is worth as much as a joint body of the same partners; nothing
/// if it never is. It follows the commitment assumed for a joint body almost one for one: an assumption worked out, not
/// a finding.
std::optional<double> trust_for_a_network(Task task, Setting setting, double coverage_inside,
                                          const GovernmentParameters& parameters);

/// The level with the highest value, or the `current` one unless the best is better by more than `hysteresis` of the
/// current value. Of equal values the lowest level. `value[number(level)]`; levels with `allowed` false are left out.
Level best_level(Level current, const std::array<double, level_count>& value,
                 const std::array<bool, level_count>& allowed, double hysteresis);

}  // namespace polder::government
