// What a match does to resident, establishment and vacancy.
#pragma once

#include <vector>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::labour {

struct Hire {
  ResidentIndex person;
  VacancyIndex vacancy;
};

/// Gives everybody the new job, one after another: contract, wage, what is left of a benefit, a wage subsidy.
/// Draws   Draw::Hired
void hire_all(World& world, const Inputs& inputs, const Random& random, const std::vector<Hire>& hires);

}  // namespace polder::labour
