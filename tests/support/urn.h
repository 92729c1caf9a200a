// Matching as an urn: municipalities, occupations and vacancies by hand, through the model's own cells and stable
// matching, with employers who rank at random.
#pragma once

#include <vector>

#include "polder/base/random.h"
#include "systems/labour/stable_matching.h"
#include "systems/labour/vacancy_cells.h"

namespace polder::testing {

/// A country of `places` municipalities x `trades` occupations with the given weights, and vacancies per cell.
struct Market {
  Country country;
  World world;
  Market(std::size_t places, std::size_t trades, const std::vector<std::uint32_t>& vacancies,
         const std::vector<std::uint16_t>& reach, const std::vector<std::uint16_t>& mobility);
  ~Market();
};

/// Hires when each seeker sends the given number of applications from home (by default the first municipality); hires
/// of the first `group` seekers in `of_group`.
std::uint32_t hires(const Market& market, const std::vector<std::uint32_t>& sent, std::uint32_t replicate,
                    std::uint32_t group = 0, std::uint32_t* of_group = nullptr,
                    const std::vector<MunicipalityIndex>& homes = {});

}  // namespace polder::testing
