// Trust of every municipality in those with whom it carries out its tasks, or would: what is asked of all at once.
#pragma once

#include <array>

#include "polder/scenario/government_parameters.h"
#include "polder/world/country.h"
#include "polder/world/world.h"

namespace polder::government {

/// Of a world that may not change meanwhile; of municipalities with a council.
class Trusts {
 public:
  Trusts(const World& world, const Country& country, const TrustParameters& parameters);

  /// In those who carry out a task with it now: `trust_in_force`.
  double in_force(MunicipalityIndex m, Task task) const { return in_force_[m][number(task)]; }
  /// At a level, if all municipalities of the region with a council took part: `trust_at`.
  double at(MunicipalityIndex m, Level level) const { return at_[m][number(level)]; }

 private:
  Column<MunicipalityIndex, std::array<double, task_count>> in_force_;
  Column<MunicipalityIndex, std::array<double, level_count>> at_;
};

}  // namespace polder::government
