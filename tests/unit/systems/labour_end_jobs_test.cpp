// A job ends: what remains, for whom, and what the establishment sees.
#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"
#include "systems/labour/labour.h"

namespace polder {
namespace {

using namespace testing;

/// Everybody takes up ww.
Parameters with_takeup(double share) {
  Parameters p = still_parameters();
  p.ww.takeup = share;
  return p;
}

ResidentIndex loses(SmallWorld& small, ResidentIndex person) {
  small.happens(LifeEvent::LosesJob, person);
  small.run(labour::end_jobs);
  small.world.today = Today{};
  return person;
}

ResidentIndex with_benefit(SmallWorld& small, ResidentIndex person, Benefit benefit, Month until = never) {
  Situation now = small.now(person);
  now.benefit = benefit;
  now.benefit_until = until;
  small.set(person, now);
  return person;
}

TEST(EndJobs, TurnWorkersIntoUnemployedWithTheirWwAndHistory) {
  SmallWorld small(with_takeup(1));
  const FirmIndex firm = small.add_firm(stad, industry);
  const ResidentIndex person = loses(small, small.add_worker(firm, Labour::Permanent, 8 * 12));
  const Situation& now = small.now(person);
  EXPECT_EQ(now.labour, Labour::Unemployed);
  EXPECT_EQ(now.benefit, Benefit::Ww);
  EXPECT_EQ(now.employer, none<FirmIndex>);
  EXPECT_EQ(now.since, small.world.month);
  EXPECT_EQ(now.last_job_ended, small.world.month);
  EXPECT_EQ(now.benefit_until, small.world.month + 8) << "a month a year";
  EXPECT_EQ(now.worked, 32) << "quarters";
  EXPECT_EQ(now.wage, 300);
  EXPECT_EQ(small.world.firms.jobs[firm], 0u);
  EXPECT_EQ(small.world.firms.leavers[firm], 1u);
  EXPECT_EQ(small.flows(stad).separations, 1);
  EXPECT_TRUE(small.tallies_are_right());
}

TEST(EndJobs, CountEarlierJobsInTheRightToWw) {
  SmallWorld small(with_takeup(1));
  const FirmIndex firm = small.add_firm(stad, industry);
  const ResidentIndex person = small.add_worker(firm, Labour::Flexible, 12);
  Situation now = small.now(person);
  now.worked = 4 * 19;
  small.set(person, now);
  loses(small, person);
  EXPECT_EQ(small.now(person).benefit_until, small.world.month + 15) << "ten months and half a month for ten years";
}

TEST(EndJobs, KeepTheLongerOfTwoRights) {
  SmallWorld small(with_takeup(1));
  const FirmIndex firm = small.add_firm(stad, industry);
  const auto until = [&](int months_left) {
    const ResidentIndex person = small.add_worker(firm, Labour::Flexible, 12);
    return small.now(loses(small, with_benefit(small, person, Benefit::WwWork, small.world.month + months_left)))
        .benefit_until;
  };
  EXPECT_EQ(until(9), small.world.month + 9);
  EXPECT_EQ(until(1), small.world.month + 3);
}

TEST(EndJobs, GiveNoWwToWhoIsNotInsuredOrWorkedTooShort) {
  SmallWorld small(with_takeup(1));
  const FirmIndex firm = small.add_firm(stad, industry), own = small.add_firm(stad, industry, FirmState::OwnAccount);
  EXPECT_EQ(small.now(loses(small, small.add_worker(own, Labour::SelfEmployed))).benefit, Benefit::None);
  EXPECT_EQ(small.now(loses(small, small.add_worker(firm, Labour::Flexible, 5))).benefit, Benefit::None);
  EXPECT_EQ(small.now(loses(small, small.add_worker(firm, Labour::Flexible, 6))).benefit, Benefit::Ww);
  EXPECT_EQ(small.now(loses(small, small.add_worker(firm, Labour::StudentJob, 6, 18))).benefit, Benefit::Ww);
  const ResidentIndex brief = small.add_worker(firm, Labour::Flexible, 2);
  Situation now = small.now(brief);
  now.last_job_ended = now.since - 3;
  small.set(brief, now);
  EXPECT_EQ(small.now(loses(small, brief)).benefit, Benefit::Ww) << "a job shortly before counts";
}

TEST(EndJobs, GiveWwToTheShareThatTakesItUp) {
  SmallWorld small(with_takeup(.72));
  const FirmIndex firm = small.add_firm(stad, industry);
  constexpr int persons = 4000;
  for (int i = 0; i < persons; ++i) small.happens(LifeEvent::LosesJob, small.add_worker(firm));
  small.run(labour::end_jobs);
  const auto on_ww = small.world.municipalities.stocks[stad].benefit[static_cast<std::size_t>(Benefit::Ww)];
  EXPECT_NEAR(on_ww / double(persons), .72, 4 * std::sqrt(.72 * .28 / persons));
}

TEST(EndJobs, ReturnWhatWasKeptBesideTheJob) {
  SmallWorld small(with_takeup(0));
  const FirmIndex firm = small.add_firm(stad, industry);
  const Month until = small.world.month + 5;
  const ResidentIndex on_ww = loses(small, with_benefit(small, small.add_worker(firm), Benefit::WwWork, until));
  EXPECT_EQ(small.now(on_ww).benefit, Benefit::Ww);
  EXPECT_EQ(small.now(on_ww).benefit_until, until) << "no new right, the old one goes on";
  EXPECT_EQ(small.now(loses(small, with_benefit(small, small.add_worker(firm), Benefit::BijstandWork))).benefit,
            Benefit::Bijstand);
  EXPECT_EQ(small.now(loses(small, small.add_worker(firm))).benefit, Benefit::None);
}

TEST(EndJobs, LetWhoStopsLeaveTheLabourForce) {
  SmallWorld small(with_takeup(1));
  small.parameters().separation.attached = 0;
  const FirmIndex firm = small.add_firm(dorp, industry);
  const auto stops = [&](ResidentIndex person) {
    small.happens(LifeEvent::StopsWorking, person);
    small.run(labour::end_jobs);
    small.world.today = Today{};
    return small.now(person);
  };
  EXPECT_EQ(stops(small.add_worker(firm)).labour, Labour::Inactive);
  EXPECT_EQ(stops(small.add_worker(firm)).benefit, Benefit::None) << "ww is for who lost a job";
  EXPECT_EQ(stops(small.add_worker(firm, Labour::StudentJob, 6, 18)).labour, Labour::Student);
  EXPECT_EQ(stops(with_benefit(small, small.add_worker(firm), Benefit::BijstandWork)).benefit, Benefit::Bijstand);
  EXPECT_EQ(stops(with_benefit(small, small.add_worker(firm), Benefit::WwWork, small.world.month + 3)).benefit,
            Benefit::None);
  small.parameters().separation.attached = 1;
  EXPECT_EQ(stops(small.add_worker(firm)).labour, Labour::Marginal);
  EXPECT_EQ(small.flows(dorp).separations, 6);
  EXPECT_EQ(small.world.firms.leavers[firm], 6u);
  EXPECT_TRUE(small.tallies_are_right());
}

TEST(EndJobs, LeaveTheAttachedShareMarginal) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  constexpr int persons = 4000;
  for (int i = 0; i < persons; ++i) small.happens(LifeEvent::StopsWorking, small.add_worker(firm));
  small.run(labour::end_jobs);
  const auto marginal = small.world.municipalities.stocks[stad].labour[static_cast<std::size_t>(Labour::Marginal)];
  EXPECT_NEAR(marginal / double(persons), .23, 4 * std::sqrt(.23 * .77 / persons));
}

TEST(EndJobs, GiveNoWwBeyondTheBorder) {
  SmallWorld small(with_takeup(1));
  const Situation worker = small.now(small.add_worker(small.add_firm(stad, industry), Labour::Permanent, 96));
  const ResidentIndex commuter = loses(small, small.add_resident(beyond, worker));
  EXPECT_EQ(small.now(commuter).labour, Labour::Unemployed);
  EXPECT_EQ(small.now(commuter).benefit, Benefit::None);
}

TEST(EndJobs, CountAtTheHomeOfWhoCommutes) {
  SmallWorld small(with_takeup(1));
  const FirmIndex firm = small.add_firm(stad, industry);
  Situation now = small.now(small.add_worker(firm));
  loses(small, small.add_resident(haven, now));
  EXPECT_EQ(small.flows(haven).separations, 1);
  EXPECT_EQ(small.flows(stad).separations, 0);
  EXPECT_EQ(small.world.firms.jobs[firm], 1u);
}

}  // namespace
}  // namespace polder
