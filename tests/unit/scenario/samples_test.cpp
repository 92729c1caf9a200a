#include "scenario/samples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace polder {
namespace {

/// How often each of `parts` equal parts of the unit interval is hit on an axis, by the points chosen.
std::vector<int> hits(const std::vector<UnitPoint>& points, std::size_t axis, std::size_t parts, std::size_t first = 0,
                      std::size_t every = 1) {
  std::vector<int> counts(parts);
  for (std::size_t i = first; i < points.size(); i += every)
    ++counts[static_cast<std::size_t>(points[i][axis] * static_cast<double>(parts))];
  return counts;
}

TEST(LatinHypercube, HasOnePointInEveryPartOfEveryAxis) {
  for (const std::uint32_t size : {2u, 7u, 100u}) {
    const auto points = latin_hypercube(1, size, 5);
    ASSERT_EQ(points.size(), size);
    for (std::size_t axis = 0; axis < 5; ++axis) EXPECT_EQ(hits(points, axis, size), std::vector<int>(size, 1));
  }
}

TEST(LatinHypercube, IsTheSameForTheSameSeedAndAnotherForAnother) {
  EXPECT_EQ(latin_hypercube(7, 20, 3), latin_hypercube(7, 20, 3));
  EXPECT_NE(latin_hypercube(7, 20, 3), latin_hypercube(8, 20, 3));
  const auto points = latin_hypercube(7, 20, 2);
  EXPECT_TRUE(
      std::ranges::any_of(points, [](const UnitPoint& p) { return std::floor(p[0] * 20) != std::floor(p[1] * 20); }));
}

TEST(LatinHypercube, GivesTheBytesItGaveBefore) {
  const auto points = latin_hypercube(1, 4, 2);
  std::vector<double> all;
  for (const auto& point : points) all.insert(all.end(), point.begin(), point.end());
  EXPECT_EQ(
      all, (std::vector<double>{0.3749839773226995, 0.50751845343620516, 0.98780319202342071, 0.32596765001653694,
                                0.069049611600348726, 0.81850611566915177, 0.68278878266573884, 0.062871873058611527}));
}

TEST(Saltelli, FillsEveryPartOfEveryAxisOnce) {
  constexpr std::size_t axes = 3, per_row = axes + 2;
  const auto points = saltelli(1, 64, axes);
  ASSERT_EQ(points.size(), 64 * per_row);
  for (std::size_t axis = 0; axis < axes; ++axis)
    for (const std::size_t sample : {0u, 1u})
      EXPECT_EQ(hits(points, axis, 64, sample, per_row), std::vector<int>(64, 1));
}

TEST(Saltelli, ExchangesOneValueAtATime) {
  constexpr std::size_t axes = 4, per_row = axes + 2;
  const auto points = saltelli(3, 8, axes);
  for (std::size_t row = 0; row < 8; ++row) {
    const UnitPoint &a = points[row * per_row], &b = points[row * per_row + 1];
    for (std::size_t axis = 0; axis < axes; ++axis) {
      UnitPoint expected = a;
      expected[axis] = b[axis];
      EXPECT_EQ(points[row * per_row + 2 + axis], expected);
    }
    EXPECT_NE(a, b);
  }
}

TEST(Saltelli, OfFewerRowsIsTheBeginningOfMore) {
  const auto few = saltelli(1, 16, 2), more = saltelli(1, 32, 2);
  EXPECT_TRUE(std::equal(few.begin(), few.end(), more.begin()));
}

TEST(MorrisTrajectories, MoveEveryAxisOnceByTwoThirds) {
  constexpr std::size_t axes = 6;
  const auto points = morris_trajectories(1, 30, axes);
  ASSERT_EQ(points.size(), 30 * (axes + 1));
  std::set<std::size_t> first_moved;
  for (std::size_t t = 0; t < 30; ++t) {
    std::set<std::size_t> moved;
    for (std::size_t step = 1; step <= axes; ++step) {
      const UnitPoint &before = points[t * (axes + 1) + step - 1], &after = points[t * (axes + 1) + step];
      for (std::size_t axis = 0; axis < axes; ++axis) {
        EXPECT_GE(after[axis], -1e-12);
        EXPECT_LE(after[axis], 1 + 1e-12);
        if (before[axis] == after[axis]) continue;
        EXPECT_NEAR(std::abs(after[axis] - before[axis]), 2.0 / 3, 1e-12);
        moved.insert(axis);
        if (step == 1) first_moved.insert(axis);
      }
    }
    EXPECT_EQ(moved.size(), axes);
  }
  EXPECT_EQ(first_moved.size(), axes);  // in an order by chance
}

}  // namespace
}  // namespace polder
