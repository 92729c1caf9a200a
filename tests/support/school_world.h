// A small world with schools: two classes in equal shares for mbo, a market in balance, places without end unless a
// test limits them.
#pragma once

#include <vector>

#include "support/small_world.h"
#include "systems/education/education.h"
#include "world/programmes.h"

namespace polder::testing {

inline constexpr std::size_t mbo = 1;
inline constexpr int begins_mbo = 16;  // [years]

struct SchoolWorld : SmallWorld {
  SchoolWorld();
  ~SchoolWorld();

  /// Somebody at school who has a birthday this month, on course for mbo.
  ResidentIndex add_pupil(MunicipalityIndex home, int age = begins_mbo, Labour labour = Labour::Student);
  Programme& programme(RegionIndex region, OccupationIndex occupation, std::size_t level = mbo);
  /// What the last statistics have, [region x occupation]; those of the year before were in balance.
  void see(const std::vector<MarketCell>& market);
  void see_demand(const std::vector<double>& demand);
  void begin();
  void end();
  /// A month in which nothing happened yet.
  void go_to(Month month);
};

}  // namespace polder::testing
