// Seekers and vacancies by region and occupation: what training, schools and those who choose look at.
#pragma once

#include <vector>

#include "polder/world/country.h"
#include "polder/world/world.h"

namespace polder {

/// Open vacancies, unemployed residents, and all who work or seek [rows], [region x occupation]; nothing beyond the
/// border of the scope. All vacancies, recorded or not.
std::vector<MarketCell> count_market(const World& world, const Country& country);

}  // namespace polder
