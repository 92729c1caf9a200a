// What a joint analysis of the labour market costs the municipalities of the tiny country.
#include <gtest/gtest.h>

#include "government/foresight.h"
#include "support/governed.h"
#include "systems/finance/tasks.h"

namespace polder {
namespace {

using namespace testing;

class JointAnalysis : public Governed {
 protected:
  /// Paid by the city in twelve months.
  Cents in_a_year() {
    Cents sum = 0;
    for (int month = 1; month <= 12; ++month) {
      world.month = Month::of(2026, month);
      world.ledger.postings.clear();
      finance::pay_joint_analysis(world, inputs, city);
      for (const Posting& posting : world.ledger.postings) {
        EXPECT_EQ(posting.purpose, Purpose::JointAnalysis);
        EXPECT_EQ(posting.payer, (Account{Actor::Municipality, 0}));
        EXPECT_EQ(posting.payee, (Account{Actor::Providers, 0}));
        sum += posting.cents;
      }
    }
    return sum;
  }
};

TEST_F(JointAnalysis, CostsWhatIsSpentOnEachWorkerThatItCovers) {
  const double workers = government::workers_in(world, country(), city);
  ASSERT_GT(workers, 0);
  inputs.policy.mandates.analysis_coverage = 1;
  EXPECT_EQ(in_a_year(), 0) << "nothing is spent";
  inputs.policy.mandates.analysis_spending = 6;
  EXPECT_EQ(in_a_year(), static_cast<Cents>(600 * workers + .5));
  inputs.policy.mandates.analysis_coverage = .9;
  ASSERT_LT(territory(city, Task::Analysis).coverage, .9);
  EXPECT_EQ(in_a_year(), static_cast<Cents>(600 * .9 * workers + .5));
  inputs.policy.mandates.analysis_coverage = 0;
  EXPECT_EQ(in_a_year(), static_cast<Cents>(600 * territory(city, Task::Analysis).coverage * workers + .5))
      << "the own labour market";
}

}  // namespace
}  // namespace polder
