// What is expected of demand: what is known, what was seen, and the error between them.
#include "world/forecast.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"

namespace polder {
namespace {

using namespace testing;

class Forecasts : public ::testing::Test {
 protected:
  SmallWorld small;

  Forecasts() {
    small.world.start = small.world.month - 12;
    small.world.economy.planned_jobs = {60, 40, 50, 50};
    small.world.economy.demand = {100, 100, 100, 100, 110, 90, 100, 100};
  }
  double forecast(double precision, RegionIndex region = west, OccupationIndex occupation = technical, double lag = 0) {
    return forecast_growth_at({precision, lag}, small.world, small.inputs(), region, occupation, small.random);
  }
};

TEST_F(Forecasts, SeeOnlyTheLastYearWithoutPrecision) {
  small.parameters().info.noise = 0;
  EXPECT_NEAR(forecast(0), std::log(1.1), 1e-12);
  EXPECT_NEAR(forecast(0, west, nursing), std::log(.9), 1e-12);
  EXPECT_NEAR(forecast(0, east), 0, 1e-12);
}

TEST_F(Forecasts, SeeTheYearOfTheStatisticsThatAreOut) {
  small.parameters().info.noise = 0;
  auto& demand = small.world.economy.demand;
  demand.insert(demand.end(), {121, 90, 100, 150});
  const auto seen = [&](int month, double lag) {
    small.world.month = small.world.start + month;
    return forecast(0, east, nursing, lag);
  };
  EXPECT_NEAR(seen(24, 0), std::log(1.5), 1e-12);
  EXPECT_EQ(seen(24, 12), 0) << "of the year before";
  EXPECT_EQ(seen(26, 3), 0);
  EXPECT_EQ(seen(26, 2.5), 0) << "out in the month after";
  EXPECT_NEAR(seen(27, 2.5), std::log(1.5), 1e-12);
  EXPECT_EQ(seen(11, 0), 0) << "there are no two before the second are taken";
  EXPECT_EQ(seen(23, 12), 0);
}

TEST_F(Forecasts, KnowTheTrendAtFullPrecision) {
  EXPECT_NEAR(forecast(1), 0, 1e-12) << "no trend: nothing is known to come, and there is no error";
  small.trend_ahead = {.2, 0, 0, 0};  // industry in the west, over two years
  // Technical work in the west: .6 of 60 jobs in industry, .2 of 40 in care.
  EXPECT_NEAR(forecast(1), std::log((36 * std::exp(.2) + 8) / 44) / 2, 1e-12);
  EXPECT_NEAR(forecast(1, east), 0, 1e-12);
  small.demand.trend = small.trend_ahead;
  EXPECT_NEAR(forecast(1), 0, 1e-12) << "what has come is no growth any more";
}

TEST_F(Forecasts, MixTheTwoByPrecision) {
  small.parameters().info.noise = 0;
  small.trend_ahead = {.2, 0, 0, 0};
  const double seen = forecast(0), known = forecast(1);
  EXPECT_NEAR(forecast(.3), .3 * known + .7 * seen, 1e-12);
}

TEST_F(Forecasts, ErrHalfAsMuchAtThreeQuarters) {
  constexpr int replicates = 4000;
  const auto spread = [&](double precision) {
    double sum = 0, squares = 0;
    for (int r = 0; r < replicates; ++r) {
      small.random.replicate = static_cast<std::uint32_t>(r);
      const double g = forecast(precision, east);
      sum += g;
      squares += g * g;
    }
    EXPECT_LT(std::abs(sum / replicates), 4 * .02 / std::sqrt(replicates));
    return std::sqrt(squares / replicates);
  };
  EXPECT_NEAR(spread(0), .02, 4 * .02 / std::sqrt(2. * replicates));
  EXPECT_NEAR(spread(.75), .01, 4 * .01 / std::sqrt(2. * replicates));
}

TEST_F(Forecasts, AreOneForAYearOfStatistics) {
  const double january = forecast(.2);
  small.world.month = small.world.month + 11;
  EXPECT_EQ(forecast(.2), january);
  small.world.month = small.world.month + 1;
  EXPECT_NE(forecast(.2), january);
}

}  // namespace
}  // namespace polder
