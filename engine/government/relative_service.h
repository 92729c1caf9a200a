// A municipality's service this month beside its own at the start: 1 in the reference, where neither level nor budget
// moved.
#pragma once

#include "polder/scenario/inputs.h"

namespace polder::government {

/// What a euro brings, relative to at the start; 1 where there is no council.
double relative_productivity(const World& world, const Model& model, MunicipalityIndex m, Task task);

/// ln(1 + productivity x budget over those at the start): ln 2 in the reference.
double relative_response(const World& world, const Model& model, MunicipalityIndex m, Task task);

}  // namespace polder::government
