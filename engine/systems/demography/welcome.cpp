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

}  // namespace

void welcome(World& world, const Inputs& inputs, const Random& random) {
  if (world.warming_up()) return;
  for (const MunicipalityIndex home : rows_of(inputs.country.municipalities)) {
    if (inputs.country.municipalities[home].elsewhere) continue;
    births(world, inputs, random, home);
    arrivals(world, inputs, random, home);
  }
}

}  // namespace polder::demography
