#include "government/service.h"

#include <gtest/gtest.h>

#include <numbers>

#include "region.h"

namespace polder::government {
namespace {

using polder::testing::shipped;
constexpr double usual = std::numbers::ln2;

TEST(EffectiveService, IsTheProductiveMoneyPerUnit) {
  EXPECT_NEAR(effective_service(.63, 1e6, .5e6, .65, 1000), .63 * 1500 * .65, 1e-9);
  EXPECT_EQ(effective_service(.63, 1e6, 0, .65, 0), 0);
}

TEST(Response, IsThatOfTheReferenceAtItsService) {
  EXPECT_NEAR(response(500, 500), usual, 1e-15);
  EXPECT_EQ(response(0, 500), 0);
  EXPECT_NEAR(response(1500, 500), 2 * usual, 1e-15) << "four times as much for twice the effect";
}

TEST(MediatedShare, FollowsTheResponseUpToItsMost) {
  EXPECT_NEAR(mediated_share(usual, 0, shipped().service), .2, 1e-12);
  EXPECT_NEAR(mediated_share(2 * usual, 0, shipped().service), .4, 1e-12);
  EXPECT_EQ(mediated_share(10 * usual, 0, shipped().service), .6);
  EXPECT_EQ(mediated_share(0, 0, shipped().service), 0);
}

TEST(MediatedShare, GrowsWithWhatEntrepreneursTell) {
  ServiceParameters parameters = shipped().service;
  parameters.disclosure = .1;
  EXPECT_NEAR(mediated_share(usual, .5, parameters), .25, 1e-12) << "half a session a month";
  EXPECT_NEAR(mediated_share(0, 1, parameters), .1, 1e-12) << "without any service";
  EXPECT_EQ(mediated_share(3 * usual, 1, parameters), .6) << "at most";
  parameters.disclosure = 0;
  EXPECT_EQ(mediated_share(usual, 1, parameters), mediated_share(usual, 0, parameters)) << "switched off";
}

TEST(CrisisFactor, IsBoundedByTheUsualService) {
  EXPECT_NEAR(crisis_factor(.3, .604, 100, 100), 1 + .3 * .604, 1e-12);
  EXPECT_NEAR(crisis_factor(.3, .604, 500, 100), 1 + .3 * .604, 1e-12);
  EXPECT_NEAR(crisis_factor(.3, .604, 50, 100), 1 + .15 * .604, 1e-12);
  EXPECT_EQ(crisis_factor(.3, .604, 0, 100), 1);
}

TEST(SchoolsAndBorder, AreUnchangedInTheReference) {
  EXPECT_NEAR(school_factor(usual), 1, 1e-15);
  EXPECT_EQ(school_factor(0), 0);
  EXPECT_EQ(border_factor(usual), 1);
  EXPECT_EQ(border_factor(0), 1) << "less information than usual does not close the border";
  EXPECT_NEAR(border_factor(usual + .5), 1.5, 1e-12);
  EXPECT_EQ(border_factor(usual + 3), 2);
}

}  // namespace
}  // namespace polder::government
