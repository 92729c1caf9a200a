// The part of the country that a study simulates: a region, its commuting ring, and what crosses their border.
#pragma once

#include <vector>

#include "data/problems.h"
#include "polder/scenario/scenario.h"
#include "polder/world/country.h"

namespace polder {

/// Municipalities in scope, by row of `country` (whose `commuters` are fitted): those of the region, then others in
/// descending order of commuters exchanged with it per inhabitant until `ring` of all its commuters stay inside. Adds a
/// problem for an unknown region.
std::vector<bool> choose_scope(const Country& country, const Scope& scope, data::Problems& problems);

/// The country with the municipalities `inside` only, and one `elsewhere` municipality per province that exchanges
/// commuters with them: residents who work inside and jobs held by residents inside, nobody else. Arrangements keep
/// their members inside and count the others; those without any inside are left out. The flow between
/// elsewhere municipalities is zero, so persons and jobs close. Distances are not filled.
Country restrict_to(const Country& whole, const std::vector<bool>& inside, RegionIndex focus);

}  // namespace polder
