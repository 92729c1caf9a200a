// Target sizes and the chance of dismissal.
#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"
#include "systems/firms/firms.h"

namespace polder {
namespace {

using namespace testing;

double& planned(SmallWorld& small, RegionIndex region, SectorIndex sector) {
  return small.world.economy.planned_jobs[firms::cell(small.model.country, region, sector)];
}

double sum_of_targets(const SmallWorld& small, RegionIndex region, SectorIndex sector) {
  double sum = 0;
  const Firms& firms = small.world.firms;
  for (const FirmIndex f : rows_of(firms.state))
    if (is_active(firms.state[f]) && firms.sector[f] == sector &&
        small.model.country.municipalities[firms.municipality[f]].region == region)
      sum += firms.target[f];
  return sum;
}

/// A month in which dismissals are revised.
Month round_month(const SmallWorld& small) {
  Month month = small.world.month;
  while (month.index % 3 != 0) month = month + 1;
  return month;
}

TEST(SetTargets, AddUpToPlannedJobsTimesDemand) {
  SmallWorld small;
  small.parameters().firm.productivity_sd = .1;
  for (int i = 0; i < 8; ++i) {
    small.add_firm(stad, industry, FirmState::Open, 10u + static_cast<std::uint32_t>(i * i));
    small.add_firm(dorp, industry, FirmState::OwnAccount, 5);
    small.add_firm(haven, care_sector);
  }
  planned(small, west, industry) = 321;
  planned(small, east, care_sector) = 400;
  small.world.economy.log_demand[number(industry)] = .05;
  small.model.reference_growth = {1, 1.001, 1.01, 1.02};
  small.demand.trend = {-.2, 0, 0, .1};
  small.demand.cycle_shift = -.02;
  for (int month = 0; month < 3; ++month, small.next_month()) {
    small.run(firms::set_targets);
    const double growth = std::vector{1.01, 1.02, 1.02}[static_cast<std::size_t>(month)];
    EXPECT_NEAR(sum_of_targets(small, west, industry), 321 * std::exp(.05 - .2 - 1.3 * .02) * growth, 1e-9);
    EXPECT_NEAR(sum_of_targets(small, east, care_sector), 400 * std::exp(.1 - .4 * .02) * growth, 1e-9);
  }
}

TEST(SetTargets, MoveInTheWarmUpUntilJobsAreThoseOfTheFigures) {
  SmallWorld small;
  auto& p = small.parameters().firm;
  p.settle_months = 4;
  p.settle_pull = 2;
  const FirmIndex firm = small.add_firm(stad, industry);
  planned(small, west, industry) = 100;
  small.model.start_jobs = small.world.economy.planned_jobs;
  small.world.start = small.world.month + 100;
  const auto hold = [&](std::uint32_t jobs, std::uint32_t vacancies, std::uint32_t leavers) {
    small.world.firms.jobs[firm] = jobs;
    small.world.firms.vacancies[firm] = vacancies;
    small.world.firms.leavers[firm] = leavers;
    small.run(firms::set_targets);
    return small.world.firms.target[firm];
  };
  EXPECT_NEAR(hold(100, 8, 0), 98 - 2 * 8, 1e-9) << "a fourth of what is over leaves the plan, twice as much pulls";
  EXPECT_NEAR(planned(small, west, industry), 98, 1e-9);
  EXPECT_NEAR(hold(90, 6, 4), 98, 1e-9) << "as many as when vacancies were posted";
  double held = 100;
  for (int month = 0; month < 90; ++month, small.next_month())
    held += .2 * (hold(static_cast<std::uint32_t>(held + .5), 0, 0) + 5 - held);
  EXPECT_NEAR(held, 100, 1) << "who holds five too many plans five fewer";
  EXPECT_NEAR(planned(small, west, industry), 95, 2);
  small.world.start = small.world.month;
  const double settled = planned(small, west, industry);
  EXPECT_NEAR(hold(300, 0, 0), settled, 1e-9) << "plans stay when the warm-up is over";
}

TEST(SetTargets, LetLargeEstablishmentsFluctuateLess) {
  SmallWorld small;
  small.parameters().firm.productivity_sd = .05;
  std::array<double, 2> squares{};
  for (int i = 0; i < 2000; ++i) {
    small.add_firm(stad, industry, FirmState::Open, 2);
    small.add_firm(stad, industry, FirmState::Open, 500);
  }
  planned(small, west, industry) = 1000;
  small.run(firms::set_targets);
  for (const FirmIndex f : rows_of(small.world.firms.state))
    squares[number(f) % 2] += small.world.firms.productivity[f] * small.world.firms.productivity[f] / 2000;
  EXPECT_NEAR(std::sqrt(squares[0]), .05 * std::pow(2, -.18), .003);
  EXPECT_NEAR(std::sqrt(squares[1]), .05 * std::pow(500, -.18), .002);
  const double first = small.world.firms.productivity[FirmIndex{0}];
  small.parameters().firm.productivity_sd = 0;
  small.run(firms::set_targets);
  EXPECT_NEAR(small.world.firms.productivity[FirmIndex{0}], .985 * first, 1e-12) << "returns to its mean";
}

TEST(SetTargets, LeaveClosedAndAbsentOnesOut) {
  SmallWorld small;
  const FirmIndex open = small.add_firm(stad, industry), closed = small.add_firm(stad, industry, FirmState::Closed);
  const FirmIndex notice = small.add_firm(stad, industry, FirmState::Notice);
  small.add_firm(stad, industry, FirmState::Absent);
  planned(small, west, industry) = 80;
  small.world.firms.target[closed] = 7;
  small.run(firms::set_targets);
  EXPECT_DOUBLE_EQ(small.world.firms.target[open], 80);
  EXPECT_EQ(small.world.firms.target[closed], 7);
  EXPECT_EQ(small.world.firms.productivity[notice], 0);
}

TEST(Dismissal, ClosesASurplusBeyondWhatIsBorne) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  small.world.month = round_month(small);
  const auto chance = [&](double target, std::uint32_t jobs, std::uint32_t vacancies) {
    planned(small, west, industry) = target;
    small.world.firms.jobs[firm] = jobs;
    small.world.firms.vacancies[firm] = vacancies;
    small.run(firms::set_targets);
    return small.world.firms.dismissal[firm] / 4294967296.0;
  };
  // gamma max(0, jobs + vacancies - target - max(1, slack target)) / jobs.
  EXPECT_NEAR(chance(100, 120, 5), .1062 * (125 - 100 - 5) / 120, 1e-9);
  EXPECT_EQ(chance(100, 105, 0), 0);
  EXPECT_NEAR(chance(10, 14, 0), .1062 * (14 - 10 - 1) / 14, 1e-9) << "one row is always borne";
  EXPECT_EQ(chance(10, 11, 0), 0);
  EXPECT_EQ(chance(0.001, 0, 0), 0);
}

TEST(Dismissal, IsRevisedEveryThirdMonth) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  small.world.firms.jobs[firm] = 120;
  planned(small, west, industry) = 100;
  small.world.month = round_month(small) + 1;
  small.run(firms::set_targets);
  EXPECT_EQ(small.world.firms.dismissal[firm], 0u);
  small.world.month = small.world.month + 1;
  small.run(firms::set_targets);
  EXPECT_EQ(small.world.firms.dismissal[firm], 0u);
  small.world.month = small.world.month + 1;
  small.run(firms::set_targets);
  EXPECT_GT(small.world.firms.dismissal[firm], 0u);
  planned(small, west, industry) = 200;
  small.world.month = small.world.month + 1;
  const Threshold before = small.world.firms.dismissal[firm];
  small.run(firms::set_targets);
  EXPECT_EQ(small.world.firms.dismissal[firm], before) << "until the next plan";
}

