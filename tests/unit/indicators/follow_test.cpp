// Who is followed through a year: leavers of bijstand, starters of ww, workers who change sector.
#include <gtest/gtest.h>

#include "indicators/observe.h"
#include "support/small_world.h"

namespace polder {
namespace {

using namespace testing;

/// A year that begins on the first of January 2027, stepped by hand.
struct Year : SmallWorld {
  Observations seen;
  FirmIndex firm = add_firm(stad, industry), other = add_firm(stad, care_sector);
  Year() { world.month = Month::of(2027, 1); }
  void begin() { begin_panels(seen, world); }
  /// Ends the month; what is changed before is its outcome.
  void end_month() {
    follow_panels(seen, world);
    if (world.month.calendar_month() < 12) next_month();
  }
  Followed in(MunicipalityIndex home) {
    Column<MunicipalityIndex, Sums> sums(model.country.municipalities.size(), empty_sums(world, inputs()));
    add_panels(sums, seen, world, parameters());
    return sums[home].followed;
  }
  void works_at(ResidentIndex person, FirmIndex employer) {
    change(person, [&](Situation& now) {
      now.labour = Labour::Permanent;
      now.employer = employer;
      now.benefit = Benefit::None;
      now.set_sector(world.firms.sector[employer]);
    });
  }
  void loses_job(ResidentIndex person, Benefit benefit) {
    change(person, [&](Situation& now) {
      now.labour = Labour::Unemployed;
      now.employer = none<FirmIndex>;
      now.benefit = benefit;
    });
  }
};

/// A leaver of bijstand in January who works in some months of the year, counted from January.
Followed leaver_at_work(int first, int last) {
  Year year;
  const ResidentIndex person = year.add_jobless(dorp, Labour::Inactive, Benefit::Bijstand);
  year.begin();
  year.change(person, [](Situation& now) { now.benefit = Benefit::None; });
  for (int month = 1; month <= 12; ++month) {
    if (month == first) year.works_at(person, year.firm);
    if (month == last + 1) year.loses_job(person, Benefit::None);
    year.end_month();
  }
  return year.in(dorp);
}

TEST(DurableOutflow, NeedsSixOfTwelveMonthsAtWork) {
  EXPECT_EQ(leaver_at_work(13, 13).leavers, 1);
  EXPECT_EQ(leaver_at_work(13, 13).durable_leavers, 0);
  EXPECT_EQ(leaver_at_work(7, 11).durable_leavers, 0);
  EXPECT_EQ(leaver_at_work(7, 12).durable_leavers, 1);
  EXPECT_EQ(leaver_at_work(1, 6).durable_leavers, 1) << "January counts";
  EXPECT_EQ(leaver_at_work(1, 5).durable_leavers, 0);
}

TEST(DurableOutflow, FollowsThoseWhoLeftInJanuary) {
  Year year;
  const ResidentIndex stays = year.add_jobless(stad, Labour::Inactive, Benefit::Bijstand);
  const ResidentIndex later = year.add_jobless(stad, Labour::Inactive, Benefit::Bijstand);
  const ResidentIndex beside = year.add_jobless(stad, Labour::Inactive, Benefit::Bijstand);
  const ResidentIndex dies = year.add_jobless(stad, Labour::Inactive, Benefit::Bijstand);
  const ResidentIndex leaves = year.add_jobless(stad, Labour::Inactive, Benefit::Bijstand);
  year.begin();
  year.works_at(beside, year.firm);
  year.change(beside, [](Situation& now) { now.benefit = Benefit::BijstandWork; });
  year.works_at(leaves, year.firm);
  year.change(dies, [](Situation& now) { now.benefit = Benefit::None; });
  year.end_month();
  year.works_at(later, year.firm);
  year.set(dies, Situation{});
  for (int month = 2; month <= 12; ++month) year.end_month();
  EXPECT_EQ(year.in(stad).leavers, 1);
  EXPECT_EQ(year.in(stad).durable_leavers, 1);
  EXPECT_EQ(year.now(stays).benefit, Benefit::Bijstand);
}

TEST(WwBackAtWork, FollowsThoseWhoseWwBeganInJanuary) {
  Year year;
  const ResidentIndex back = year.add_worker(year.firm), out = year.add_worker(year.firm);
  const ResidentIndex without = year.add_worker(year.firm), later = year.add_worker(year.firm);
  year.add_jobless(stad, Labour::Unemployed, Benefit::Ww, 3);  // began last year
  year.begin();
  year.loses_job(back, Benefit::Ww);
  year.loses_job(out, Benefit::Ww);
  year.loses_job(without, Benefit::None);
  year.end_month();
  year.loses_job(later, Benefit::Ww);
  for (int month = 2; month <= 11; ++month) year.end_month();
  year.works_at(back, year.other);
  year.works_at(without, year.other);
  year.end_month();
  EXPECT_EQ(year.in(stad).ww_starters, 2);
  EXPECT_EQ(year.in(stad).ww_back, 1);
}

TEST(WwBackAtWork, LeavesOutWhoHadWwBefore) {
  Year year;
  const ResidentIndex person = year.add_worker(year.firm);
  year.change(person, [](Situation& now) { now.benefit = Benefit::WwWork; });
  year.begin();
  year.loses_job(person, Benefit::Ww);
  for (int month = 1; month <= 12; ++month) year.end_month();
  EXPECT_EQ(year.in(stad).ww_starters, 0);
}

TEST(SectorMobility, ComparesEverySixteenthWorkerInJanuaryAndDecember) {
  Year year;
  std::vector<ResidentIndex> persons;
  for (int i = 0; i < 64; ++i) persons.push_back(year.add_worker(year.firm));
  year.begin();
  for (int month = 1; month <= 11; ++month) year.end_month();
  year.works_at(persons[16], year.other);
  year.works_at(persons[17], year.other);  // not in the sample
  year.loses_job(persons[32], Benefit::Ww);
  year.end_month();
  EXPECT_EQ(year.in(stad).workers, 3) << "at work in both months";
  EXPECT_EQ(year.in(stad).workers_moved, 1);
}

TEST(Panels, AreMeasuredInDecemberWhereOneLivesThen) {
  Year year;
  const ResidentIndex person = year.add_worker(year.firm);
  year.begin();
  year.loses_job(person, Benefit::Ww);
  for (int month = 1; month <= 10; ++month) year.end_month();
  EXPECT_EQ(year.in(stad).ww_starters, 0) << "November";
  year.end_month();
  move_home(year.world, person, dorp);
  year.end_month();
  EXPECT_EQ(year.in(stad).ww_starters, 0);
  EXPECT_EQ(year.in(dorp).ww_starters, 1);
}

TEST(Panels, BeginAnewEveryJanuary) {
  Year year;
  const ResidentIndex person = year.add_worker(year.firm);
  year.begin();
  year.loses_job(person, Benefit::Ww);
  for (int month = 1; month <= 12; ++month) year.end_month();
  EXPECT_EQ(year.in(stad).ww_starters, 1);
  year.next_month();
  year.begin();
  for (int month = 1; month <= 12; ++month) year.end_month();
  EXPECT_EQ(year.in(stad).ww_starters, 0);
  EXPECT_EQ(year.in(stad).workers, 0);
}

/// A school leaver of July 2027 with a class of nursing, in October.
Followed school_leaver(int months_at_work, OccupationIndex trade, bool apprentice, bool diploma = true) {
  Year year;
  year.parameters().school.calendar = 1;
  const ResidentIndex person = year.add_jobless(stad, Labour::Unemployed, Benefit::None, 0, 20);
  year.profile(person).education = diploma ? 1 : 0;
  year.profile(person).without_diploma = diploma ? 0 : 1;
  year.profile(person).occupation = 1;
  year.world.month = Month::of(2027, 7);
  year.world.today.school_leavers = {person};
  follow_panels(year.seen, year.world);
  year.world.month = Month::of(2027, 10);
  if (months_at_work > 0) {
    year.works_at(person, year.firm);
    year.change(person, [&](Situation& now) { now.since = year.world.month - months_at_work; });
    year.profile(person).occupation = number(trade) & 0xFu;
    year.profile(person).apprentice = apprentice ? 1 : 0;
  }
  EXPECT_EQ(year.in(stad).school_leavers, 1);
  return year.in(stad);
}

TEST(SchoolLeavers, AreSeenInOctoberByDiploma) {
  EXPECT_EQ(school_leaver(0, nursing, false).with_diploma, 1);
  EXPECT_EQ(school_leaver(0, nursing, false).with_diploma_at_work, 0);
  EXPECT_EQ(school_leaver(2, nursing, false).with_diploma_at_work, 1);
  const Followed without = school_leaver(2, nursing, false, false);
  EXPECT_EQ(without.with_diploma, 0);
  EXPECT_EQ(without.without_diploma, 1);
  EXPECT_EQ(without.without_diploma_at_work, 1);
}

TEST(SchoolLeavers, MatchInTheClassOfTheProgrammeNotInASideJob) {
  EXPECT_EQ(school_leaver(2, nursing, false).school_leavers_matched, 1);
  EXPECT_EQ(school_leaver(2, technical, false).school_leavers_matched, 0);
  EXPECT_EQ(school_leaver(9, nursing, false).school_leavers_matched, 0) << "the side job of before";
  EXPECT_EQ(school_leaver(9, nursing, true).school_leavers_matched, 1) << "the place of the work-based route";
  EXPECT_EQ(school_leaver(0, nursing, false).school_leavers_matched, 0);
}

TEST(Neet, CountsTheYoungWithoutWorkAndSchool) {
  Year year;
  year.parameters().school.calendar = 1;
  year.world.month = Month::of(2027, 10);
  year.add_jobless(stad, Labour::Inactive, Benefit::None, 0, 22);  // left mbo at 20
  year.add_jobless(stad, Labour::Marginal, Benefit::None, 0, 18);  // seeks no side job, is at school
  year.add_jobless(stad, Labour::Unemployed, Benefit::None, 0, 27);
  year.add_jobless(stad, Labour::Child, Benefit::None, 0, 15);
  year.add_worker(year.firm, Labour::Permanent, 5, 25);
  EXPECT_EQ(year.in(stad).young, 4);
  EXPECT_EQ(year.in(stad).neet, 1);
  year.world.month = Month::of(2027, 11);
  EXPECT_EQ(year.in(stad).young, 0) << "in October only";
}

}  // namespace
}  // namespace polder
