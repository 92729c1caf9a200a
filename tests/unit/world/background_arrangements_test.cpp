// Drawn arrangements: how many, how large, who with whom, and that nothing but identity decides.
#include "world/background_arrangements.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "scenario/parameter_files.h"
#include "support/tiny_country.h"
#include "world/build.h"
#include "world/country_files.h"
#include "world/scope.h"

namespace polder {
namespace {

const std::filesystem::path scenarios = std::filesystem::path(POLDER_ROOT) / "scenarios";

using Map = Column<MunicipalityIndex, Neighbourhood>;
using Groups = std::vector<std::vector<MunicipalityIndex>>;

/// width x height municipalities, each bordering on the four beside it.
Map grid(std::size_t width, std::size_t height) {
  Map map;
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      Neighbourhood here{static_cast<std::uint32_t>(1000 + y * width + x), {}};
      const auto add = [&](std::size_t ax, std::size_t ay) {
        if (ax < width && ay < height) here.neighbours.push_back(index_of<MunicipalityIndex>(ay * width + ax));
      };
      add(x, y - 1), add(x - 1, y), add(x + 1, y), add(x, y + 1);
      map.push_back(here);
    }
  }
  return map;
}

std::vector<int> memberships(const Groups& groups, std::size_t municipalities) {
  std::vector<int> count(municipalities, 0);
  for (const auto& group : groups)
    for (const MunicipalityIndex m : group) ++count[number(m)];
  return count;
}

double mean(const std::vector<int>& values) {
  return std::accumulate(values.begin(), values.end(), 0.) / static_cast<double>(values.size());
}

bool is_connected(const std::vector<MunicipalityIndex>& group, const Map& map) {
  std::set<MunicipalityIndex> left(group.begin() + 1, group.end());
  std::vector<MunicipalityIndex> open{group.front()};
  while (!open.empty()) {
    const MunicipalityIndex here = open.back();
    open.pop_back();
    for (const MunicipalityIndex next : map[here].neighbours)
      if (left.erase(next) > 0) open.push_back(next);
  }
  return left.empty();
}

TEST(DrawGroups, AreConnectedSortedAndOfTheSizesAskedFor) {
  const Map map = grid(15, 15);
  const Groups groups = draw_groups(map, 20, 6, Random{1, 0});
  std::set<std::size_t> sizes;
  double members = 0;
  for (const auto& group : groups) {
    EXPECT_TRUE(std::is_sorted(group.begin(), group.end()));
    EXPECT_TRUE(is_connected(group, map));
    sizes.insert(group.size());
    members += static_cast<double>(group.size());
  }
  EXPECT_EQ(*sizes.begin(), 2u);
  EXPECT_EQ(*sizes.rbegin(), 10u);
  EXPECT_NEAR(members / static_cast<double>(groups.size()), 6, .4);  // of 750 groups; standard error .1
}

TEST(DrawGroups, ReachTheMeanAndHardlyPassIt) {
  for (const double asked : {1., 13., 28.5}) {
    const Groups groups = draw_groups(grid(10, 10), asked, 5, Random{1, 0});
    const double reached = mean(memberships(groups, 100));
    EXPECT_GE(reached, asked);
    EXPECT_LT(reached, asked + 8. / 100);  // the last group has at most eight members
  }
}

TEST(DrawGroups, AreEmptyWhereNothingIsAskedOrNobodyHasNeighbours) {
  EXPECT_TRUE(draw_groups(grid(4, 4), 0, 5, Random{1, 0}).empty());
  EXPECT_TRUE(draw_groups(grid(1, 1), 20, 5, Random{1, 0}).empty());
  EXPECT_TRUE(draw_groups(Map{}, 20, 5, Random{1, 0}).empty());
}

TEST(DrawGroups, LeaveOutAnIslandAndEndInASmallWorld) {
  Map map = grid(2, 1);
  map.push_back({3000, {}});
  const Groups groups = draw_groups(map, 5, 9, Random{1, 0});
  EXPECT_EQ(groups.size(), 5u);
  EXPECT_EQ(memberships(groups, 3), (std::vector<int>{5, 5, 0}));
}

TEST(DrawGroups, DependOnSeedAndIdentityOnly) {
  const Map map = grid(8, 8);
  const Groups groups = draw_groups(map, 10, 5, Random{1, 0});
  EXPECT_EQ(draw_groups(map, 10, 5, Random{1, 0}), groups);
  EXPECT_NE(draw_groups(map, 10, 5, Random{2, 0}), groups);
  Map renumbered = map;
  for (Neighbourhood& here : renumbered) here.official_number += 1000;
  EXPECT_NE(draw_groups(renumbered, 10, 5, Random{1, 0}), groups);
}

