#include "ensemble/branches.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

namespace polder {
namespace {

constexpr Month start = Month::of(2023, 1), end = Month::of(2034, 1);

std::vector<std::size_t> first(std::size_t count) {
  std::vector<std::size_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  return numbers;
}

/// reference | no response, early help, late help: the closure of the main study.
FirstDifferences closure() {
  const Month announced = Month::of(2026, 1), late = Month::of(2026, 11);
  return {{end, announced, announced, announced},
          {announced, end, announced, late},
          {announced, announced, end, announced},
          {announced, late, announced, end}};
}

TEST(Branch, OneScenarioIsOneSegment) {
  const auto segments = branch({{end}}, {0}, start, end);
  ASSERT_EQ(segments.size(), 1u);
  EXPECT_EQ(segments[0].from, start);
  EXPECT_EQ(segments[0].until, end);
  EXPECT_TRUE(segments[0].children.empty());
  EXPECT_EQ(most_states(segments), 1u);
}

TEST(Branch, NothingToDoIsNoSegment) {
  EXPECT_TRUE(branch({{end}}, {}, start, end).empty());
  EXPECT_EQ(most_states({}), 0u);
}

TEST(Branch, SharesTheWarmUpAndPartsWhereScenariosDiffer) {
  const auto segments = branch(closure(), first(4), start, end);
  ASSERT_EQ(segments.size(), 6u);  // trunk; reference; no response with late help, each; early help
  EXPECT_EQ(segments[0].until, Month::of(2026, 1));
  EXPECT_EQ(segments[0].scenarios, first(4));
  ASSERT_EQ(segments[0].children.size(), 3u);
  const Segment& together = segments[segments[0].children[1]];
  EXPECT_EQ(together.scenarios, (std::vector<std::size_t>{1, 3}));
  EXPECT_EQ(together.until, Month::of(2026, 11));
  EXPECT_EQ(together.children.size(), 2u);
  EXPECT_EQ(segments[segments[0].children[2]].scenarios, (std::vector<std::size_t>{2}));
}

TEST(Branch, SimulatesSharedMonthsOnce) {
  const auto segments = branch(closure(), first(4), start, end);
  const std::size_t trunk = 36, run = 96;
  EXPECT_EQ(months_of(segments), trunk + 4 * run - 10);  // ten months shared by two scenarios
}

TEST(Branch, LeavesOutWhatIsFinished) {
  const auto segments = branch(closure(), {2}, start, end);
  ASSERT_EQ(segments.size(), 1u);
  EXPECT_EQ(segments[0].scenarios, (std::vector<std::size_t>{2}));
  EXPECT_EQ(months_of(segments), 132u);
}

TEST(Branch, ScenariosThatNeverDifferEndTogether) {
  const auto segments = branch({{end, end}, {end, end}}, first(2), start, end);
  ASSERT_EQ(segments.size(), 1u);
  EXPECT_EQ(segments[0].scenarios, first(2));
  EXPECT_TRUE(segments[0].children.empty());
}

TEST(Branch, ScenariosThatDifferFromTheFirstMonthShareNothing) {
  const auto segments = branch({{end, start}, {start, end}}, first(2), start, end);
  ASSERT_EQ(segments.size(), 3u);
  EXPECT_EQ(segments[0].from, segments[0].until);
  EXPECT_EQ(months_of(segments), 2u * 132u);
}

TEST(MostStates, CountsTheParentUntilItsLastChild) {
  // 0 leaves first, then 1, then 2 and 3: each branch is the last child, so parent and one copy are alive.
  const Month a = start + 10, b = start + 20, c = start + 30;
  const FirstDifferences comb{{end, a, a, a}, {a, end, b, b}, {a, b, end, c}, {a, b, c, end}};
  EXPECT_EQ(most_states(branch(comb, first(4), start, end)), 2u);
  // The other way round the deep branch comes first, and every parent waits.
  const FirstDifferences reversed{{end, c, b, a}, {c, end, b, a}, {b, b, end, a}, {a, a, a, end}};
  EXPECT_EQ(most_states(branch(reversed, first(4), start, end)), 4u);
}

/// Scenarios as what happens in each month; two are the same until their first different month.
TEST(Branch, CoversEveryScenarioOnceAndSimulatesEveryDistinctPastOnce) {
  std::mt19937 luck(7);  // only the shapes of the trees depend on it
  for (int round = 0; round < 300; ++round) {
    const std::size_t count = 1 + luck() % 7, months = 1 + luck() % 12;
    std::vector<std::vector<unsigned>> plays(count, std::vector<unsigned>(months));
    for (auto& play : plays) {
      for (unsigned& act : play) act = luck() % 8 == 0 ? 1 : 0;
    }
    const Month last = start + static_cast<int>(months);
    FirstDifferences differs(count, std::vector<Month>(count, last));
    std::set<std::vector<unsigned>> pasts;
    for (std::size_t a = 0; a < count; ++a) {
      for (std::size_t b = 0; b < count; ++b) {
        const auto parting = std::mismatch(plays[a].begin(), plays[a].end(), plays[b].begin()).first;
        differs[a][b] = start + static_cast<int>(parting - plays[a].begin());
      }
      for (std::size_t m = 1; m <= months; ++m) {
        pasts.insert({plays[a].begin(), plays[a].begin() + static_cast<std::ptrdiff_t>(m)});
      }
    }
    const auto segments = branch(differs, first(count), start, last);
    EXPECT_EQ(months_of(segments), pasts.size());
    for (std::size_t scenario = 0; scenario < count; ++scenario) {
      Month reached = start;
      for (const Segment& segment : segments) {  // parents come before children
        if (std::count(segment.scenarios.begin(), segment.scenarios.end(), scenario) == 0) continue;
        EXPECT_EQ(segment.from, reached);
        reached = segment.until;
      }
      EXPECT_EQ(reached, last);
    }
  }
}

}  // namespace
}  // namespace polder
