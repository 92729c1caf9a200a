// What can happen to who does not work: every event with its chance, in one order.
#include <gtest/gtest.h>

#include <cmath>

#include "support/shares_of_events.h"

namespace polder {
namespace {

using namespace testing;
using enum LifeEvent;

Parameters busy_outside_work() {
  Parameters p = still_parameters();
  p.participation.gives_up = .14;
  p.participation.returns = .1;
  p.participation.withdraws = .02;
  p.participation.starts = .04;
  p.participation.comes_closer = .03;
  p.participation.older_factor = .2;
  p.participation.disability_in = .01;
  p.participation.disability_out = .02;
  p.bijstand.direct = .05;
  p.bijstand.other_exit = .06;
  p.distance.up = .01;
  p.distance.down = .02;
  p.distance.care = .03;
  p.search.most_per_month = 4;
  p.search.suitable = .1;
  p.search.unemployed = 1;
  p.search.ww = .8;
  p.search.marginal = .4;
  p.search.inactive = .2;
  p.search.bijstand = {.5, .4, .3, .2, .1};
  p.search.decay = .05;
  return p;
}

ResidentIndex at_distance(SmallWorld& small, ResidentIndex person, std::uint8_t distance) {
  Situation now = small.now(person);
  now.distance = distance & 0x7u;
  small.set(person, now);
  return person;
}

TEST(ChancesOfTheUnemployed, AreTheSharesOfEvenlySpacedLuck) {
  SmallWorld small(busy_outside_work());
  const ResidentIndex person = at_distance(small, small.add_jobless(stad, Labour::Unemployed, Benefit::None, 6), 1);
  const double looks = 1 - std::exp(-.4 * std::exp(-.05 * 6));
  const EventsOf events(small, person);
  EXPECT_NEAR(events[BecomesDisabled], .01, one_luck);
  EXPECT_NEAR(events[EntersBijstand], .05, one_luck);
  EXPECT_NEAR(events[ComesCloser], .02, one_luck);
  EXPECT_NEAR(events[DriftsAway], .01 * 1.5, one_luck);
  EXPECT_NEAR(events[LooksForWork], looks, one_luck);
  EXPECT_NEAR(events[StopsSearching], .14 * (1 - looks), one_luck) << "of those who send no application";
  EXPECT_EQ(events.order(), (std::vector<LifeEvent>{BecomesDisabled, EntersBijstand, ComesCloser, DriftsAway,
                                                    LooksForWork, StopsSearching, Nothing}));
}

TEST(ChancesOfTheUnemployed, ToEnterBijstandDependOnAgeBenefitAndPartner) {
  SmallWorld small(busy_outside_work());
  small.model.partner_mean = .5;
  const auto enters = [&](Labour labour, Benefit benefit, int age, bool partner) {
    const ResidentIndex person = small.add_jobless(stad, labour, benefit, 0, age);
    small.profile(person).partner = partner ? 1 : 0;
    return EventsOf(small, person)[EntersBijstand];
  };
  EXPECT_NEAR(enters(Labour::Unemployed, Benefit::None, 40, false), .10, one_luck);
  EXPECT_NEAR(enters(Labour::Marginal, Benefit::None, 40, true), .025, one_luck);
  EXPECT_NEAR(enters(Labour::Unemployed, Benefit::None, 24, true), .10, one_luck) << "too young for a partner to count";
  EXPECT_EQ(enters(Labour::Unemployed, Benefit::None, 17, false), 0);
  EXPECT_NEAR(enters(Labour::Unemployed, Benefit::None, 18, false), .10, one_luck);
  EXPECT_EQ(enters(Labour::Unemployed, Benefit::Ww, 40, false), 0);
  EXPECT_EQ(enters(Labour::Inactive, Benefit::None, 40, false), 0);
}

TEST(ChancesInBijstand, DependOnGuidanceAndDuration) {
  SmallWorld small(busy_outside_work());
  small.government(stad).care = {0, 0, 0, .5, 0};
  const auto events = [&](int months, std::uint8_t distance) {
    const ResidentIndex person = small.add_jobless(stad, Labour::Unemployed, Benefit::Bijstand, months);
    return EventsOf(small, at_distance(small, person, distance));
  };
  EXPECT_NEAR(events(0, 3)[LeavesBijstand], .06, one_luck);
  EXPECT_NEAR(events(0, 3)[ComesCloser], .02 + .03 * .5, one_luck);
  EXPECT_NEAR(events(0, 2)[ComesCloser], .02, one_luck) << "no guidance for this class";
  EXPECT_EQ(events(0, 0)[ComesCloser], 0) << "nobody is closer than job-ready";
  EXPECT_EQ(events(0, 4)[DriftsAway], 0) << "nobody is farther than far";
  EXPECT_NEAR(events(0, 2)[DriftsAway], .01, one_luck);
  EXPECT_NEAR(events(24, 2)[DriftsAway], .03, one_luck);
  EXPECT_NEAR(events(90, 2)[DriftsAway], .03, one_luck) << "two years count at most";
}

TEST(ChancesOfTheMarginallyAttached, AreTheSharesOfEvenlySpacedLuck) {
  SmallWorld small(busy_outside_work());
  const EventsOf events(small, small.add_jobless(stad, Labour::Marginal));
  EXPECT_NEAR(events[StartsSearching], .1, one_luck);
  EXPECT_NEAR(events[Withdraws], .02, one_luck);
  EXPECT_NEAR(events[LooksForWork], 1 - std::exp(-.16), one_luck);
  EXPECT_EQ(events.order(), (std::vector<LifeEvent>{BecomesDisabled, EntersBijstand, DriftsAway, StartsSearching,
                                                    Withdraws, LooksForWork, Nothing}));
}

TEST(ChancesOutsideTheLabourForce, StandForEverybodyThereAndFallWithAge) {
  SmallWorld small(busy_outside_work());
  small.model.participation_scale = 1.5;
  small.model.entering_share = .01;
  const EventsOf inactive(small, small.add_jobless(stad, Labour::Inactive));
  EXPECT_NEAR(inactive[StartsSearching], .04 * 1.5 - .01, one_luck) << "less those who enter by themselves";
  EXPECT_NEAR(inactive[WantsWork], .03 * 1.5, one_luck);
  EXPECT_NEAR(inactive[LooksForWork], 1 - std::exp(-.4 * .2 * 1.5), one_luck);
  EXPECT_EQ(inactive[DriftsAway], 0);
  const EventsOf older(small, small.add_jobless(stad, Labour::Inactive, Benefit::None, 0, 60));
  EXPECT_NEAR(older[StartsSearching], (.04 * 1.5 - .01) * .2, one_luck);
  EXPECT_NEAR(older[WantsWork], .03 * 1.5 * .2, one_luck);
  const EventsOf student(small, small.add_jobless(stad, Labour::Student, Benefit::None, 0, 18));
  EXPECT_NEAR(student[StartsSearching], .04 * 1.5 - .01, one_luck);
  small.world.start = small.world.month + 1;
  const EventsOf held(small, small.add_jobless(stad, Labour::Student, Benefit::None, 0, 18));
  EXPECT_EQ(held[Nothing], 1) << "in the warm-up school is held";
  EXPECT_NEAR(EventsOf(small, small.add_jobless(stad, Labour::Inactive))[StartsSearching], .06, one_luck);
}

TEST(ChancesOfTheDisabled, AreToRecover) {
  SmallWorld small(busy_outside_work());
  const ResidentIndex person = small.add_jobless(stad, Labour::Disabled, Benefit::Disability);
  EXPECT_EQ(EventsOf(small, person).order(), (std::vector<LifeEvent>{Recovers, Nothing}));
  EXPECT_NEAR(EventsOf(small, person)[Recovers], .02, one_luck);
  small.world.start = small.world.month + 1;
  EXPECT_EQ(EventsOf(small, person)[Recovers], 0);
}

TEST(ChancesOfTheRetired, AreToDieAndToLeave) {
  SmallWorld small(busy_outside_work());
  small.parameters().demo.move = .004;
  small.model.country.by_age.death[80] = .6;
  small.model.country.by_age.emigration[80] = .012;
  const ResidentIndex person = small.add_jobless(stad, Labour::Retired, Benefit::Aow, 0, 80);
  const EventsOf events(small, person);
  EXPECT_NEAR(events[Dies], .05, one_luck);
  EXPECT_NEAR(events[Leaves], .001, one_luck);
  EXPECT_NEAR(events[Moves], .004, one_luck);
  EXPECT_EQ(events.order(), (std::vector<LifeEvent>{Dies, Leaves, Moves, Nothing}));
  EXPECT_LT(events.let_through(), .06) << "the bound saves the exact calculation";
  EXPECT_GE(events.let_through() + one_luck, events.something());
}

TEST(ChancesOfChildren, EndOnTheFifteenthBirthday) {
  SmallWorld small(busy_outside_work());
  const ResidentIndex younger = small.add_jobless(stad, Labour::Child, Benefit::None, 0, 14);
  const ResidentIndex fifteen = small.add_jobless(stad, Labour::Child, Benefit::None, 0, 15);
  EXPECT_EQ(EventsOf(small, younger)[Nothing], 1);
  EXPECT_NEAR(EventsOf(small, fifteen)[ComesOfAge], 1, 1e-9);
  EXPECT_EQ(EventsOf(small, fifteen).let_through(), 1);
  small.world.start = small.world.month + 1;
  EXPECT_EQ(EventsOf(small, fifteen)[ComesOfAge], 0) << "nobody grows older in the warm-up";
}

TEST(ChancesOfPupils, EndAtTheAgeOfTheirEducation) {
  SmallWorld small(busy_outside_work());
  const std::pair<std::uint32_t, int> table[] = {{0, 17}, {1, 20}, {2, 23}};
  for (const auto& [education, age] : table) {
    const ResidentIndex before = small.add_jobless(stad, Labour::Student, Benefit::None, 0, age - 1);
    const ResidentIndex after = small.add_jobless(stad, Labour::Student, Benefit::None, 0, age);
    small.profile(before).education = small.profile(after).education = education & 3u;
    EXPECT_EQ(EventsOf(small, before)[LeavesSchool], 0) << age;
    EXPECT_NEAR(EventsOf(small, after)[LeavesSchool], 1, 1e-9) << age;
  }
}

TEST(ChancesBeyondTheBorder, AreToFindWorkOnly) {
  SmallWorld small(busy_outside_work());
  small.model.country.by_age.death.assign(oldest_age + 1, .5);
  const ResidentIndex person =
      at_distance(small, small.add_jobless(beyond, Labour::Unemployed, Benefit::Bijstand, 3, 90), 2);
  EXPECT_EQ(EventsOf(small, person).order(), (std::vector<LifeEvent>{LooksForWork, Nothing}));
}

}  // namespace
}  // namespace polder
