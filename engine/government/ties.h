// Ties of trust between governments: who has one with whom, and how much trust there is.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "polder/scenario/government_parameters.h"
#include "polder/world/country.h"
#include "polder/world/world.h"

namespace polder::government {

/// Rows of governments: municipalities, provinces, then uwv, employers and Rijk.
enum class Other : std::uint8_t { Uwv, Employers, Rijk };
constexpr GovernmentIndex government_of(MunicipalityIndex m) { return static_cast<GovernmentIndex>(number(m)); }
GovernmentIndex government_of(const Country& country, ProvinceIndex province);
GovernmentIndex government_of(const Country& country, Other other);

/// The tie of two governments, named in any order; null without one.
const Tie* find_tie(const std::vector<Tie>& ties, GovernmentIndex a, GovernmentIndex b);
inline Tie* find_tie(std::vector<Tie>& ties, GovernmentIndex a, GovernmentIndex b) {
  const Tie* found = find_tie(std::as_const(ties), a, b);
  return found == nullptr ? nullptr : &ties[static_cast<std::size_t>(found - ties.data())];
}

/// Trust of a municipality in who would carry out a task with it at a level: mean over the partners other than itself
/// at regional levels, its province, or Rijk. `trust.start` where there is nobody, or no tie.
double trust_at(const World& world, const Country& country, MunicipalityIndex m, Level level,
                std::span<const MunicipalityIndex> partners, const TrustParameters& parameters);

/// The same with those who carry it out now.
double trust_in_force(const World& world, const Country& country, MunicipalityIndex m, Task task,
                      const TrustParameters& parameters);

}  // namespace polder::government
