// August: who begins, which programme, and who is refused.
#include <gtest/gtest.h>

#include <cmath>

#include "support/school_world.h"

namespace polder {
namespace {

using namespace testing;

constexpr int pupils = 4000;
double spread(double share) { return 4 * std::sqrt(share * (1 - share) / pupils); }

struct Intake : SchoolWorld {
  explicit Intake(int number = pupils) {
    for (int i = 0; i < number; ++i) add_pupil(stad);
  }
  /// Technical share of those who began mbo in the west.
  double technical_share() {
    begin();
    const double all = programme(west, technical).intake + programme(west, nursing).intake;
    return programme(west, technical).intake / all;
  }
};

TEST(BeginProgrammes, TakesThoseOfTheAgeOnce) {
  SchoolWorld school;
  const ResidentIndex begins = school.add_pupil(stad), at_work = school.add_pupil(stad, 17, Labour::Marginal);
  const ResidentIndex young = school.add_pupil(stad, 15), done = school.add_pupil(stad, 21),
                      commuter = school.add_pupil(beyond);
  school.begin();
  EXPECT_EQ(school.profile(begins).enrolled, 1u);
  EXPECT_EQ(school.profile(at_work).enrolled, 1u) << "who wants a side job is a pupil too";
  for (const ResidentIndex person : {young, done, commuter}) EXPECT_EQ(school.profile(person).enrolled, 0u);
  school.go_to(Month::of(2027, 8));
  school.begin();
  EXPECT_EQ(school.programme(west, technical).intake + school.programme(west, nursing).intake, 1) << "the young one";
  EXPECT_TRUE(school.tallies_are_right());
}

TEST(BeginProgrammes, WaitsForAugust) {
  Intake school(10);
  school.world.month = Month::of(2026, 9);
  school.begin();
  for (const Profile& profile : school.world.residents.profile) EXPECT_EQ(profile.enrolled, 0u);
}

TEST(BeginProgrammes, HasTheSharesOfTheStartWithoutSignals) {
  EXPECT_NEAR(Intake().technical_share(), .5, spread(.5));
  Intake deaf;
  deaf.parameters().school.chance = 0;
  deaf.see({{900, 10, 1000}, {10, 900, 1000}, {}, {}});
  EXPECT_NEAR(deaf.technical_share(), .5, spread(.5)) << "who does not listen does not follow";
}

TEST(BeginProgrammes, FollowsTheChanceOfAJobByALogit) {
  Intake school;
  school.see({{300, 99.5, 1000}, {100, 100, 1000}, {}, {}});
  const double technical_chance = 300.5 / 400.5 - .5;
  const double weight = std::exp(1.5 * technical_chance), share = weight / (weight + 1);
  EXPECT_NEAR(school.technical_share(), share, spread(share));
}

TEST(BeginProgrammes, SeesWhatIsLearntAlreadyOnlyWithPrecision) {
  const auto share = [](double precision) {
    Intake school;
    school.policy.mandates.info_precision = precision;
    school.programme(west, technical).enrolled = 400;  // more than at the start
    return school.technical_share();
  };
  EXPECT_NEAR(share(0), .5, spread(.5));
  const double chance = 100.5 / (100.5 + 500.5) - .5, weight = std::exp(1.5 * chance);
  EXPECT_NEAR(share(1), weight / (weight + 1), spread(.15));
}

TEST(BeginProgrammes, GivesTheRefusedTheirNextChoice) {
  Intake school;
  school.programme(west, nursing).capacity_ahead = 1000;
  school.begin();
  EXPECT_EQ(school.programme(west, nursing).intake, 1000);
  EXPECT_EQ(school.programme(west, technical).intake, pupils - 1000);
  EXPECT_EQ(school.programme(west, nursing).capacity, 1000) << "what October decided is in force";
}

TEST(BeginProgrammes, MakesRoomInTheFirstChoiceWhereAllAreFull) {
  Intake school;
  school.programme(west, nursing).capacity_ahead = school.programme(west, technical).capacity_ahead = 0;
  EXPECT_NEAR(school.technical_share(), .5, spread(.5));
}

TEST(BeginProgrammes, RoundsPlacesByChance) {
  double places = 0;
  constexpr int worlds = 400;
  for (std::uint32_t replicate = 0; replicate < worlds; ++replicate) {
    Intake school(40);
    school.random.replicate = replicate;
    school.programme(west, nursing).capacity_ahead = 2.25;
    school.begin();
    places += school.programme(west, nursing).intake;
  }
  EXPECT_NEAR(places / worlds, 2.25, 4 * std::sqrt(.1875 / worlds));
}

TEST(BeginProgrammes, FollowsAYouthCohortBeforeItsOwnWish) {
  Intake school;
  school.youth = {{technical, .3}};
  const double share = .3 + .7 / 2;
  EXPECT_NEAR(school.technical_share(), share, spread(share));
}

TEST(BeginProgrammes, SettlesWhoWillLeaveWithoutDiploma) {
  Intake school;
  school.parameters().school.dropout_medium = .25;
  for (Profile& profile : school.world.residents.profile) profile.education = 0;
  school.begin();
  double above = 0;
  for (const Profile& profile : school.world.residents.profile) above += profile.without_diploma;
  EXPECT_NEAR(above / pupils, 2 / 3., spread(2 / 3.));
  EXPECT_EQ(school.programme(west, technical).intake + school.programme(west, nursing).intake, above);
  EXPECT_EQ(school.programme(west, technical, 0).intake + school.programme(west, nursing, 0).intake, pupils - above);
}

TEST(BeginProgrammes, TakesTheWorkBasedShareFromTheLever) {
  const auto share = [](double lever) {
    Intake school;
    school.parameters().school.bbl = .25;
    school.policy.mandates.bbl_share = lever;
    school.begin();
    double found = 0;
    for (const Profile& profile : school.world.residents.profile) found += profile.work_based;
    return found / pupils;
  };
  EXPECT_NEAR(share(-1), .25, spread(.25));
  EXPECT_NEAR(share(.5), .5, spread(.5));
  EXPECT_EQ(share(0), 0);
}

TEST(EndProgrammes, GivesDiplomasInJuly) {
  SchoolWorld school;
  school.world.month = Month::of(2026, 7);
  const ResidentIndex ends = school.add_pupil(stad, 20), fails = school.add_pupil(stad, 17),
                      stays = school.add_pupil(stad, 18), seeks = school.add_pupil(stad, 20, Labour::Marginal);
  school.profile(fails).education = 0;
  school.profile(fails).without_diploma = 1;
  for (const ResidentIndex person : {ends, fails, stays, seeks})
    enrol_in(school.world, school.model.country, person, nursing);
  school.go_to(Month::of(2026, 6));
  school.end();
  EXPECT_EQ(school.programme(west, nursing).enrolled, 4);
  school.go_to(Month::of(2026, 7));
  school.end();
  EXPECT_EQ(school.programme(west, nursing).enrolled, 1);
  EXPECT_EQ(school.programme(west, nursing).graduates, 2);
  EXPECT_EQ(school.programme(west, nursing).dropouts, 1);
  EXPECT_EQ(school.profile(stays).enrolled, 1u);
  EXPECT_EQ(school.world.today.school_leavers, (std::vector{ends, fails, seeks}));
}

}  // namespace
}  // namespace polder
