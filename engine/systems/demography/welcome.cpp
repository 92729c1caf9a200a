#include "systems/demography/demography.h"
#include "systems/jobs/jobs.h"
#include "world/situation.h"

namespace polder::demography {
namespace {

std::uint32_t inhabitants(const Stocks& stocks) {
  std::int64_t all = 0;
  for (const std::int32_t rows : stocks.labour) all += rows;
  return static_cast<std::uint32_t>(all);
}

/// An education, and an occupation that fits it.
Profile newcomer(const World& world, const Inputs& inputs, MunicipalityIndex home, int age_months, const Block& luck) {
  const auto& shares = inputs.country.municipalities[home].young_education;
  const double education = uniform(luck[0]);
  Profile profile;
  profile.birth = static_cast<std::uint16_t>(world.month.index - age_months) & 0x7FFu;
  profile.home = static_cast<std::uint16_t>(home) & 0x1FFu;
  profile.education = education < shares[2] ? 2u : education < shares[2] + shares[1] ? 1u : 0u;
  profile.sex = luck[1] & 1u;
  profile.partner = uniform(luck[1]) < inputs.country.by_age.partner[settled_age] ? 1u : 0u;
  profile.occupation = static_cast<std::uint32_t>(jobs::likely_occupation(inputs.country, profile, luck[2])) & 0xFu;
  return profile;
}

/// A sector in which the occupation is held: there is no last job yet.
SectorIndex sector_to_come(const World& world, const Inputs& inputs, const Random& random, const Profile& profile,
                           std::uint32_t row) {
  return jobs::likely_sector(inputs.country, profile.trade(), random.word(Draw::Arrival, world.month, row, 1));
}

void activate(World& world, ResidentIndex row, const Profile& profile, const Situation& situation) {
  world.residents.profile[row] = profile;
  world.residents.now[row] = Situation{};
  move_to(world, row, situation);
}

void births(World& world, const Inputs& inputs, const Random& random, MunicipalityIndex home) {
  const std::uint32_t official = inputs.country.municipalities[home].official_number;
  const double expected = inputs.parameters.demo.birth_rate / 12 * inhabitants(world.municipalities.stocks[home]);
  std::uint32_t number = round_by_chance(expected, random.word(Draw::Births, world.month, official));
  std::uint32_t& next = world.municipalities.next_birth[home];
  for (; number > 0 && next < world.municipalities.last_birth[home]; --number, ++next) {
    const auto row = index_of<ResidentIndex>(next);
    Situation child;
    child.employer = none<FirmIndex>;
    child.since = world.month;
    child.labour = Labour::Child;
    const Profile profile = newcomer(world, inputs, home, 0, random.block(Draw::Arrival, world.month, next));
    child.set_sector(sector_to_come(world, inputs, random, profile, next));
    activate(world, row, profile, child);
    ++world.municipalities.flows[home].births;
  }
}

void arrivals(World& world, const Inputs& inputs, const Random& random, MunicipalityIndex home) {
  const auto& demo = inputs.parameters.demo;
  const std::uint32_t official = inputs.country.municipalities[home].official_number;
  const double expected = demo.immigration_rate / 12 * inhabitants(world.municipalities.stocks[home]);
  std::uint32_t number = round_by_chance(expected, random.word(Draw::Arrivals, world.month, official));
  std::uint32_t& next = world.municipalities.next_arrival[home];
  for (; number > 0 && next < world.municipalities.last_arrival[home]; --number, ++next) {
    const Block luck = random.block(Draw::Arrival, world.month, next);
    const auto months = static_cast<std::uint32_t>((demo.arrival_oldest - demo.arrival_youngest) * 12);
    const int age = static_cast<int>(demo.arrival_youngest * 12 + below(luck[3], months));
    const Profile profile = newcomer(world, inputs, home, age, luck);
    Situation situation;
    situation.employer = none<FirmIndex>;
    situation.since = world.month;
    situation.wage = static_cast<std::uint16_t>(inputs.country.occupations[profile.trade()].class_wage / 10);
    situation.set_sector(sector_to_come(world, inputs, random, profile, next));
    const bool seeks = (luck[0] & 0xFFFFu) < static_cast<std::uint32_t>(demo.arrival_seeking * 65536);
    situation.labour = seeks                                                ? Labour::Unemployed
                       : jobs::at_school(world, inputs.parameters, profile) ? Labour::Student
                                                                            : Labour::Inactive;
    activate(world, index_of<ResidentIndex>(next), profile, situation);
    ++world.municipalities.flows[home].arrivals;
  }
}

/// Vacancies of a region by occupation, running sums.
std::vector<double> vacancies_in(const World& world, const Inputs& inputs, RegionIndex region) {
  std::vector<double> sums(inputs.country.occupations.size(), 0);
  for (const VacancyIndex row : rows_of(world.vacancies.firm))
    if (inputs.country.municipalities[world.firms.municipality[world.vacancies.firm[row]]].region == region)
      ++sums[number(world.vacancies.occupation[row])];
  for (std::size_t o = 1; o < sums.size(); ++o) sums[o] += sums[o - 1];
  return sums;
}

/// Workers whom the agenda attracts (V07), from abroad, on the last of the spare rows so that others keep theirs. They
/// search, in occupations as the region's vacancies are.
void attract(World& world, const Inputs& inputs, const Random& random, MunicipalityIndex home) {
  const Cents price = static_cast<Cents>(inputs.parameters.attract.cost * 100) * world.weight;
  Government& government = world.municipalities.government[home];
  if (government.attract_purse < price) return;
  const std::vector<double> wanted = vacancies_in(world, inputs, inputs.country.municipalities[home].region);
  if (wanted.back() <= 0) return;
  const auto& demo = inputs.parameters.demo;
  std::uint32_t& last = world.municipalities.last_arrival[home];
  for (; government.attract_purse >= price && last > world.municipalities.next_arrival[home];
       government.attract_purse -= price) {
    const std::uint32_t row = --last;
    const Block luck = random.block(Draw::Attracted, world.month, row);
    const auto months = static_cast<std::uint32_t>((demo.arrival_oldest - demo.arrival_youngest) * 12);
    Profile profile =
        newcomer(world, inputs, home, static_cast<int>(demo.arrival_youngest * 12 + below(luck[3], months)), luck);
    const std::uint32_t choice = random.word(Draw::Attracted, world.month, row, 1);
    profile.occupation = static_cast<std::uint32_t>(pick(wanted, uniform(choice))) & 0xFu;
    Situation situation;
    situation.employer = none<FirmIndex>;
    situation.since = situation.last_job_ended = world.month;
    situation.wage = static_cast<std::uint16_t>(inputs.country.occupations[profile.trade()].class_wage / 10);
    situation.set_sector(sector_to_come(world, inputs, random, profile, row));
    situation.labour = Labour::Unemployed;
    activate(world, index_of<ResidentIndex>(row), profile, situation);
    ++world.municipalities.flows[home].arrivals;
    ++world.municipalities.flows[home].attracted;
    government.attraction_bought += price;
  }
}

}  // namespace

void welcome(World& world, const Inputs& inputs, const Random& random) {
  if (world.warming_up()) return;
  for (const MunicipalityIndex home : rows_of(inputs.country.municipalities)) {
    if (inputs.country.municipalities[home].elsewhere) continue;
    births(world, inputs, random, home);
    arrivals(world, inputs, random, home);
    attract(world, inputs, random, home);
  }
}

}  // namespace polder::demography
