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

VacancyCells::VacancyCells(const World& world, const Country& country, Column<MunicipalityIndex, double> abroad,
                           Bridge bridge, const government::Mediation& mediation)
    : country_(country),
      abroad_(std::move(abroad)),
      bridge_(std::move(bridge)),
      occupations_(country.occupations.size()) {
  sort_vacancies(world, mediation.mediated);
  accessible_.assign(start_.size() - 1, 0);
  for (const MunicipalityIndex home : rows_of(country.municipalities)) {
    std::vector<Weights>& row = weights_.emplace_back();
    for (std::size_t r = 0; r < country.reach[home].size(); ++r) {
      const Reach& reach = country.reach[home][r];
      row.push_back(weights(home, reach, mediation.sight.empty() ? government::Sight{} : mediation.sight[home][r]));
      for (std::size_t o = 0; o < occupations_; ++o)
        accessible_[cell(home, o)] += all(row.back(), cell(reach.municipality, o));
    }
  }
}

void VacancyCells::sort_vacancies(const World& world, const Column<VacancyIndex, std::uint8_t>& mediated) {
  const std::size_t cells = country_.municipalities.size() * occupations_;
  const Vacancies& table = world.vacancies;
  const auto cell_of = [&](VacancyIndex v) {
    return cell(world.firms.municipality[table.firm[v]], number(table.occupation[v]));
  };
  const auto is_shown = [&](VacancyIndex v) { return !mediated.empty() && mediated[v] != 0; };
  start_.assign(cells + 1, 0);
  shown_.assign(cells, 0);
  for (const VacancyIndex v : rows_of(table.firm)) {
    if (table.opened[v] >= world.month) continue;
    ++start_[cell_of(v) + 1];
    if (is_shown(v)) ++shown_[cell_of(v)];
  }
  for (std::size_t c = 0; c < cells; ++c) start_[c + 1] += start_[c];
  order_.resize(start_[cells]);
  std::vector<std::uint32_t> next_shown(start_.begin(), start_.end() - 1), next = next_shown;
  for (std::size_t c = 0; c < cells; ++c) next[c] += shown_[c];
  for (const VacancyIndex v : rows_of(table.firm))
    if (table.opened[v] < world.month) order_[(is_shown(v) ? next_shown : next)[cell_of(v)]++] = v;
}

VacancyCells::Weights VacancyCells::weights(MunicipalityIndex home, const Reach& reach,
                                            const government::Sight& sight) const {
  const double abroad = country_.is_abroad(reach.municipality) && !abroad_.empty() ? abroad_[home] : 1;
  const auto weight = [&](double factor) {
    return static_cast<std::uint64_t>(reach.weight * 256.0 * abroad * factor + .5);
  };
  return {weight(sight.mediated), weight(sight.other)};
}

std::uint64_t VacancyCells::total_weight(MunicipalityIndex home, const std::uint16_t* weights) const {
  std::uint64_t total = 0;
  for (std::size_t o = 0; o < occupations_; ++o) total += accessible_[cell(home, o)] * weights[o];
  return total;
}

std::uint32_t VacancyCells::place(const Weights& weight, std::size_t cell, std::uint64_t left,
                                  std::uint32_t luck) const {
  const std::uint32_t open = start_[cell + 1] - start_[cell], shown = shown_[cell];
  if (weight.mediated == weight.other) return below(luck, open);
  return left < weight.mediated * shown ? below(luck, shown) : shown + below(luck, open - shown);
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
  for (std::size_t r = 0; r < weights_[number(home)].size(); ++r) {
    const Weights& weight = weights_[number(home)][r];
    const std::size_t there = cell(country_.reach[home][r].municipality, wanted);
    if (left < all(weight, there)) return order_[start_[there] + place(weight, there, left, luck_place)];
    left -= all(weight, there);
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
  for (std::size_t r = 0; r < weights_[number(home)].size(); ++r)
    if (country_.reach[home][r].municipality == where)
      here = all(weights_[number(home)][r], cell(where, number(wanted)));
  return static_cast<double>(there * weights[number(wanted)]) / static_cast<double>(total) *
         (static_cast<double>(here) / static_cast<double>(there));
}

}  // namespace polder::labour
