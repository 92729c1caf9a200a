// T-G13: what a month of delay in a crisis costs, with the hazard that the engine gives helped workers.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "support/small_world.h"
#include "systems/life/life.h"

namespace polder {
namespace {

using namespace testing;

constexpr int most_ww = 24, help_lasts = 6;  // [months]

/// How many times as often a helped worker finds work, for help of this intensity: the engine's rate of applications.
double multiplier(double help, double effect) {
  SmallWorld small;
  small.parameters().search.most_per_month = small.parameters().search.suitable = 1;
  small.parameters().crisis.effect = effect;
  const FirmIndex plant = small.add_firm(stad, industry, FirmState::Notice);
  small.model.tracked = {plant};
  const ResidentIndex worker = small.add_jobless(stad, Labour::Unemployed, Benefit::Ww);
  small.change(worker, [](Situation& now) { now.cohort = 1; });
  const auto rate = [&](double crisis_help) {
    small.world.crisis_help = crisis_help;
    return life::Chances(small.world, small.inputs()).applications(small.profile(worker), small.now(worker));
  };
  return rate(help) / rate(0);
}

/// Expected months of ww: two months of notice at a hazard of .04, then .11 exp(-.08 d) + .02, months counted at their
/// start; times `factor` in the months of help.
double ww_months(double factor, int start) {
  double on_ww = (1 - .04) * (1 - .04), months = 0;
  for (int d = 0; d < most_ww; ++d) {
    months += on_ww;
    const double hazard = .11 * std::exp(-.08 * d) + .02;
    on_ww *= 1 - hazard * (d >= start && d < start + help_lasts ? factor : 1);
  }
  return months;
}

TEST(PriceOfDelay, IsWhatTheEnginesHelpSavesLess) {
  EXPECT_NEAR(ww_months(1, 0), 8.89268, 5e-6);
  const std::array<int, 4> starts{0, 2, 4, 6};
  const std::pair<double, std::array<double, 4>> table[] = {{1, {1.324, .944, .678, .487}},
                                                            {.345, {.482, .341, .243, .174}},
                                                            {.604, {.826, .586, .419, .301}},
                                                            {.657, {.895, .635, .455, .326}}};
  for (const auto& [reach, saved] : table) {
    const double factor = multiplier(reach, .3);
    EXPECT_NEAR(factor, 1 + .3 * reach, 1e-12);
    for (std::size_t i = 0; i < starts.size(); ++i)
      EXPECT_NEAR(ww_months(1, 0) - ww_months(factor, starts[i]), saved[i], 5.1e-4) << reach << " from " << starts[i];
  }
}

TEST(PriceOfDelay, IsNothingIfHelpDoesNothing) { EXPECT_DOUBLE_EQ(multiplier(1, 0), 1); }

}  // namespace
}  // namespace polder
