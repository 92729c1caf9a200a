// Many comparisons at once: adjusted chances by hand, and what is said of lines that do not survive.
#include "compare/luck.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "support/small_results.h"

namespace polder {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(Luck, IsTheTailOfStudentsT) {
  // Differences 1, 2, 3: mean 2, error 1/sqrt(3), t = 3.464 with 2 degrees of freedom: p = 0.0742.
  const std::vector<double> ours{1, 2, 3}, theirs{0, 0, 0};
  EXPECT_NEAR(chance_of_luck(paired_difference(ours, theirs)), .0742, 5e-5);
}

TEST(Luck, IsFivePercentWhereTheIntervalEndsAtNothing) {
  const Difference edge{.pairs = 12, .mean = 2, .low = 0, .high = 4};
  EXPECT_NEAR(chance_of_luck(edge), .05, 1e-9);
}

TEST(Luck, IsNoTestWithoutDifferencesAndNoneWhereAllAreTheSame) {
  EXPECT_TRUE(std::isnan(chance_of_luck(paired_difference(std::vector{1.0, 2.0}, std::vector{1.0, 2.0}))));
  EXPECT_TRUE(std::isnan(chance_of_luck(paired_difference(std::vector{1.0}, std::vector{0.0}))));
  EXPECT_EQ(chance_of_luck(paired_difference(std::vector{2.0, 3.0}, std::vector{1.0, 2.0})), 0);
}

TEST(Luck, IsAdjustedAsBenjaminiAndHochbergDo) {
  // Ranks 1..4 of .01 .02 .03 .5: .04, .04, .04, .5; the order of the lines stays.
  const std::vector<double> after = adjusted({.03, nan, .5, .01, .02});
  EXPECT_NEAR(after[0], .04, 1e-12);
  EXPECT_TRUE(std::isnan(after[1]));
  EXPECT_NEAR(after[2], .5, 1e-12);
  EXPECT_NEAR(after[3], .04, 1e-12);
  EXPECT_NEAR(after[4], .04, 1e-12);
  EXPECT_EQ(adjusted({.9, .95}), (std::vector{.95, .95})) << "never above the largest";
  EXPECT_EQ(adjusted({.04}), std::vector{.04}) << "one comparison needs no adjustment";
}

class LuckInWords : public ::testing::Test {
 protected:
  LuckInWords() { testing::small_result(scratch_ / "r", 3); }
  std::string told(std::size_t among) const {
    const Store store = Store::open(scratch_ / "r");
    std::vector<ComparisonLine> lines(among,
                                      {"help",
                                       "reference",
                                       {"employed", "AM01", "", "2026-01", "2026-12"},
                                       "persons",
                                       "werkend",
                                       "employed",
                                       Difference{.pairs = 10, .reference = 100, .mean = 1, .low = -1, .high = 3},
                                       ""});
    lines.front().difference =
        Difference{.pairs = 10, .reference = 100, .mean = 2, .low = .1, .high = 3.9, .higher = 9};
    control_luck(lines);
    return to_text(store, lines, Tongue::English);
  }
  testing::ScratchFolder scratch_;
};

TEST_F(LuckInWords, IsSaidOfALineThatIsVisibleByItselfOnly) {
  EXPECT_THAT(told(1), Not(HasSubstr("luck")));
  EXPECT_THAT(told(40), HasSubstr("may be luck among 40 lines"));
}

}  // namespace
}  // namespace polder
