// Sheltered places: how many are filled, by whom, and what they cost.
#include <gtest/gtest.h>

#include "support/small_world.h"
#include "systems/benefits/benefits.h"
#include "systems/finance/finance.h"
#include "systems/labour/labour.h"

namespace polder {
namespace {

using namespace testing;

/// A workplace per municipality, and recipients of bijstand in Stad at a distance.
struct Workshop : SmallWorld {
  Workshop() {
    for (const MunicipalityIndex m : {stad, dorp, haven, beyond}) {
      const FirmIndex firm = add_firm(m, care_sector, FirmState::Sheltered, 0);
      if (m == stad) world.sheltered = firm;
    }
  }
  void places(double number) { policy.mandates.sheltered_places = Column<MunicipalityIndex, double>(4, number); }
  void add_recipients(int persons, std::size_t distance) {
    for (int i = 0; i < persons; ++i) at_distance(add_jobless(stad, Labour::Inactive, Benefit::Bijstand, 30), distance);
  }
  std::uint32_t taken(MunicipalityIndex m) const { return world.firms.jobs[sheltered_workplace(world, m)]; }
};

TEST(ShelteredPlaces, AreFilledByRecipientsFarFromWorkAndByNobodyElse) {
  Workshop town;
  town.add_recipients(5, 4);
  town.add_recipients(5, 2);
  town.add_jobless(stad, Labour::Unemployed, Benefit::Ww);
  town.places(20);
  town.run(benefits::fill_sheltered_places);
  EXPECT_EQ(town.taken(stad), 5u);
  EXPECT_EQ(town.taken(dorp), 0u);
  for (const Situation& now : town.world.residents.now)
    if (works(now.labour)) {
      EXPECT_EQ(now.distance, 4);
      EXPECT_EQ(now.benefit, Benefit::None);
      EXPECT_EQ(now.wage, 225);
    }
  EXPECT_TRUE(town.tallies_are_right());
}

TEST(ShelteredPlaces, AreNeverMoreThanAskedForAtAnySample) {
  Workshop town;
  town.add_recipients(50, 4);
  town.world.weight = 10;
  town.places(34);  // rows of ten: Stad gets three, all four municipalities together fourteen
  for (int month = 0; month < 3; ++month, town.next_month()) town.run(benefits::fill_sheltered_places);
  EXPECT_EQ(town.taken(stad), 3u);
}

TEST(ShelteredPlaces, BecomeFreeWhenAJobEnds) {
  Workshop town;
  town.add_recipients(3, 4);
  town.places(1);
  town.run(benefits::fill_sheltered_places);
  ASSERT_EQ(town.taken(stad), 1u);
  for (const ResidentIndex person : rows_of(town.world.residents.now))
    if (works(town.now(person).labour)) town.happens(LifeEvent::LosesJob, person);
  town.run(labour::end_jobs);
  EXPECT_EQ(town.taken(stad), 0u);
  town.next_month();
  town.run(benefits::fill_sheltered_places);
  EXPECT_EQ(town.taken(stad), 1u);
}

TEST(ShelteredPlaces, ArePaidByTheMunicipality) {
  Workshop town;
  town.add_recipients(3, 4);
  town.places(2);
  town.run(benefits::fill_sheltered_places);
  town.run(finance::pay);
  Cents paid = 0;
  for (const Posting& posting : town.world.ledger.postings)
    if (posting.purpose == Purpose::Sheltered) {
      EXPECT_EQ(posting.payer, (Account{Actor::Municipality, 0}));
      paid += posting.cents;
    }
  EXPECT_EQ(paid, 2 * 290000);
}

}  // namespace
}  // namespace polder
