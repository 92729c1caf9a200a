// October: places by the shortage that is expected; and what the yearly statistics show.
#include <gtest/gtest.h>

#include <cmath>

#include "support/school_world.h"
#include "systems/education/outlook.h"

namespace polder {
namespace {

using namespace testing;

struct October : SchoolWorld {
  explicit October(CapacityRule rule, double link = 0) {
    world.month = Month::of(2026, 10);
    policy.mandates.capacity_rule = rule;
    policy.mandates.link_education = link;
    policy.mandates.info_precision = 0;
    parameters().school.link = 0;
    // Technical work is short in the west, and as plenty in the east.
    see({{200.5, 100, 1000}, {100, 100, 1000}, {99.5, 200.5, 1000}, {100, 100, 1000}});
  }
  double change(RegionIndex region, OccupationIndex occupation = technical) {
    run(education::plan_places);
    return programme(region, occupation).capacity_ahead / programme(region, occupation).capacity - 1;
  }
};

TEST(PlanPlaces, LeavesThemFixedWithoutARule) {
  October school(CapacityRule::Fixed);
  EXPECT_EQ(school.change(west), 0);
  EXPECT_EQ(school.change(east), 0);
}

TEST(PlanPlaces, FollowsTheShortageOfTheRegion) {
  October school(CapacityRule::Regional);
  EXPECT_NEAR(school.change(west), .1 * std::log(201 / 100.5), 1e-12);
  EXPECT_NEAR(school.change(east), .1 * std::log(100 / 201.), 1e-12);
  EXPECT_NEAR(school.change(west, nursing), 0, 1e-12);
}

TEST(PlanPlaces, FollowsTheShortageOfTheCountry) {
  October school(CapacityRule::National);
  const double both = .1 * std::log((300 + .5) / (300.5 + .5));
  EXPECT_NEAR(school.change(west), both, 1e-12);
  EXPECT_NEAR(school.change(east), both, 1e-12) << "one decision for all regions";
}

TEST(PlanPlaces, TakesPartOfTheRegionsShortageAtItsTable) {
  const double regional = .1 * std::log(201 / 100.5), national = .1 * std::log(300.5 / 301);
  EXPECT_NEAR(October(CapacityRule::Fixed, .5).change(west), .5 * regional, 1e-12);
  EXPECT_NEAR(October(CapacityRule::National, .5).change(west), .5 * regional + .5 * national, 1e-12);
  EXPECT_NEAR(October(CapacityRule::Regional, .5).change(west), regional, 1e-12);
}

TEST(PlanPlaces, ChangesByATenthAYearAtMost) {
  October school(CapacityRule::Regional);
  school.parameters().school.kappa = 5;
  EXPECT_NEAR(school.change(west), .1, 1e-12);
  EXPECT_NEAR(school.change(east), -.1, 1e-12);
}

TEST(PlanPlaces, WaitsForOctober) {
  October school(CapacityRule::Regional);
  school.world.month = Month::of(2026, 9);
  EXPECT_EQ(school.change(west), 0);
}

TEST(PlanPlaces, CountsGrowthThatIsExpectedAboveTheMean) {
  October school(CapacityRule::Regional);
  school.see(std::vector<MarketCell>(4, {100, 100, 1000}));
  school.see_demand({1100, 1100, 1000, 1000});
  EXPECT_NEAR(school.change(west), 0, 1e-12) << "what all have is no shortage";
  school.see_demand({1100, 1000, 1000, 1000});
  const double mean = 1100 * std::log(1.1) / 2100, gap = 1000 * 2 * (std::log(1.1) - mean);
  EXPECT_NEAR(school.change(west), std::min(.1, .1 * std::log((100.5 + gap) / 100.5)), 1e-12);
}

TEST(PlanPlaces, SeesTheStatisticsThatAreOut) {
  const auto change_after = [](double lag) {
    October school(CapacityRule::Regional);  // the last statistics are of January
    school.parameters().government.analysis.lag = lag;
    return school.change(west);
  };
  const double shortage = .1 * std::log(201 / 100.5);
  EXPECT_NEAR(change_after(0), shortage, 1e-12);
  EXPECT_NEAR(change_after(9), shortage, 1e-12);
  EXPECT_NEAR(change_after(10), 0, 1e-12) << "those of the year before, when the market was in balance";
  EXPECT_NEAR(change_after(60), 0, 1e-12) << "before the first are out they are all that was ever seen";
}

TEST(Outlook, IsAChanceBetweenNothingAndOne) {
  EXPECT_NEAR(education::outlook({0, 0, 0}, 0).chance, .5, 1e-12) << "nothing is known";
  EXPECT_NEAR(education::outlook({0, 0, 0}, 0).shortage, 0, 1e-12);
  EXPECT_NEAR(education::outlook({9.5, 29.5, 0}, 0).chance, .25, 1e-12);
  EXPECT_GT(education::outlook({10, 10, 0}, 5).chance, .5);
  EXPECT_LT(education::outlook({10, 10, 0}, -5).shortage, 0);
}

TEST(WatchMarket, CountsVacanciesAndSeekersOfTheRegion) {
  SchoolWorld school;
  school.world.schools.market.clear();
  school.parameters().firm.recorded_share = .5;
  school.world.month = school.world.start;
  const FirmIndex firm = school.add_firm(dorp, industry);
  school.add_vacancy(firm, technical, 250);
  school.add_vacancy(firm, technical, 250);
  school.add_jobless(stad, Labour::Unemployed);
  school.add_worker(firm);
  school.add_jobless(beyond, Labour::Unemployed);
  school.run(education::watch_market);
  EXPECT_EQ(school.world.schools.market[0], (MarketCell{1, 1, 2}));
  EXPECT_EQ(school.world.schools.market[2], MarketCell{}) << "commuters from beyond the border are not asked";
  EXPECT_EQ(school.world.schools.market.size(), 4u);
  EXPECT_TRUE(school.world.schools.forecast_error.empty());
}

TEST(WatchMarket, ComparesTheForecastWithWhatCame) {
  SchoolWorld school;
  school.world.month = school.world.start;
  school.run(education::watch_market);  // no growth was seen, none is known
  school.world.month = school.world.start + 12;
  school.see_demand({1000 * std::exp(.1), 1000, 1000, 1000});
  school.run(education::watch_market);
  const double weight = std::exp(.1) / (std::exp(.1) + 1);
  ASSERT_EQ(school.world.schools.forecast_error.size(), 2u);
  EXPECT_NEAR(school.world.schools.forecast_error[0], .1 * std::sqrt(weight), 1e-12);
  EXPECT_EQ(school.world.schools.forecast_error[1], 0);
}

}  // namespace
}  // namespace polder
