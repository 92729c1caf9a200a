// T-G13: what a month of delay in a crisis costs, with the hazard that the engine gives helped workers.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "support/shares_of_events.h"
#include "support/small_governments.h"

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
    return applications_of(small, worker);
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

/// Expected months of ww of a worker in dorp, month by month with the help that governments decided on by then, and the
/// month in which it began. The plant closes at once; `prepare` months of preparation, one round, all agree.
std::pair<double, int> ww_months_by_decision(Level level, double productivity, int prepare, bool protocol) {
  SmallGovernments small(level, 1 - 1e-12);
  GovernmentParameters& government = small.parameters().government;
  government.level[number(level)].decision_months = prepare;
  government.agreement.view_months_2022 = 1;
  small.policy.mandates.crisis_protocol = protocol;
  small.parameters().search.most_per_month = small.parameters().search.suitable = 1;
  small.parameters().crisis.effect = .3;
  small.parameters().crisis.months = help_lasts;
  small.world.firms.closes[small.plant] = small.world.month;
  small.world.firms.state[small.plant] = FirmState::Closed;
  small.world.municipalities.services[dorp].productivity[number(Task::Crisis)] = productivity;
  const ResidentIndex worker = small.add_jobless(dorp, Labour::Unemployed, Benefit::Ww);
  small.change(worker, [](Situation& now) { now.cohort = 1; });
  double on_ww = (1 - .04) * (1 - .04), months = 0;
  int began = -1;
  for (int d = 0; d < most_ww; ++d, small.next_month()) {
    small.decide();
    const double care = small.government(dorp).crisis_care;
    if (began < 0 && care > 0) began = d;
    const double helped = applications_of(small, worker);
    small.government(dorp).crisis_care = 0;
    const double alone = applications_of(small, worker);
    months += on_ww;
    on_ww *= 1 - (.11 * std::exp(-.08 * d) + .02) * helped / alone;
  }
  return {months, began};
}

TEST(PriceOfDelay, IsWhatGovernmentsTakeToDecide) {
  struct Case {
    Level level;
    double productivity;
    int prepare;
    bool protocol;
    int begins;
    double saved;
  };
  for (const Case& one : {Case{Level::Local, .345, 1, false, 2, .341}, Case{Level::Joint, .604, 3, false, 4, .419},
                          Case{Level::Joint, .604, 3, true, 0, .826}, Case{Level::Network, .657, 5, false, 6, .326}}) {
    const auto [months, began] = ww_months_by_decision(one.level, one.productivity, one.prepare, one.protocol);
    EXPECT_EQ(began, one.begins) << to_text(one.level);
    EXPECT_NEAR(ww_months(1, 0) - months, one.saved, 5.1e-4) << to_text(one.level);
  }
}

TEST(PriceOfDelay, IsNothingIfHelpDoesNothing) { EXPECT_DOUBLE_EQ(multiplier(1, 0), 1); }

}  // namespace
}  // namespace polder
