// How much somebody searches: effort by benefit, status, distance and guidance, falling with the months of search.
#include <gtest/gtest.h>

#include <cmath>

#include "support/shares_of_events.h"

namespace polder {
namespace {

using namespace testing;

/// One application at effort 1, none lost.
Parameters searching() {
  Parameters p = still_parameters();
  p.search.most_per_month = 4;
  p.search.suitable = .25;
  return p;
}

TEST(Applications, FollowTheBenefitFirstThenTheStatus) {
  SmallWorld small(searching());
  const auto& search = small.parameters().search;
  const auto effort = [&](Labour labour, Benefit benefit) {
    return applications_of(small, small.add_jobless(stad, labour, benefit));
  };
  small.model.participation_scale = 1.25;
  EXPECT_DOUBLE_EQ(effort(Labour::Unemployed, Benefit::None), search.unemployed);
  EXPECT_DOUBLE_EQ(effort(Labour::Unemployed, Benefit::Ww), search.ww);
  EXPECT_DOUBLE_EQ(effort(Labour::Marginal, Benefit::Ww), search.ww);
  EXPECT_DOUBLE_EQ(effort(Labour::Unemployed, Benefit::Bijstand), search.bijstand[0]);
  EXPECT_DOUBLE_EQ(effort(Labour::Marginal, Benefit::None), search.marginal);
  EXPECT_DOUBLE_EQ(effort(Labour::Inactive, Benefit::None), search.inactive * 1.25);
  EXPECT_DOUBLE_EQ(effort(Labour::Student, Benefit::None), search.inactive * 1.25);
  EXPECT_DOUBLE_EQ(effort(Labour::Disabled, Benefit::Disability), 0);
}

TEST(Applications, InBijstandFollowDistanceAndGuidance) {
  SmallWorld small(searching());
  small.model.care_reference = {.1, .2, .3, .4, .5};
  small.government(dorp).care = {.1, .2, .3, .4, 1.3};
  for (std::uint8_t distance = 0; distance < distance_classes; ++distance) {
    const ResidentIndex person = small.add_jobless(dorp, Labour::Inactive, Benefit::Bijstand);
    Situation now = small.now(person);
    now.distance = distance & 0x7u;
    small.set(person, now);
    const double help = distance == 4 ? std::exp(.25 * .8) : 1;
    EXPECT_NEAR(applications_of(small, person), small.parameters().search.bijstand[distance] * help, 1e-12);
  }
}

TEST(Applications, FallWithTheMonthsOfSearchUpToTwoYears) {
  SmallWorld small(searching());
  const double first = small.parameters().search.unemployed;
  for (const auto& [months, counted] : {std::pair{0, 0}, {7, 7}, {24, 24}, {100, 24}})
    EXPECT_NEAR(applications_of(small, small.add_jobless(stad, Labour::Unemployed, Benefit::None, months)),
                first * std::exp(-.028 * counted), 1e-12);
  EXPECT_NEAR(applications_of(small, small.add_jobless(stad, Labour::Inactive, Benefit::None, 24)),
              small.parameters().search.inactive, 1e-12)
      << "who does not search has no duration";
}

TEST(Applications, OfTheEmployedHaveTheirMean) {
  SmallWorld small(searching());
  const FirmIndex firm = small.add_firm(stad, industry);
  small.model.employed_effort = 1.5;  // one in ten is a student with a job, who counts six times
  const double others = applications_of(small, small.add_worker(firm));
  const double student = applications_of(small, small.add_worker(firm, Labour::StudentJob, 6, 18));
  EXPECT_NEAR(.9 * others + .1 * student, small.parameters().search.employed, 1e-12);
  EXPECT_NEAR(student, 6 * others, 1e-12);
}

TEST(Applications, OnNoticeAreThoseOfSomebodyWhoIsAboutToLoseTheJob) {
  SmallWorld small(searching());
  const FirmIndex firm = small.add_firm(stad, industry, FirmState::Notice);
  EXPECT_DOUBLE_EQ(applications_of(small, small.add_worker(firm)), small.parameters().search.notice);
}

TEST(Applications, RiseWithHelpInACrisisForTheWorkersOfThePlant) {
  SmallWorld small(searching());
  const FirmIndex plant = small.add_firm(stad, industry, FirmState::Notice), other = small.add_firm(stad, industry);
  small.model.tracked = {plant};
  small.world.crisis_help = .5;
  const auto marked = [&](ResidentIndex person) {
    Situation now = small.now(person);
    now.cohort = 1;
    small.set(person, now);
    return applications_of(small, person);
  };
  const auto& search = small.parameters().search;
  const double help = 1 + small.parameters().crisis.effect * .5;
  EXPECT_NEAR(marked(small.add_worker(plant)), search.notice * help, 1e-12);
  EXPECT_NEAR(marked(small.add_jobless(stad, Labour::Unemployed)), search.unemployed * help, 1e-12);
  EXPECT_NEAR(marked(small.add_worker(other)), search.employed, 1e-12) << "found other work";
  EXPECT_NEAR(applications_of(small, small.add_jobless(stad, Labour::Unemployed)), search.unemployed, 1e-12);
  small.world.firms.state[plant] = FirmState::Closed;
  small.world.firms.closes[plant] = small.world.month + -5;
  EXPECT_NEAR(marked(small.add_jobless(stad, Labour::Unemployed)), search.unemployed * help, 1e-12);
  small.world.firms.closes[plant] = small.world.month + -6;
  EXPECT_NEAR(marked(small.add_jobless(stad, Labour::Unemployed)), search.unemployed, 1e-12) << "help has ended";
  small.world.firms.state[plant] = FirmState::Open;
  EXPECT_NEAR(marked(small.add_jobless(stad, Labour::Unemployed)), search.unemployed, 1e-12) << "in the reference";
}

}  // namespace
}  // namespace polder
