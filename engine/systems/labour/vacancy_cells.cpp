#include "systems/labour/vacancy_cells.h"

#include <utility>

#include "world/occupation_weights.h"

namespace polder::labour {

Bridge bridge_in_force(const Inputs& inputs) {
  const Agenda& agenda = inputs.policy.mandates.agenda;
  const double share = inputs.parameters.agenda.bridge * agenda.cross_sector;
  Bridge bridge;
  if (share <= 0) return bridge;
  bool anywhere = false;
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    const bool here = agenda.across_sectors(m) > 0;
    bridge.in_force.push_back(here ? 1 : 0);
    anywhere = anywhere || here;
  }
  if (anywhere) bridge.occupation_weight = occupation_weights(inputs.country, inputs.parameters, share);
  return bridge;
}

VacancyCells::VacancyCells(const World& world, const Country& country, double abroad, Bridge bridge)
    : country_(country), abroad_(abroad), bridge_(std::move(bridge)), occupations_(country.occupations.size()) {
  const std::size_t cells = country.municipalities.size() * occupations_;
  const Vacancies& table = world.vacancies;
  const auto cell_of = [&](VacancyIndex v) {
    return cell(world.firms.municipality[table.firm[v]], number(table.occupation[v]));
  };
  start_.assign(cells + 1, 0);
  for (const VacancyIndex v : rows_of(table.firm))
    if (table.opened[v] < world.month) ++start_[cell_of(v) + 1];
  for (std::size_t c = 0; c < cells; ++c) start_[c + 1] += start_[c];
  order_.resize(start_[cells]);
  std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
  for (const VacancyIndex v : rows_of(table.firm))
    if (table.opened[v] < world.month) order_[next[cell_of(v)]++] = v;

  accessible_.assign(cells, 0);
  for (const MunicipalityIndex home : rows_of(country.municipalities))
    for (const Reach& reach : country.reach[home])
      for (std::size_t o = 0; o < occupations_; ++o)
        accessible_[cell(home, o)] += weight(reach) * vacancies(reach.municipality, o);
}

std::uint64_t VacancyCells::total_weight(MunicipalityIndex home, const std::uint16_t* weights) const {
  std::uint64_t total = 0;
  for (std::size_t o = 0; o < occupations_; ++o) total += accessible_[cell(home, o)] * weights[o];
  return total;
}

VacancyIndex VacancyCells::choose(MunicipalityIndex home, std::size_t kernel, std::uint32_t luck_occupation,
                                  std::uint32_t luck_municipality, std::uint32_t luck_place) const {
  const std::uint16_t* weights = occupation_weights(home, kernel);
  const std::uint64_t total = total_weight(home, weights);
  if (total == 0) return none<VacancyIndex>;
  std::uint64_t left = below_wide(luck_occupation, total);
  std::size_t wanted = 0;
  for (;; ++wanted) {
    const std::uint64_t weight = accessible_[cell(home, wanted)] * weights[wanted];
    if (left < weight) break;
    left -= weight;
  }
  left = below_wide(luck_municipality, accessible_[cell(home, wanted)]);
  for (const Reach& reach : country_.reach[home]) {
    const std::uint32_t open = vacancies(reach.municipality, wanted);
    const std::uint64_t here = weight(reach) * open;
    if (left < here) return order_[start_[cell(reach.municipality, wanted)] + below(luck_place, open)];
    left -= here;
  }
  return none<VacancyIndex>;
}

double VacancyCells::chance(MunicipalityIndex home, std::size_t kernel, MunicipalityIndex where,
                            OccupationIndex wanted) const {
  const std::uint16_t* weights = occupation_weights(home, kernel);
  const std::uint64_t total = total_weight(home, weights);
  const std::uint64_t there = accessible_[cell(home, number(wanted))];
  if (total == 0 || there == 0) return 0;
  std::uint64_t here = 0;
  for (const Reach& reach : country_.reach[home])
    if (reach.municipality == where) here = weight(reach) * vacancies(where, number(wanted));
  return static_cast<double>(there * weights[number(wanted)]) / static_cast<double>(total) *
         (static_cast<double>(here) / static_cast<double>(there));
}

}  // namespace polder::labour
