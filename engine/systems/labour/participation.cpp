#include "systems/jobs/jobs.h"
#include "systems/labour/labour.h"
#include "world/situation.h"

namespace polder::labour {

void change_participation(World& world, const Inputs& inputs, const Random&) {
  const Today& today = world.today;
  for (const ResidentIndex person : today.those_who(LifeEvent::BecomesPermanent)) {
    Situation next = world.residents.now[person];
    next.labour = Labour::Permanent;
    move_to(world, person, next);
  }
  for (const ResidentIndex person : today.those_who(LifeEvent::StartsSearching)) {
    Situation next = world.residents.now[person];
    if (next.labour != Labour::Marginal) next.since = world.month;  // search duration runs on in Marginal
    next.labour = Labour::Unemployed;
    move_to(world, person, next);
  }
  for (const ResidentIndex person : today.those_who(LifeEvent::WantsWork)) {
    Situation next = world.residents.now[person];
    next.since = world.month;
    next.labour = Labour::Marginal;
    move_to(world, person, next);
  }
  for (const ResidentIndex person : today.those_who(LifeEvent::StopsSearching)) {
    Situation next = world.residents.now[person];
    next.labour = Labour::Marginal;
    move_to(world, person, next);
  }
  for (const ResidentIndex person : today.those_who(LifeEvent::Withdraws)) {
    Situation next = world.residents.now[person];
    next.since = world.month;
    next.labour =
        jobs::at_school(world, inputs.parameters, world.residents.profile[person]) ? Labour::Student : Labour::Inactive;
    move_to(world, person, next);
  }
  for (const ResidentIndex person : today.those_who(LifeEvent::BecomesDisabled)) {
    Situation next = world.residents.now[person];
    if (works(next.labour)) {
      next = jobs::without_job(world, person);
      ++world.municipalities.flows[world.residents.profile[person].municipality()].separations;
    }
    next.since = world.month;
    next.labour = Labour::Disabled;
    next.benefit = Benefit::Disability;
    move_to(world, person, next);
  }
  for (const ResidentIndex person : today.those_who(LifeEvent::Recovers)) {
    Situation next = world.residents.now[person];
    next.since = world.month;
    next.labour = Labour::Unemployed;
    next.benefit = Benefit::None;
    move_to(world, person, next);
  }
}

void change_distance(World& world, const Inputs&, const Random&) {
  for (const ResidentIndex person : world.today.those_who(LifeEvent::ComesCloser)) {
    Situation next = world.residents.now[person];
    next.distance = static_cast<std::uint8_t>(next.distance - 1) & 0x7u;
    move_to(world, person, next);
  }
  for (const ResidentIndex person : world.today.those_who(LifeEvent::DriftsAway)) {
    Situation next = world.residents.now[person];
    next.distance = static_cast<std::uint8_t>(next.distance + 1) & 0x7u;
    move_to(world, person, next);
  }
}

}  // namespace polder::labour
