// T-G8: how many rounds it takes until all agree; and the rest of an agreement's way.
#include "government/agreement.h"

#include <gtest/gtest.h>

#include <cmath>

#include "region.h"

namespace polder::government {
namespace {

using namespace polder::testing;

std::vector<double> alike(std::size_t governments, double chance) { return std::vector<double>(governments, chance); }

TEST(Acceptance, IsALogisticFunctionOfWhatAGovernmentSees) {
  const AgreementParameters& agreement = shipped().agreement;
  EXPECT_NEAR(acceptance({}, agreement), 1 / (1 + std::exp(-1.0)), 1e-12);
  const View view{-20, .3, .8, .5, .6, .4};
  const double x = 1 + 1.5 * -2 + 1 * -.2 + 2 * .3 + 1 * .5 + .5 * .6 - 1 * .4;
  EXPECT_NEAR(acceptance(view, agreement), 1 / (1 + std::exp(-x)), 1e-12);
}

TEST(PreferenceDistance, IsEuclidean) {
  const double a[] = {0, .5, 1, .2}, b[] = {.3, .9, 1, .2};
  EXPECT_NEAR(preference_distance(a, b), .5, 1e-12);
  EXPECT_EQ(preference_distance(a, a), 0);
  EXPECT_THROW(preference_distance(a, std::span(b).first(3)), BrokenInvariant);
}

TEST(Rounds, WithoutMemoryAreOneOverTheChanceThatAllAccept) {
  const std::tuple<std::size_t, double, double> printed[] = {
      {10, .95, 1.67}, {10, .9, 2.87}, {10, .8, 9.31}, {20, .9, 8.23}};
  for (const auto& [governments, chance, rounds] : printed) {
    EXPECT_NEAR(rounds_anew(alike(governments, chance)), rounds, .005);
    EXPECT_NEAR(rounds_anew(alike(governments, chance)) * std::pow(chance, static_cast<double>(governments)), 1, 1e-12);
  }
  EXPECT_NEAR(rounds_anew(std::vector<double>{.5, .8}), 2.5, 1e-12);
  EXPECT_EQ(rounds_anew({}), 1);
  EXPECT_EQ(rounds_anew(alike(3, 0)), std::numeric_limits<double>::infinity());
}

TEST(Rounds, WithMemoryAreTheMeanOfTheSlowest) {
  EXPECT_NEAR(rounds_kept(alike(10, .9)), 1.76, .005);
  EXPECT_NEAR(rounds_kept(alike(10, .8)), 2.32, .005);
  EXPECT_NEAR(rounds_kept(alike(1, .25)), 4, 1e-12) << "a geometric number";
  // 1/p + 1/q - 1/(p + q - p q), by inclusion and exclusion.
  EXPECT_NEAR(rounds_kept(std::vector<double>{.3, .6}), 1 / .3 + 1 / .6 - 1 / .72, 1e-12);
  EXPECT_EQ(rounds_kept(std::vector<double>{.5, 0}), std::numeric_limits<double>::infinity());
}

TEST(Rounds, WithAnyMemoryLieBetweenAndMeetBothEnds) {
  for (const unsigned governments : {1u, 4u, 10u, 20u})
    for (const double chance : {.3, .8, .95}) {
      const double anew = rounds_anew(alike(governments, chance)), kept = rounds_kept(alike(governments, chance));
      EXPECT_NEAR(expected_rounds(governments, chance, 0) / anew, 1, 1e-12);
      EXPECT_NEAR(expected_rounds(governments, chance, 1) / kept, 1, 1e-12);
      const double between = expected_rounds(governments, chance, shipped().agreement.memory);
      EXPECT_LE(between, anew * (1 + 1e-12));
      EXPECT_GE(between, kept * (1 - 1e-12));
    }
  // Two governments, a half each, half of the yes votes hold: E0 = 1 + E0/4 + (E0 + E1)/4, E1 = 1 + (E0 + E1)/4.
  EXPECT_NEAR(expected_rounds(2, .5, .5), 16.0 / 5, 1e-12);
  EXPECT_EQ(expected_rounds(3, 0, .8), std::numeric_limits<double>::infinity());
}

TEST(Adopted, AsksAllInANetworkAMajorityInAJointBodyAndTheHostOfACentre) {
  const Vote large{true, 60}, small{false, 25}, other{false, 15};
  const Vote votes[] = {large, small, other}, turned[] = {{false, 60}, {true, 25}, {true, 15}};
  EXPECT_FALSE(adopted(Level::Network, votes, .5));
  EXPECT_TRUE(adopted(Level::Joint, votes, .5));
  EXPECT_FALSE(adopted(Level::Joint, votes, .6)) << "more than the majority is needed";
  EXPECT_FALSE(adopted(Level::Joint, turned, .5));
  EXPECT_TRUE(adopted(Level::Centre, votes, .5));
  EXPECT_FALSE(adopted(Level::Centre, turned, .5));
  EXPECT_TRUE(adopted(Level::Network, std::vector<Vote>{{true, 1}, {true, 2}}, .5));
  EXPECT_THROW(adopted(Level::Province, votes, .5), BrokenInvariant);
  EXPECT_THROW(adopted(Level::Joint, {}, .5), BrokenInvariant);
}

TEST(RoundMonths, AreLongerForAJointBodyAndSinceTheWgrOf2022) {
  const AgreementParameters& agreement = shipped().agreement;
  EXPECT_EQ(round_months(Level::Network, true, agreement), 1);
  EXPECT_EQ(round_months(Level::Joint, false, agreement), 2);
  EXPECT_EQ(round_months(Level::Joint, true, agreement), 3);
}

TEST(MonthsToBudget, LeadToJuneOrNovember) {
  const int wait[] = {5, 4, 3, 2, 1, 0, 4, 3, 2, 1, 0, 6};
  for (int month = 1; month <= 12; ++month)
    EXPECT_EQ(months_to_budget(Month::of(2026, month)), wait[month - 1]) << month;
}

TEST(Readiness, IsLessInTheTwelveMonthsBeforeAnElectionOfCouncils) {
  const AgreementParameters& agreement = shipped().agreement;
  EXPECT_LT(agreement.pre_election, 1);
  for (Month month = Month::of(2024, 1); month < Month::of(2028, 1); month = month + 1)
    EXPECT_EQ(readiness(month, agreement),
              month >= Month::of(2025, 3) && month < Month::of(2026, 3) ? agreement.pre_election : 1)
        << to_text(month);
}

TEST(MonthsToExecution, AreShorterByOrganisingAndLongerByCoupling) {
  const FramingParameters& framing = shipped().framing;
  EXPECT_NEAR(months_to_execution(4, 2, 3, 0, 5, 0, framing), 10, 1e-12);
  EXPECT_NEAR(months_to_execution(4, 2, 3, 1, 5, 0, framing), 7, 1e-12);
  EXPECT_NEAR(months_to_execution(4, 2, 3, 0, 5, .6, framing), 13, 1e-12);
  EXPECT_NEAR(breach_chance(1, shipped().agreement), 0, 1e-15);
  EXPECT_NEAR(breach_chance(.4, shipped().agreement), .09, 1e-12);
}

}  // namespace
}  // namespace polder::government
