// What can happen to who works: every event with its chance, in one order.
#include <gtest/gtest.h>

#include <cmath>

#include "support/shares_of_events.h"

namespace polder {
namespace {

using namespace testing;
using enum LifeEvent;

/// Chances of everything that can happen to a worker of forty.
Parameters busy_at_work() {
  Parameters p = still_parameters();
  p.demo.move = .004;
  p.demo.early_retirement = .02;
  p.separation.to_unemployed = .02;
  p.separation.permanent = 1;
  p.separation.flexible = 5;
  p.separation.self_employed = 1.5;
  p.separation.out_of_labour_force = .03;
  p.participation.disability_in = .01;
  p.ww.keep_ends = .09;
  p.bijstand.keep_ends = .07;
  p.distance.working = .05;
  p.search.most_per_month = 4;
  p.search.suitable = .1;
  p.search.employed = .5;
  return p;
}

TEST(ChancesOfWorkers, AreTheSharesOfEvenlySpacedLuck) {
  SmallWorld small(busy_at_work());
  small.model.country.by_age.death[40] = .12;
  small.model.country.by_age.emigration[40] = .06;
  const ResidentIndex person = small.add_worker(small.add_firm(stad, industry));
  Situation now = small.now(person);
  now.benefit = Benefit::WwWork;
  now.distance = 2;
  small.set(person, now);
  const EventsOf events(small, person);
  EXPECT_NEAR(events[Dies], .01, one_luck);
  EXPECT_NEAR(events[Leaves], .005, one_luck);
  EXPECT_NEAR(events[Moves], .004, one_luck);
  EXPECT_NEAR(events[LosesJob], .02, one_luck);
  EXPECT_NEAR(events[StopsWorking], .03 - .01, one_luck);  // disability acts by itself
  EXPECT_NEAR(events[BecomesDisabled], .01, one_luck);
  EXPECT_NEAR(events[KeepsNoBenefit], .09, one_luck);
  EXPECT_NEAR(events[ComesCloser], .05, one_luck);
  EXPECT_NEAR(events[LooksForWork], 1 - std::exp(-4 * .1 * .5), one_luck);
}

TEST(ChancesOfWorkers, AreMetInOneOrder) {
  SmallWorld small(busy_at_work());
  small.model.country.by_age.death[40] = .12;
  small.model.country.by_age.emigration[40] = .06;
  const ResidentIndex person = small.add_worker(small.add_firm(stad, industry));
  Situation now = small.now(person);
  now.benefit = Benefit::BijstandWork;
  now.distance = 1;
  small.set(person, now);
  const EventsOf events(small, person);
  EXPECT_EQ(events.order(), (std::vector<LifeEvent>{Dies, Leaves, Moves, LosesJob, StopsWorking, BecomesDisabled,
                                                    KeepsNoBenefit, ComesCloser, LooksForWork, Nothing}));
  EXPECT_NEAR(events[KeepsNoBenefit], .07, one_luck);
}

TEST(ChancesOfWorkers, ToLoseTheJobDependOnContractAgeAndTenure) {
  SmallWorld small(busy_at_work());
  small.model.separation_mean = 2;
  const FirmIndex firm = small.add_firm(stad, industry);
  struct Case {
    Labour labour;
    int months, age;
    double chance;
  };
  for (const Case& c : {Case{Labour::Permanent, 60, 40, .01}, Case{Labour::Flexible, 30, 40, .05},
                        Case{Labour::SelfEmployed, 60, 40, .015}, Case{Labour::Permanent, 23, 40, .025},
                        Case{Labour::Permanent, 24, 40, .01}, Case{Labour::Permanent, 60, 24, .02},
                        Case{Labour::Permanent, 60, 25, .01}, Case{Labour::Flexible, 6, 20, .25}}) {
    const ResidentIndex person = small.add_worker(firm, c.labour, c.months, c.age);
    EXPECT_NEAR(EventsOf(small, person)[LosesJob], c.chance, one_luck) << c.months << " months, " << c.age << " years";
  }
}

TEST(ChancesOfWorkers, ToLoseTheJobRiseInARecession) {
  SmallWorld small(busy_at_work());
  small.parameters().separation.cycle = 8;
  const ResidentIndex person = small.add_worker(small.add_firm(stad, industry));
  small.world.economy.cycle = -.03;
  small.demand.cycle_shift = -.02;
  EXPECT_NEAR(EventsOf(small, person)[LosesJob], .02 * std::exp(8 * .05), one_luck);
  small.world.economy.cycle = .07;
  EXPECT_NEAR(EventsOf(small, person)[LosesJob], .02 * std::exp(-8 * .05), one_luck);
}

TEST(ChancesOfWorkers, ToLoseTheJobIncludeDismissal) {
  SmallWorld small(busy_at_work());
  const FirmIndex firm = small.add_firm(stad, industry);
  const ResidentIndex person = small.add_worker(firm);
  small.world.firms.dismissal[firm] = threshold(.1);
  EXPECT_NEAR(EventsOf(small, person)[LosesJob], .12, one_luck);
  EXPECT_GE(EventsOf(small, person).let_through(), EventsOf(small, person).something());
  const double with = EventsOf(small, person).let_through();
  small.world.firms.dismissal[firm] = 0;
  EXPECT_NEAR(with - EventsOf(small, person).let_through(), .1, 2 * one_luck) << "and no more than that";
}

TEST(ChancesOfWorkers, ToStopHoldEarlyRetirementFromSixty) {
  SmallWorld small(busy_at_work());
  small.model.early_share = .004;
  small.model.retiring_share = .003;
  const FirmIndex firm = small.add_firm(stad, industry);
  const double others = .03 - .01 - .004 - .003;  // of the observed total
  EXPECT_NEAR(EventsOf(small, small.add_worker(firm, Labour::Permanent, 60, 59))[StopsWorking], others, one_luck);
  EXPECT_NEAR(EventsOf(small, small.add_worker(firm, Labour::Permanent, 60, 60))[StopsWorking], others + .02, one_luck);
  small.world.start = small.world.month + 12;  // pensions and disability are held: they are part of the total again
  EXPECT_NEAR(EventsOf(small, small.add_worker(firm, Labour::Permanent, 60, 50))[StopsWorking], .03 - .004, one_luck);
}

TEST(ChancesOfWorkers, ToComeCloserNeedSixMonthsAtWork) {
  SmallWorld small(busy_at_work());
  const FirmIndex firm = small.add_firm(stad, industry);
  for (const auto& [months, chance] : {std::pair{5, 0.0}, {6, .05}}) {
    const ResidentIndex person = small.add_worker(firm, Labour::Permanent, months);
    Situation now = small.now(person);
    now.distance = 4;
    small.set(person, now);
    EXPECT_NEAR(EventsOf(small, person)[ComesCloser], chance, one_luck);
  }
}

TEST(ChancesOfWorkers, LoseTheJobForCertainInTheMonthOfClosing) {
  SmallWorld small(busy_at_work());
  small.model.country.by_age.death[66] = 1;
  const FirmIndex firm = small.add_firm(stad, industry, FirmState::Notice);
  for (const Labour labour : {Labour::Permanent, Labour::Flexible, Labour::SelfEmployed, Labour::StudentJob}) {
    const ResidentIndex person = small.add_worker(firm, labour, 60, 66);
    small.world.firms.closes[firm] = small.world.month + 1;
    EXPECT_LT(EventsOf(small, person)[LosesJob], .9) << "a month before";
    small.world.firms.closes[firm] = small.world.month;
    EXPECT_NEAR(EventsOf(small, person)[LosesJob], 1, 1e-9);
    EXPECT_EQ(EventsOf(small, person).let_through(), 1);
  }
}

TEST(ChancesOfWorkers, HaveDatesThatComeForCertain) {
  SmallWorld small(busy_at_work());
  const FirmIndex firm = small.add_firm(stad, industry);
  EXPECT_NEAR(EventsOf(small, small.add_worker(firm, Labour::Flexible, 36))[BecomesPermanent], 1, 1e-9);
  EXPECT_EQ(EventsOf(small, small.add_worker(firm, Labour::Flexible, 35))[BecomesPermanent], 0);
  EXPECT_EQ(EventsOf(small, small.add_worker(firm, Labour::Permanent, 90))[BecomesPermanent], 0);
  EXPECT_NEAR(EventsOf(small, small.add_worker(firm, Labour::Permanent, 90, 67))[Retires], 1, 1e-9);
  EXPECT_EQ(EventsOf(small, small.add_worker(firm, Labour::Permanent, 90, 66))[Retires], 0);
  const ResidentIndex student = small.add_worker(firm, Labour::StudentJob, 6, 20);  // of medium education
  EXPECT_NEAR(EventsOf(small, student)[LeavesSchool], 1, 1e-9);
  small.profile(student).education = 2;
  EXPECT_EQ(EventsOf(small, student)[LeavesSchool], 0);
}

TEST(ChancesOfWorkers, AreHeldInTheWarmUp) {
  SmallWorld small(busy_at_work());
  small.model.country.by_age.death.assign(oldest_age + 1, .5);
  small.model.country.by_age.emigration.assign(oldest_age + 1, .5);
  small.world.start = small.world.month + 12;
  const FirmIndex firm = small.add_firm(stad, industry);
  const EventsOf worker(small, small.add_worker(firm, Labour::Permanent, 60, 90));
  for (const LifeEvent held : {Dies, Leaves, Moves, BecomesDisabled, Retires}) EXPECT_EQ(worker[held], 0);
  EXPECT_NEAR(worker[LosesJob], .02, one_luck);
  const EventsOf student(small, small.add_worker(firm, Labour::StudentJob, 6, 30));
  EXPECT_EQ(student.order(), (std::vector<LifeEvent>{LooksForWork, Nothing})) << "school is held too";
}

TEST(ChancesOfWorkers, BeyondTheBorderAreToLoseAndToFindWork) {
  SmallWorld small(busy_at_work());
  small.model.country.by_age.death.assign(oldest_age + 1, .5);
  Situation now = small.now(small.add_worker(small.add_firm(beyond, industry)));
  now.benefit = Benefit::WwWork;
  now.distance = 2;
  const ResidentIndex person = small.add_resident(beyond, now, 90);
  EXPECT_EQ(EventsOf(small, person).order(), (std::vector<LifeEvent>{LosesJob, LooksForWork, Nothing}));
}

TEST(ChancesOfWorkers, LieBelowTheBound) {
  SmallWorld small(busy_at_work());
  small.model.country.by_age.death.assign(oldest_age + 1, .03);
  small.model.country.by_age.emigration.assign(oldest_age + 1, .02);
  const FirmIndex firm = small.add_firm(stad, industry);
  for (const Labour labour : {Labour::Permanent, Labour::Flexible, Labour::SelfEmployed, Labour::StudentJob})
    for (const Benefit benefit : {Benefit::None, Benefit::WwWork, Benefit::BijstandWork}) {
      const ResidentIndex person = small.add_worker(firm, labour, 12, 18);
      Situation now = small.now(person);
      now.benefit = benefit;
      now.distance = 3;
      small.set(person, now);
      const EventsOf events(small, person);
      EXPECT_LE(events.something(), events.let_through() + one_luck);
    }
}

TEST(ChancesOfWorkers, LieBelowTheBoundForApprenticesWhereASideJobSearchesLess) {
  SmallWorld small(busy_at_work());
  small.parameters().search.student_factor = .1;
  const ResidentIndex person = small.add_worker(small.add_firm(stad, industry), Labour::StudentJob, 12, 18);
  Profile& profile = small.profile(person);
  profile.enrolled = profile.work_based = profile.apprentice = 1;
  const EventsOf events(small, person);
  EXPECT_GT(events[LooksForWork], .01);
  EXPECT_LE(events.something(), events.let_through() + one_luck);
}

}  // namespace
}  // namespace polder
