// Politics in random worlds: councils and colleges stay what they are by law, and change nothing about residents.
#include "systems/governance/governance.h"

#include <gtest/gtest.h>

#include "support/random_worlds.h"

namespace polder {
namespace {

using namespace testing;

bool is_share(double value) { return value >= 0 && value <= 1; }

TEST(Governance, HasSharesAndSeatsThatAddUp) {
  for (const std::uint32_t number : {0u, 1u}) {
    std::size_t councils = 0;
    look_at_random_world(number, [&](const Moment& moment) {
      if (!moment.system.empty()) return;
      for (const MunicipalityIndex m : rows_of(moment.inputs.country.municipalities)) {
        const GovernmentFacts& facts = moment.inputs.country.municipalities[m].government;
        if (!facts.has_council()) continue;
        ++councils;
        const Council& council = moment.now.municipalities.council[m];
        for (const double value : {council.engagement, council.control, council.transparency, council.performance,
                                   council.legitimacy, council.attention, council.course.emphasis})
          EXPECT_TRUE(is_share(value)) << value;
        unsigned seats = 0;
        for (const std::uint8_t of_party : council.seats) seats += of_party;
        EXPECT_EQ(seats, governance::seats_of(facts));
      }
    });
    EXPECT_GT(councils, 0);
  }
}

TEST(Governance, ChangesNothingAboutResidentsFirmsAndMoney) {
  std::size_t looked = 0;
  look_at_random_world(1, [&](const Moment& moment) {
    if (!moment.system.starts_with("governance.") || moment.system == "governance.carry_out_mandates") return;
    ++looked;
    const World& before = moment.before;
    EXPECT_EQ(before.residents.now, moment.now.residents.now) << moment.system;
    EXPECT_EQ(before.firms.target, moment.now.firms.target) << moment.system;
    EXPECT_EQ(before.municipalities.government, moment.now.municipalities.government) << moment.system;
    EXPECT_EQ(before.municipalities.services, moment.now.municipalities.services) << moment.system;
    EXPECT_EQ(before.ledger.balance, moment.now.ledger.balance) << moment.system;
  });
  EXPECT_GT(looked, 0);
}

}  // namespace
}  // namespace polder
