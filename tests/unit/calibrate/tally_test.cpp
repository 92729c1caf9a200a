// Tallies over residents placed by hand.
#include "calibrate/tally.h"

#include <gtest/gtest.h>

namespace polder::calibrate {
namespace {

const Month now = Month::of(2028, 4), then = Month::of(2028, 1);

/// Four municipalities, the last beyond the border; establishments 0 to 3 in them; the first two form region 0.
class TallyTest : public testing::Test {
 protected:
  TallyTest() {
    for (std::size_t m = 0; m < 4; ++m) {
      MunicipalityFacts facts;
      facts.region = index_of<RegionIndex>(m / 2);
      facts.elsewhere = m == 3;
      facts.focus = m < 2;
      country_.municipalities.push_back(facts);
      world_.firms.municipality.push_back(index_of<MunicipalityIndex>(m));
    }
    country_.regions.push_back({"AM01", "A"});
    country_.regions.push_back({"AM02", "B"});
    country_.distance_km = {2, 10, 20, 30, 10, 2, 15, 25, 20, 15, 2, 9, 30, 25, 9, 2};
    world_.month = then;
    world_.municipalities.vacancies.resize(4);
    counted_ = counted_places(country_, false);
  }

  ResidentIndex resident(Labour labour, int age = 40, std::size_t home = 0, std::size_t employer = 0) {
    Profile profile;
    profile.birth = static_cast<std::uint16_t>((then - age * 12).index) & 0x7FFu;
    profile.home = static_cast<std::uint16_t>(home) & 0x1FFu;
    Situation situation;
    situation.labour = labour;
    situation.since = then - 6;
    situation.employer = works(labour) ? index_of<FirmIndex>(employer) : none<FirmIndex>;
    world_.residents.profile.push_back(profile);
    world_.residents.now.push_back(situation);
    return index_of<ResidentIndex>(world_.residents.size() - 1);
  }
  Situation& of(ResidentIndex person) { return world_.residents.now[person]; }

