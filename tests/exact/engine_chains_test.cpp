// T-M1, T-M2, T-M8 through the model's own chances and systems: worlds in which only a few transitions act, against
// exact expectations within four standard errors.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "support/small_world.h"
#include "systems/labour/labour.h"
#include "systems/life/life.h"

namespace polder {
namespace {

using namespace testing;

std::int32_t stock(const SmallWorld& small, Labour status) {
  return small.world.municipalities.stocks[stad].labour[static_cast<std::size_t>(status)];
}

/// A month in which jobs end and participation changes, and nothing else.
void pass_month(SmallWorld& small) {
  small.run(life::draw_events);
  small.run(labour::end_jobs);
  small.run(labour::change_participation);
  small.next_month();
}

TEST(TwoStatesOfTheModel, ApproachTheirStationaryShareAsTheFormulaSays) {
  constexpr double s = .00525, f = .17537;
  constexpr int persons = 50000;
  Parameters p = still_parameters();
  p.participation.gives_up = s;
  p.participation.returns = f;
  SmallWorld small(p);
  small.random = Random{31, 4};
  for (int i = 0; i < persons; ++i) small.add_jobless(stad, Labour::Unemployed);
  const double stationary = s / (s + f);
  for (int t = 1; t <= 48; ++t) {
    pass_month(small);
    const double expected = stationary - stationary * std::pow(1 - s - f, t);
    ASSERT_NEAR(stock(small, Labour::Marginal), persons * expected, 4 * std::sqrt(persons * expected * (1 - expected)))
        << "month " << t;
  }
  EXPECT_EQ(stock(small, Labour::Unemployed) + stock(small, Labour::Marginal), persons);
}

TEST(Separations, LeaveJobsAsTheGeometricLawSays) {
  constexpr double s = .02;
  constexpr int persons = 30000;
  Parameters p = still_parameters();
  p.separation.to_unemployed = s;
  p.separation.permanent = .5;
  SmallWorld small(p);
  small.model.separation_mean = .5;
  small.random = Random{32, 0};
  const FirmIndex firm = small.add_firm(stad, industry);
  for (int i = 0; i < persons; ++i) small.add_worker(firm);
  for (int t = 1; t <= 36; ++t) {
    pass_month(small);
    const double stay = std::pow(1 - s, t);
    ASSERT_NEAR(small.world.firms.jobs[firm], persons * stay, 4 * std::sqrt(persons * stay * (1 - stay)));
  }
  EXPECT_TRUE(small.tallies_are_right());
}

constexpr std::size_t states = 4;  // Permanent, Unemployed, Marginal, Inactive
using Chain = std::array<std::array<double, states>, states>;
constexpr std::array<Labour, states> statuses{Labour::Permanent, Labour::Unemployed, Labour::Marginal,
                                              Labour::Inactive};

Chain times(const Chain& a, const Chain& b) {
  Chain c{};
  for (std::size_t i = 0; i < states; ++i)
    for (std::size_t j = 0; j < states; ++j)
      for (std::size_t k = 0; k < states; ++k) c[i][j] += a[i][k] * b[k][j];
  return c;
}

TEST(StatesOfTheModel, FollowTheChainOfTheirTransitions) {
  Parameters p = still_parameters();
  p.separation.to_unemployed = .00525;
  p.separation.permanent = 1;
  p.separation.out_of_labour_force = .0067;
  p.separation.attached = .23;
  p.participation.gives_up = .14;
  p.participation.returns = .107;
  p.participation.withdraws = .019;
  p.participation.starts = .0086;
  p.participation.comes_closer = .0058;
  SmallWorld small(p);
  small.random = Random{33, 1};
  const FirmIndex firm = small.add_firm(stad, industry);
  const std::array<int, states> start{20000, 5000, 1000, 14000};
  for (std::size_t state = 0; state < states; ++state)
    for (int i = 0; i < start[state]; ++i) {
      if (state == 0)
        small.add_worker(firm);
      else
        small.add_jobless(stad, statuses[state]);
    }
  const double out = .0067;
  const Chain month{{{1 - .00525 - out, .00525, .23 * out, .77 * out},
                     {0, 1 - .14, .14, 0},
                     {0, .107, 1 - .107 - .019, .019},
                     {0, .0086, .0058, 1 - .0086 - .0058}}};
  Chain power = month;
  for (int t = 1; t <= 36; ++t, power = times(power, month)) {
    pass_month(small);
    for (std::size_t to = 0; to < states; ++to) {
      double expected = 0, variance = 0;
      for (std::size_t from = 0; from < states; ++from) {
        expected += start[from] * power[from][to];
        variance += start[from] * power[from][to] * (1 - power[from][to]);
      }
      ASSERT_NEAR(stock(small, statuses[to]), expected, 4 * std::sqrt(variance)) << "month " << t << " state " << to;
    }
  }
}

TEST(DurationsOfTheModel, HaveASurvivalThatIsTheProductOfOneMinusTheHazard) {
  constexpr int persons = 40000;
  Parameters p = still_parameters();
  p.search.most_per_month = 1;
  p.search.suitable = 1;
  p.search.bijstand[0] = .11;
  p.search.decay = .08;
  p.bijstand.other_exit = .02;
  SmallWorld small(p);
  small.random = Random{34, 2};
  for (int i = 0; i < persons; ++i) small.add_jobless(stad, Labour::Unemployed, Benefit::Bijstand);
  std::vector<bool> exited(persons, false);
  double survival = 1;
  for (int d = 0; d < 30; ++d, small.next_month()) {
    small.run(life::draw_events);
    for (const LifeEvent exit : {LifeEvent::LooksForWork, LifeEvent::LeavesBijstand})
      for (const ResidentIndex person : small.world.today.those_who(exit)) exited[number(person)] = true;
    const int counted = std::min(d, 24);
    survival *= 1 - (1 - std::exp(-.11 * std::exp(-.08 * counted)) + .02);
    const double stayed = persons - static_cast<double>(std::count(exited.begin(), exited.end(), true));
    ASSERT_NEAR(stayed / persons, survival, 4 * std::sqrt(survival * (1 - survival) / persons)) << "month " << d;
  }
}

TEST(CompetingRisksOfTheModel, DivideExitsInProportionToTheirHazards) {
  constexpr int persons = 200000;
  Parameters p = still_parameters();
  p.participation.returns = .06;
  p.participation.withdraws = .03;
  p.participation.disability_in = .01;
  SmallWorld small(p);
  small.random = Random{35, 3};
  for (int i = 0; i < persons; ++i) small.add_jobless(stad, Labour::Marginal);
  small.run(life::draw_events);
  const std::pair<LifeEvent, double> risks[] = {
      {LifeEvent::StartsSearching, .6}, {LifeEvent::Withdraws, .3}, {LifeEvent::BecomesDisabled, .1}};
  double all = 0;
  for (const auto& [event, share] : risks) all += static_cast<double>(small.world.today.those_who(event).size());
  EXPECT_NEAR(all / persons, .1, 4 * std::sqrt(.09 / persons));
  for (const auto& [event, share] : risks)
    EXPECT_NEAR(static_cast<double>(small.world.today.those_who(event).size()) / all, share,
                4 * std::sqrt(share * (1 - share) / all));
}

}  // namespace
}  // namespace polder
