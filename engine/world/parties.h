// Where parties stand.
#pragma once

#include <array>

#include "polder/world/government_facts.h"

namespace polder {

/// From 0 to 1: left to right, progressive to conservative, regional to local, expansive to austere.
using Position = std::array<double, 4>;
inline Position position(const Party& party) { return {party.economic, party.social, party.local, party.fiscal}; }

/// Local first: positions between .75 and 1 are those of local parties in the tables.
inline bool is_local(const Party& party) { return party.local > .75; }

}  // namespace polder