  Country country_;
  World world_;
  Counted counted_;
  Tally tally_;
};

TEST_F(TallyTest, CountsPlacesInsideTheScopeAndInFocus) {
  EXPECT_EQ(counted_, (Counted(counted_places(country_, false))));
  const Counted scoped = counted_places(country_, true);
  EXPECT_EQ(std::vector<int>(counted_.begin(), counted_.end()), (std::vector<int>{1, 1, 1, 0}));
  EXPECT_EQ(std::vector<int>(scoped.begin(), scoped.end()), (std::vector<int>{1, 1, 0, 0}));
}

TEST_F(TallyTest, FollowsResidentsOf15To74FromStateToState) {
  const auto loses = resident(Labour::Permanent), finds = resident(Labour::Unemployed),
             stays = resident(Labour::Retired, 74);
  resident(Labour::Child, 14);
  resident(Labour::Retired, 75);
  resident(Labour::SelfEmployed, 40, 3);  // beyond the border
  const auto dies = resident(Labour::Permanent), is_born = resident(Labour::Absent);
  const Snapshot before = snapshot_of(world_);
  of(loses).labour = Labour::Unemployed;
  of(finds).labour = Labour::StudentJob;
  of(dies).labour = Labour::Absent;
  of(is_born).labour = Labour::Child;
  of(stays).labour = Labour::Retired;
  world_.month = now;
  count_changes(tally_, before, world_, counted_);
  EXPECT_EQ(tally_.states[0], (std::array<double, 3>{0, 1, 0}));
  EXPECT_EQ(tally_.states[1], (std::array<double, 3>{1, 0, 0}));
  EXPECT_EQ(tally_.states[2], (std::array<double, 3>{0, 0, 1}));
}

TEST_F(TallyTest, AMoveIsAnotherEmployerThreeMonthsLaterWhateverHappenedBetween) {
  const auto moves = resident(Labour::Flexible), settled = resident(Labour::Permanent),
             same = resident(Labour::Flexible), own_account = resident(Labour::Permanent);
  resident(Labour::SelfEmployed);
  of(settled).since = then - 24;
  const Snapshot before = snapshot_of(world_);
  for (const auto person : {moves, settled}) of(person).employer = FirmIndex{1};
  of(same).since = now;  // another contract at the same employer
  of(own_account).labour = Labour::SelfEmployed;
  of(own_account).employer = FirmIndex{2};
  world_.month = now;
  count_changes(tally_, before, world_, counted_);
  EXPECT_EQ(tally_.employees, (std::array<double, 2>{3, 1}));
  EXPECT_EQ(tally_.movers, (std::array<double, 2>{1, 1}));
}

TEST_F(TallyTest, OccupationsChangeAmongThoseAtWorkAtBothEnds) {
  const auto changes = resident(Labour::Permanent), stops = resident(Labour::Permanent);
  resident(Labour::Permanent);
  const Snapshot before = snapshot_of(world_);
  world_.residents.profile[changes].occupation = 2;
  world_.residents.profile[stops].occupation = 2;
  of(stops).labour = Labour::Unemployed;
  world_.month = now;
  count_changes(tally_, before, world_, counted_);
  EXPECT_EQ(tally_.workers_in[0], 2);
  EXPECT_EQ(tally_.changed_from[0], 1);
}

TEST_F(TallyTest, SaysWhoWorksWhere) {
  resident(Labour::Permanent, 40, 0, 0);
  resident(Labour::Permanent, 40, 0, 1);
  resident(Labour::SelfEmployed, 40, 2, 2);
  resident(Labour::Permanent, 40, 2, 3);  // beyond the border, of the same region by its figures
  resident(Labour::Permanent, 40, 3, 0);  // lives beyond it
  resident(Labour::Unemployed);
  count_commuting(tally_, world_, country_, counted_);
  EXPECT_EQ(tally_.workers, 4);
  EXPECT_EQ(tally_.at_home, 2);
  EXPECT_EQ(tally_.kilometres, 2 + 10 + 2 + 9);
  EXPECT_EQ(tally_.municipal_outward, (std::vector<double>{1, 0, 1, 0}));
  EXPECT_EQ(tally_.regional_workers, (std::vector<double>{2, 2}));
  EXPECT_EQ(tally_.regional_inside, (std::vector<double>{2, 1}));
}

TEST_F(TallyTest, TellsHowRightsToWwEnd) {
  const auto person = [&](Month until, Labour labour, Benefit next) {
    const auto row = resident(Labour::Unemployed);
    of(row).benefit = Benefit::Ww;
    of(row).benefit_until = until;
    return std::tuple(row, labour, next);
  };
  const std::vector people{person(then - 1, Labour::Unemployed, Benefit::None),
                           person(then - 1, Labour::Unemployed, Benefit::Bijstand),
                           person(then + 5, Labour::Permanent, Benefit::None),
                           person(then + 5, Labour::Permanent, Benefit::WwWork)};  // goes on beside the job
  const MonthBefore before = month_before(world_, counted_);
  for (const auto& [row, labour, benefit] : people) {
    of(row).labour = labour;
    of(row).benefit = benefit;
  }
  count_month(tally_, before, world_, counted_);
  EXPECT_EQ(tally_.ww_ended, 3);
  EXPECT_EQ(tally_.ww_exhausted, 2);
  EXPECT_EQ(tally_.ww_to_bijstand, 1);
}

TEST_F(TallyTest, TellsWhoLeavesBijstandForWork) {
  const auto works_now = resident(Labour::Inactive), leaves = resident(Labour::Inactive),
             beside = resident(Labour::Unemployed), abroad = resident(Labour::Inactive, 40, 3);
  for (const auto row : {works_now, leaves, beside, abroad}) of(row).benefit = Benefit::Bijstand;
  const MonthBefore before = month_before(world_, counted_);
  for (const auto row : {works_now, leaves, abroad}) of(row).benefit = Benefit::None;
  of(works_now).labour = Labour::Flexible;
  of(beside).labour = Labour::Flexible;
  of(beside).benefit = Benefit::BijstandWork;
  count_month(tally_, before, world_, counted_);
  EXPECT_EQ(tally_.bijstand_ended, 2);
  EXPECT_EQ(tally_.bijstand_to_work, 1);
}

TEST_F(TallyTest, ComparesFilledVacanciesWithThoseOpenBefore) {
  for (const std::size_t firm : {0, 0, 2, 3}) world_.vacancies.firm.push_back(index_of<FirmIndex>(firm));
  const MonthBefore before = month_before(world_, counted_);
  world_.municipalities.vacancies[MunicipalityIndex{2}].filled = 1;
  world_.municipalities.vacancies[MunicipalityIndex{3}].filled = 5;
  count_month(tally_, before, world_, counted_);
  EXPECT_EQ(tally_.vacancies_open, 3);
  EXPECT_EQ(tally_.vacancies_filled, 1);
}

}  // namespace
}  // namespace polder::calibrate
