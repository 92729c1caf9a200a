#include <gtest/gtest.h>

#include "support/council_world.h"

namespace polder {
namespace {

using namespace testing;

TEST(Aldermen, AreAFifthOfTheSeatsAndAtLeastTwo) {
  GovernmentFacts facts;
  facts.seats = {9};
  EXPECT_EQ(governance::aldermen(facts), 2);
  facts.seats = {20, 7};
  EXPECT_EQ(governance::aldermen(facts), 5);
  facts.seats = {45};
  EXPECT_EQ(governance::aldermen(facts), 9);
}

TEST(KeepAccountsOfHours, CountsEveryArrangementOnceByItsForm) {
  CouncilWorld place;
  const auto& form = place.government_parameters().form;
  const double joint = form[form_number(Level::Joint)].hours, network = form[form_number(Level::Network)].hours;
  place.run(governance::keep_accounts_of_hours);
  EXPECT_DOUBLE_EQ(place.council(stad).hours, joint + network) << "the safety region, and employer services";
  place.policy.mandates.task_level.assign(4, std::array<std::int8_t, task_count>{});
  for (std::int8_t& level : place.policy.mandates.task_level[stad]) level = static_cast<std::int8_t>(Level::Centre);
  place.run(cooperation::move_tasks);
  place.run(governance::keep_accounts_of_hours);
  EXPECT_DOUBLE_EQ(place.council(stad).hours, joint + 2 * form[form_number(Level::Centre)].hours)
      << "two bundles: work and income, and the economy";
}

TEST(KeepAccountsOfHours, AddsSessionsCouplingToolsAndBoundarySpanners) {
  CouncilWorld place;
  place.run(governance::keep_accounts_of_hours);
  const double before = place.council(stad).hours;
  Course& course = place.council(stad).course;
  course.entrepreneurs = 6;
  course.coupling_network = 1;
  course.tools = .5;
  course.linking_hours = 12;
  place.policy.mandates.theme_sessions.assign(4, 1);
  place.policy.mandates.joint_sessions.assign(4, 1);
  place.run(governance::keep_accounts_of_hours);
  const AttentionParameters& asks = place.government_parameters().attention;
  EXPECT_DOUBLE_EQ(place.council(stad).hours,
                   before + 2.5 * asks.theme_session + asks.coupling / 2 + asks.tools / 2 + 12);
}

TEST(KeepAccountsOfHours, LeavesAsMuchAttentionAsThereAreHours) {
  CouncilWorld place;
  const double capacity = 5 * place.government_parameters().attention.capacity;
  place.run(governance::keep_accounts_of_hours);
  EXPECT_EQ(place.council(stad).attention, 1);
  place.council(stad).course.linking_hours = 2 * capacity - place.council(stad).hours;
  place.run(governance::keep_accounts_of_hours);
  EXPECT_DOUBLE_EQ(place.council(stad).attention, .5);
  place.council(stad).course.integration = place.government_parameters().integration.one_hand;
  place.run(governance::keep_accounts_of_hours);
  EXPECT_DOUBLE_EQ(place.council(stad).attention, .5 * (1 - place.government_parameters().integration.capacity_cost));
  EXPECT_NEAR(place.council(stad).hours * place.council(stad).attention,
              governance::capacity(place.model.country.municipalities[stad].government, place.council(stad).course,
                                   place.government_parameters()),
              1e-9);
}

}  // namespace
}  // namespace polder
