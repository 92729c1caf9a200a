// Councils for countries made by hand: four parties, of which one is local, accounts, and one joint arrangement of all.
#pragma once

#include "polder/scenario/parameters.h"
#include "polder/world/country.h"

namespace polder::testing {

inline constexpr std::size_t left = 0, centre = 1, right = 2, local = 3;

/// Government as shipped: its formulas have no use for parameters that are all zero.
const GovernmentParameters& shipped_government();

void give_councils(Country& country);

}  // namespace polder::testing
