// Establishments: placed plants are checked, sizes in persons become rows of residents.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "polder/base/error.h"
#include "world/assumptions.h"
#include "world/blueprint.h"
#include "world/build.h"
#include "world/whole_numbers.h"

namespace polder {
namespace {

std::optional<std::size_t> municipality_of(const Country& country, const std::string& code) {
  for (const MunicipalityIndex m : rows_of(country.municipalities))
    if (!country.municipalities[m].elsewhere && country.municipalities[m].code == code) return number(m);
  return std::nullopt;
}

/// Why a plant cannot stand where the study wants it; adds a problem.
bool fits(const Country& country, const PlacedFirm& wish, std::optional<std::size_t> m, std::optional<SectorIndex> s,
          std::uint32_t weight, double taken, data::Problems& problems) {
  const auto refuse = [&](std::string code, std::string message, std::string help) {
    problems.add(problem_from(wish.origin, std::move(code), std::move(message), std::move(help)));
    return false;
  };
  if (!m)
    return refuse("E151", fmt::format("'{}' is not in scope, so no plant can stand there", wish.municipality),
                  "place it in a municipality of the scope");
  if (!s) return refuse("E108", fmt::format("'{}' is no sector of this country", wish.sector), "");
  const MunicipalityFacts& facts = country.municipalities[index_of<MunicipalityIndex>(*m)];
  const double employees = facts.jobs[number(*s)] * (1 - country.sectors[*s].self_employed_share);  // [persons]
  const double there = std::floor(employees - taken);
  if (wish.jobs > there)
    return refuse("E150",
                  fmt::format("'{}' has {:.0f} jobs, but sector {} in {} has {:.0f} employees to give", wish.name,
                              wish.jobs, country.sectors[*s].code, facts.name, std::max(0.0, there)),
                  fmt::format("give it at most {:.0f} jobs", std::max(0.0, there)));
  if (wish.jobs / weight < 3)
    return refuse("E162",
                  fmt::format("'{}' with {:.0f} jobs is {:.1f} rows of a sample of 1:{}, too few to say anything",
                              wish.name, wish.jobs, wish.jobs / weight, weight),
                  fmt::format("take a sample of 1:{} or finer", std::max(1.0, std::floor(wish.jobs / 3))));
  return true;
}

void add_firm(Firms& firms, std::size_t m, std::size_t s, FirmState state, std::uint32_t jobs, double persons) {
  firms.sector.push_back(index_of<SectorIndex>(s));
  firms.municipality.push_back(index_of<MunicipalityIndex>(m));
  firms.state.push_back(state);
  firms.closes.push_back(never);
  firms.persons.push_back(static_cast<std::uint32_t>(persons + .5));
  firms.jobs.push_back(jobs);
  firms.vacancies.push_back(0);
  firms.leavers.push_back(0);
  firms.dismissal.push_back(0);
  firms.start_size.push_back(0);
  firms.productivity.push_back(0);
  firms.target.push_back(0);
}

/// Rows of one cell: abroad a single one; otherwise the self-employed in one row of their own, then jobs rounded
/// systematically along the sorted establishments, those without a row dropped.
void add_cell(const Blueprint& plan, std::size_t m, std::size_t s, const std::vector<Sized>& cell, Firms& firms,
              std::vector<FirmIndex>& placed) {
  if (plan.abroad(m)) {
    const std::uint32_t jobs = plan.jobs[m * plan.sectors + s];
    return add_firm(firms, m, s, FirmState::Abroad, jobs, jobs * plan.weight);
  }
  const std::uint32_t alone = plan.self_employed[m * plan.sectors + s];
  if (alone > 0) add_firm(firms, m, s, FirmState::OwnAccount, alone, alone * plan.weight);
  const double offset = plan.offset(m, 16 + s);
  double cumulative = 0;
  std::uint32_t passed = units_passed(0, offset);
  for (const Sized& one : cell) {
    cumulative += one.persons / plan.weight;
    const std::uint32_t now = units_passed(cumulative, offset);
    if (now > passed) {
      if (one.placed > 0) placed[one.placed - 1] = index_of<FirmIndex>(firms.size());
      add_firm(firms, m, s, FirmState::Open, now - passed, one.persons);
    }
    passed = now;
  }
}

/// Spare rows for the establishments that open during the horizon: one for each small one that may exit.
std::uint32_t spare_firms(const Blueprint& plan, std::size_t m, const Firms& firms, std::size_t first) {
  if (plan.abroad(m) || (plan.facts(m).elsewhere && firms.size() == first)) return 0;
  double small = 0;
  for (std::size_t f = first; f < firms.size(); ++f)
    if (firms.state[index_of<FirmIndex>(f)] == FirmState::Open &&
        firms.persons[index_of<FirmIndex>(f)] < plan.parameters.firm.exit_below)
      ++small;
  const double expected = small * plan.parameters.firm.exit * 12 * plan.study.horizon_years;
  return static_cast<std::uint32_t>(std::ceil(assumed::spare_margin * expected + 6 * std::sqrt(expected)));
}

}  // namespace

std::vector<Plant> place_plants(const Country& country, std::span<const PlacedFirm> wishes, std::uint32_t weight,
                                data::Problems& problems) {
  std::vector<Plant> plants;
  const std::size_t sectors = country.sectors.size();
  std::vector<double> taken(country.municipalities.size() * sectors, 0);
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    const PlacedFirm& wish = wishes[i];
    const auto m = municipality_of(country, wish.municipality);
    const auto s = sector_of(country, wish.sector);
    const double before = m && s ? taken[*m * sectors + number(*s)] : 0;
    if (!fits(country, wish, m, s, weight, before, problems)) continue;
    taken[*m * sectors + number(*s)] += wish.jobs;
    plants.push_back({*m, number(*s), static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(wish.jobs + .5)});
  }
  return plants;
}

void add_absent_firms(Firms& firms, std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i) add_firm(firms, 0, 0, FirmState::Absent, 0, 0);
}

std::vector<FirmIndex> build_firms(const Blueprint& plan, World& world, data::Problems& problems) {
  const std::vector<std::vector<Sized>> cells =
      draw_establishments(plan, place_plants(plan.country, plan.study.placed, plan.study.weight, problems));
  std::vector<FirmIndex> placed(plan.study.placed.size(), none<FirmIndex>);
  world.municipalities.next_firm.assign(plan.size, 0);
  world.municipalities.last_firm.assign(plan.size, 0);
  for (std::size_t m = 0; m < plan.size; ++m) {
    const std::size_t first = world.firms.size();
    for (std::size_t s = 0; s < plan.sectors; ++s)
      add_cell(plan, m, s, cells[m * plan.sectors + s], world.firms, placed);
    const std::uint32_t spare = spare_firms(plan, m, world.firms, first);
    const auto index = index_of<MunicipalityIndex>(m);
    world.municipalities.next_firm[index] = static_cast<std::uint32_t>(world.firms.size());
    for (std::uint32_t i = 0; i < spare; ++i) add_firm(world.firms, m, 0, FirmState::Absent, 0, 0);
    world.municipalities.last_firm[index] = static_cast<std::uint32_t>(world.firms.size());
  }
  return placed;
}

}  // namespace polder
