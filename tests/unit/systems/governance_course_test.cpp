#include <gtest/gtest.h>

#include "scenario/portfolio_design.h"
#include "support/council_world.h"
#include "systems/governance/coalition.h"

namespace polder {
namespace {

using namespace testing;

/// The course of the reference.
Course usual_course() {
  Course course;
  course.integration = shipped_government().integration.coordinated;
  return course;
}

TEST(SetCourse, IsTheReferencesWhereNothingIsImposed) {
  CouncilWorld place;
  place.council(stad).course.linking_hours = 40;
  place.run(governance::set_course);
  EXPECT_EQ(place.council(stad).course, usual_course());
}

TEST(SetCourse, ImposesWhatTheScenarioSaysOnWhomItSaysAndAsLongAsItSays) {
  CouncilWorld place;
  place.impose(stad, &Course::emphasis, 0, .7);
  place.impose(stad, &Course::verbs, 5, 1);
  place.run(governance::set_course);
  Course expected = usual_course();
  expected.emphasis = .7;
  expected.verbs = 1;
  EXPECT_EQ(place.council(stad).course, expected);
  EXPECT_EQ(place.council(dorp).course, usual_course());
  place.policy.mandates = {};
  place.run(governance::set_course);
  EXPECT_EQ(place.council(stad).course, usual_course());
}

TEST(SetCourse, TurnsADesignOfPortfoliosIntoAShare) {
  const IntegrationParameters& shares = shipped_government().integration;
  for (const auto& [design, share] : {std::pair{PortfolioDesign::OneHand, shares.one_hand},
                                      {PortfolioDesign::Adjacent, shares.adjacent},
                                      {PortfolioDesign::Coordinated, shares.coordinated},
                                      {PortfolioDesign::Separate, shares.separate}}) {
    CouncilWorld place;
    place.impose(stad, &Course::integration, 1, integration_of_design(design));
    place.run(governance::set_course);
    EXPECT_DOUBLE_EQ(place.council(stad).course.integration, share);
  }
}

TEST(SetCourse, TakesTheEmphasisFromACoalitionThatIsMoreRegionalThanThatOfTheFigures) {
  CouncilWorld place;
  const std::vector<Party>& parties = place.model.country.parties;
  const Council& council = place.council(stad);
  const double before = governance::local_position(council.seats, council.coalition, parties);
  place.council(stad).agreed = place.council(dorp).agreed = Month::of(2026, 5);
  place.council(stad).coalition = 1u << left;   // .25
  place.council(dorp).coalition = 1u << local;  // .90
  place.run(governance::set_course);
  EXPECT_DOUBLE_EQ(place.council(stad).course.emphasis, before - .25);
  EXPECT_EQ(place.council(dorp).course.emphasis, 0) << "less regional than before: nothing more to lose";
}

TEST(CoalitionOf, IsTheMinimalWinningOneWithTheSmallestRange) {
  const CouncilWorld place;
  const std::vector<Party>& parties = place.model.country.parties;
  const std::uint8_t seats[] = {8, 6, 5, 8};  // left and centre: 14 of 27
  EXPECT_EQ(governance::coalition_of(seats, parties), (1u << left | 1u << centre));
  const std::uint8_t alone[] = {0, 0, 14, 13};
  EXPECT_EQ(governance::coalition_of(alone, parties), 1u << right);
}

TEST(LocalPosition, IsTheMeanByTheSeatsOfTheCoalition) {
  const CouncilWorld place;
  const std::uint8_t seats[] = {8, 6, 4, 9};
  EXPECT_DOUBLE_EQ(governance::local_position(seats, 1u << left | 1u << centre, place.model.country.parties),
                   (8 * .25 + 6 * .40) / 14);
  EXPECT_EQ(governance::local_position(seats, 0, place.model.country.parties), .5);
}

}  // namespace
}  // namespace polder
