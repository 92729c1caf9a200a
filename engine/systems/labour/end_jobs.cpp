#include <algorithm>

#include "systems/jobs/jobs.h"
#include "systems/labour/labour.h"
#include "world/entitlement.h"
#include "world/situation.h"

namespace polder::labour {
namespace {

/// What remains of a benefit beside the job, or a new right to ww.
void give_benefit(Situation& next, const Situation& before, const World& world, const Inputs& inputs,
                  std::uint32_t luck) {
  if (before.benefit == Benefit::BijstandWork) {
    next.benefit = Benefit::Bijstand;
    return;
  }
  const bool insured = is_employee(before.labour) && worked_enough(before, world.month);
  const int months = ww_months(jobs::years_worked(before, world.month), inputs.policy.rules);
  if (insured && luck < threshold(takeup(months, inputs.parameters))) {
    next.benefit = Benefit::Ww;
    next.benefit_until = std::max(before.benefit_until, world.month + months);
  } else if (before.benefit == Benefit::WwWork) {
    next.benefit = Benefit::Ww;
  }
}

}  // namespace

void end_jobs(World& world, const Inputs& inputs, const Random& random) {
  for (const ResidentIndex person : world.today.those_who(LifeEvent::LosesJob)) {
    const Situation before = world.residents.now[person];
    Situation next = jobs::without_job(world, person);
    next.labour = Labour::Unemployed;
    if (!inputs.beyond_the_border(world.residents.profile[person]))
      give_benefit(next, before, world, inputs,
                   random.word(Draw::Takeup, world.month, static_cast<std::uint32_t>(person)));
    move_to(world, person, next);
    ++world.municipalities.flows[world.residents.profile[person].municipality()].separations;
  }
  for (const ResidentIndex person : world.today.those_who(LifeEvent::StopsWorking)) {
    const Profile profile = world.residents.profile[person];
    const bool keeps_bijstand = world.residents.now[person].benefit == Benefit::BijstandWork;
    Situation next = jobs::without_job(world, person);
    const std::uint32_t luck = random.word(Draw::Takeup, world.month, static_cast<std::uint32_t>(person));
    next.labour = luck < threshold(inputs.parameters.separation.attached) ? Labour::Marginal
                  : jobs::at_school(world, inputs.parameters, profile)    ? Labour::Student
                                                                          : Labour::Inactive;
    next.benefit = keeps_bijstand ? Benefit::Bijstand : Benefit::None;
    move_to(world, person, next);
    ++world.municipalities.flows[profile.municipality()].separations;
  }
}

}  // namespace polder::labour
