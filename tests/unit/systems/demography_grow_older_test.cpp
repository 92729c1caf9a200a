// Birthdays, the end of school, pensions, deaths, departures and moving house.
#include <gtest/gtest.h>

#include <cmath>

#include "support/school_world.h"
#include "systems/demography/demography.h"

namespace polder {
namespace {

using namespace testing;

Situation grows_older(SmallWorld& small, LifeEvent event, ResidentIndex person) {
  small.happens(event, person);
  small.run(demography::grow_older);
  small.world.today = Today{};
  EXPECT_TRUE(small.tallies_are_right());
  return small.now(person);
}

TEST(GrowOlder, MakesChildrenOfFifteenStudents) {
  SmallWorld small;
  const Situation now = grows_older(small, LifeEvent::ComesOfAge, small.add_jobless(stad, Labour::Child));
  EXPECT_EQ(now.labour, Labour::Student);
  EXPECT_EQ(now.since, small.world.month);
}

TEST(GrowOlder, PensionsOffWorkersAndOthers) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  const ResidentIndex worker = small.change(small.add_worker(firm, Labour::Permanent, 60, 67), [&](Situation& now) {
    now.benefit = Benefit::WwWork;
    now.benefit_until = small.world.month + 9;
  });
  const Situation now = grows_older(small, LifeEvent::Retires, worker);
  EXPECT_EQ(now.labour, Labour::Retired);
  EXPECT_EQ(now.benefit, Benefit::Aow);
  EXPECT_EQ(now.benefit_until, never);
  EXPECT_EQ(now.employer, none<FirmIndex>);
  EXPECT_EQ(now.worked, 20);
  EXPECT_EQ(small.world.firms.leavers[firm], 1u);
  EXPECT_EQ(small.flows(stad).separations, 1);
  const Situation jobless =
      grows_older(small, LifeEvent::Retires, small.add_jobless(stad, Labour::Unemployed, Benefit::Bijstand, 0, 67));
  EXPECT_EQ(jobless.benefit, Benefit::Aow);
  EXPECT_EQ(small.flows(stad).separations, 1);
}

TEST(GrowOlder, LetsASideJobGoOnAfterSchool) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  const Situation now = grows_older(small, LifeEvent::LeavesSchool, small.add_worker(firm, Labour::StudentJob, 6, 20));
  EXPECT_EQ(now.labour, Labour::Flexible);
  EXPECT_EQ(now.employer, firm);
  EXPECT_EQ(now.since, small.world.month - 6);
  const Situation seeks =
      grows_older(small, LifeEvent::LeavesSchool, small.add_jobless(stad, Labour::Student, Benefit::None, 60, 20));
  EXPECT_EQ(seeks.labour, Labour::Unemployed);
  EXPECT_EQ(seeks.since, small.world.month);
}

TEST(GrowOlder, GivesSchoolLeaversTheOccupationOfTheirEducation) {
  SmallWorld small;
  double nurses = 0;
  constexpr int persons = 4000;
  for (int i = 0; i < persons; ++i) {
    const ResidentIndex person = small.add_jobless(stad, Labour::Student, Benefit::None, 0, 23);
    small.profile(person).education = 2;  // one in four technical, the others nursing
    small.happens(LifeEvent::LeavesSchool, person);
  }
  small.run(demography::grow_older);
  for (const Profile& profile : small.world.residents.profile) nurses += profile.trade() == nursing ? 1 : 0;
  EXPECT_NEAR(nurses / persons, .75, 4 * std::sqrt(.1875 / persons));
  EXPECT_TRUE(small.tallies_are_right());
}

TEST(Bury, TakesTheDeadAndTheDepartedOutOfThePopulation) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  const ResidentIndex dies = small.add_worker(firm), leaves = small.add_worker(firm);
  const ResidentIndex old = small.add_jobless(dorp, Labour::Retired, Benefit::Aow, 0, 90);
  small.add_worker(firm);
  small.happens(LifeEvent::Dies, dies);
  small.happens(LifeEvent::Dies, old);
  small.happens(LifeEvent::Leaves, leaves);
  small.run(demography::bury);
  for (const ResidentIndex gone : {dies, leaves, old}) EXPECT_EQ(small.now(gone), Situation{});
  EXPECT_EQ(small.profile(old).municipality(), dorp);
  EXPECT_EQ(small.profile(old).birth, 0u);
  EXPECT_EQ(small.world.firms.jobs[firm], 1u);
  EXPECT_EQ(small.world.firms.leavers[firm], 2u) << "a job lost is a job lost at its firm";
  EXPECT_EQ(small.flows(stad).deaths, 1);
  EXPECT_EQ(small.flows(stad).departures, 1);
  EXPECT_EQ(small.flows(stad).separations, 2);
  EXPECT_EQ(small.flows(dorp).deaths, 1);
  EXPECT_EQ(small.flows(dorp).separations, 0);
  EXPECT_TRUE(small.tallies_are_right());
}

