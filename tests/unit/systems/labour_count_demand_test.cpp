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
  ASSERT_EQ(small.world.economy.demand_now.size(), 4u);
  for (std::size_t c = 0; c < 4; ++c) EXPECT_NEAR(small.world.economy.demand_now[c], first[c], 1e-12) << c;
  EXPECT_EQ(small.world.economy.demand_year_ago, small.world.economy.demand_now) << "nothing before the first";

  small.world.firms.jobs[plant] = 80;
  small.world.month = small.world.start + 11;
  small.run(labour::count_demand);
  EXPECT_NEAR(small.world.economy.demand_now[0], 30, 1e-12) << "once a year";
  small.world.month = small.world.start + 12;
  small.run(labour::count_demand);
  EXPECT_NEAR(small.world.economy.demand_now[0], 60, 1e-12);
  EXPECT_NEAR(small.world.economy.demand_year_ago[0], 30, 1e-12);
}

TEST(CountDemand, LeavesTheWarmUpAlone) {
  SmallWorld small;
  small.add_firm(stad, industry);
  small.world.month = small.world.start - 12;
  small.run(labour::count_demand);
  EXPECT_TRUE(small.world.economy.demand_now.empty());
}

}  // namespace
}  // namespace polder