TEST(Dismissal, FollowsThePaperWithConstantParameters) {
  SmallWorld small;
  auto& p = small.parameters().firm;
  p.drc = 1;
  const FirmIndex firm = small.add_firm(stad, industry);
  small.world.firms.jobs[firm] = 90;
  small.world.firms.vacancies[firm] = 20;
  planned(small, west, industry) = 100;
  small.world.month = round_month(small) + 1;  // revised every month
  small.run(firms::set_targets);
  EXPECT_NEAR(small.world.firms.dismissal[firm] / 4294967296.0, .01034 + (1 - .01034) * .1062 * 10 / 90, 1e-9);
}

TEST(DrcPlan, OpensWhatIsMissingAndReplaces) {
  const firms::Plan growing = firms::drc_plan(80, 5, 100, .01, .02, .1);
  EXPECT_DOUBLE_EQ(growing.dismissal, .01);
  EXPECT_DOUBLE_EQ(growing.openings, .02 * 80 + .98 * .1 * 15);
  const firms::Plan shrinking = firms::drc_plan(10, 500, 100, .01, .02, .1);
  EXPECT_DOUBLE_EQ(shrinking.dismissal, 1);
  EXPECT_DOUBLE_EQ(shrinking.openings, .2);
  EXPECT_EQ(firms::drc_plan(0, 0, 0, .01, .02, .1).dismissal, 0);
}

TEST(MoveDemand, FollowsTheCycleAndIsHeldInTheWarmUp) {
  SmallWorld small;
  Economy& economy = small.world.economy;
  economy.cycle = .02;
  economy.cycle_before = .01;
  small.run(firms::move_demand);
  const double next = 1.96578 * .02 - .970225 * .01;
  EXPECT_NEAR(economy.cycle, next, 1e-15);
  EXPECT_EQ(economy.cycle_before, .02);
  EXPECT_NEAR(economy.log_demand[0], 1.3 * (next - .02), 1e-15);
  EXPECT_NEAR(economy.log_demand[1], .4 * (next - .02), 1e-15);
  small.world.start = small.world.month + 1;
  small.run(firms::move_demand);
  EXPECT_NEAR(economy.cycle, next, 1e-15);
}

TEST(MoveDemand, HasNoiseOfTheGivenSize) {
  SmallWorld small;
  small.parameters().demand.sector_sd = .004;
  small.parameters().demand.innovation_sd = .000195;
  double squares = 0, shocks = 0, before = 0;
  constexpr int months = 4000;
  Economy& economy = small.world.economy;
  for (int t = 0; t < months; ++t, small.world.month = small.world.month + 1) {
    economy.cycle = economy.cycle_before = 0;
    before = economy.log_demand[1];
    small.world.month = Month{static_cast<std::uint16_t>(1600 + t)};
    small.run(firms::move_demand);
    const double noise = economy.log_demand[1] - before - .4 * economy.cycle;
    squares += noise * noise / months;
    shocks += economy.cycle * economy.cycle / months;
  }
  EXPECT_NEAR(std::sqrt(squares), .004, 4 * .004 / std::sqrt(2.0 * months));
  EXPECT_NEAR(std::sqrt(shocks), .000195, 4 * .000195 / std::sqrt(2.0 * months));
}

}  // namespace
}  // namespace polder
