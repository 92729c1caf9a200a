// Births and arrivals: how many, who, and on which rows.
#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"
#include "systems/demography/demography.h"
#include "systems/jobs/jobs.h"

namespace polder {
namespace {

using namespace testing;

/// A municipality of 500 with spare rows for a hundred births and a hundred arrivals.
struct Growing : SmallWorld {
  explicit Growing(double births, double arrivals) {
    parameters().demo.birth_rate = births;
    parameters().demo.immigration_rate = arrivals;
    for (int i = 0; i < 500; ++i) add_jobless(dorp, Labour::Inactive);
    add_spare_residents(100, 100, dorp);
    model.country.by_age.partner[settled_age] = .3;
  }
};

TEST(Welcome, ActivatesTheNextSpareRowsInOrder) {
  Growing small(.12, .24);
  const std::uint32_t first_birth = small.world.municipalities.next_birth[dorp];
  const std::uint32_t first_arrival = small.world.municipalities.next_arrival[dorp];
  std::uint32_t births = 0, arrivals = 0;
  for (int month = 0; month < 4; ++month, small.next_month()) {
    small.run(demography::welcome);
    births += static_cast<std::uint32_t>(small.flows(dorp).births);
    arrivals += static_cast<std::uint32_t>(small.flows(dorp).arrivals);
    EXPECT_EQ(small.world.municipalities.next_birth[dorp], first_birth + births);
    EXPECT_EQ(small.world.municipalities.next_arrival[dorp], first_arrival + arrivals);
    for (const std::uint32_t first : {first_birth, first_arrival}) {
      const std::uint32_t used = first == first_birth ? births : arrivals;
      for (std::uint32_t row = first; row < first + 100; ++row)
        EXPECT_EQ(small.now(index_of<ResidentIndex>(row)).labour == Labour::Absent, row >= first + used);
    }
    EXPECT_TRUE(small.tallies_are_right());
  }
  EXPECT_GE(births, 19u);  // a hundredth a month of 500 and more
  EXPECT_LE(births, 24u);
  EXPECT_GE(arrivals, 2 * births - 4);
}

TEST(Welcome, NeverGivesARowToSomebodyElse) {
  Growing small(.12, 0);
  small.run(demography::welcome);
  const auto first = index_of<ResidentIndex>(small.world.municipalities.next_birth[dorp] - 1);
  small.happens(LifeEvent::Dies, first);
  small.run(demography::bury);
  small.next_month();
  small.run(demography::welcome);
  EXPECT_GT(small.flows(dorp).births, 0);
  EXPECT_EQ(small.now(first).labour, Labour::Absent);
}

TEST(Welcome, StopsAtTheLastSpareRow) {
  Growing small(12, 0);
  small.run(demography::welcome);
  EXPECT_EQ(small.flows(dorp).births, 100);
  EXPECT_EQ(small.world.municipalities.next_birth[dorp], small.world.municipalities.last_birth[dorp]);
  small.next_month();
  small.run(demography::welcome);
  EXPECT_EQ(small.flows(dorp).births, 0);
  EXPECT_EQ(small.world.municipalities.next_arrival[dorp], small.world.municipalities.last_birth[dorp])
      << "rows for arrivals stay spare";
}

TEST(Welcome, IsHeldInTheWarmUp) {
  Growing small(.12, .24);
  small.world.start = small.world.month + 1;
  small.run(demography::welcome);
  EXPECT_EQ(small.flows(dorp).births + small.flows(dorp).arrivals, 0);
}

TEST(Welcome, BringsChildrenOfToday) {
  Growing small(2.4, 0);
  small.run(demography::welcome);
  for (std::uint32_t row = 500; row < 600; ++row) {
    const auto child = index_of<ResidentIndex>(row);
    ASSERT_EQ(small.now(child).labour, Labour::Child);
    ASSERT_EQ(small.profile(child).birth_month(), small.world.month);
    ASSERT_EQ(small.profile(child).municipality(), dorp);
    ASSERT_EQ(small.now(child).employer, none<FirmIndex>);
    ASSERT_EQ(small.now(child).benefit, Benefit::None);
  }
}

TEST(Welcome, BringsArrivalsOfWorkingAge) {
  SmallWorld small;
  small.parameters().demo.immigration_rate = 12;
  small.parameters().demo.arrival_seeking = .5;
  small.model.country.by_age.partner[settled_age] = .3;
  constexpr std::uint32_t persons = 4000;
  for (std::uint32_t i = 0; i < persons; ++i) small.add_jobless(stad, Labour::Inactive);
  small.add_spare_residents(0, persons, stad);
  small.run(demography::welcome);
  double seeks = 0, high = 0, low = 0, partner = 0, age_sum = 0;
  for (std::uint32_t row = persons; row < 2 * persons; ++row) {
    const auto person = index_of<ResidentIndex>(row);
    const Profile profile = small.profile(person);
    const int age = small.world.age_months(profile);
    ASSERT_GE(age, 18 * 12);
    ASSERT_LT(age, 40 * 12);
    const bool at_school = jobs::at_school(small.world, small.parameters(), profile);
    const Labour labour = small.now(person).labour;
    const Labour otherwise = at_school ? Labour::Student : Labour::Inactive;
    ASSERT_TRUE(labour == Labour::Unemployed || labour == otherwise);
    ASSERT_EQ(small.now(person).last_job_ended, never) << "has not worked here yet";
    ASSERT_EQ(small.now(person).wage, profile.trade() == nursing ? 300 : 250);
    seeks += labour == Labour::Unemployed ? 1.0 / persons : 0;
    high += profile.education == 2 ? 1.0 / persons : 0;
    low += profile.education == 0 ? 1.0 / persons : 0;
    partner += profile.partner / double(persons);
    age_sum += age / 12.0 / persons;
  }
  const auto near = [](double found, double share) {
    EXPECT_NEAR(found, share, 4 * std::sqrt(share * (1 - share) / persons));
  };
  near(seeks, .5);
  near(high, .4);
  near(low, .2);
  near(partner, .3);
  EXPECT_NEAR(age_sum, 29, 4 * 6.4 / std::sqrt(persons));
}

TEST(Attract, BringsSeekersForTheVacanciesOfTheRegionOnRowsThatOthersDoNotUse) {
  SmallWorld small;
  small.add_spare_residents(0, 10, stad);
  const FirmIndex hospital = small.add_firm(dorp, care_sector);
  for (int i = 0; i < 3; ++i) small.add_vacancy(hospital, nursing, 300);
  small.government(stad).attract_purse = 4 * 1500000 + 7;
  small.run(demography::welcome);
  EXPECT_EQ(small.flows(stad).attracted, 4);
  EXPECT_EQ(small.flows(stad).arrivals, 4);
  EXPECT_EQ(small.government(stad).attract_purse, 7);
  EXPECT_EQ(small.government(stad).attraction_bought, 4 * 1500000);
  EXPECT_EQ(small.world.municipalities.next_arrival[stad], 0u);
  for (std::size_t row = 6; row < 10; ++row) {
    EXPECT_EQ(small.now(index_of<ResidentIndex>(row)).labour, Labour::Unemployed);
    EXPECT_EQ(small.profile(index_of<ResidentIndex>(row)).trade(), nursing);
  }
  EXPECT_TRUE(small.tallies_are_right());
}

TEST(Attract, BringsNobodyWithoutVacanciesOrMoneyForARow) {
  SmallWorld small;
  small.add_spare_residents(0, 10, stad);
  small.government(stad).attract_purse = 1500000;
  small.run(demography::welcome);
  EXPECT_EQ(small.flows(stad).attracted, 0);
  small.add_vacancy(small.add_firm(stad, care_sector), nursing, 300);
  small.world.weight = 2;
  small.run(demography::welcome);
  EXPECT_EQ(small.flows(stad).attracted, 0);
}

}  // namespace
}  // namespace polder
