// Places beyond the national border: municipalities behind all others, where residents work and from where people come.
#pragma once

#include "polder/scenario/scenario.h"
#include "polder/world/country.h"

namespace polder {

/// How strongly the whole country draws on the people of each place: what a part of it draws is in proportion.
void fill_pulls(Country& country, Kernel kernel, const Parameters& parameters);

/// Appends the places of `country.border` that are within reach of a municipality in scope: as many residents who work
/// abroad as their search leads to (L16), and who come from there to work here. Expects commuters, distances and reach
/// of the country itself. Nothing happens at a border weight of 0 or without places.
void add_places_abroad(Country& country, Kernel kernel, const Parameters& parameters);

}  // namespace polder
