#include "world/whole_numbers.h"

#include <gtest/gtest.h>

#include <numeric>

#include "polder/base/random.h"
#include "world/choice.h"

namespace polder {
namespace {

using Counts = std::vector<std::uint32_t>;

TEST(Apportion, GivesTheRestToTheLargestRemainders) {
  // Quotas 1.5, 2.3, 3.2 of 7: floors 1, 2, 3, the one left goes to .5.
  EXPECT_EQ(apportion(std::vector<double>{15, 23, 32}, 7), (Counts{2, 2, 3}));
}

TEST(Apportion, BreaksTiesByNumber) { EXPECT_EQ(apportion(std::vector<double>{1, 1, 1}, 2), (Counts{1, 1, 0})); }

TEST(Apportion, PassesOnWhatAPartCannotTake) {
  EXPECT_EQ(apportion(std::vector<double>{10, 1, 1}, 12, Counts{3, 10, 10}), (Counts{3, 5, 4}));
}

TEST(Apportion, StopsWhenEverybodyIsFull) {
  EXPECT_EQ(apportion(std::vector<double>{1, 1}, 9, Counts{2, 3}), (Counts{2, 3}));
}

TEST(Apportion, LeavesPartsWithoutQuotaEmpty) {
  EXPECT_EQ(apportion(std::vector<double>{0, 1, 0}, 5), (Counts{0, 5, 0}));
}

TEST(RoundTable, KeepsBothMarginsOnRandomTables) {
  const Random random{3, 0};
  for (std::uint32_t trial = 0; trial < 200; ++trial) {
    const std::size_t rows = 2 + trial % 9, columns = 2 + trial % 7;
    // A whole table gives margins that can be met; the real one is the same with noise and a few zeros kept.
    std::vector<double> cells(rows * columns);
    Counts row_margin(rows, 0), column_margin(columns, 0);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Block luck = random.block(Draw::WorldCell, Month{1}, trial, static_cast<std::uint32_t>(i));
      const std::uint32_t whole = luck[0] % 5 == 0 ? 0 : luck[1] % 4;
      row_margin[i / columns] += whole;
      column_margin[i % columns] += whole;
      cells[i] = luck[0] % 5 == 0 ? 0 : whole + uniform(luck[2]) - (whole > 0 ? .5 : 0);
    }
    const Counts table = round_table(cells, row_margin, column_margin);
    ASSERT_EQ(table.size(), cells.size()) << trial;
    for (std::size_t r = 0; r < rows; ++r) {
      std::uint32_t sum = 0;
      for (std::size_t c = 0; c < columns; ++c) sum += table[r * columns + c];
      EXPECT_EQ(sum, row_margin[r]);
    }
    for (std::size_t c = 0; c < columns; ++c) {
      std::uint32_t sum = 0;
      for (std::size_t r = 0; r < rows; ++r) sum += table[r * columns + c];
      EXPECT_EQ(sum, column_margin[c]);
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i] > 0) continue;
      EXPECT_EQ(table[i], 0u);
    }
  }
}

TEST(RoundTable, SaysWhenZerosForbidTheMargins) {
  EXPECT_TRUE(round_table(std::vector<double>{1, 0, 0, 1}, Counts{2, 1}, Counts{1, 2}).empty());
  EXPECT_TRUE(round_table(std::vector<double>{0, 0, 1, 1}, Counts{1, 1}, Counts{1, 1}).empty());
}

TEST(Chances, AreProportionalToWeightUpToTheCap) {
  const Counts persons{10, 10, 10};
  EXPECT_EQ(chances(persons, std::vector<double>{1, 2, 0}, 6, 1), (std::vector<double>{.2, .4, 0}));
  const auto capped = chances(persons, std::vector<double>{1, 4, 0}, 11, .8);
  EXPECT_DOUBLE_EQ(capped[0], .3);
  EXPECT_DOUBLE_EQ(capped[1], .8);
}

TEST(Chances, ExceedTheCapOnlyIfTheTotalDemandsIt) {
  const auto raised = chances(Counts{10, 10}, std::vector<double>{1, 1}, 19, .9);
  EXPECT_DOUBLE_EQ(raised[0], .95);
  EXPECT_DOUBLE_EQ(raised[1], .95);
}

TEST(Choice, ChoosesExactlyAndEverybodyEquallyOften) {
  constexpr std::size_t persons = 7, wanted = 3;
  std::vector<int> chosen(persons, 0);
  constexpr int trials = 20000;
  const Random random{5, 0};
  for (int trial = 0; trial < trials; ++trial) {
    Choice choice(Counts{persons}, Counts{wanted});
    std::size_t taken = 0;
    for (std::size_t i = 0; i < persons; ++i) {
      const bool take = choice.take(
          0, random.word(Draw::World, Month{1}, static_cast<std::uint32_t>(trial), static_cast<std::uint32_t>(i)));
      taken += take;
      chosen[i] += take;
    }
    ASSERT_EQ(taken, wanted);
  }
  // Binomial standard error of a share of 3/7.
  for (const int times : chosen) EXPECT_NEAR(times / double{trials}, 3.0 / 7, 4 * .495 / 141.4);
}

TEST(Choice, SpreadsATotalOverCellsWithoutLosingAnybody) {
  const Counts persons{3, 3, 3, 3, 3};
  const auto chance = chances(persons, std::vector<double>(5, 1), 4, 1);
  for (const double offset : {0.0, .25, .5, .999999}) EXPECT_EQ(Choice(persons, chance, offset).total(), 4u);
}

}  // namespace
}  // namespace polder
