// Parties that put the municipality first.
#pragma once

#include "polder/world/government_facts.h"

namespace polder {

/// Local first: positions between .75 and 1 are those of local parties in the tables.
inline bool is_local(const Party& party) { return party.local > .75; }

}  // namespace polder
