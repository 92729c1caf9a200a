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

/// An occupation with the chance of its share in national employment.
std::uint32_t some_occupation(const Country& country, std::uint32_t word) {
  double all = 0;
  for (const OccupationFacts& occupation : country.occupations) all += occupation.employed;
  double left = uniform(word) * all;
  for (std::uint32_t code = 0; code + 1 < country.occupations.size(); ++code) {
    left -= country.occupations[index_of<OccupationIndex>(code)].employed;
    if (left < 0) return code;
  }
  return static_cast<std::uint32_t>(country.occupations.size() - 1);
}

Profile newcomer(const World& world, const Inputs& inputs, MunicipalityIndex home, int age_months, const Block& luck) {
  const MunicipalityFacts& facts = inputs.country.municipalities[home];
  const double education = uniform(luck[0]);
  Profile profile;
  profile.birth = static_cast<std::uint16_t>(world.month.index - age_months) & 0x7FFu;
  profile.home = static_cast<std::uint16_t>(home) & 0x1FFu;
  profile.education = education < facts.high_education_share             ? 2u
                      : education < (1 + facts.high_education_share) / 2 ? 1u
                                                                         : 0u;
  profile.sex = luck[1] & 1u;
  profile.partner = uniform(luck[1]) < inputs.country.by_age.partner[30] ? 1u : 0u;
  profile.occupation = some_occupation(inputs.country, luck[2]) & 0x7Fu;
  return profile;
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
    activate(world, row, newcomer(world, inputs, home, 0, random.block(Draw::Arrival, world.month, next)), child);
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
