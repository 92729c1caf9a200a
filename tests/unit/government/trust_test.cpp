// T-G7: where trust ends, that it stays a share, and what an election leaves of it.
#include "government/trust.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>

#include "region.h"

namespace polder::government {
namespace {

using namespace polder::testing;

TEST(SteadyTrust, IsAsPrinted) {
  const TrustParameters& trust = shipped().trust;
  EXPECT_NEAR(steady_trust({1, 0, 0, 0}, trust), .85, 1e-12);
  EXPECT_NEAR(steady_trust({1, 1, 0, .05}, trust), .054 / .066, 1e-12);
  EXPECT_NEAR(steady_trust({1, 1, 0, .05}, trust), .8181818, 5e-8);
  EXPECT_NEAR(steady_trust({.7, .2, 0, .15}, trust), .5471698, 5e-8);
  EXPECT_NEAR(steady_trust({}, trust), trust.start, 1e-12) << "nothing happens";
}

TEST(NextTrust, StaysAtTheSteadyTrustAndComesThereFromAnywhere) {
  const TrustParameters& trust = shipped().trust;
  for (const Relations& month : {Relations{1, 0, 0, 0}, Relations{.7, .2, .5, .15}, Relations{0, 0, 0, 1}}) {
    const double steady = steady_trust(month, trust);
    EXPECT_NEAR(next_trust(steady, month, trust), steady, 1e-15);
    for (double each : {0.0, 1.0}) {
      for (int i = 0; i < 3000; ++i) each = next_trust(each, month, trust);
      EXPECT_NEAR(each, steady, 1e-12);
    }
  }
}

TEST(NextTrust, FallsFourTimesAsFastAsItGrows) {
  TrustParameters trust = shipped().trust;
  trust.fading = 0;
  EXPECT_NEAR(next_trust(.5, {0, 0, 0, 1}, trust) - .5, -4 * (next_trust(.5, {1, 0, 0, 0}, trust) - .5), 1e-12);
}

/// A share in steps of a millionth between these bounds.
double in_range(double least, double most) { return least + (most - least) * *rc::gen::inRange(0, 1'000'001) / 1e6; }

TEST(NextTrust, IsAShareForAllThatTheParametersMayBe) {
  EXPECT_TRUE(rc::check([] {
    Parameters parameters = shipped_parameters();
    for (const ParameterDeclaration& declared : parameter_declarations())
      if (declared.key.starts_with("trust.")) declared.in(parameters) = in_range(declared.least, declared.most);
    const TrustParameters& trust = parameters.government.trust;
    const Relations month{in_range(0, 1), in_range(0, 1), in_range(0, 1), in_range(0, 1)};
    const double next = next_trust(in_range(0, 1), month, trust);
    RC_ASSERT(next >= -1e-12 && next <= 1 + 1e-12);
    const double saved = onboarding(in_range(0, 500), in_range(0, 500), trust);
    RC_ASSERT(saved >= 0 && saved <= 1);
    const double after = trust_after_election(next, trust.turnover, saved, trust);
    RC_ASSERT(after >= std::min(next, trust.start) - 1e-12 && after <= std::max(next, trust.start) + 1e-12);
  }));
}

TEST(Contact, CountsTheFirstHoursMost) {
  EXPECT_EQ(contact(0, 8), 0);
  EXPECT_NEAR(contact(8, 8), 1 - std::exp(-1.0), 1e-12);
  EXPECT_GT(contact(4, 8) - contact(0, 8), contact(8, 8) - contact(4, 8));
}

TEST(Onboarding, HasABestSplitOfHoursWithinTheBudget) {
  const TrustParameters& trust = shipped().trust;
  EXPECT_EQ(onboarding(0, 0, trust), 0);
  EXPECT_NEAR(onboarding(20, 20, trust), .8 * (1 - std::exp(-1.0)), 1e-12);
  const double budget = 40, best = budget / 2 + 10 * std::log(5.0 / 3);  // where both last hours save the same
  const auto saved = [&](double meeting) { return onboarding(meeting, budget - meeting, trust); };
  for (const double other : {0.0, best - .1, best + .1, budget}) EXPECT_GT(saved(best), saved(other)) << other;
}

TEST(TrustAfterElection, FallsBackByTheTurnoverThatOnboardingDoesNotMend) {
  const TrustParameters& trust = shipped().trust;
  EXPECT_NEAR(trust_after_election(.8, .45, 0, trust), .4 + .55 * .4, 1e-12);
  EXPECT_NEAR(trust_after_election(.8, .45, .5, trust), .4 + .775 * .4, 1e-12);
  EXPECT_EQ(trust_after_election(.8, 0, 0, trust), .8);
  EXPECT_EQ(trust_after_election(.8, 1, 0, trust), .4);
  EXPECT_NEAR(trust_after_election(.2, 1, 0, trust), .4, 1e-15) << "new people are not yet disappointed";
}

}  // namespace
}  // namespace polder::government
