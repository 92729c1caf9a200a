#include "report/numbers.h"

#include <gtest/gtest.h>

#include <cmath>

namespace polder::report {
namespace {

TEST(Numbers, AreWrittenByLanguage) {
  EXPECT_EQ(number(-1234567.8, 1, Tongue::Dutch), "−1.234.568");
  EXPECT_EQ(number(-1234567.8, 1, Tongue::English), "−1,234,568");
  EXPECT_EQ(number(1234.56, .1, Tongue::Dutch, true), "+1.234,6");
  EXPECT_EQ(number(1234.56, .1, Tongue::English, true), "+1,234.6");
  EXPECT_EQ(number(999, 1, Tongue::Dutch), "999");
  EXPECT_EQ(number(1000, 1, Tongue::Dutch), "1.000");
  EXPECT_EQ(number(std::nan(""), 1, Tongue::Dutch), "–");
}

TEST(Numbers, HaveNoSignWhereTheyAreShownAsNothing) {
  EXPECT_EQ(number(-.4, 1, Tongue::English, true), "0");
  EXPECT_EQ(number(.04, .1, Tongue::English, true), "0.0");
}

TEST(Numbers, AreRoundedToTheStepOfTheirInterval) {
  EXPECT_EQ(step_for(240), 100);
  EXPECT_EQ(step_for(190), 10);
  EXPECT_EQ(step_for(2), 1);
  EXPECT_DOUBLE_EQ(step_for(.47), .1);
  EXPECT_EQ(step_for(0), 0);
  EXPECT_EQ(step_for(std::nan("")), 0);
  for (double half = 1e-4; half < 1e8; half *= 1.37) {
    EXPECT_LE(step_for(half), half / 2 * 1.0000001) << half;
    EXPECT_GT(step_for(half), half / 20 * .9999999) << half;
  }
  EXPECT_EQ(number(6979.5, step_for(240), Tongue::Dutch), "7.000");
}

TEST(Numbers, TellMonths) {
  const Month from = Month::of(2026, 1);
  EXPECT_EQ(month_name(Month::of(2026, 7), Tongue::Dutch), "juli 2026");
  EXPECT_EQ(months_between(from, Month::of(2033, 12), Tongue::Dutch), "2026–2033");
  EXPECT_EQ(months_between(from, Month::of(2026, 12), Tongue::English), "2026");
  EXPECT_EQ(months_between(from, from, Tongue::English), "January 2026");
  EXPECT_EQ(months_between(Month::of(2026, 11), Month::of(2027, 4), Tongue::Dutch), "november 2026 t/m april 2027");
}

}  // namespace
}  // namespace polder::report
