#include "support/school_world.h"

namespace polder::testing {

SchoolWorld::SchoolWorld() {
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

SchoolWorld::~SchoolWorld() = default;

ResidentIndex SchoolWorld::add_pupil(MunicipalityIndex home, int age, Labour labour) {
  Situation now;
  now.employer = none<FirmIndex>;
  now.since = world.month;
  now.labour = labour;
  return add_resident(home, now, age);
}

Programme& SchoolWorld::programme(RegionIndex region, OccupationIndex occupation, std::size_t level) {
  return world.schools.programmes[programme_number(model.country, region, level, occupation)];
}

void SchoolWorld::begin() { run(education::begin_programmes); }

void SchoolWorld::end() { run(education::end_programmes); }

void SchoolWorld::go_to(Month month) {
  world.month = month;
  world.today = Today{};
  for (Programme& p : world.schools.programmes) p.intake = p.graduates = p.dropouts = p.gone = p.come = 0;
}

}  // namespace polder::testing
