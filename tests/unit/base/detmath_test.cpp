#include "polder/base/detmath.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace polder::detmath {
namespace {

/// Error of `value` in units in the last place of the exact value, which is given with extra bits.
double ulps(double value, long double exact) {
  const auto nearest = static_cast<double>(exact);
  const double spacing = std::nextafter(std::abs(nearest), INFINITY) - std::abs(nearest);
  return static_cast<double>(std::abs(static_cast<long double>(value) - exact) / spacing);
}

TEST(Exp, IsWithinOneUlp) {
  double worst = 0;
  for (int i = 0; i <= 2'000'000; ++i) {
    const double x = -700 + 1400.0 * i / 2'000'000;
    worst = std::max(worst, ulps(exp(x), std::exp(static_cast<long double>(x))));
  }
  for (int i = 0; i <= 1'000'000; ++i) {
    const double x = -2 + 4.0 * i / 1'000'000;
    worst = std::max(worst, ulps(exp(x), std::exp(static_cast<long double>(x))));
  }
  EXPECT_LT(worst, 1.0);
}

TEST(Exp, KnowsItsEnds) {
  EXPECT_EQ(exp(0.0), 1.0);
  EXPECT_EQ(exp(-0.0), 1.0);
  EXPECT_EQ(exp(709.79), INFINITY);
  EXPECT_EQ(exp(INFINITY), INFINITY);
  EXPECT_EQ(exp(-745.2), 0.0);
  EXPECT_EQ(exp(-INFINITY), 0.0);
  EXPECT_TRUE(std::isfinite(exp(709.78)));
  EXPECT_NEAR(exp(709.78) / std::exp(709.78), 1.0, 1e-15);
  for (double x = -745; x < -700; x += 0.01) {  // into the subnormal numbers: within one of the smallest steps
    EXPECT_NEAR(exp(x), std::exp(x), std::numeric_limits<double>::denorm_min() + 3e-16 * std::exp(x)) << x;
  }
  EXPECT_TRUE(std::isnan(exp(NAN)));
}

TEST(Exp, GrowsWithItsArgument) {
  double before = exp(-50.0);
  for (double x = -50.0; x < 50.0; x += 1e-4) {
    const double here = exp(x);
    EXPECT_GE(here, before) << x;
    before = here;
  }
}

TEST(Log, IsWithinOneUlp) {
  double worst = 0;
  const auto look = [&](double x) { worst = std::max(worst, ulps(log(x), std::log(static_cast<long double>(x)))); };
  for (int i = 1; i <= 2'000'000; ++i) look(i * 1e-6);
  for (int i = 0; i <= 1'000'000; ++i) look(1.0 + (i - 500'000) * 1e-9);
  for (int i = 0; i < 1'000'000; ++i) look(std::ldexp(1.0 + 1e-6 * i, i % 2098 - 1074));
  for (std::uint32_t i = 0; i < 1'000'000; ++i) look((i * 4294.0 + 0.5) / 4294967296.0);
  EXPECT_LT(worst, 1.0);
}

TEST(Log, KnowsItsEnds) {
  EXPECT_EQ(log(1.0), 0.0);
  EXPECT_EQ(log(INFINITY), INFINITY);
  EXPECT_TRUE(std::isnan(log(0.0)));
  EXPECT_TRUE(std::isnan(log(-1.0)));
  EXPECT_TRUE(std::isnan(log(NAN)));
  EXPECT_NEAR(log(std::numeric_limits<double>::denorm_min()), -744.4400719213812, 1e-12);
}

TEST(Pow, AgreesWithTheSystem) {
  for (double x = 0.01; x < 100; x *= 1.07) {
    for (double y = -5; y <= 5; y += 0.173) EXPECT_NEAR(pow(x, y) / std::pow(x, y), 1.0, 1e-14) << x << "^" << y;
  }
  EXPECT_EQ(pow(7.0, 0.0), 1.0);
  EXPECT_EQ(pow(1.0, 1e9), 1.0);
}

TEST(Logistic, IsAChanceAndSymmetric) {
  EXPECT_EQ(logistic(0.0), 0.5);
  EXPECT_EQ(logistic(800.0), 1.0);
  EXPECT_EQ(logistic(-800.0), 0.0);
  for (double x = -30; x <= 30; x += 0.01) {
    EXPECT_NEAR(logistic(x), 1.0 / (1.0 + std::exp(-x)), 3e-16) << x;
    EXPECT_NEAR(logistic(x) + logistic(-x), 1.0, 3e-16) << x;
  }
}

// Bits that every build must give: a change here changes every result.
TEST(Detmath, GivesTheSameBitsEverywhere) {
  std::uint64_t digest = 0;
  for (int i = 1; i < 100'000; ++i) {
    digest = digest * 31 + std::bit_cast<std::uint64_t>(exp(i * 0.007 - 350));
    digest = digest * 31 + std::bit_cast<std::uint64_t>(log(i * 0.013));
    digest = digest * 31 + std::bit_cast<std::uint64_t>(pow(i * 0.001, 1.7));
    digest = digest * 31 + std::bit_cast<std::uint64_t>(logistic(i * 0.001 - 50));
  }
  EXPECT_EQ(digest, 0x5160f71d13f0cfe5u);
}

}  // namespace
}  // namespace polder::detmath
