// Guidance under each triage rule: who gets how much, and that nothing is lost.
#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"
#include "systems/benefits/benefits.h"

namespace polder {
namespace {

using namespace testing;
using Classes = std::array<double, distance_classes>;

constexpr double norm = 125;

/// Monthly spending per recipient of each class, read back from care.
Classes spending(double budget, const Classes& recipients, Triage triage) {
  Classes care = benefits::care(budget, recipients, triage, norm);
  for (double& each : care) each = (std::exp(each) - 1) * norm;
  return care;
}

TEST(Care, IsTheLogarithmOfSpendingOverTheNorm) {
  const Classes care = benefits::care(12 * 125 * 100, {20, 20, 20, 20, 20}, Triage::Equal, norm);
  for (const double each : care) EXPECT_NEAR(each, std::log(2.0), 1e-12);
}

TEST(Care, SpendsTheWholeBudgetUnderEveryTriage) {
  const Classes recipients{10, 40, 7, 0, 43};
  for (const Triage triage : {Triage::Equal, Triage::Closest, Triage::Farthest, Triage::Profiled}) {
    const Classes each = spending(60000, recipients, triage);
    double all = 0;
    for (std::size_t c = 0; c < distance_classes; ++c) all += each[c] * recipients[c];
    EXPECT_NEAR(all, 5000, 1e-6) << static_cast<int>(triage);
  }
}

TEST(Care, GoesWhereTheTriageSays) {
  const Classes everybody{10, 10, 10, 10, 10};
  const auto ratios = [&](Triage triage) {
    Classes each = spending(60000, everybody, triage);
    const double last = each[4];
    for (double& one : each) one = std::round(one / last * 1e6) / 1e6;
    return each;
  };
  EXPECT_EQ(ratios(Triage::Equal), (Classes{1, 1, 1, 1, 1}));
  EXPECT_EQ(ratios(Triage::Closest), (Classes{5, 4, 3, 2, 1}));
  EXPECT_EQ(ratios(Triage::Farthest), (Classes{.2, .4, .6, .8, 1}));
  EXPECT_EQ(ratios(Triage::Profiled), (Classes{1, 2, 3, 2, 1}));
}

TEST(Care, IsNothingWithoutRecipientsOrMoney) {
  EXPECT_EQ(benefits::care(60000, {0, 0, 0, 0, 0}, Triage::Equal, norm), (Classes{}));
  EXPECT_EQ(benefits::care(0, {10, 0, 0, 0, 0}, Triage::Closest, norm), (Classes{}));
}

TEST(OfferGuidance, DividesTheBudgetOverRecipientsWithoutWork) {
  SmallWorld small;
  small.world.weight = 10;
  small.world.municipalities.services[stad].budget[number(Task::Guidance)] =
      12 * 125 * 40 * 100;  // EUR 125 a month for 40 persons
  small.government(stad).triage = Triage::Equal;
  for (int i = 0; i < 4; ++i) small.at_distance(small.add_jobless(stad, Labour::Inactive, Benefit::Bijstand), 2);
  small.change(small.add_worker(small.add_firm(stad, industry)),
               [](Situation& now) { now.benefit = Benefit::BijstandWork; });
  small.add_jobless(stad, Labour::Unemployed, Benefit::Ww);
  small.run(benefits::offer_guidance);
  EXPECT_NEAR(small.government(stad).care[2], std::log(2.0), 1e-12);
  EXPECT_EQ(small.government(dorp).care, (Classes{})) << "no recipients there";
}

TEST(OfferGuidance, FollowsTheTriageOfEachMunicipality) {
  SmallWorld small;
  for (const MunicipalityIndex home : {stad, dorp}) {
    small.world.municipalities.services[home].budget[number(Task::Guidance)] = 600000;
    for (const std::size_t distance : {0u, 4u})
      small.at_distance(small.add_jobless(home, Labour::Inactive, Benefit::Bijstand), distance);
  }
  small.government(stad).triage = Triage::Closest;
  small.government(dorp).triage = Triage::Farthest;
  small.run(benefits::offer_guidance);
  EXPECT_GT(small.government(stad).care[0], small.government(stad).care[4]);
  EXPECT_DOUBLE_EQ(small.government(dorp).care[4], small.government(stad).care[0]);
}

}  // namespace
}  // namespace polder