TEST(MoveHouse, ConservesPeopleAndTheirJobs) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  constexpr int persons = 6000;
  for (int i = 0; i < persons; ++i) small.happens(LifeEvent::Moves, small.add_worker(firm));
  small.run(demography::move_house);
  std::array<double, 4> living{};
  for (const ResidentIndex person : rows_of(small.world.residents.now)) {
    ++living[small.profile(person).home];
    ASSERT_EQ(small.now(person).employer, firm);
  }
  const double shares[] = {60 / 97.5, 10 / 97.5, 27.5 / 97.5};
  for (std::size_t m = 0; m < 3; ++m)
    EXPECT_NEAR(living[m] / persons, shares[m], 4 * std::sqrt(shares[m] * (1 - shares[m]) / persons));
  EXPECT_EQ(living[3], 0) << "nobody moves beyond the border";
  std::int32_t in = 0, out = 0;
  for (const Flows& flows : small.world.municipalities.flows) in += flows.moved_in, out += flows.moved_out;
  EXPECT_EQ(in, persons);
  EXPECT_EQ(out, persons);
  EXPECT_TRUE(small.tallies_are_right());
}

TEST(MoveHouse, PassesOverPlacesBeyondTheBorder) {
  SmallWorld small;
  small.model.country.municipalities[dorp].elsewhere = true;
  constexpr int persons = 3000;
  for (int i = 0; i < persons; ++i) small.happens(LifeEvent::Moves, small.add_jobless(stad, Labour::Inactive));
  small.run(demography::move_house);
  std::array<double, 4> living{};
  for (const Profile& profile : small.world.residents.profile) ++living[profile.home];
  EXPECT_EQ(living[1] + living[3], 0);
  EXPECT_NEAR(living[2] / persons, 27.5 / 87.5, 4 * std::sqrt(.2155 / persons));
}

TEST(GrowOlder, KeepsTheClassOfTheProgramme) {
  SchoolWorld school;
  const FirmIndex firm = school.add_firm(stad, industry);
  school.model.country.sectors[industry].flexible_share = 0;
  const ResidentIndex pupil = school.add_pupil(stad, 20), side_job = school.add_worker(firm, Labour::StudentJob, 6, 20),
                      apprentice = school.add_worker(firm, Labour::StudentJob, 6, 20);
  for (const ResidentIndex person : {pupil, side_job, apprentice}) {
    enrol_in(school.world, school.model.country, person, nursing);
    school.happens(LifeEvent::LeavesSchool, person);
  }
  school.profile(apprentice).work_based = school.profile(apprentice).apprentice = 1;
  school.run(demography::grow_older);
  for (const ResidentIndex person : {pupil, side_job, apprentice}) EXPECT_EQ(school.profile(person).trade(), nursing);
  EXPECT_EQ(school.now(pupil).labour, Labour::Unemployed);
  EXPECT_EQ(school.now(side_job).labour, Labour::Flexible);
  EXPECT_EQ(school.now(apprentice).labour, Labour::Permanent) << "hired by the same employer";
  EXPECT_EQ(school.now(apprentice).employer, firm);
  EXPECT_TRUE(school.tallies_are_right());
}

TEST(Bury, TakesStudentsOutOfTheirProgramme) {
  SchoolWorld school;
  const ResidentIndex dies = school.add_pupil(stad, 18), leaves = school.add_pupil(stad, 18);
  for (const ResidentIndex person : {dies, leaves}) enrol_in(school.world, school.model.country, person, technical);
  school.happens(LifeEvent::Dies, dies);
  school.happens(LifeEvent::Leaves, leaves);
  school.run(demography::bury);
  EXPECT_EQ(school.programme(west, technical).enrolled, 0);
  EXPECT_EQ(school.programme(west, technical).gone, 2);
}

TEST(MoveHouse, CarriesStudentsToTheOtherRegion) {
  SchoolWorld school;
  for (int i = 0; i < 100; ++i) {
    const ResidentIndex person = school.add_pupil(stad, 18);
    enrol_in(school.world, school.model.country, person, technical);
    school.happens(LifeEvent::Moves, person);
  }
  school.run(demography::move_house);
  std::int32_t in_east = 0;
  for (const Profile& profile : school.world.residents.profile) in_east += profile.municipality() == haven ? 1 : 0;
  EXPECT_GT(in_east, 0);
  EXPECT_EQ(school.programme(east, technical).enrolled, in_east);
  EXPECT_EQ(school.programme(west, technical).enrolled, 100 - in_east);
}

}  // namespace
}  // namespace polder