class DutchArrangements : public testing::Test {
 protected:
  Country country(std::uint32_t seed = 1) const {
    data::Problems problems;
    Country all = read_country(scenarios / "countries/netherlands", problems).country;
    add_background_arrangements(all, load_parameters(scenarios / "parameters"), Random{seed, 0});
    fill_memberships(all);
    return all;
  }
};

TEST_F(DutchArrangements, AreAsManyAsCounted) {
  for (const std::uint32_t seed : {1u, 2u, 3u}) {
    const Country all = country(seed);
    std::vector<int> count;
    for (const MunicipalityFacts& facts : all.municipalities)
      count.push_back(static_cast<int>(facts.government.arrangements.size()));
    EXPECT_GE(mean(count), 27);
    EXPECT_LE(mean(count), 33);
    EXPECT_GE(*std::min_element(count.begin(), count.end()), 20);
    EXPECT_LE(*std::max_element(count.begin(), count.end()), 45);
    // 1,095 were counted in 2017, 1,284 in 2020; here they are 25 safety regions and those that are drawn.
    EXPECT_GT(all.arrangements.size(), 1000u);
    EXPECT_LT(all.arrangements.size(), 1284u);
  }
}

TEST_F(DutchArrangements, OverlapWithoutBeingTheSame) {
  const Country all = country();
  std::set<std::vector<MunicipalityIndex>> different;
  for (const Arrangement& arrangement : all.arrangements) different.insert(arrangement.members);
  EXPECT_GT(different.size(), all.arrangements.size() * 9 / 10);
}

TEST_F(DutchArrangements, KeepThePartnersThatAScopeLeavesOut) {
  Country all = country();
  const std::size_t size = all.municipalities.size();
  all.commuters.assign(size * size, 1);
  std::vector<bool> inside(size, false);
  std::size_t kept = 0;
  for (const MunicipalityIndex m : rows_of(all.municipalities))
    if (all.municipalities[m].region == RegionIndex{3}) inside[number(m)] = true, ++kept;
  Country part = restrict_to(all, inside, RegionIndex{3});
  fill_memberships(part);
  ASSERT_GT(part.municipalities.size(), kept);
  std::size_t row = 0;
  for (const MunicipalityIndex m : rows_of(all.municipalities)) {
    if (!inside[number(m)]) continue;
    const GovernmentFacts& before = all.municipalities[m].government;
    const GovernmentFacts& after = part.municipalities[index_of<MunicipalityIndex>(row++)].government;
    EXPECT_EQ(after.seats, before.seats);
    EXPECT_EQ(after.accounts, before.accounts);
    ASSERT_EQ(after.arrangements.size(), before.arrangements.size());
    for (std::size_t i = 0; i < after.arrangements.size(); ++i) {
      const Arrangement &cut = part.arrangements[after.arrangements[i]],
                        &whole = all.arrangements[before.arrangements[i]];
      EXPECT_EQ(cut.code, whole.code);
      EXPECT_EQ(cut.partners(), whole.members.size());
      EXPECT_FALSE(cut.members.empty());
    }
    for (const MunicipalityIndex neighbour : after.neighbours) EXPECT_LT(number(neighbour), kept);
  }
  for (std::size_t elsewhere = kept; elsewhere < part.municipalities.size(); ++elsewhere) {
    const GovernmentFacts& none = part.municipalities[index_of<MunicipalityIndex>(elsewhere)].government;
    EXPECT_FALSE(none.has_council());
    EXPECT_TRUE(none.arrangements.empty());
  }
}

TEST(BuildCountry, DrawsTheSameArrangementsForEveryPeriodAndSample) {
  data::Problems problems;
  CountryFiles files = tiny_country();
  for (const MunicipalityIndex m : rows_of(files.country.municipalities))
    for (const MunicipalityIndex other : rows_of(files.country.municipalities))
      if (m != other) files.country.municipalities[m].government.neighbours.push_back(other);
  Study study = tiny_study();
  study.parameters.governance = {12, 3};
  const Country one = build_country(files, study, problems);
  study.from = Month::of(2020, 1);
  study.weight = 1;
  const Country other = build_country(files, study, problems);
  ASSERT_EQ(one.arrangements.size(), other.arrangements.size());
  EXPECT_GE(one.arrangements.size(), 12u);
  for (std::size_t a = 0; a < one.arrangements.size(); ++a)
    EXPECT_EQ(one.arrangements[a].members, other.arrangements[a].members);
  for (const MunicipalityFacts& facts : one.municipalities) EXPECT_GE(facts.government.arrangements.size(), 10u);
}

}  // namespace
}  // namespace polder
