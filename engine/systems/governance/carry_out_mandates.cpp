#include "systems/governance/governance.h"

namespace polder::governance {

void carry_out_mandates(World& world, const Inputs& inputs, const Random&) {
  const Mandates& mandates = inputs.policy.mandates;
  for (const MunicipalityIndex m : rows_of(world.municipalities.services)) {
    const Cents imposed = mandates.guidance_budget[m];
    world.municipalities.services[m].budget[number(Task::Guidance)] =
        imposed < 0 ? inputs.country.municipalities[m].guidance_budget : imposed;
    world.municipalities.government[m].triage = mandates.triage[m];
  }
  world.crisis_help = mandates.crisis_help;
  if (world.crisis_help <= 0) return;
  for (Endangered& endangered : world.endangered)
    if (endangered.fate == Endangered::Fate::Closes && endangered.first_care == never)
      endangered.first_care = world.month;
}

}  // namespace polder::governance
