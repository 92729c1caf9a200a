// The many arrangements of a municipality of which nothing is known but their number: groups of neighbours, drawn.
#pragma once

#include <cstdint>
#include <vector>

#include "polder/base/random.h"
#include "polder/scenario/parameters.h"
#include "polder/world/country.h"

namespace polder {

/// Who borders on whom, and under which number a municipality draws.
struct Neighbourhood {
  std::uint32_t official_number = 0;
  std::vector<MunicipalityIndex> neighbours;
};

/// Overlapping groups of municipalities, each connected over its neighbours, so that those with neighbours are in
/// `per_municipality` groups of `partners` municipalities on average. Whoever is in the fewest (the lowest row of
/// several) founds the next one; its size is uniform between 2 and 2 x partners - 2; of two neighbours drawn from all
/// around the group, the one in fewer groups joins, until the size is reached or nobody is left. Members are in order
/// of row. Draws are keyed by the founder and its how manieth group it is.
std::vector<std::vector<MunicipalityIndex>> draw_groups(const Column<MunicipalityIndex, Neighbourhood>& map,
                                                        double per_municipality, double partners, const Random& random);

/// Adds drawn arrangements of kind "background" to those of the tables: the same for every scope, period and sample.
void add_background_arrangements(Country& country, const Parameters& parameters, const Random& random);

/// Fills GovernmentFacts::arrangements from the members of Country::arrangements.
void fill_memberships(Country& country);

}  // namespace polder
