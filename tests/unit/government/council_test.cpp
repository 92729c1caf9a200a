// T-G11: seats of councils by law and by votes; coalitions by search over all of them.
#include "government/council.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "government/agreement.h"
#include "region.h"

namespace polder::government {
namespace {

using polder::testing::shipped;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Seats = std::vector<unsigned>;
using Votes = std::vector<std::uint64_t>;

TEST(CouncilSeats, AreThoseOfTheGemeentewet) {
  const std::pair<std::uint64_t, unsigned> table[] = {
      {3'000, 9},   {6'000, 11},  {10'000, 13}, {15'000, 15}, {20'000, 17}, {25'000, 19}, {30'000, 21},  {35'000, 23},
      {40'000, 25}, {45'000, 27}, {50'000, 29}, {60'000, 31}, {70'000, 33}, {80'000, 35}, {100'000, 37}, {200'000, 39}};
  std::uint64_t before_most = 0;
  for (const auto& [most, seats] : table) {
    EXPECT_EQ(council_seats(most), seats);
    EXPECT_EQ(council_seats(before_most + 1), seats) << "from one inhabitant more than the smaller council";
    before_most = most;
  }
  EXPECT_EQ(council_seats(0), 9u);
  EXPECT_EQ(council_seats(200'001), 45u);
  EXPECT_EQ(council_seats(931'000), 45u);
}

TEST(DivideSeats, FollowsLargestAverages) {
  EXPECT_THAT(divide_seats(Votes{100'000, 80'000, 30'000, 20'000}, 8), ElementsAre(4, 3, 1, 0));
  EXPECT_THAT(divide_seats(Votes{340'000, 280'000, 160'000, 60'000, 15'000}, 7), ElementsAre(3, 3, 1, 0, 0));
  EXPECT_THAT(divide_seats(Votes{53'000, 24'000, 23'000}, 7), ElementsAre(4, 2, 1));
  EXPECT_THAT(divide_seats(Votes{5}, 9), ElementsAre(9));
}

TEST(DivideSeats, BreaksTiesByVotesThenByRow) {
  EXPECT_THAT(divide_seats(Votes{100, 200}, 2), ElementsAre(0, 2)) << "equal averages of 100: more votes first";
  EXPECT_THAT(divide_seats(Votes{100, 100, 100}, 4), ElementsAre(2, 1, 1));
  EXPECT_THAT(divide_seats(Votes{100, 100, 100}, 2), ElementsAre(1, 1, 0));
}

TEST(DivideSeats, GivesNothingToWhoHasNoVotes) {
  EXPECT_THAT(divide_seats(Votes{0, 10, 0}, 9), ElementsAre(0, 9, 0));
  EXPECT_THAT(divide_seats(Votes{0, 0}, 9), ElementsAre(0, 0));
  EXPECT_THAT(divide_seats({}, 9), IsEmpty());
}

/// What largest averages mean: no party has a claim to a seat of another, and each has its whole quota.
TEST(DivideSeats, LeavesNoPartyWithABetterClaim) {
  EXPECT_TRUE(rc::check([] {
    const Votes votes = *rc::gen::nonEmpty(rc::gen::container<Votes>(rc::gen::inRange<std::uint64_t>(1, 100'000)));
    const auto seats = *rc::gen::inRange(1u, 46u);
    const Seats won = divide_seats(votes, seats);
    RC_ASSERT(std::accumulate(won.begin(), won.end(), 0u) == seats);
    const std::uint64_t all = std::accumulate(votes.begin(), votes.end(), std::uint64_t{0});
    for (std::size_t a = 0; a < votes.size(); ++a) {
      RC_ASSERT(won[a] >= votes[a] * seats / all);
      for (std::size_t b = 0; b < votes.size(); ++b)
        if (won[b] > 0) RC_ASSERT(votes[b] * (won[a] + 1) >= votes[a] * won[b]);
    }
  }));
}

/// Distances between parties on a line.
std::vector<double> on_a_line(const std::vector<double>& places) {
  std::vector<double> distance;
  for (const double a : places)
    for (const double b : places) distance.push_back(std::abs(a - b));
  return distance;
}

TEST(Coalition, HasTheSmallestRangeOfThoseWithAMajority) {
  const auto distance = on_a_line({0, .3, .5, .9});
  EXPECT_THAT(smallest_range_coalition(Seats{8, 9, 4, 8}, distance), ElementsAre(0, 1)) << "17 of 29, range .3";
  EXPECT_THAT(smallest_range_coalition(Seats{8, 12, 4, 5}, distance), ElementsAre(1, 2)) << "16 of 29, range .2";
  EXPECT_THAT(smallest_range_coalition(Seats{16, 9, 3, 1}, distance), ElementsAre(0)) << "a majority alone";
}

TEST(Coalition, NeedsEveryMember) {
  // Parties 0 and 2 have a majority; 1 lies between them and is not needed.
  EXPECT_THAT(smallest_range_coalition(Seats{10, 1, 10, 8}, on_a_line({0, .1, .2, 1})), ElementsAre(0, 2));
}

TEST(Coalition, PrefersFewPartiesThenMoreSeatsThenLowerRows) {
  EXPECT_THAT(smallest_range_coalition(Seats{6, 6, 6, 6, 5}, on_a_line({0, 0, 0, 0, 0})), ElementsAre(0, 1, 2));
  EXPECT_THAT(smallest_range_coalition(Seats{4, 5, 4, 4}, on_a_line({0, 0, 0, 0})), ElementsAre(0, 1));
  EXPECT_THAT(smallest_range_coalition(Seats{3, 5, 5, 4}, on_a_line({0, 0, 0, 0})), ElementsAre(1, 2)) << "10 seats";
  EXPECT_THAT(smallest_range_coalition(Seats{7, 7, 2, 5, 8}, on_a_line({0, 0, 0, 0, 0})), ElementsAre(0, 4));
}

TEST(Coalition, LeavesOutWhoHasNoSeatAndIsNobodyWithoutSeats) {
  EXPECT_THAT(smallest_range_coalition(Seats{0, 5, 0, 4}, on_a_line({.5, 0, .5, 1})), ElementsAre(1));
  EXPECT_THAT(smallest_range_coalition(Seats{0, 0}, on_a_line({0, 1})), IsEmpty());
  EXPECT_THROW(smallest_range_coalition(Seats{1, 2}, std::vector<double>{0, 1}), BrokenInvariant);
  EXPECT_THROW(smallest_range_coalition(Seats(21, 1), std::vector<double>(441, 0.0)), BrokenInvariant);
}

/// The smallest range among all sets of parties that have a majority and lose it with any member.
double smallest_range(const Seats& seats, const std::vector<double>& distance) {
  const std::size_t parties = seats.size();
  const unsigned all = std::accumulate(seats.begin(), seats.end(), 0u);
  double best = std::numeric_limits<double>::infinity();
  for (unsigned members = 1; members < (1u << parties); ++members) {
    unsigned together = 0, smallest = all;
    double range = 0;
    for (std::size_t a = 0; a < parties; ++a) {
      if ((members >> a & 1u) == 0) continue;
      together += seats[a];
      smallest = std::min(smallest, seats[a]);
      for (std::size_t b = 0; b < a; ++b)
        if ((members >> b & 1u) != 0) range = std::max(range, distance[a * parties + b]);
    }
    if (2 * together > all && 2 * (together - smallest) <= all) best = std::min(best, range);
  }
  return best;
}

TEST(Coalition, OfSeventeenPartiesIsTheBestOfAllSets) {
  for (std::uint32_t number = 0; number < 5; ++number) {
    const auto spread = [&](std::uint32_t k) { return (k * 2654435761u + number * 40503u) % 1000u; };
    Seats seats;
    std::vector<std::array<double, 4>> positions;
    for (std::uint32_t party = 0; party < 17; ++party) {
      seats.push_back(1 + spread(party) % 5);
      positions.push_back({});
      for (std::uint32_t axis = 0; axis < 4; ++axis) positions.back()[axis] = spread(100 + party * 4 + axis) / 1000.0;
    }
    std::vector<double> distance;
    for (const auto& a : positions)
      for (const auto& b : positions) distance.push_back(preference_distance(a, b));
    const auto members = smallest_range_coalition(seats, distance);
    double range = 0;
    unsigned together = 0, smallest = 45;
    for (const std::size_t a : members) {
      together += seats[a];
      smallest = std::min(smallest, seats[a]);
      for (const std::size_t b : members) range = std::max(range, distance[a * 17 + b]);
    }
    const unsigned all = std::accumulate(seats.begin(), seats.end(), 0u);
    EXPECT_EQ(range, smallest_range(seats, distance)) << number;
    EXPECT_TRUE(2 * together > all && 2 * (together - smallest) <= all);
  }
}

TEST(FormationDays, HaveTheirMedianAndNineteenInTwentyBelowSixteenWeeks) {
  EXPECT_NEAR(formation_days(0, shipped().council), 70, 1e-12);
  EXPECT_NEAR(formation_days(1.6448536, shipped().council), 112, .1);
}

}  // namespace
}  // namespace polder::government
