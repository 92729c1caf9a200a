// Sizes of establishments: size classes by the sector's shares, and inside a class Zipf's law.
#pragma once

#include <cstdint>
#include <vector>

#include "polder/world/country.h"

namespace polder {

/// Size in [from, to] with P(size >= x) proportional to 1/x: Zipf's law for firm sizes (Axtell 2001). `u` in (0, 1).
std::uint32_t zipf_size(const SizeClass& within, double u);

/// Mean of zipf_size.
double zipf_mean(const SizeClass& within);

/// Employees in establishments of each class per establishment of any size, from a sector's shares of establishments.
std::vector<double> employees_by_class(const Country& country, const SectorFacts& sector);

}  // namespace polder
