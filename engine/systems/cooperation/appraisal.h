// What the levels of a task are worth to a municipality.
#pragma once

#include "government/setting.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::cooperation {

/// Card values, see government/cards.h, of a world that may not change meanwhile.
class Appraisal {
 public:
  Appraisal(const World& world, const Inputs& inputs)
      : world_(world), inputs_(inputs), portfolios_(world, inputs.country, inputs.parameters.government.integration) {}

  /// At a level, if all municipalities of the region with a council took part, with today's trust.
  double at(MunicipalityIndex m, Task task, Level level) const;
  /// Where the task is carried out now, by who takes part.
  double in_force(MunicipalityIndex m, Task task) const;

 private:
  const World& world_;
  const Inputs& inputs_;
  government::Portfolios portfolios_;
};

}  // namespace polder::cooperation
