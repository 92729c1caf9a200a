// Training places: who gets one, what it costs, how it ends, and that no place is lost.
#include "systems/training/training.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/shares_of_events.h"
#include "support/small_world.h"
#include "systems/finance/finance.h"

namespace polder {
namespace {

using namespace testing;

/// A town where care is short of people and technical work has none: twenty vacancies in nursing, seekers from
/// technical work.
struct Town : SmallWorld {
  Town() {
    hospital = add_firm(stad, care_sector);
    for (int i = 0; i < 20; ++i) add_vacancy(hospital, nursing, 300);
    world.month = Month::of(2026, 1);
  }
  void give(double eur_per_year) { policy.mandates.agenda.retrain.assign(4, Cents{0}), budget(stad, eur_per_year); }
  void budget(MunicipalityIndex m, double eur) { policy.mandates.agenda.retrain[m] = static_cast<Cents>(eur * 100); }
  std::vector<ResidentIndex> add_seekers(int persons, std::size_t distance = 0) {
    std::vector<ResidentIndex> seekers;
    for (int i = 0; i < persons; ++i)
      seekers.push_back(at_distance(add_jobless(stad, Labour::Unemployed, Benefit::None, 4), distance));
    return seekers;
  }
  FirmIndex hospital{};
};

TEST(TrainingPlaces, AreAsManyAsTheMonthsBudgetPays) {
  Town town;
  town.add_seekers(30);
  town.give(12 * 3 * 6000);  // three a month
  town.run(training::grant_places);
  EXPECT_EQ(town.world.participants.size(), 3u);
  EXPECT_EQ(town.flows(stad).places_taken, 3);
  EXPECT_EQ(town.government(stad).training_bought, 3 * 600000);
  EXPECT_EQ(town.world.municipalities.stocks[stad].labour[static_cast<std::size_t>(Labour::Training)], 3);
  EXPECT_TRUE(town.tallies_are_right());
}

TEST(TrainingPlaces, SaveUpForARowThatStandsForMany) {
  Town town;
  town.world.weight = 10;
  town.add_seekers(30);
  town.give(12 * 25000);  // a row of ten costs 60,000: one in the third month, one in the fifth
  std::vector<std::size_t> places;
  for (int month = 0; month < 5; ++month, town.next_month()) {
    town.run(training::grant_places);
    places.push_back(town.world.participants.size());
  }
  EXPECT_EQ(places, (std::vector<std::size_t>{0, 0, 1, 1, 2}));
}

TEST(TrainingPlaces, LapseWithTheBudget) {
  Town town;
  town.add_seekers(30);
  town.give(12 * 5999);
  town.run(training::grant_places);
  town.policy.mandates.agenda.retrain[stad] = 0;
  town.next_month();
  town.run(training::grant_places);
  EXPECT_EQ(town.government(stad).retrain_purse, 0);
  EXPECT_TRUE(town.world.participants.empty());
}

TEST(TrainingPlaces, GoToNobodyWhoseOccupationHasTheBestOutlook) {
  Town town;
  for (int i = 0; i < 30; ++i) town.add_vacancy(town.hospital, nursing, 300);
  for (const ResidentIndex person : town.add_seekers(30)) change_occupation(town.world, person, nursing);
  town.give(1e6);
  town.run(training::grant_places);
  EXPECT_TRUE(town.world.participants.empty());
  town.policy.mandates.agenda.target = TrainingTarget::Any;
  town.run(training::grant_places);
  EXPECT_FALSE(town.world.participants.empty());  // any occupation within reach, better or not
}

TEST(TrainingPlaces, AreOutOfReachBeyondTheLongestCourse) {
  Town town;
  town.add_seekers(30);
  town.give(1e6);
  town.model.training_months = {0, 25, 25, 0};
  town.run(training::grant_places);
  EXPECT_TRUE(town.world.participants.empty());
  town.model.training_months = {0, -1, -1, 0};  // no way there
  town.run(training::grant_places);
  EXPECT_TRUE(town.world.participants.empty());
}

TEST(TrainingPlaces, FollowTheTriageOfTheMunicipality) {
  Town town;
  const auto near = town.add_seekers(600, 0), far = town.add_seekers(600, 4);
  town.government(stad).triage = Triage::Closest;
  town.give(12.0 * 240 * 6000);
  town.run(training::grant_places);
  int close = 0;
  for (const ResidentIndex person : near) close += town.now(person).learns;
  // The first place is taken by the near with chance 5/6; as they leave the pool the chance falls. With
  // x^5 + x = 2 - 240 / 600 left of the near and the far: 600 (1 - x^5) = 195.
  EXPECT_NEAR(close, 195, 4 * 6);
  EXPECT_EQ(town.world.participants.size(), 240u);
}

TEST(TrainingPlaces, BesideAJobGoToEmployeesOnly) {
  Town town;
  const FirmIndex plant = town.add_firm(stad, industry);
  const FirmIndex own_account = town.add_firm(stad, industry, FirmState::OwnAccount);
  const ResidentIndex employee = town.add_worker(plant), self = town.add_worker(own_account, Labour::SelfEmployed);
  const ResidentIndex seeker = town.add_jobless(stad, Labour::Unemployed);
  town.policy.mandates.agenda.train.assign(4, Cents{12 * 600000 * 3});
  town.run(training::grant_places);
  EXPECT_EQ(town.now(employee).learns, 1);
  EXPECT_EQ(town.now(employee).labour, Labour::Permanent);
  EXPECT_EQ(town.now(self).learns, 0);
  EXPECT_EQ(town.now(seeker).learns, 0);
}

TEST(TrainingPlaces, GoToNobodyAtSchoolAndEndForWhoBeginsThere) {
  Town town;
  const auto seekers = town.add_seekers(2);
  town.profile(seekers[0]).enrolled = 1;
  town.give(12 * 2 * 6000);
  town.run(training::grant_places);
  EXPECT_EQ(town.now(seekers[0]).learns, 0);
  ASSERT_EQ(town.now(seekers[1]).learns, 1);
  town.profile(seekers[1]).enrolled = 1;
  town.next_month();
  town.run(training::end_courses);
  EXPECT_TRUE(town.world.participants.empty());
  EXPECT_EQ(town.profile(seekers[1]).trade(), technical);
  EXPECT_EQ(town.flows(stad).places_left, 1);
}

TEST(TrainingPlaces, PaidByASectorLeadToItsOwnOccupationsOnly) {
  Town town;
  town.model.country.sectors[industry].occupation_share = {.96, .04};  // nursing is no occupation of industry
  town.add_seekers(30);
  town.give(12 * 10 * 6000);
  town.policy.mandates.agenda.payer_shares = {0, 0, 0, 1};
  town.run(training::grant_places);
  EXPECT_TRUE(town.world.participants.empty());
  town.policy.mandates.agenda.cross_sector = 1;
  town.run(training::grant_places);
  EXPECT_FALSE(town.world.participants.empty());
}

TEST(TrainingPlaces, CostATenthMoreUnderAnAgreementAcrossSectors) {
  Town town;
  town.add_seekers(30);
  town.give(12 * 10 * 6000);
  town.policy.mandates.agenda.cross_sector = 1;
  town.run(training::grant_places);
  EXPECT_EQ(town.flows(stad).places_taken, 9);  // 60,000 at 6,600
  EXPECT_EQ(town.government(stad).training_bought, 9 * 660000);
  EXPECT_EQ(town.government(stad).retrain_purse, 6000000 - 9 * 660000);
  town.policy.mandates.agenda.cross_sector = .5;
  town.run(training::grant_places);  // 60,600 at 6,300
  EXPECT_EQ(town.flows(stad).places_taken, 9 + 9);
  EXPECT_EQ(town.government(stad).retrain_purse, 6060000 - 9 * 630000);
}

TEST(TrainingPlaces, AreFreeInATenthWithSchoolsAtTheTable) {
  Town town;
  town.add_seekers(30);
  town.give(12 * 9 * 6000);
  town.policy.mandates.agenda.partners = 1 << static_cast<int>(Partner::Schools);
  town.run(training::grant_places);
  EXPECT_EQ(town.flows(stad).places_taken, 10);  // 54,000 at 5,400
  EXPECT_EQ(town.government(stad).training_bought, 5400000);
  EXPECT_EQ(town.government(stad).retrain_purse, 0);
}

TEST(Courses, ChangeOccupationDistanceAndStatusWhenCompleted) {
  Town town;
  town.parameters().training.completes = 1;
  const ResidentIndex person = town.add_seekers(1, 3).front();
  town.give(12 * 6000);
  town.run(training::grant_places);
  ASSERT_EQ(town.now(person).labour, Labour::Training);
  const Month since = town.now(person).since;
  for (int month = 0; month < 5; ++month) {
    town.next_month();
    town.run(training::end_courses);
    EXPECT_EQ(town.now(person).labour, Labour::Training);
  }
  town.next_month();
  town.run(training::end_courses);
  EXPECT_EQ(town.now(person).labour, Labour::Unemployed);
  EXPECT_EQ(town.now(person).learns, 0);
  EXPECT_EQ(town.now(person).distance, 2);
  EXPECT_EQ(town.now(person).since, since);  // the search went on
  EXPECT_EQ(town.profile(person).trade(), nursing);
  EXPECT_EQ(town.flows(stad).places_completed, 1);
  EXPECT_TRUE(town.tallies_are_right());
}

TEST(Courses, TeachNothingAtQualityZero) {
  Town town;
  town.parameters().training.completes = 1;
  town.policy.mandates.agenda.quality = 0;
  const ResidentIndex person = town.add_seekers(1).front();
  town.give(12 * 6000);
  town.run(training::grant_places);
  town.world.month = town.world.month + 6;
  town.run(training::end_courses);
  EXPECT_EQ(town.profile(person).trade(), technical);
  EXPECT_EQ(town.flows(stad).places_completed, 1);
}

TEST(Courses, AreCompletedByTheShareOfTheParameter) {
  Town town;
  const int persons = 2000;
  town.add_seekers(persons);
  town.give(12.0 * persons * 6000);
  town.run(training::grant_places);
  town.world.month = town.world.month + 6;
  town.run(training::end_courses);
  const double expected = .75 * persons, deviation = std::sqrt(persons * .75 * .25);
  EXPECT_NEAR(town.flows(stad).places_completed, expected, 4 * deviation);
  EXPECT_EQ(town.flows(stad).places_completed + town.flows(stad).places_failed, persons);
}

TEST(Courses, EndForWhoFoundWorkOrDied) {
  Town town;
  const auto seekers = town.add_seekers(2);
  town.give(12 * 2 * 6000);
  town.run(training::grant_places);
  ASSERT_EQ(town.world.participants.size(), 2u);
  town.set(seekers[1], Situation{});
  town.change(seekers[0], [&](Situation& next) { next.labour = Labour::Permanent, next.employer = town.hospital; });
  ++town.world.firms.jobs[town.hospital];
  town.next_month();
  town.run(training::end_courses);
  EXPECT_TRUE(town.world.participants.empty());
  EXPECT_EQ(town.now(seekers[0]).learns, 0);
  EXPECT_EQ(town.flows(stad).places_left, 2);
}

TEST(Courses, RaiseTheEducationOfAdultsWhereTheOccupationAsksForMore) {
  Town town;
  town.parameters().training.completes = town.parameters().training.diploma = 1;
  town.model.country.occupations[nursing].job_zone = 4;
  const ResidentIndex adult = town.add_seekers(1).front();
  const ResidentIndex young = town.add_jobless(stad, Labour::Unemployed, Benefit::None, 4, 21);  // high leaves at 23
  town.give(12 * 2 * 6000);
  town.run(training::grant_places);
  town.world.month = town.world.month + 6;
  town.run(training::end_courses);
  EXPECT_EQ(town.profile(adult).education, 2u);
  EXPECT_EQ(town.profile(young).education, 1u);
}

TEST(TrainingPlaces, AreNotForWhoFollowsAProgrammeOfASchool) {
  Town town;
  const auto seekers = town.add_seekers(2);
  town.profile(seekers[0]).enrolled = 1;
  town.give(12 * 2 * 6000);
  town.run(training::grant_places);
  EXPECT_EQ(town.now(seekers[0]).learns, 0);
  ASSERT_EQ(town.now(seekers[1]).learns, 1);
  town.profile(seekers[1]).enrolled = 1;  // begins a programme later: its class stays the occupation
  town.world.month = town.world.month + 6;
  town.run(training::end_courses);
  EXPECT_EQ(town.profile(seekers[1]).trade(), technical);
  EXPECT_EQ(town.flows(stad).places_left, 1);
}

TEST(Training, HoldsSearchBack) {
  Town town;
  town.parameters().search.most_per_month = 4;
  const ResidentIndex person = town.add_seekers(1).front();
  const auto applications = [&] { return applications_of(town, person); };
  const double before = applications();
  town.give(12 * 6000);
  town.run(training::grant_places);
  ASSERT_EQ(town.now(person).labour, Labour::Training);
  EXPECT_NEAR(applications(), before * .4, 1e-12);
}

TEST(Agenda, IsPaidInTheSharesOfItsPayersToTheCent) {
  Town town;
  town.add_seekers(10);
  town.give(12 * 6000.01);
  town.parameters().training.place = 6000.01;
  town.policy.mandates.agenda.payer_shares = {.4, .2, .1, .3};
  town.run(training::grant_places);
  town.run(finance::pay);
  std::array<Cents, actor_count> paid{};
  for (const Posting& posting : town.world.ledger.postings)
    if (posting.purpose == Purpose::Training) {
      paid[static_cast<std::size_t>(posting.payer.actor)] += posting.cents;
      EXPECT_EQ(posting.payee, (Account{Actor::Providers, 0}));
    }
  EXPECT_EQ(paid[static_cast<std::size_t>(Actor::Municipality)], 240000);
  EXPECT_EQ(paid[static_cast<std::size_t>(Actor::Province)], 120001);
  EXPECT_EQ(paid[static_cast<std::size_t>(Actor::Rijk)], 60000);
  EXPECT_EQ(paid[static_cast<std::size_t>(Actor::Firms)], 180000);
  EXPECT_EQ(town.government(stad).training_bought, 0);
}

}  // namespace
}  // namespace polder
