// School years, programmes and who is enrolled at the start.
#include "world/programmes.h"

#include <gtest/gtest.h>

#include "support/school_world.h"

namespace polder {
namespace {

using namespace testing;

Profile born(int year, int month, unsigned education) {
  Profile profile;
  profile.birth = Month::of(year, month).index & 0x7FFu;
  profile.education = education & 3u;
  return profile;
}

TEST(SchoolYear, EndsInOneJulyForACohort) {
  SchoolWorld school;
  for (int month = 2; month <= 13; ++month) {  // February 2006 to January 2007
    const Profile profile = born(month > 12 ? 2007 : 2006, month > 12 ? 1 : month, 1);
    school.world.month = Month::of(2026, 6);
    EXPECT_TRUE(at_school(school.world, school.parameters(), profile)) << month;
    school.world.month = Month::of(2026, 7);
    EXPECT_FALSE(at_school(school.world, school.parameters(), profile)) << month;
  }
  school.world.month = Month::of(2026, 6);
  EXPECT_FALSE(at_school(school.world, school.parameters(), born(2006, 1, 1)));
  school.world.month = Month::of(2027, 6);
  EXPECT_TRUE(at_school(school.world, school.parameters(), born(2007, 2, 1)));
}

TEST(SchoolYear, IsAgeItselfInJanuaryAndWithoutCalendar) {
  SchoolWorld school;
  const Month birth = Month::of(2006, 5);
  EXPECT_EQ(school_months(school.parameters(), Month::of(2026, 1), birth), Month::of(2026, 1) - birth);
  school.parameters().school.calendar = 0;
  for (int month = 1; month <= 12; ++month)
    EXPECT_EQ(school_months(school.parameters(), Month::of(2026, month), birth), Month::of(2026, month) - birth);
}

TEST(SchoolYear, GivesAProgrammeItsYears) {
  SchoolWorld school;
  const Profile profile = born(2010, 5, 1);
  int months = 0;
  for (Month month = Month::of(2024, 1); month < Month::of(2034, 1); month = month + 1) {
    school.world.month = month;
    school.world.start = month;
    months += of_programme_age(school.world, school.parameters(), profile) ? 1 : 0;
  }
  EXPECT_EQ(months, 48) << "from July to July";
}

TEST(NoDiploma, LeavesTheSharesOfEducationAsTheyAre) {
  SchoolWorld school;  // shares of the young .2, .4, .4
  school.parameters().school.dropout_medium = .25;
  school.parameters().school.dropout_high = .1;
  const Country& country = school.model.country;
  const double low = chance_of_no_diploma(country, school.parameters(), born(2010, 5, 0));
  const double medium = chance_of_no_diploma(country, school.parameters(), born(2010, 5, 1));
  EXPECT_NEAR(.2 * low / (.2 * low + .4), .25, 1e-12) << "of those who begin mbo a quarter end low";
  EXPECT_NEAR(.4 * medium / (.4 * medium + .4), .1, 1e-12);
  EXPECT_EQ(chance_of_no_diploma(country, school.parameters(), born(2010, 5, 2)), 0);
  school.parameters().school.years_medium = 3;  // begins at 17, when school ends with low education
  EXPECT_EQ(chance_of_no_diploma(country, school.parameters(), born(2010, 5, 0)), 0);
}

TEST(ProgrammesAtStart, HavePlacesForTheIntakeInTheSharesThatSuit) {
  SchoolWorld school;
  school.parameters().school.slack = .25;
  for (int i = 0; i < 80; ++i) {
    const ResidentIndex person = school.add_pupil(i < 60 ? stad : haven, 17);
    school.profile(person).enrolled = 1;  // all of them technical
  }
  const std::vector<Programme> made = programmes_at_start(school.world, school.model.country, school.parameters());
  const auto at = [&](RegionIndex region, OccupationIndex occupation) {
    return made[programme_number(school.model.country, region, mbo, occupation)];
  };
  EXPECT_EQ(at(west, technical).enrolled, 60);
  EXPECT_EQ(at(west, technical).enrolled_at_start, 60);
  EXPECT_EQ(at(west, nursing).enrolled, 0);
  // 60 over four years, a half in each class, and a quarter of slack.
  EXPECT_NEAR(at(west, technical).capacity, 60 / 4. / 2 * 1.25, 1e-12);
  EXPECT_NEAR(at(west, nursing).capacity, 60 / 4. / 2 * 1.25, 1e-12);
  EXPECT_NEAR(at(east, nursing).capacity_ahead, 20 / 4. / 2 * 1.25, 1e-12);
}

TEST(Programmes, CountWhoComesAndGoes) {
  SchoolWorld school;
  const ResidentIndex a = school.add_pupil(stad), b = school.add_pupil(stad), c = school.add_pupil(stad);
  for (const ResidentIndex person : {a, b, c}) enrol_in(school.world, school.model.country, person, nursing);
  EXPECT_EQ(school.programme(west, nursing).intake, 3);
  EXPECT_EQ(school.profile(a).trade(), nursing);
  leave_programme(school.world, school.model.country, a, ProgrammeEnd::Left);
  leave_programme(school.world, school.model.country, b, ProgrammeEnd::Gone);
  move_programme(school.world, school.model.country, c, haven);
  EXPECT_EQ(school.programme(west, nursing).enrolled, 0);
  EXPECT_EQ(school.programme(west, nursing).graduates, 1);
  EXPECT_EQ(school.programme(west, nursing).gone, 2);
  EXPECT_EQ(school.programme(east, nursing).come, 1);
  EXPECT_EQ(school.programme(east, nursing).enrolled, 1);
  EXPECT_TRUE(school.tallies_are_right());
}

}  // namespace
}  // namespace polder
