// What the model takes from the world at its start, against worlds small enough to reckon by hand.
#include <gtest/gtest.h>

#include <cmath>

#include "simulation/resolve.h"
#include "support/small_world.h"

namespace polder {
namespace {

using namespace testing;

Model model_of(SmallWorld& small, int months = 24) {
  return make_model(small_country(), small.parameters(), small.world, months);
}

TEST(MakeModel, LetsDemandFollowLabourSupplyByAge) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  for (int i = 0; i < 10; ++i) {
    small.add_worker(firm, Labour::Permanent, 60, 40);
    small.add_worker(firm, Labour::Permanent, 60, 41);
    small.add_jobless(stad, Labour::Inactive, Benefit::None, 0, 41);
  }
  Country country = small_country();
  country.by_age.death[40] = .1;
  const Model model = make_model(country, small.parameters(), small.world, 24);
  // Ten of 40 (all at work) and twenty of 41 (half at work) become nine of 41: 4.5 at work, of 20.
  ASSERT_GE(model.reference_growth.size(), 25u);
  EXPECT_EQ(model.reference_growth[0], 1);
  EXPECT_NEAR(model.reference_growth[6], 1 - .775 / 2, 1e-12);
  EXPECT_NEAR(model.reference_growth[12], .225, 1e-12);
  EXPECT_NEAR(model.reference_growth[24], 0, 1e-12);
}

TEST(MakeModel, CountsBirthsArrivalsAndCommutersInTheSupply) {
  SmallWorld small;
  small.parameters().demo.birth_rate = .1;
  small.parameters().demo.immigration_rate = .22;
  const FirmIndex firm = small.add_firm(stad, industry);
  for (int age = 18; age < 40; ++age) small.add_worker(firm, Labour::Permanent, 60, age);
  Situation commuter = small.now(ResidentIndex{0});
  for (int i = 0; i < 11; ++i) small.add_resident(beyond, commuter, 90);
  const Model model = model_of(small);
  // Of 22 residents the oldest leaves the ages at work and the youngest is missing; .22 x 22 arrive; 11 commute in.
  EXPECT_NEAR(model.reference_growth[12], (11 + 21 + .22 * 22) / 33, 1e-12);
}

TEST(MakeModel, HoldsDemandWithConstantParameters) {
  SmallWorld small;
  small.add_worker(small.add_firm(stad, industry));
  small.parameters().firm.drc = 1;
  EXPECT_TRUE(model_of(small).reference_growth.empty());
  EXPECT_EQ(model_of(small).entering_share, 0);
}

TEST(MakeModel, TakesMeansOverTheEmployed) {
  SmallWorld small;
  small.parameters().demo.early_retirement = .004;
  const FirmIndex firm = small.add_firm(stad, industry);
  small.add_worker(firm, Labour::Permanent, 60, 40);
  small.add_worker(firm, Labour::Permanent, 23, 24);
  small.add_worker(firm, Labour::SelfEmployed, 60, 60);
  small.add_worker(firm, Labour::StudentJob, 24, 25);
  small.add_worker(firm, Labour::Permanent, 60, 66);
  small.add_jobless(stad, Labour::Unemployed, Benefit::None, 0, 66);
  const Model model = model_of(small);
  EXPECT_NEAR(model.separation_mean, (.0022 + .0022 * 2 * 2.5 + .0025 + .012 + .0022) / 5, 1e-12);
  EXPECT_NEAR(model.employed_effort, (4 + 6) / 5., 1e-12);
  EXPECT_NEAR(model.early_share, .004 * 2 / 5, 1e-12);
  EXPECT_NEAR(model.retiring_share, 1 / 12. / 5, 1e-12) << "one of 66 at work";
}

TEST(MakeModel, ScalesParticipationToThoseOutsideTheLabourForce) {
  SmallWorld small;
  small.parameters().demo.immigration_rate = .12;
  for (int i = 0; i < 3; ++i) small.add_jobless(stad, Labour::Inactive);
  small.add_jobless(stad, Labour::Student, Benefit::None, 0, 19);  // leaves school within the year
  small.add_jobless(stad, Labour::Student, Benefit::None, 0, 18);
  small.add_jobless(stad, Labour::Disabled, Benefit::Disability);
  small.add_jobless(stad, Labour::Retired, Benefit::Aow, 0, 74);
  small.add_jobless(stad, Labour::Retired, Benefit::Aow, 0, 75);
  small.add_jobless(stad, Labour::Unemployed);
  small.add_jobless(stad, Labour::Child, Benefit::None, 0, 4);
  const Model model = model_of(small);
  EXPECT_NEAR(model.participation_scale, 7 / 5., 1e-12) << "three, two, the disabled and one pensioner under 75";
  EXPECT_NEAR(model.entering_share, (1 + 10 * .12 * .5) / 12 / 5, 1e-12);
}

TEST(MakeModel, TakesMeansOfThePartnerFactor) {
  SmallWorld small;
  const auto add = [&](Labour labour, Benefit benefit, std::uint32_t partner) {
    small.profile(small.add_jobless(stad, labour, benefit)).partner = partner & 1u;
  };
  add(Labour::Unemployed, Benefit::None, 1);
  add(Labour::Marginal, Benefit::None, 0);
  add(Labour::Inactive, Benefit::None, 1);
  add(Labour::Unemployed, Benefit::Ww, 1);
  add(Labour::Marginal, Benefit::Ww, 1);
  add(Labour::Unemployed, Benefit::Ww, 0);
  add(Labour::Unemployed, Benefit::Bijstand, 1);
  const Model model = model_of(small);
  EXPECT_NEAR(model.partner_mean, (.25 + 1) / 2, 1e-12);
  EXPECT_NEAR(model.partner_mean_ww, (.25 + .25 + 1) / 3, 1e-12);
}

TEST(MakeModel, TakesTheCareOfTheReferencePerClass) {
  SmallWorld small;
  small.world.weight = 10;
  for (int i = 0; i < 3; ++i) small.at_distance(small.add_jobless(stad, Labour::Inactive, Benefit::Bijstand), 2);
  small.at_distance(small.add_jobless(dorp, Labour::Inactive, Benefit::Bijstand), 2);
  const Model model = model_of(small);
  // EUR 12 per inhabitant and year: 60,000 a month for 30 persons in Stad, 10,000 for 10 in Dorp.
  EXPECT_NEAR(model.care_reference[2], .75 * std::log(1 + 2000 / 125.) + .25 * std::log(1 + 1000 / 125.), 1e-9);
  EXPECT_EQ(model.care_reference[3], 0);
}

TEST(MakeModel, PlansTheJobsOfEachSectorInARegion) {
  SmallWorld small;
  small.parameters().firm.unmet = .03;
  small.add_firm(stad, industry, FirmState::Open, 50);
  small.add_firm(dorp, industry, FirmState::OwnAccount, 20);
  small.add_firm(haven, care_sector, FirmState::Open, 10);
  small.add_firm(haven, care_sector, FirmState::Absent, 99);
  model_of(small);
  const std::vector<double> planned{70 * 1.03, 0, 0, 10 * 1.03};
  for (std::size_t c = 0; c < 4; ++c) EXPECT_NEAR(small.world.economy.planned_jobs[c], planned[c], 1e-9);
}

TEST(MakeModel, OfAnEmptyWorldDividesByNothing) {
  SmallWorld small;
  const Model model = model_of(small);
  EXPECT_EQ(model.separation_mean, 1);
  EXPECT_EQ(model.participation_scale, 1);
  EXPECT_EQ(model.employed_effort, 1);
  EXPECT_EQ(model.partner_mean, 1);
  EXPECT_EQ(model.early_share, 0);
}

}  // namespace
}  // namespace polder
