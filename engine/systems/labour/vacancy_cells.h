// Vacancies by municipality and occupation, and the two-stage choice of an application among them (L7): first an
// occupation, by A x W x accessible vacancies, then a municipality, by K x vacancies. Exact, with integer weights.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "government/mediation.h"
#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"
#include "systems/labour/applications.h"

namespace polder::labour {

/// Occupations between which an agreement across sectors makes a bridge (V09), and where it does.
struct Bridge {
  std::vector<std::uint16_t> occupation_weight;         // as Country::occupation_weight; empty: nowhere
  Column<MunicipalityIndex, std::uint8_t> in_force;     // by home
};

/// A share agenda.bridge x hc_agenda.cross_sector of the applications on top, from where the agreement is in force.
Bridge bridge_in_force(const Inputs& inputs);

class VacancyCells {
 public:
  /// Vacancies that were open when the month began; `abroad` multiplies the weight of municipalities abroad, by home.
  VacancyCells(const World& world, const Country& country, Column<MunicipalityIndex, double> abroad = {},
               Bridge bridge = {}, const government::Mediation& mediation = {});

  /// The vacancy that an application goes to, or nullptr when nothing is within reach. `kernel` is a row of
  /// Country::occupation_weight.
  const Offer* find(MunicipalityIndex home, std::size_t kernel, std::uint32_t luck_occupation,
                    std::uint32_t luck_municipality, std::uint32_t luck_place) const;
  VacancyIndex choose(MunicipalityIndex home, std::size_t kernel, std::uint32_t luck_occupation,
                      std::uint32_t luck_municipality, std::uint32_t luck_place) const {
    const Offer* found = find(home, kernel, luck_occupation, luck_municipality, luck_place);
    return found == nullptr ? none<VacancyIndex> : found->vacancy;
  }

  /// The same from the weights themselves, without running sums: what `choose` is tested against.
  VacancyIndex choose_plainly(MunicipalityIndex home, std::size_t kernel, std::uint32_t luck_occupation,
                              std::uint32_t luck_municipality, std::uint32_t luck_place) const;

  /// Chance of each occupation, then of each municipality within it: what `choose` draws from.
  double chance(MunicipalityIndex home, std::size_t kernel, MunicipalityIndex where, OccupationIndex wanted) const;

 private:
  std::size_t cell(MunicipalityIndex m, std::size_t occupation) const { return number(m) * occupations_ + occupation; }
  /// K towards a municipality this month, in 256ths, for vacancies that employer services mediate and for others.
  struct Weights {
    std::uint64_t mediated = 0, other = 0;
  };
  Weights weights(MunicipalityIndex home, const Reach& reach, const government::Sight& sight) const;
  /// Of all vacancies of a cell.
  std::uint64_t all(const Weights& weight, std::size_t cell) const {
    const std::uint64_t shown = shown_[cell];
    return weight.mediated * shown + weight.other * (start_[cell + 1] - start_[cell] - shown);
  }
  /// Which vacancy of a cell, for the luck that is left in it.
  std::uint32_t place(const Weights& weight, std::size_t cell, std::uint64_t left, std::uint32_t luck) const;
  void sort_vacancies(const World& world, const Column<VacancyIndex, std::uint8_t>& mediated);
  /// A row of the kernel of occupations for who lives there.
  const std::uint16_t* occupation_weights(MunicipalityIndex home, std::size_t kernel) const {
    const bool bridged = !bridge_.occupation_weight.empty() && bridge_.in_force[home] != 0;
    return (bridged ? bridge_.occupation_weight : country_.occupation_weight).data() + kernel * occupations_;
  }
  void sum_weights();
  void sum_weights_of(MunicipalityIndex home);
  /// Running sums over occupations of A x W x accessible vacancies, for who lives there and seeks by that kernel.
  const std::uint64_t* occupation_sums(MunicipalityIndex home, std::size_t kernel) const {
    return occupation_sums_.data() + (number(home) * kernels_ + kernel) * occupations_;
  }
  /// Running sums over Country::reach of K x vacancies, of those who live there and want that occupation.
  std::span<const std::uint64_t> place_sums(MunicipalityIndex home, std::size_t occupation) const {
    const std::size_t places = weights_[number(home)].size();
    return {place_sums_.data() + first_place_[number(home)] * occupations_ + occupation * places, places};
  }
  /// Acc[m, o'] = sum of vacancies x K.
  std::uint64_t accessible(MunicipalityIndex home, std::size_t occupation) const {
    const std::span<const std::uint64_t> sums = place_sums(home, occupation);
    return sums.empty() ? 0 : sums.back();
  }

  const Country& country_;
  Column<MunicipalityIndex, double> abroad_;  // by home; empty: 1
  Bridge bridge_;
  std::size_t occupations_, kernels_;
  std::vector<std::uint32_t> start_;  // of each cell in offers_, one more at the end
  std::vector<std::uint32_t> shown_;  // mediated vacancies of each cell, the first in offers_
  std::vector<std::vector<Weights>> weights_;  // by home, in the order of Country::reach
  std::vector<Offer> offers_;  // by cell, mediated first, then by (establishment, opened, number)
  std::vector<std::uint64_t> place_sums_, occupation_sums_;
  std::vector<std::size_t> first_place_;  // by home: places of Country::reach of the homes before
};

}  // namespace polder::labour
