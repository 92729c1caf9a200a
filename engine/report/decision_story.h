// Steps of decisions in words.
#pragma once

#include <string_view>

#include "polder/indicators/indicator.h"
#include "report/content.h"

namespace polder::report {

/// What the actor does: "stemt voor", "votes for it".
std::string_view deed_of(const DecisionRow& row, Tongue tongue);
/// Why: "the benefits convince"; may be empty.
std::string_view reason_of(const DecisionRow& row, Tongue tongue);
std::string_view level_name(std::string_view level, Tongue tongue);
/// A step that is a merger has the municipality that is left as its level.
bool is_merger(const DecisionRow& row);
/// The name of the level of a step; of a merger that of a municipality.
std::string_view level_of(const DecisionRow& row, Tongue tongue);
StepKind kind_of(const DecisionRow& row);
std::string_view name_of(StepKind kind, Tongue tongue);

}  // namespace polder::report
