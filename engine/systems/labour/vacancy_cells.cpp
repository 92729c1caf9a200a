#include "systems/labour/vacancy_cells.h"

#include <utility>

#include "base/parallel.h"
#include "world/occupation_weights.h"

namespace polder::labour {
namespace {

/// Index of the first running sum above `at`, which is below the last. Halves without branches: no processor foresees
/// where luck falls.
std::size_t first_above(std::span<const std::uint64_t> sums, std::uint64_t at) {
  std::size_t first = 0;
  for (std::size_t left = sums.size(); left > 1;) {
    const std::size_t half = left / 2;
    first += sums[first + half - 1] <= at ? half : 0;
    left -= half;
  }
  return first;
}

}  // namespace

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
      occupations_(country.occupations.size()),
      kernels_(country.occupation_weight.size() / country.occupations.size()) {
  sort_vacancies(world, mediation.mediated);
  for (const MunicipalityIndex home : rows_of(country.municipalities)) {
    std::vector<Weights>& row = weights_.emplace_back();
    for (std::size_t r = 0; r < country.reach[home].size(); ++r)
      row.push_back(weights(home, country.reach[home][r],
                            mediation.sight.empty() ? government::Sight{} : mediation.sight[home][r]));
  }
  sum_weights();
}

void VacancyCells::sum_weights() {
  occupation_sums_.resize(weights_.size() * kernels_ * occupations_);
  std::size_t places = 0;
  for (const auto& row : weights_) {
    first_place_.push_back(places);
    places += row.size();
  }
  place_sums_.resize(places * occupations_);
  constexpr std::size_t chunk_homes = 16;
  for_each_chunk(weights_.size(), chunk_homes, [&](std::size_t, std::size_t first, std::size_t last) {
    for (std::size_t home = first; home < last; ++home) sum_weights_of(index_of<MunicipalityIndex>(home));
  });
}

void VacancyCells::sum_weights_of(MunicipalityIndex home) {
  const std::vector<Weights>& row = weights_[number(home)];
  std::uint64_t* const sums = place_sums_.data() + first_place_[number(home)] * occupations_;
  for (std::size_t o = 0; o < occupations_; ++o) {
    std::uint64_t sum = 0;
    for (std::size_t r = 0; r < row.size(); ++r)
      sums[o * row.size() + r] = sum += all(row[r], cell(country_.reach[home][r].municipality, o));
  }
  for (std::size_t k = 0; k < kernels_; ++k) {
    const std::uint16_t* weight = occupation_weights(home, k);
    std::uint64_t* const wanted = occupation_sums_.data() + (number(home) * kernels_ + k) * occupations_;
    std::uint64_t sum = 0;
    for (std::size_t o = 0; o < occupations_; ++o) wanted[o] = sum += accessible(home, o) * weight[o];
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
  offers_.resize(start_[cells]);
  std::vector<std::uint32_t> next_shown(start_.begin(), start_.end() - 1), next = next_shown;
  for (std::size_t c = 0; c < cells; ++c) next[c] += shown_[c];
  for (const VacancyIndex v : rows_of(table.firm))
    if (table.opened[v] < world.month) offers_[(is_shown(v) ? next_shown : next)[cell_of(v)]++] = offer_of(world, v);
}

VacancyCells::Weights VacancyCells::weights(MunicipalityIndex home, const Reach& reach,
                                            const government::Sight& sight) const {
  const double abroad = country_.is_abroad(reach.municipality) && !abroad_.empty() ? abroad_[home] : 1;
  const auto weight = [&](double factor) {
    return static_cast<std::uint64_t>(reach.weight * 256.0 * abroad * factor + .5);
  };
  return {weight(sight.mediated), weight(sight.other)};
}

std::uint32_t VacancyCells::place(const Weights& weight, std::size_t cell, std::uint64_t left,
                                  std::uint32_t luck) const {
  const std::uint32_t open = start_[cell + 1] - start_[cell], shown = shown_[cell];
  if (weight.mediated == weight.other) return below(luck, open);
  return left < weight.mediated * shown ? below(luck, shown) : shown + below(luck, open - shown);
}

const Offer* VacancyCells::find(MunicipalityIndex home, std::size_t kernel, std::uint32_t luck_occupation,
                                std::uint32_t luck_municipality, std::uint32_t luck_place) const {
  const std::span wanted(occupation_sums(home, kernel), occupations_);
  if (wanted.back() == 0) return nullptr;
  const std::size_t occupation = first_above(wanted, below_wide(luck_occupation, wanted.back()));
  const std::span<const std::uint64_t> places = place_sums(home, occupation);
  const std::uint64_t in = below_wide(luck_municipality, places.back());
  const std::size_t r = first_above(places, in);
  const std::size_t there = cell(country_.reach[home][r].municipality, occupation);
  const std::uint64_t left = r == 0 ? in : in - places[r - 1];
  return &offers_[start_[there] + place(weights_[number(home)][r], there, left, luck_place)];
}

VacancyIndex VacancyCells::choose_plainly(MunicipalityIndex home, std::size_t kernel, std::uint32_t luck_occupation,
                                          std::uint32_t luck_municipality, std::uint32_t luck_place) const {
  const std::vector<Weights>& row = weights_[number(home)];
  const auto cell_at = [&](std::size_t r, std::size_t o) { return cell(country_.reach[home][r].municipality, o); };
  const auto accessible_at = [&](std::size_t o) {
    std::uint64_t sum = 0;
    for (std::size_t r = 0; r < row.size(); ++r) sum += all(row[r], cell_at(r, o));
    return sum;
  };
  const std::uint16_t* weight = occupation_weights(home, kernel);
  std::uint64_t total = 0;
  for (std::size_t o = 0; o < occupations_; ++o) total += accessible_at(o) * weight[o];
  if (total == 0) return none<VacancyIndex>;
  std::uint64_t left = below_wide(luck_occupation, total);
  std::size_t o = 0;
  for (; left >= accessible_at(o) * weight[o]; ++o) left -= accessible_at(o) * weight[o];
  left = below_wide(luck_municipality, accessible_at(o));
  std::size_t r = 0;
  for (; left >= all(row[r], cell_at(r, o)); ++r) left -= all(row[r], cell_at(r, o));
  return offers_[start_[cell_at(r, o)] + place(row[r], cell_at(r, o), left, luck_place)].vacancy;
}

double VacancyCells::chance(MunicipalityIndex home, std::size_t kernel, MunicipalityIndex where,
                            OccupationIndex wanted) const {
  const std::uint64_t total = occupation_sums(home, kernel)[occupations_ - 1];
  const std::uint64_t there = accessible(home, number(wanted));
  if (total == 0 || there == 0) return 0;
  std::uint64_t here = 0;
  for (std::size_t r = 0; r < weights_[number(home)].size(); ++r)
    if (country_.reach[home][r].municipality == where)
      here = all(weights_[number(home)][r], cell(where, number(wanted)));
  const std::uint16_t weight = occupation_weights(home, kernel)[number(wanted)];
  return static_cast<double>(there * weight) / static_cast<double>(total) *
         (static_cast<double>(here) / static_cast<double>(there));
}

}  // namespace polder::labour
