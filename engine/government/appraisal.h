// What the levels of a task are worth to a municipality: its cards, see government/cards.h.
#pragma once

#include "government/setting.h"
#include "government/trusts.h"
#include "polder/scenario/inputs.h"

namespace polder::government {

/// Of a world that may not change meanwhile; of municipalities with a council.
class Appraisal {
 public:
  Appraisal(const World& world, const Model& model, const GovernmentParameters& parameters);

  /// At a level, if all municipalities of the region with a council took part, with today's trust.
  double at(MunicipalityIndex m, Task task, Level level) const;
  /// Where the task is carried out now, by who takes part.
  double in_force(MunicipalityIndex m, Task task) const;
  /// How good the levels in force are: sum over the tasks of the value in force over that of the best level.
  double fit(MunicipalityIndex m) const;

  const Trusts& trusts() const { return trusts_; }

 private:
  double value_at(MunicipalityIndex m, Task task, Level level, const Setting& of_council) const;
  double value_in_force(MunicipalityIndex m, Task task, const Setting& of_council) const;

  const World& world_;
  const Model& model_;
  const GovernmentParameters& parameters_;
  Portfolios portfolios_;
  Trusts trusts_;
};

}  // namespace polder::government
