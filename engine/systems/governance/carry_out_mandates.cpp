#include "systems/governance/governance.h"

namespace polder::governance {

void carry_out_mandates(World& world, const Inputs& inputs, const Random&) {
  const Mandates& mandates = inputs.policy.mandates;
  const auto budget = [&](MunicipalityIndex m) {
    const Cents imposed = mandates.guidance_budget[m];
    return imposed < 0 ? inputs.country.municipalities[m].guidance_budget : imposed;
  };
  for (const MunicipalityIndex m : rows_of(world.municipalities.services)) {
    Cents& own = world.municipalities.services[m].budget[number(Task::Guidance)];
    own = inputs.country.is_merged(m) ? 0 : budget(m);
    for (const MunicipalityIndex part : inputs.country.municipalities[m].government.merged) own += budget(part);
    world.municipalities.government[m].triage = mandates.triage[m];
  }
  world.crisis_help = mandates.crisis_help;
  if (world.crisis_help <= 0) return;
  for (Endangered& endangered : world.endangered)
    if (endangered.fate == Endangered::Fate::Closes && endangered.first_care == never)
      endangered.first_care = world.month;
}

}  // namespace polder::governance
