// Between searching, wanting and not wanting work; the ladder of distance.
#include <gtest/gtest.h>

#include "support/small_world.h"
#include "systems/labour/labour.h"

namespace polder {
namespace {

using namespace testing;

/// What becomes of a resident to whom this happens.
Situation after(SmallWorld& small, LifeEvent event, ResidentIndex person) {
  small.happens(event, person);
  small.run(labour::change_participation);
  small.run(labour::change_distance);
  small.world.today = Today{};
  EXPECT_TRUE(small.tallies_are_right());
  return small.now(person);
}

TEST(Participation, LetsTheDurationOfSearchRunOnThroughMarginalAttachment) {
  SmallWorld small;
  const ResidentIndex person = small.add_jobless(stad, Labour::Unemployed, Benefit::None, 7);
  const Month began = small.now(person).since;
  EXPECT_EQ(after(small, LifeEvent::StopsSearching, person).labour, Labour::Marginal);
  small.next_month();
  const Situation again = after(small, LifeEvent::StartsSearching, person);
  EXPECT_EQ(again.labour, Labour::Unemployed);
  EXPECT_EQ(again.since, began);
}

TEST(Participation, StartsTheDurationOfSearchFromOutsideTheLabourForce) {
  SmallWorld small;
  for (const Labour from : {Labour::Inactive, Labour::Student}) {
    const Situation now =
        after(small, LifeEvent::StartsSearching, small.add_jobless(stad, from, Benefit::Bijstand, 30, 18));
    EXPECT_EQ(now.labour, Labour::Unemployed);
    EXPECT_EQ(now.since, small.world.month);
    EXPECT_EQ(now.benefit, Benefit::Bijstand);
  }
  const Situation wants = after(small, LifeEvent::WantsWork, small.add_jobless(stad, Labour::Inactive));
  EXPECT_EQ(wants.labour, Labour::Marginal);
  EXPECT_EQ(wants.since, small.world.month);
}

TEST(Participation, SendsWhoWithdrawsToSchoolOrHome) {
  SmallWorld small;
  const auto withdraws = [&](int age) {
    return after(small, LifeEvent::Withdraws, small.add_jobless(stad, Labour::Marginal, Benefit::None, 9, age)).labour;
  };
  EXPECT_EQ(withdraws(19), Labour::Student);  // medium education ends at 20
  EXPECT_EQ(withdraws(20), Labour::Inactive);
}

TEST(Participation, MakesAFlexibleJobPermanentAndKeepsItsStart) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  const ResidentIndex person = small.add_worker(firm, Labour::Flexible, 36);
  const Month since = small.now(person).since;
  const Situation now = after(small, LifeEvent::BecomesPermanent, person);
  EXPECT_EQ(now.labour, Labour::Permanent);
  EXPECT_EQ(now.since, since);
  EXPECT_EQ(now.employer, firm);
}

TEST(Participation, TakesTheJobOfWhoBecomesDisabled) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  const Situation now = after(small, LifeEvent::BecomesDisabled, small.add_worker(firm));
  EXPECT_EQ(now.labour, Labour::Disabled);
  EXPECT_EQ(now.benefit, Benefit::Disability);
  EXPECT_EQ(now.employer, none<FirmIndex>);
  EXPECT_EQ(small.world.firms.jobs[firm], 0u);
  EXPECT_EQ(small.world.firms.leavers[firm], 1u);
  EXPECT_EQ(small.flows(stad).separations, 1);
  const Situation jobless =
      after(small, LifeEvent::BecomesDisabled, small.add_jobless(stad, Labour::Unemployed, Benefit::Ww));
  EXPECT_EQ(jobless.benefit, Benefit::Disability);
  EXPECT_EQ(small.flows(stad).separations, 1) << "there was no job to end";
}

TEST(Participation, LetsTheRecoveredSearch) {
  SmallWorld small;
  const Situation now =
      after(small, LifeEvent::Recovers, small.add_jobless(stad, Labour::Disabled, Benefit::Disability, 50));
  EXPECT_EQ(now.labour, Labour::Unemployed);
  EXPECT_EQ(now.benefit, Benefit::None);
  EXPECT_EQ(now.since, small.world.month);
}

TEST(Distance, MovesOneClassAtATime) {
  SmallWorld small;
  const ResidentIndex person = small.add_jobless(stad, Labour::Unemployed, Benefit::Bijstand);
  Situation now = small.now(person);
  now.distance = 2;
  small.set(person, now);
  EXPECT_EQ(after(small, LifeEvent::DriftsAway, person).distance, 3);
  EXPECT_EQ(after(small, LifeEvent::ComesCloser, person).distance, 2);
  EXPECT_EQ(small.world.municipalities.stocks[stad].bijstand_at[2], 1);
}

}  // namespace
}  // namespace polder
