// How residents are spread over ages: evenly inside the bands of the table, by survival above 65.
#pragma once

#include <array>
#include <vector>

#include "polder/scenario/parameters.h"
#include "polder/world/country.h"

namespace polder {

inline constexpr int oldest_resident = 105;                       // [years] of the synthetic population
inline constexpr std::array<int, age_bands + 1> band_from{0, 15, 25, 45, 65, oldest_resident};  // [years]

constexpr std::size_t band_of(int years) {
  return years < 15 ? 0 : years < 25 ? 1 : years < 45 ? 2 : years < 65 ? 3 : 4;
}

/// Chance of dying within a year at each age (Gompertz: mortality_at_70 exp(growth (age - 70)), at most .9, at
/// least 1e-4), 0..oldest_age.
std::vector<double> gompertz_deaths(const Parameters& parameters);

/// Share of the population by age in months [0 .. 12 oldest_resident), from shares by band.
std::vector<double> age_in_months(const std::array<double, age_bands>& band_share, const std::vector<double>& death);

/// The same by age in years, 0..oldest_age.
std::vector<double> age_in_years(const std::array<double, age_bands>& band_share, const std::vector<double>& death);

}  // namespace polder
