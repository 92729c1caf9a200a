// What governments decide, imposed by the scenario or decided by themselves: the only field that reads mandates.
#pragma once

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::governance {

/// Writes what the scenario imposes into the world; what it leaves open stays as in the figures.
/// Reads   policy.mandates   Writes  municipalities.government.{guidance_budget, triage}, crisis_help
void carry_out_mandates(World& world, const Inputs& inputs, const Random& random);

}  // namespace polder::governance
