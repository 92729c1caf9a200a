// Arrangements that a scenario names: which one carries out a task, who pays it, and who weighs what in its votes.
#pragma once

#include <span>
#include <vector>

#include "polder/scenario/inputs.h"

namespace polder::government {

/// The arrangement in force whose body it is; null if it has no name, or is not in force.
const NamedArrangement* named_of(const World& world, const Mandates& mandates, BodyIndex body);
/// The one in force that carries out a task for a municipality by the scenario's list of members; null without.
const NamedArrangement* named_for(const Mandates& mandates, MunicipalityIndex m, Task task);

/// What each pays of a pot, the sum of `own`, by its share of it; below 0: it pays its own amount and has no part in
/// the pot. Shares count relative to each other; if they are all 0, each pays its own. The sum is kept to the cent.
std::vector<Cents> divide_pot(std::span<const Cents> own, std::span<const double> shares);

/// What each municipality served by a body pays for a task, in order of row; `own`: of each, for its own place [cents].
struct Payer {
  MunicipalityIndex municipality{};
  Cents own = 0, pays = 0;
};
/// Of a year's budgets, or of the instalment of a month of the calendar, 1..12 (0: the year).
std::vector<Payer> payers_of(const World& world, const Inputs& inputs, BodyIndex body, Task task, int calendar_month);

/// Weight of a member's vote relative to an equal one, for an arrangement with weights; 1 for who joined later.
double named_weight(const NamedArrangement& arrangement, MunicipalityIndex m, const LegitimacyParameters& parameters);

}  // namespace polder::government
