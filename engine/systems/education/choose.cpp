#include <algorithm>
#include <numeric>

#include "government/foresight.h"
#include "polder/base/detmath.h"
#include "systems/education/education.h"
#include "systems/education/outlook.h"
#include "world/forecast.h"
#include "world/programmes.h"

namespace polder::education {
namespace {

constexpr int july = 7, august = 8;
/// Number of a programme's draw, behind those of the choices among its classes.
constexpr std::uint32_t places_draw = 1u << 16;

/// Somebody who begins, with a place in the queue.
struct Beginner {
  ResidentIndex person{};
  std::uint32_t lot = 0;
};

/// Gives a resident the traits of the programme to come: whether it ends without diploma, and its route.
void settle_traits(Profile& profile, const Inputs& inputs, const Random& random, ResidentIndex person) {
  const Block luck = school_luck(random, number(person));
  const double set = inputs.policy.mandates.bbl_share, share = set >= 0 ? set : inputs.parameters.school.bbl;
  profile.without_diploma = luck[0] < threshold(chance_of_no_diploma(inputs.country, inputs.parameters, profile));
  profile.work_based = programme_level(profile) == 1 && luck[2] < threshold(share);
  profile.apprentice = 0;
}

std::vector<Beginner> line_up(World& world, const Inputs& inputs, const Random& random) {
  std::vector<Beginner> queue;
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Labour labour = world.residents.now[person].labour;
    Profile profile = world.residents.profile[person];
    if (labour == Labour::Absent || labour == Labour::Child || profile.enrolled != 0) continue;
    if (!at_school(world, inputs.parameters, profile) || inputs.beyond_the_border(profile)) continue;
    settle_traits(profile, inputs, random, person);
    if (!of_programme_age(world, inputs.parameters, profile)) continue;
    world.residents.profile[person] = profile;
    queue.push_back({person, random.word(Draw::Programme, world.month, static_cast<std::uint32_t>(person))});
  }
  std::stable_sort(queue.begin(), queue.end(), [](const Beginner& a, const Beginner& b) { return a.lot < b.lot; });
  return queue;
}

/// Utility without luck of each programme: ln of its share at the start, and the chance of a job over that of the
/// start. Classes that do not suit the level have none.
std::vector<double> utilities(const World& world, const Inputs& inputs, const Random& random) {
  const Country& country = inputs.country;
  const std::size_t occupations = country.occupations.size();
  std::vector<Outlook> outlooks(country.regions.size() * occupations);
  if (inputs.parameters.school.chance > 0)
    outlooks = expected_outlooks(world, inputs, government::information_of_schools(world, inputs), random);
  std::vector<double> utility(world.schools.programmes.size());
  for (std::size_t p = 0; p < utility.size(); ++p) {
    const std::size_t o = p % occupations, level = p / occupations % education_levels,
                      region = p / occupations / education_levels;
    const std::vector<double>& sums = country.likely_occupation[level];
    const double weight = sums[o] - (o > 0 ? sums[o - 1] : 0);
    utility[p] =
        weight > 0 ? detmath::log(weight) + inputs.parameters.school.chance * outlooks[region * occupations + o].chance
                   : -1e9;
  }
  return utility;
}

/// Classes in the order in which somebody wants them: utility plus Gumbel luck of each, a logit of choice.
std::vector<std::size_t> wishes(const std::vector<double>& utility, std::size_t first, const World& world,
                                const Inputs& inputs, const Random& random, ResidentIndex person) {
  const std::size_t occupations = inputs.country.occupations.size();
  std::vector<double> value(occupations);
  Block luck{};
  for (std::size_t o = 0; o < occupations; ++o) {
    if (o % 4 == 0)
      luck = random.block(Draw::Programme, world.month, static_cast<std::uint32_t>(person),
                          1 + static_cast<std::uint32_t>(o / 4));
    value[o] = utility[first + o] - detmath::log(-detmath::log(uniform(luck[o % 4])));
  }
  std::uint32_t left = random.block(Draw::Programme, world.month, static_cast<std::uint32_t>(person))[1];
  for (const YouthShift& shift : inputs.youth) {
    const Threshold share = threshold(shift.share);
    if (left < share) {
      if (utility[first + number(shift.towards)] > -1e9) value[number(shift.towards)] = 1e9;
      break;
    }
    left -= share;
  }
  std::vector<std::size_t> order(occupations);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return value[a] > value[b]; });
  return order;
}

/// Places of this year's intake: whole rows, the fraction by chance.
std::vector<std::uint32_t> open_places(World& world, const Random& random) {
  std::vector<std::uint32_t> places;
  for (Programme& programme : world.schools.programmes) {
    programme.capacity = programme.capacity_ahead;
    const auto number = static_cast<std::uint32_t>(places.size());
    places.push_back(
        round_by_chance(programme.capacity, random.word(Draw::Programme, world.month, number, places_draw)));
  }
  return places;
}

}  // namespace

void end_programmes(World& world, const Inputs& inputs, const Random&) {
  if (world.warming_up()) return;
  const auto end = [&](ResidentIndex person) {
    if (world.residents.profile[person].enrolled == 0) return;
    leave_programme(world, inputs.country, person, ProgrammeEnd::Left);
    world.today.school_leavers.push_back(person);
  };
  if (world.month.calendar_month() != july) {
    for (const ResidentIndex person : world.today.those_who(LifeEvent::LeavesSchool)) end(person);
    return;
  }
  for (const ResidentIndex person : rows_of(world.residents.profile))
    if (world.residents.profile[person].enrolled != 0 &&
        !at_school(world, inputs.parameters, world.residents.profile[person]))
      end(person);
}

void begin_programmes(World& world, const Inputs& inputs, const Random& random) {
  if (world.warming_up() || world.month.calendar_month() != august) return;
  if (world.schools.programmes.empty()) return;  // a network of occupations without schools
  const Country& country = inputs.country;
  const std::vector<double> utility = utilities(world, inputs, random);
  std::vector<std::uint32_t> places = open_places(world, random);
  for (const Beginner& beginner : line_up(world, inputs, random)) {
    const Profile& profile = world.residents.profile[beginner.person];
    const RegionIndex region = country.municipalities[profile.municipality()].region;
    const std::size_t first = programme_number(country, region, programme_level(profile), OccupationIndex{0});
    const std::vector<std::size_t> wished = wishes(utility, first, world, inputs, random, beginner.person);
    const auto free = std::find_if(wished.begin(), wished.end(),
                                   [&](std::size_t o) { return places[first + o] > 0 && utility[first + o] > -1e9; });
    const std::size_t taken = free == wished.end() ? wished.front() : *free;
    if (free != wished.end()) --places[first + taken];
    enrol_in(world, country, beginner.person, index_of<OccupationIndex>(taken));
  }
}

}  // namespace polder::education
