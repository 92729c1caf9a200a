// Vacancies by municipality and occupation, and the two-stage choice of an application among them (L7): first an
// occupation, by A x W x accessible vacancies, then a municipality, by K x vacancies. Exact, with integer weights.
#pragma once

#include <cstdint>
#include <vector>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::labour {

class VacancyCells {
 public:
  /// Vacancies that were open when the month began; `abroad` multiplies the weight of municipalities abroad.
  VacancyCells(const World& world, const Country& country, double abroad = 1);

  /// The vacancy that an application goes to, or none when nothing is within reach. `kernel` is a row of
  /// Country::occupation_weight.
  VacancyIndex choose(MunicipalityIndex home, std::size_t kernel, std::uint32_t luck_occupation,
                      std::uint32_t luck_municipality, std::uint32_t luck_place) const;

  /// Chance of each occupation, then of each municipality within it: what `choose` draws from.
  double chance(MunicipalityIndex home, std::size_t kernel, MunicipalityIndex where, OccupationIndex wanted) const;

 private:
  std::size_t cell(MunicipalityIndex m, std::size_t occupation) const { return number(m) * occupations_ + occupation; }
  std::uint32_t vacancies(MunicipalityIndex m, std::size_t occupation) const {
    return start_[cell(m, occupation) + 1] - start_[cell(m, occupation)];
  }
  /// K towards a municipality this month.
  std::uint64_t weight(const Reach& reach) const {
    if (!country_.is_abroad(reach.municipality)) return reach.weight;
    return static_cast<std::uint64_t>(reach.weight * abroad_ + .5);
  }
  std::uint64_t occupation_weight(MunicipalityIndex home, std::size_t kernel, std::size_t wanted) const;

  const Country& country_;
  double abroad_;
  std::size_t occupations_;
  std::vector<std::uint32_t> start_;        // of each cell in order_, one more at the end
  std::vector<VacancyIndex> order_;         // by cell, then by (establishment, opened, number)
  std::vector<std::uint64_t> accessible_;   // Acc[m, o'] = sum of vacancies x K
};

}  // namespace polder::labour
