#include "support/school_world.h"

#include <algorithm>

namespace polder::testing {

SchoolWorld::SchoolWorld() {
  parameters().school.calendar = 1;
  parameters().school.dropout_medium = parameters().school.dropout_high = parameters().school.bbl = 0;
  parameters().info.noise = 0;
  parameters().government.analysis.lag = parameters().government.analysis.joint_lag = 0;
  world.start = Month::of(2025, 1);
  world.month = Month::of(2026, 8);
  world.schools.programmes.resize(model.country.regions.size() * education_levels * 2);
  for (Programme& programme : world.schools.programmes) programme.capacity = programme.capacity_ahead = 1e6;
  world.schools.market.assign(8, {100, 100, 1000});
  world.economy.demand.assign(8, 1000);
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

void SchoolWorld::see(const std::vector<MarketCell>& market) {
  std::ranges::copy(market, world.schools.market.end() - 4);
}

void SchoolWorld::see_demand(const std::vector<double>& demand) {
  std::ranges::copy(demand, world.economy.demand.end() - 4);
}

void SchoolWorld::begin() { run(education::begin_programmes); }

void SchoolWorld::end() { run(education::end_programmes); }

void SchoolWorld::go_to(Month month) {
  world.month = month;
  world.today = Today{};
  for (Programme& p : world.schools.programmes) p.intake = p.graduates = p.dropouts = p.gone = p.come = 0;
}

}  // namespace polder::testing
