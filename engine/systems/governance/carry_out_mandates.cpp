#include "systems/governance/governance.h"

namespace polder::governance {

void carry_out_mandates(World& world, const Inputs& inputs, const Random&) {
  const Mandates& mandates = inputs.policy.mandates;
  for (const MunicipalityIndex m : rows_of(world.municipalities.government)) {
    Government& government = world.municipalities.government[m];
    const Cents imposed = mandates.guidance_budget[m];
    government.guidance_budget = imposed < 0 ? inputs.country.municipalities[m].guidance_budget : imposed;
    government.triage = mandates.triage[m];
  }
  world.crisis_help = mandates.crisis_help;
}

}  // namespace polder::governance
