// Rows of residents and what they are born with: age, sex, education, partner.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/parallel.h"
#include "world/age_structure.h"
#include "world/assumptions.h"
#include "world/blueprint.h"
#include "world/whole_numbers.h"

namespace polder {
namespace {

/// Rows of the municipalities inside, or of those elsewhere: by population, their total exact to one row.
void apportion_residents(Blueprint& plan, bool elsewhere) {
  std::vector<double> quota(plan.size, 0);
  for (std::size_t m = 0; m < plan.size; ++m)
    if (plan.facts(m).elsewhere == elsewhere) quota[m] = plan.facts(m).population;
  const double persons = std::accumulate(quota.begin(), quota.end(), 0.0);
  const auto part = apportion(quota, static_cast<std::uint32_t>(persons / plan.weight + .5));
  for (std::size_t m = 0; m < plan.size; ++m) plan.residents[m] += part[m];
}

std::uint32_t spare_rows(double expected) {
  return static_cast<std::uint32_t>(std::ceil(assumed::spare_margin * expected + 6 * std::sqrt(expected)));
}

/// Births of residents with these ages, oldest first: evenly along the shares by month of age.
void draw_births(const Blueprint& plan, std::size_t m, std::span<Profile> rows) {
  const std::vector<double> share = age_in_months(plan.facts(m).age_share, plan.country.by_age.death);
  const double offset = plan.offset(m, 0);
  // Everybody elsewhere works, so nobody there has a pension.
  const std::size_t oldest =
      plan.facts(m).elsewhere ? static_cast<std::size_t>(12 * plan.parameters.demo.pension_age) - 1 : share.size() - 1;
  double cumulative = 0;
  std::size_t age = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double position = (static_cast<double>(i) + offset) / static_cast<double>(rows.size());
    while (age < oldest && cumulative + share[age] <= position) cumulative += share[age++];
    const int birth = std::max(0, int{plan.start.index} - static_cast<int>(age));
    rows[rows.size() - 1 - i].birth = static_cast<std::uint32_t>(birth) & 0x7FFu;
  }
}

/// Chance of a final level `high` by year of age, with the municipal share for those of 15 to 74.
std::vector<double> high_chances(const std::vector<std::uint32_t>& persons, double share) {
  std::vector<double> weight(persons.size());
  std::vector<std::uint32_t> counted(persons.size(), 0);
  double wanted = 0;
  for (std::size_t age = 0; age < persons.size(); ++age) {
    weight[age] = assumed::high_education_by_band[band_of(static_cast<int>(age))];
    if (age < 15 || age >= 75) continue;
    counted[age] = persons[age];
    wanted += share * persons[age];
  }
  if (wanted <= 0) return std::vector<double>(persons.size(), share);
  std::vector<double> chance = chances(counted, weight, wanted, .97);
  // Children and the oldest follow their neighbours in age.
  const double factor = chance[40] / weight[40];
  for (std::size_t age = 0; age < persons.size(); ++age)
    if (counted[age] == 0) chance[age] = std::min(.97, factor * weight[age]);
  return chance;
}

void draw_traits_of(const Blueprint& plan, std::size_t m, World& world) {
  const std::size_t first = plan.first[m];
  const std::span<Profile> rows = world.residents.profile.span().subspan(first, plan.residents[m]);
  draw_births(plan, m, rows);
  const auto age_of = [&](const Profile& profile) { return static_cast<std::size_t>(plan.age_months(profile)) / 12; };
  std::vector<std::uint32_t> persons(oldest_age + 1, 0);
  for (const Profile& profile : rows) ++persons[age_of(profile)];
  Choice high(persons, high_chances(persons, plan.facts(m).high_education_share), plan.offset(m, 1));
  std::vector<std::uint32_t> others(persons.size());
  std::vector<double> low_chance(persons.size());
  for (std::size_t age = 0; age < persons.size(); ++age) {
    others[age] = persons[age] - high.wanted()[age];
    low_chance[age] = assumed::low_of_not_high_by_band[band_of(static_cast<int>(age))];
  }
  Choice low(others, low_chance, plan.offset(m, 2));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Profile& profile = rows[i];
    const Block luck = plan.resident(first + i, Question::Traits);
    const std::size_t age = age_of(profile);
    profile.home = static_cast<std::uint32_t>(m) & 0x1FFu;
    profile.sex = (luck[0] >> 31) & 1u;
    const bool partner = (luck[0] & 0xFFFF) <
                         static_cast<std::uint32_t>(plan.country.by_age.partner[std::max(age, settled_age)] * 65536);
    profile.partner = partner ? 1u : 0u;
    profile.education = high.take(age, luck[1]) ? 2u : low.take(age, luck[2]) ? 0u : 1u;
  }
}

}  // namespace

void lay_out_residents(Blueprint& plan, World& world) {
  plan.residents.assign(plan.size, 0);
  apportion_residents(plan, false);
  apportion_residents(plan, true);
  plan.first.assign(plan.size, 0);
  Municipalities& table = world.municipalities;
  for (auto* column : {&table.next_birth, &table.last_birth, &table.next_arrival, &table.last_arrival})
    column->assign(plan.size, 0);
  std::uint32_t row = 0;
  for (const MunicipalityIndex m : rows_of(plan.country.municipalities)) {
    const double years = plan.country.municipalities[m].elsewhere ? 0 : plan.study.horizon_years;
    const double person_years = years * plan.residents[number(m)];
    plan.first[number(m)] = row;
    table.next_birth[m] = row += plan.residents[number(m)];
    table.last_birth[m] = row += spare_rows(person_years * plan.parameters.demo.birth_rate);
    table.next_arrival[m] = row;
    table.last_arrival[m] = row += spare_rows(person_years * plan.parameters.demo.immigration_rate);
  }
  world.residents.profile.resize(row);
  world.residents.now.resize(row);
}

void draw_traits(const Blueprint& plan, World& world) {
  for_each_chunk(plan.size, 1, [&](std::size_t m, std::size_t, std::size_t) { draw_traits_of(plan, m, world); });
}

}  // namespace polder
