// A small world in which municipalities have councils, with the parameters of government as shipped.
#pragma once

#include "support/councils.h"
#include "support/small_world.h"
#include "systems/cooperation/cooperation.h"
#include "systems/governance/governance.h"

namespace polder::testing {

struct CouncilWorld : SmallWorld {
  CouncilWorld();
  ~CouncilWorld();

  GovernmentParameters& government_parameters() { return parameters().government; }
  Council& council(MunicipalityIndex m) { return world.municipalities.council[m]; }
  Services& services(MunicipalityIndex m) { return world.municipalities.services[m]; }

  /// Imposes a member of the course of a municipality, the `bit`th.
  void impose(MunicipalityIndex m, double Course::* member, std::size_t bit, double value);
  /// All of what a municipality spends on tasks goes to one of them, at a level of its own choice.
  void spend_on(MunicipalityIndex m, Task task, Level level, double partners = 1);
};

}  // namespace polder::testing
