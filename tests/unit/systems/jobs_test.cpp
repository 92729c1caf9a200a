// What every field must agree on about a resident at work.
#include "systems/jobs/jobs.h"

#include <gtest/gtest.h>

#include "support/small_world.h"

namespace polder {
namespace {

using namespace testing;

TEST(AtSchool, EndsByEducation) {
  SmallWorld small;
  const std::pair<std::uint32_t, int> table[] = {{0, 17}, {1, 20}, {2, 23}, {3, 23}};
  for (const auto& [education, age] : table) {
    Profile profile;
    profile.education = education & 3u;
    profile.birth = static_cast<std::uint16_t>(small.world.month.index - 12 * age) & 0x7FFu;
    EXPECT_FALSE(jobs::at_school(small.world, small.parameters(), profile));
    profile.birth = static_cast<std::uint16_t>(profile.birth + 1) & 0x7FFu;
    EXPECT_TRUE(jobs::at_school(small.world, small.parameters(), profile)) << "a month younger";
  }
}

TEST(PartnerFactor, CountsFromAnAgeOn) {
  SmallWorld small;
  const auto factor = [&](int age, std::uint32_t partner) {
    const ResidentIndex person = small.add_jobless(stad, Labour::Unemployed, Benefit::None, 0, age);
    small.profile(person).partner = partner & 1u;
    return jobs::partner_factor(small.world, small.parameters(), small.profile(person));
  };
  EXPECT_EQ(factor(40, 1), .25);
  EXPECT_EQ(factor(40, 0), 1);
  EXPECT_EQ(factor(25, 1), .25);
  EXPECT_EQ(factor(24, 1), 1);
}

TEST(SearchMonths, RunInUnemploymentAndMarginalAttachment) {
  SmallWorld small;
  const auto months = [&](Labour labour, int since) {
    return jobs::search_months(small.now(small.add_jobless(stad, labour, Benefit::None, since)), small.world.month);
  };
  EXPECT_EQ(months(Labour::Unemployed, 7), 7);
  EXPECT_EQ(months(Labour::Marginal, 7), 7);
  EXPECT_EQ(months(Labour::Unemployed, 99), 24);
  EXPECT_EQ(months(Labour::Inactive, 7), 0);
  EXPECT_EQ(months(Labour::Student, 7), 0);
}

TEST(WithoutJob, AddsTheJobToTheHistory) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  // Tenure [months], quarters before, quarters after: rounded to the nearest quarter, at most 255.
  const int table[][3] = {{0, 0, 0}, {1, 0, 0}, {2, 0, 1}, {3, 4, 5}, {4, 4, 5}, {60, 200, 220}, {300, 200, 255}};
  for (const auto& [tenure, before, after] : table) {
    const ResidentIndex person = small.change(small.add_worker(firm, Labour::Permanent, tenure),
                                              [&](Situation& now) { now.worked = static_cast<std::uint8_t>(before); });
    EXPECT_EQ(jobs::without_job(small.world, person).worked, after) << tenure << " months";
  }
  EXPECT_EQ(small.world.firms.jobs[firm], 0u);
  EXPECT_EQ(small.world.firms.leavers[firm], 7u);
}

TEST(YearsWorked, HoldThePresentJob) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  const ResidentIndex worker =
      small.change(small.add_worker(firm, Labour::Permanent, 18), [](Situation& now) { now.worked = 8; });
  EXPECT_DOUBLE_EQ(jobs::years_worked(small.now(worker), small.world.month), 3.5);
  const ResidentIndex jobless =
      small.change(small.add_jobless(stad, Labour::Unemployed, Benefit::None, 18), [](Situation& n) { n.worked = 8; });
  EXPECT_DOUBLE_EQ(jobs::years_worked(small.now(jobless), small.world.month), 2);
}

TEST(LikelyOccupationAndSector, HaveTheirShares) {
  const Country country = small_country();
  Profile profile;
  std::array<int, 3> nurses{};
  int in_care = 0;
  for (std::uint32_t i = 0; i < 4096; ++i) {
    const std::uint32_t luck = i << 20;
    for (std::uint32_t education = 0; education < 3; ++education) {
      profile.education = education & 3u;
      nurses[education] += jobs::likely_occupation(country, profile, luck) == nursing;
    }
    in_care += jobs::likely_sector(country, nursing, luck) == care_sector;
  }
  EXPECT_NEAR(nurses[0], 1024, 1);
  EXPECT_NEAR(nurses[1], 2048, 1);
  EXPECT_NEAR(nurses[2], 3072, 1);
  EXPECT_NEAR(in_care, 3072, 1);
}

TEST(HitByClosure, HoldsForWorkersOfThePlantUntilTheyFindOtherWork) {
  SmallWorld small;
  const FirmIndex plant = small.add_firm(stad, industry, FirmState::Notice), other = small.add_firm(stad, industry);
  small.model.tracked = {other, plant};
  const auto hit = [&](ResidentIndex person, std::uint8_t cohort) {
    small.change(person, [&](Situation& now) { now.cohort = cohort; });
    return jobs::hit_by_closure(small.world, small.model, small.now(person));
  };
  EXPECT_TRUE(hit(small.add_worker(plant), 2));
  EXPECT_TRUE(hit(small.add_jobless(stad, Labour::Inactive), 2));
  EXPECT_FALSE(hit(small.add_worker(other), 2));
  EXPECT_FALSE(hit(small.add_worker(plant), 0));
  EXPECT_FALSE(hit(small.add_worker(other), 1)) << "that plant stays open in this scenario";
  EXPECT_FALSE(hit(small.add_jobless(stad, Labour::Unemployed), 3)) << "no such plant";
}

}  // namespace
}  // namespace polder
