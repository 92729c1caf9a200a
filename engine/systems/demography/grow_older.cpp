#include "systems/demography/demography.h"
#include "systems/jobs/jobs.h"
#include "world/programmes.h"
#include "world/situation.h"

namespace polder::demography {
namespace {

void take_out(World& world, const Inputs& inputs, ResidentIndex person) {
  if (world.residents.profile[person].enrolled != 0) leave_programme(world, inputs.country, person, ProgrammeEnd::Gone);
  const MunicipalityIndex home = world.residents.profile[person].municipality();
  if (works(world.residents.now[person].labour)) ++world.municipalities.flows[home].separations;
  jobs::leave_job(world.firms, world.residents.now[person]);
  move_to(world, person, Situation{});
  world.residents.profile[person] = Profile{};
  world.residents.profile[person].home = static_cast<std::uint16_t>(home) & 0x1FFu;
}

void retire(World& world, ResidentIndex person) {
  Situation next = world.residents.now[person];
  if (works(next.labour)) {
    next = jobs::without_job(world, person);
    ++world.municipalities.flows[world.residents.profile[person].municipality()].separations;
  }
  next.since = world.month;
  next.benefit_until = never;
  next.labour = Labour::Retired;
  next.benefit = Benefit::Aow;
  move_to(world, person, next);
}

/// School ends: a side job goes on, an apprentice is hired by the same employer, others begin to search. The occupation
/// is from now on that of the programme, or one that suits the education, not that of the side job.
void leave_school(World& world, const Inputs& inputs, const Random& random, ResidentIndex person) {
  const auto row = static_cast<std::uint32_t>(person);
  const Block luck = random.block(Draw::LifeDetail, world.month, row, 1);
  const Profile profile = world.residents.profile[person];
  if (profile.enrolled == 0)
    change_occupation(world, person, jobs::likely_occupation(inputs.country, profile, luck[1]));
  Situation next = world.residents.now[person];
  if (next.labour == Labour::StudentJob) {
    const bool permanent = profile.apprentice != 0 && luck[2] >= jobs::flexible_chance(inputs, next.sector());
    next.labour = permanent ? Labour::Permanent : Labour::Flexible;
  } else {
    next.labour = Labour::Unemployed;
    next.since = world.month;
  }
  move_to(world, person, next);
}

}  // namespace

void bury(World& world, const Inputs& inputs, const Random&) {
  for (const ResidentIndex person : world.today.those_who(LifeEvent::Dies)) {
    ++world.municipalities.flows[world.residents.profile[person].municipality()].deaths;
    take_out(world, inputs, person);
  }
  for (const ResidentIndex person : world.today.those_who(LifeEvent::Leaves)) {
    ++world.municipalities.flows[world.residents.profile[person].municipality()].departures;
    take_out(world, inputs, person);
  }
}

void grow_older(World& world, const Inputs& inputs, const Random& random) {
  for (const ResidentIndex person : world.today.those_who(LifeEvent::ComesOfAge)) {
    Situation next = world.residents.now[person];
    next.since = world.month;
    next.labour = Labour::Student;
    move_to(world, person, next);
  }
  for (const ResidentIndex person : world.today.those_who(LifeEvent::LeavesSchool))
    leave_school(world, inputs, random, person);
  for (const ResidentIndex person : world.today.those_who(LifeEvent::Retires)) retire(world, person);
}

void move_house(World& world, const Inputs& inputs, const Random& random) {
  const auto& municipalities = inputs.country.municipalities;
  double all = 0;
  for (const MunicipalityFacts& facts : municipalities) all += facts.elsewhere ? 0 : facts.population;
  for (const ResidentIndex person : world.today.those_who(LifeEvent::Moves)) {
    const auto row = static_cast<std::uint32_t>(person);
    double left = uniform(random.block(Draw::LifeDetail, world.month, row, 1)[1]) * all;
    MunicipalityIndex home = world.residents.profile[person].municipality();
    for (const MunicipalityIndex candidate : rows_of(municipalities)) {
      if (municipalities[candidate].elsewhere) continue;
      left -= municipalities[candidate].population;
      if (left < 0) {
        home = candidate;
        break;
      }
    }
    if (world.residents.profile[person].enrolled != 0) move_programme(world, inputs.country, person, home);
    move_home(world, person, home);
  }
}

}  // namespace polder::demography
