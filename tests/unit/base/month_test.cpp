#include "polder/base/month.h"

#include <gtest/gtest.h>

namespace polder {
namespace {

TEST(Month, SurvivesTextBothWays) {
  for (int index = 1; index <= 65535; ++index) {
    const Month month{static_cast<std::uint16_t>(index)};
    EXPECT_EQ(month_from_text(to_text(month)), month) << to_text(month);
    EXPECT_EQ(Month::of(month.year(), month.calendar_month()), month);
  }
  EXPECT_EQ(to_text(Month::of(2026, 7)), "2026-07");
  EXPECT_EQ(to_text(never), "never");
}

TEST(Month, TakesNothingButYearAndMonth) {
  for (const char* text : {"", "2026", "2026-7", "2026-00", "2026-13", "2026-07-01", " 2026-07", "2026/07", "202a-07",
                           "2026-0a", "-026-07", "+026-07", "1899-12", "1900-01", "9999-12", "never", "2026-+7"}) {
    EXPECT_FALSE(month_from_text(text).has_value()) << text;
  }
}

TEST(Month, CountsMonths) {
  EXPECT_EQ(Month::of(2026, 12) + 1, Month::of(2027, 1));
  EXPECT_EQ(Month::of(2026, 1) - 1, Month::of(2025, 12));
  EXPECT_EQ(Month::of(2026, 3) - Month::of(2027, 3), -12);
  EXPECT_LT(Month::of(2026, 3), Month::of(2026, 4));
}

}  // namespace
}  // namespace polder
