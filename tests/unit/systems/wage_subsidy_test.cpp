// Wage subsidies for who comes from far: ranking, money set aside, money returned.
#include <gtest/gtest.h>

#include "support/small_world.h"
#include "systems/finance/finance.h"
#include "systems/labour/applications.h"
#include "systems/labour/labour.h"

namespace polder {
namespace {

using namespace testing;

/// One vacancy in a plant for one resident of Stad who is far from work and applies to it every month.
struct Hiring : SmallWorld {
  Hiring() {
    parameters().search.most_per_month = 1e3;  // applies with certainty
    parameters().search.suitable = 1;
    model.country.reach[stad] = {{stad, 65535}};
    plant = add_firm(stad, industry);
    far = at_distance(add_jobless(stad, Labour::Unemployed, Benefit::Bijstand, 10), 4);
    policy.mandates.wage_subsidy.rate = .5;
    government(stad).subsidy_purse = 1;
  }
  void hire() {
    add_vacancy(plant, technical, 200);
    happens(LifeEvent::LooksForWork, far);
    run(labour::match_vacancies);
    ASSERT_TRUE(works(now(far).labour));
  }
  FirmIndex plant{};
  ResidentIndex far{};
};

TEST(WageSubsidy, CountsInTheEmployersRankingWhileThereIsMoney) {
  Hiring town;
  const VacancyIndex vacancy = town.add_vacancy(town.plant, technical, 200);
  const auto score = [&] {
    return labour::suitability(town.world, town.inputs(), labour::seeker_of(town.world, town.inputs(), town.far),
                               labour::offer_of(town.world, vacancy));
  };
  const double with = score();
  town.government(stad).subsidy_purse = 0;
  EXPECT_NEAR(with - score(), .5, 1e-12);
  town.government(stad).subsidy_purse = 1;
  town.at_distance(town.far, 2);  // not far enough
  const double closer = score();
  town.policy.mandates.wage_subsidy.rate = 0;
  EXPECT_EQ(closer, score());
}

TEST(WageSubsidy, IsSetAsideForAllItsMonthsAndPaidMonthByMonth) {
  Hiring town;
  town.government(stad).subsidy_purse = 100;
  town.hire();
  const Cents monthly = town.world.subsidised.front().monthly;
  const double wage = monthly_wage(town.now(town.far), town.world.month, town.parameters().wage.experience);
  EXPECT_NEAR(static_cast<double>(monthly), wage * 50, .51);
  EXPECT_EQ(town.government(stad).subsidy_purse, 100 - 12 * monthly);
  Cents paid = 0;
  for (int month = 0; month < 15; ++month, town.next_month()) {
    town.run(finance::pay);
    for (const Posting& posting : town.world.ledger.postings)
      if (posting.purpose == Purpose::WageSubsidy) paid += posting.cents;
  }
  EXPECT_EQ(paid, 12 * monthly);
  EXPECT_TRUE(town.world.subsidised.empty());
}

TEST(WageSubsidy, ReturnsWhatAnEndedJobDoesNotCost) {
  Hiring town;
  town.hire();
  const Cents monthly = town.world.subsidised.front().monthly;
  town.run(finance::pay);
  town.next_month();
  town.happens(LifeEvent::LosesJob, town.far);
  town.run(labour::end_jobs);
  town.run(finance::pay);
  EXPECT_EQ(town.government(stad).subsidy_purse, 1 - monthly);
  EXPECT_TRUE(town.world.subsidised.empty());
}

TEST(WageSubsidy, PaysNoSelfEmployment) {
  Hiring town;
  town.world.firms.state[town.plant] = FirmState::OwnAccount;
  town.hire();
  EXPECT_TRUE(town.world.subsidised.empty());
}

}  // namespace
}  // namespace polder
