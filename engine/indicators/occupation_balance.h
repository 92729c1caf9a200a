// Seekers against vacancies by occupation in a labour-market region: what shrinks there and what grows.
#pragma once

#include <cstdint>
#include <span>

#include "polder/world/country.h"
#include "polder/world/world.h"

namespace polder {

/// A month of a region, by occupation class [persons].
struct OccupationCount {
  double employed = 0;   // residents at work
  double seekers = 0;    // unemployed residents
  double vacancies = 0;  // open at the region's establishments, as statistics see them
};
using OccupationCounts = Column<OccupationIndex, OccupationCount>;

/// `recorded_share` is the parameter firm.recorded_share. Changes nothing.
OccupationCounts count_occupations(const World& world, const Country& country, RegionIndex region,
                                   double recorded_share);
/// The same of all regions, in one pass.
Column<RegionIndex, OccupationCounts> count_occupations(const World& world, const Country& country,
                                                        double recorded_share);

enum class Demand : std::uint8_t { Balanced, Shrinking, Growing };

struct OccupationBalance {
  double seekers = 0, vacancies = 0;  // mean over the months [persons]
  double tightness = 0;               // vacancies per seeker; not a number without seekers
  double relative = 0;                // tightness over that of the whole region
  double employed = 0;                // in the last month [persons]
  double change = 0;                  // of the employed, from the first month to the last [share]
  Demand demand = Demand::Balanced;   // Shrinking: more seekers than vacancies; Growing: the reverse
};

/// Means and change over consecutive months of the same region; nothing comes of no month.
Column<OccupationIndex, OccupationBalance> balance_occupations(std::span<const OccupationCounts> months);

}  // namespace polder
