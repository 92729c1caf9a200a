// Deferred acceptance on examples small enough to do by hand.
#include <gtest/gtest.h>

#include "systems/labour/stable_matching.h"

namespace polder {
namespace {

using labour::Application;
using labour::unmatched;
using Matching = std::vector<std::uint32_t>;

TEST(StableMatching, GivesEachVacancyItsBestApplicant) {
  const std::vector<Application> applications{{0, 0, 5}, {1, 0, 9}, {2, 0, 7}};
  EXPECT_EQ(labour::stable_matching(applications, 2), (Matching{1, unmatched}));
}

TEST(StableMatching, SendsTheDisplacedToTheirNextWish) {
  // Seeker 0 wants vacancy 0, then 1; seeker 1 wants 0 and is ranked higher there; seeker 2 holds 1 with a lower rank.
  const std::vector<Application> applications{{0, 0, 5}, {0, 1, 6}, {1, 0, 9}, {2, 1, 4}, {2, 2, 1}};
  EXPECT_EQ(labour::stable_matching(applications, 3), (Matching{2, 1, 4}));
}

TEST(StableMatching, IsTheBestStableOneForSeekers) {
  // Two stable matchings: each seeker with the first wish, or each vacancy with its favourite. Seekers propose.
  const std::vector<Application> applications{{0, 0, 1}, {0, 1, 2}, {1, 1, 1}, {1, 0, 2}};
  EXPECT_EQ(labour::stable_matching(applications, 2), (Matching{0, 2}));
}

TEST(StableMatching, GivesTiesToTheLowerSeeker) {
  EXPECT_EQ(labour::stable_matching({{0, 0, 5}, {1, 0, 5}}, 1), (Matching{0}));
  EXPECT_EQ(labour::stable_matching({{3, 0, 5}, {7, 0, 5}, {9, 0, 5}}, 1), (Matching{0}));
}

TEST(StableMatching, OfNobodyLeavesAllOpen) {
  EXPECT_EQ(labour::stable_matching({}, 3), (Matching{unmatched, unmatched, unmatched}));
  EXPECT_TRUE(labour::stable_matching({}, 0).empty());
}

}  // namespace
}  // namespace polder
