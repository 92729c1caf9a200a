// Yearly statistics of demand by region and occupation.
#include <gtest/gtest.h>

#include "support/small_world.h"
#include "systems/labour/labour.h"

namespace polder {
namespace {

using namespace testing;

TEST(CountDemand, CountsJobsAndVacanciesByTheOccupationsOfTheirSector) {
  SmallWorld small;
  small.world.month = small.world.start;
  const FirmIndex plant = small.add_firm(stad, industry), clinic = small.add_firm(haven, care_sector);
  small.world.firms.jobs[plant] = 30;
  small.world.firms.vacancies[plant] = 20;
  small.world.firms.jobs[clinic] = 10;
  small.run(labour::count_demand);
  const std::vector<double> first{30, 20, 2, 8};
  const std::vector<double>& demand = small.world.economy.demand;
  ASSERT_EQ(demand.size(), 4u);
  for (std::size_t c = 0; c < 4; ++c) EXPECT_NEAR(demand[c], first[c], 1e-12) << c;

  small.world.firms.jobs[plant] = 80;
  small.world.month = small.world.start + 11;
  small.run(labour::count_demand);
  EXPECT_EQ(demand.size(), 4u) << "once a year";
  small.world.month = small.world.start + 12;
  small.run(labour::count_demand);
  ASSERT_EQ(demand.size(), 8u);
  EXPECT_NEAR(demand[4], 60, 1e-12);
  EXPECT_NEAR(demand[0], 30, 1e-12);
}

TEST(CountDemand, LeavesTheWarmUpAlone) {
  SmallWorld small;
  small.add_firm(stad, industry);
  small.world.month = small.world.start - 12;
  small.run(labour::count_demand);
  EXPECT_TRUE(small.world.economy.demand.empty());
}

}  // namespace
}  // namespace polder
