#include "world/occupation_graph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/tiny_parameters.h"

namespace polder {
namespace {

using testing::ElementsAre;

constexpr GroupIndex group(std::size_t row) { return index_of<GroupIndex>(row); }

/// Groups 0..4 in job zones of the caller's choice, without any likeness yet.
struct Network {
  Country country;

  explicit Network(const std::vector<double>& zones) {
    for (std::size_t i = 0; i < zones.size(); ++i)
      country.groups.push_back({std::to_string(i), "nl", "en", OccupationIndex{0}, zones[i]});
    country.group_similarity.assign(zones.size() * zones.size(), -1);
    for (std::size_t i = 0; i < zones.size(); ++i) country.group_similarity[i * zones.size() + i] = 1;
  }
  Network& alike(std::size_t a, std::size_t b, double cosine) {
    const std::size_t size = country.groups.size();
    country.group_similarity[a * size + b] = country.group_similarity[b * size + a] = cosine;
    return *this;
  }
  OccupationGraph graph() const { return occupation_graph(country, tiny_parameters()); }
};

/// A chain 0-1-2-3 beside a long way 0-3, and 4 apart. Months up: 3 + 12 (1 - cosine) + 12 (rise of the zone).
Network chain() { return Network({2, 2, 2, 3, 2}).alike(0, 1, .9).alike(1, 2, .8).alike(2, 3, .95).alike(0, 3, .4); }

TEST(TrainingTime, AddsChangeDistanceAndRise) {
  const Parameters parameters = tiny_parameters();
  EXPECT_EQ(training_time(1, 3, 3, parameters), 30u);
  EXPECT_EQ(training_time(.5, 3, 3, parameters), 90u);
  EXPECT_EQ(training_time(.5, 2, 3.5, parameters), 270u);
  EXPECT_EQ(training_time(-1, 3, 3, parameters), 270u);
  EXPECT_EQ(months_of(training_time(.9, 2, 2, parameters)), 4.2);
}

TEST(TrainingTime, AsksNothingForWorkOfALowerZone) {
  EXPECT_EQ(training_time(.5, 5, 1, tiny_parameters()), training_time(.5, 3, 3, tiny_parameters()));
}

TEST(OccupationGraph, ConnectsWhatIsAlikeEnoughBothWaysEachWithItsOwnTime) {
  const OccupationGraph graph = Network({2, 3, 3}).alike(0, 1, .4).alike(1, 2, .39).graph();
  EXPECT_THAT(graph.changes, ElementsAre(Retraining{group(0), group(1), 222}, Retraining{group(1), group(0), 102}));
  EXPECT_DOUBLE_EQ(graph.skill_distance(group(0), group(1)), .6);
}

TEST(OccupationGraph, ConnectsClassesWhereACountryHasNoGroups) {
  Country country;
  country.occupations.push_back({"01", "een", "one", 100, 2, 2000});
  country.occupations.push_back({"02", "twee", "two", 100, 2.5, 2200});
  country.similarity = {1, .6, .6, 1};
  const OccupationGraph graph = occupation_graph(country, tiny_parameters());
  ASSERT_EQ(graph.groups.size(), 2u);
  EXPECT_EQ(graph.groups[group(1)].name_nl, "twee");
  EXPECT_EQ(graph.groups[group(1)].occupation, OccupationIndex{1});
  EXPECT_THAT(graph.changes, ElementsAre(Retraining{group(0), group(1), 138}, Retraining{group(1), group(0), 78}));
}

TEST(ShortestRoutes, AddUpTheMonthsOfTheirSteps) {
  const auto routes = shortest_routes(chain().graph(), group(0));
  EXPECT_THAT(routes[group(0)]->path, ElementsAre(group(0)));
  EXPECT_EQ(routes[group(0)]->time, 0u);
  EXPECT_EQ(routes[group(1)]->time, 42u);
  EXPECT_EQ(routes[group(2)]->time, 42u + 54u);
  EXPECT_THAT(routes[group(2)]->path, ElementsAre(group(0), group(1), group(2)));
  EXPECT_EQ(routes[group(3)]->time, 222u);  // direct; by 1 and 2 it would be 42 + 54 + 156
  EXPECT_THAT(routes[group(3)]->path, ElementsAre(group(0), group(3)));
}

TEST(ShortestRoutes, TakeTheChainWhereTheDirectChangeIsLonger) {
  const auto routes = shortest_routes(chain().alike(0, 3, -1).graph(), group(0));
  EXPECT_EQ(routes[group(3)]->time, 42u + 54u + 156u);
  EXPECT_THAT(routes[group(3)]->path, ElementsAre(group(0), group(1), group(2), group(3)));
}

TEST(ShortestRoutes, GoDownFasterThanUp) {
  const auto back = shortest_routes(chain().graph(), group(3));
  EXPECT_EQ(back[group(0)]->time, 102u);  // 3 + 12 x .6: no rise
  EXPECT_THAT(back[group(0)]->path, ElementsAre(group(3), group(0)));
  EXPECT_EQ(back[group(2)]->time, 36u);
}

TEST(ShortestRoutes, SayWhatNoChainReaches) {
  const auto routes = shortest_routes(chain().graph(), group(0));
  EXPECT_FALSE(routes[group(4)].has_value());
  const auto alone = shortest_routes(chain().graph(), group(4));
  EXPECT_TRUE(alone[group(4)].has_value());
  EXPECT_FALSE(alone[group(0)].has_value());
}

TEST(ShortestRoutes, TakeTheLowestRowsAmongEqualOnes) {
  // 0 to 4 by 1, 2 or 3, all alike.
  Network star({2, 2, 2, 2, 2});
  for (const std::size_t middle : {3u, 1u, 2u}) star.alike(0, middle, .8).alike(middle, 4, .8);
  EXPECT_THAT(shortest_routes(star.graph(), group(0))[group(4)]->path, ElementsAre(group(0), group(1), group(4)));
  EXPECT_THAT(shortest_routes(star.graph(), group(4))[group(0)]->path, ElementsAre(group(4), group(1), group(0)));
}

TEST(ShortestRoutes, TakeTheFewestStepsAmongEqualOnes) {
  // 2 to 0 directly: 3 + 12 x .25 = 6 months; by 1, the lower row to come from: twice 3 months.
  const OccupationGraph graph = Network({2, 2, 2}).alike(0, 1, 1).alike(1, 2, 1).alike(0, 2, .75).graph();
  const auto routes = shortest_routes(graph, group(2));
  EXPECT_EQ(routes[group(0)]->time, 60u);
  EXPECT_THAT(routes[group(0)]->path, ElementsAre(group(2), group(0)));
}

TEST(BestRoutes, LeadFromEachToTheNearest) {
  const OccupationGraph graph = chain().graph();
  const std::vector<GroupIndex> from{group(3), group(0), group(4)}, to{group(2), group(1)};
  const auto routes = best_routes(graph, from, to);
  ASSERT_EQ(routes.size(), 3u);
  EXPECT_THAT(routes[0]->path, ElementsAre(group(3), group(2)));
  EXPECT_THAT(routes[1]->path, ElementsAre(group(0), group(1)));
  EXPECT_FALSE(routes[2].has_value());
}

TEST(BestRoutes, TakeTheLowestRowAmongEquallyNearOnes) {
  const OccupationGraph graph = Network({2, 2, 2}).alike(0, 1, .7).alike(0, 2, .7).graph();
  const std::vector<GroupIndex> from{group(0)}, to{group(2), group(1)};
  EXPECT_EQ(best_routes(graph, from, to).front()->path.back(), group(1));
  EXPECT_FALSE(best_routes(graph, from, {}).front().has_value());
}

TEST(BestRoutes, OfAGroupThatIsAmongTheEndsTakeNoStep) {
  const std::vector<GroupIndex> both{group(0), group(1)};
  EXPECT_EQ(best_routes(chain().graph(), both, both).front()->time, 0u);
}

}  // namespace
}  // namespace polder
