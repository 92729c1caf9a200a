// The printed values of the cards, and T-G6: the trust from which a network is enough.
#include "government/cards.h"

#include <gtest/gtest.h>

#include <optional>

#include "region.h"

namespace polder::government {
namespace {

using namespace polder::testing;

double value(Task task, Level level) {
  return card_value(task, level, Region{}.setting(task, level), coverage_inside[number(level)], shipped());
}

TEST(CardValue, OfTheShippedParametersGivesThePrintedTable) {
  const std::pair<Task, std::array<double, level_count>> printed[] = {
      {Task::Guidance, {.732, .720, .712, .706, .646, .561, .421}},
      {Task::EmployerServices, {.369, .471, .502, .520, .521, .474, .328}},
      {Task::Analysis, {.162, .432, .482, .511, .595, .578, .236}},
      {Task::Schools, {.206, .437, .489, .519, .592, .599, .348}},
      {Task::Border, {.043, .124, .149, .166, .271, .403, .646}}};
  for (const auto& [task, values] : printed)
    for (const Level level : levels)
      EXPECT_NEAR(value(task, level), values[number(level)], .0005) << to_text(task) << " " << to_text(level);
}

std::optional<double> threshold(double partners, const GovernmentParameters& parameters) {
  const Task task = Task::EmployerServices;
  return trust_for_a_network(task, Region{50'000, partners, 0}.setting(task, Level::Network), .73, parameters);
}

TEST(TrustForANetwork, GrowsWithTheNumberOfPartners) {
  EXPECT_EQ(threshold(4, shipped()), .63);
  EXPECT_EQ(threshold(8, shipped()), .68);
  EXPECT_EQ(threshold(12, shipped()), .70);
  EXPECT_EQ(threshold(20, shipped()), .73);
}

/// Implied by what is assumed of a joint body, not a finding: the threshold moves with it over the whole range.
TEST(TrustForANetwork, FollowsTheCommitmentOfAJointBody) {
  GovernmentParameters parameters = shipped();
  const std::pair<double, std::array<double, 4>> moved[] = {
      {.60, {.41, .46, .49, .53}}, {.70, {.50, .55, .57, .61}}, {.95, {.72, .77, .78, .80}}};
  for (const auto& [committed, thresholds] : moved) {
    parameters.commitment.joint = committed;
    const double partners[] = {4, 8, 12, 20};
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(threshold(partners[i], parameters), thresholds[i]) << committed;
  }
}

TEST(TrustForANetwork, IsNoneWhereAJointBodyIsAlwaysBetter) {
  GovernmentParameters parameters = shipped();
  parameters.level[number(Level::Network)].coordination = .9;
  EXPECT_EQ(threshold(4, parameters), std::nullopt);
}

constexpr std::array<bool, level_count> all_levels{true, true, true, true, true, true, true};

TEST(BestLevel, StaysWhereItIsUnlessAnotherIsBetterByMore) {
  const std::array<double, level_count> values{1, 1.1, 1.2, 1.14, .9, .5, .1};
  EXPECT_EQ(best_level(Level::Local, values, all_levels, .15), Level::Centre);
  EXPECT_EQ(best_level(Level::Local, values, all_levels, .25), Level::Local);
  EXPECT_EQ(best_level(Level::Network, values, all_levels, .15), Level::Network);
  EXPECT_EQ(best_level(Level::Network, values, all_levels, 0), Level::Centre);
  std::array<bool, level_count> allowed = all_levels;
  allowed[number(Level::Centre)] = false;
  EXPECT_EQ(best_level(Level::Local, values, allowed, .13), Level::Joint);
}

TEST(BestLevel, TakesTheLowestOfEqualsAndStaysAmongThem) {
  const std::array<double, level_count> values{1, 2, 2, 2, 0, 0, 0};
  EXPECT_EQ(best_level(Level::Local, values, all_levels, .15), Level::Network);
  EXPECT_EQ(best_level(Level::Joint, values, all_levels, 0), Level::Joint);
}

}  // namespace
}  // namespace polder::government
