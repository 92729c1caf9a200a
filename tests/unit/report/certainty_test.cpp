// The table of certainty words, row by row.
#include "report/certainty.h"

#include <gtest/gtest.h>

#include <cmath>

namespace polder::report {
namespace {

/// So many pairs of all go the way of a visible mean.
Difference visible(std::size_t with, std::size_t pairs, double mean = 1) {
  Difference d;
  d.pairs = pairs;
  d.mean = mean;
  d.low = mean - .5;
  d.high = mean + .5;
  (mean < 0 ? d.lower : d.higher) = with;
  (mean < 0 ? d.higher : d.lower) = pairs - with;
  return d;
}

TEST(Certainty, IsSaidByPairsOfTwenty) {
  for (std::size_t with = 0; with <= 20; ++with) {
    const Certainty said = certainty_of(visible(with, 20));
    EXPECT_EQ(said, with >= 17   ? Certainty::AlmostCertain
                    : with >= 14 ? Certainty::Likely
                    : with >= 11 ? Certainty::MoreOftenThanNot
                                 : Certainty::CouldGoEitherWay)
        << with;
    EXPECT_EQ(said, certainty_of(visible(with, 20, -1))) << "whichever way the mean goes";
    EXPECT_EQ(said, certainty_of(visible(5 * with, 100))) << "shares count, not numbers";
  }
}

TEST(Certainty, AsksForEnoughPairs) {
  EXPECT_EQ(certainty_of(visible(6, 6)), Certainty::AlmostCertain);
  EXPECT_EQ(certainty_of(visible(5, 5)), Certainty::Likely) << "five of five come about once in sixteen times";
  EXPECT_EQ(certainty_of(visible(4, 4)), Certainty::Likely);
  EXPECT_EQ(certainty_of(visible(3, 3)), Certainty::TooFewRuns);
  EXPECT_EQ(certainty_of(visible(1, 1)), Certainty::TooFewRuns);
}

TEST(Certainty, IsNoneWhereTheIntervalHoldsNothing) {
  Difference d = visible(20, 20);
  d.low = -.1;
  EXPECT_EQ(certainty_of(d), Certainty::NoVisibleDifference);
  d.low = 0;
  EXPECT_EQ(certainty_of(d), Certainty::NoVisibleDifference) << "its end is nothing";
  EXPECT_FALSE(is_visible(d));
  d = Difference{};
  d.pairs = 8;
  EXPECT_EQ(certainty_of(d), Certainty::NoVisibleDifference) << "all ties at 0";
}

TEST(Certainty, KnowsWhatIsTheSameInEveryRun) {
  Difference d = visible(8, 8);
  d.low = d.high = d.mean;
  EXPECT_EQ(certainty_of(d), Certainty::Exact);
}

TEST(Certainty, HasWordsInBothLanguages) {
  EXPECT_EQ(words_of(Certainty::AlmostCertain, Tongue::Dutch), "vrijwel zeker");
  EXPECT_EQ(words_of(Certainty::AlmostCertain, Tongue::English), "almost certain");
  for (int i = 0; i <= static_cast<int>(Certainty::Exact); ++i)
    for (const Tongue tongue : {Tongue::Dutch, Tongue::English})
      EXPECT_FALSE(words_of(static_cast<Certainty>(i), tongue).empty()) << i;
  EXPECT_EQ(pairs_text(visible(17, 20, -1), Tongue::Dutch), "17 van 20");
}

}  // namespace
}  // namespace polder::report
