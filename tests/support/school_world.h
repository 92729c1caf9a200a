// A small world with schools: two classes in equal shares for mbo, a market in balance, places without end unless a
// test limits them.
#pragma once

#include "support/small_world.h"
#include "systems/education/education.h"
#include "world/programmes.h"

namespace polder::testing {

inline constexpr std::size_t mbo = 1;
inline constexpr int begins_mbo = 16;  // [years]

struct SchoolWorld : SmallWorld {
  SchoolWorld() {
    parameters().school.calendar = 1;
    parameters().school.dropout_medium = parameters().school.dropout_high = parameters().school.bbl = 0;
    parameters().info.noise = 0;
    world.month = Month::of(2026, 8);
    world.schools.programmes.resize(model.country.regions.size() * education_levels * 2);
    for (Programme& programme : world.schools.programmes) programme.capacity = programme.capacity_ahead = 1e6;
    world.schools.market.assign(4, {100, 100, 1000});
    world.schools.market_at_start = world.schools.market;
    world.economy.demand_now = world.economy.demand_year_ago = {1000, 1000, 1000, 1000};
  }

  /// Somebody at school who has a birthday this month, on course for mbo.
  ResidentIndex add_pupil(MunicipalityIndex home, int age = begins_mbo, Labour labour = Labour::Student) {
    Situation now;
    now.employer = none<FirmIndex>;
    now.since = world.month;
    now.labour = labour;
    return add_resident(home, now, age);
  }
  Programme& programme(RegionIndex region, OccupationIndex occupation, std::size_t level = mbo) {
    return world.schools.programmes[programme_number(model.country, region, level, occupation)];
  }
  void begin() { run(education::begin_programmes); }
  void end() { run(education::end_programmes); }
  /// A month in which nothing happened yet.
  void go_to(Month month) {
    world.month = month;
    world.today = Today{};
    for (Programme& p : world.schools.programmes) p.intake = p.graduates = p.dropouts = p.gone = p.come = 0;
  }
};

}  // namespace polder::testing
