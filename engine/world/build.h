// The synthetic population: from tables to a World that agrees with them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/problems.h"
#include "polder/scenario/inputs.h"
#include "polder/scenario/scenario.h"
#include "polder/world/world.h"
#include "world/country_files.h"

namespace polder {

/// The country restricted to the scope of the study, with `elsewhere` municipalities beyond its border, commuting
/// refitted by iterative proportional fitting, and integer kernels. Adds problems (unknown region, ...).
Country build_country(const CountryFiles& files, const Study& study, data::Problems& problems);

/// The sector with this code, or the one that holds it: "C" is part of "B-E".
std::optional<SectorIndex> sector_of(const Country& country, std::string_view code);

/// A plant that a study places, with its cell.
struct Plant {
  std::size_t municipality = 0, sector = 0;
  std::uint32_t number = 0;  // among those placed
  std::uint32_t persons = 0;
};
/// The plants that fit in their sector and municipality, one after another, in a sample of 1:weight. Adds a problem for
/// each that does not (E150), stands outside the country (E151), or is too small for the sample (E162).
std::vector<Plant> place_plants(const Country& country, std::span<const PlacedFirm> wishes, std::uint32_t weight,
                                data::Problems& problems);

struct BuiltWorld {
  World world;
  std::vector<FirmIndex> placed;  // the establishments of study.placed, in its order; none if it was refused
};

/// The population, establishments and vacancies at the first month of the warm-up. `country` comes from
/// build_country. Adds problems (a placed plant larger than its sector, sample too coarse, too few spare rows).
BuiltWorld build_world(const Country& country, const Study& study, data::Problems& problems);

/// Appends rows of establishments that are not there yet.
void add_absent_firms(Firms& firms, std::size_t rows);

/// How far a margin of the synthetic population is from its table.
struct MarginLine {
  std::string margin;  // "residents by municipality"
  std::string worst;  // where the largest difference is
  double table = 0, world = 0;  // there [persons]
  double mean_off = 0;  // mean absolute difference relative to the mean [share]
};
std::vector<MarginLine> compare_margins(const World& world, const Country& country);

}  // namespace polder
