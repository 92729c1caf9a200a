// Councils in the small world, and a plant whose workers live in two of its municipalities.
#pragma once

#include "support/small_world.h"
#include "systems/cooperation/decisions.h"

namespace polder::testing {

/// Municipalities with councils share the task `crisis` at a level; a plant in the first announces its closure this
/// month. Every council accepts with the chance given, unless a test says otherwise.
class SmallGovernments : public SmallWorld {
 public:
  FirmIndex plant{};
  std::vector<MunicipalityIndex> members;

  SmallGovernments(Level level, double chance, std::size_t municipalities = 2);
  ~SmallGovernments();

  /// A worker of the plant who lives in a municipality.
  ResidentIndex add_hit(MunicipalityIndex home);

  /// A month of decisions and help.
  void decide();
  /// Months until help is given, at most `most`; -1: never.
  int months_to_help(int most);

 private:
  void add_municipality(std::size_t m);
  void join(MunicipalityIndex m, Level level);
};

}  // namespace polder::testing
