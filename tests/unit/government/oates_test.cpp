// T-G2: the cost of uniform provision, and the share of spillovers at which it pays to centralise.
#include "government/oates.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "government/cards.h"

namespace polder::government {
namespace {

const std::vector<double> needs{8, 10, 11, 15};
constexpr double slope = 3;

/// What all places together get of provision x in a place with this need.
double worth(double need, double x) { return slope * (need * x - x * x / 2); }

double best_worth() {
  double all = 0;
  for (const double need : needs) all += worth(need, need);
  return all;
}

TEST(UniformityLoss, IsHalfTheSlopeTimesTheSquaresAroundTheMean) {
  EXPECT_NEAR(uniformity_loss(needs, slope), slope / 2 * (9 + 1 + 0 + 16), 1e-12);
  EXPECT_EQ(uniformity_loss(std::vector<double>{4, 4, 4}, slope), 0);
  double uniform = 0;
  for (const double need : needs) uniform += worth(need, 11);
  EXPECT_NEAR(best_worth() - uniform, uniformity_loss(needs, slope), 1e-9);
}

TEST(SpilloverLoss, IsWhatSeparateOptimaLeaveUndone) {
  for (const double spillover : {0.0, .2, .7}) {
    double separate = 0;
    for (const double need : needs) {
      const double x = (1 - spillover) * need;  // what maximises the own benefit
      const auto own = [&](double provision) { return worth(need, provision) - spillover * slope * need * provision; };
      EXPECT_GT(own(x), own(x + .01));
      EXPECT_GT(own(x), own(x - .01));
      separate += worth(need, x);
    }
    EXPECT_NEAR(best_worth() - separate, spillover_loss(needs, slope, spillover), 1e-9);
  }
}

/// The noiseless toy: the rule by which tasks change their level decides between the two on what they are worth.
TEST(SpilloverThreshold, IsWhereTheBestLevelChanges) {
  const double threshold = spillover_threshold(needs);
  EXPECT_NEAR(threshold, std::sqrt(26.0 / (64 + 100 + 121 + 225)), 1e-12);
  const std::array<bool, level_count> two_levels{true, false, false, false, false, true, false};
  const auto best = [&](double spillover) {
    std::array<double, level_count> value{};
    value[number(Level::Local)] = best_worth() - spillover_loss(needs, slope, spillover);
    value[number(Level::National)] = best_worth() - uniformity_loss(needs, slope);
    return best_level(Level::Local, value, two_levels, 0);
  };
  for (int thousandths = 0; thousandths <= 1000; ++thousandths) {
    const double spillover = thousandths / 1000.0;
    EXPECT_EQ(best(spillover), spillover > threshold ? Level::National : Level::Local) << spillover;
  }
  EXPECT_EQ(best(threshold - 1e-9), Level::Local);
  EXPECT_EQ(best(threshold + 1e-9), Level::National);
}

}  // namespace
}  // namespace polder::government
