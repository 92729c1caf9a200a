// T-M6: the constant-parameter network of del Rio-Chanona et al. (2021), as a map and as the model runs it.
#include <gtest/gtest.h>

#include <cmath>

#include "support/one_node.h"
#include "systems/firms/firms.h"

namespace polder {
namespace {

using testing::one_node;

constexpr double separation = testing::drc_separation, opening = testing::drc_opening, gamma = testing::drc_gamma;

/// State of the deterministic map: employed, vacancies and unemployed by occupation.
struct Network {
  std::vector<double> employed, vacancies, unemployed;
};

/// One step of eqs. 3.1-3.3 with targets `demand` and mobility `link` [from x to]; the plan is the engine's own.
Network step(const Network& now, const std::vector<double>& demand, const std::vector<double>& link) {
  const std::size_t nodes = demand.size();
  std::vector<double> sought(nodes, 0.0), found(nodes, 0.0), left(nodes, 0.0);
  std::vector<double> sends(nodes * nodes, 0.0);
  for (std::size_t i = 0; i < nodes; ++i) {
    double all = 0;
    for (std::size_t j = 0; j < nodes; ++j) all += now.vacancies[j] * link[i * nodes + j];
    for (std::size_t j = 0; j < nodes; ++j) {
      sends[i * nodes + j] = now.unemployed[i] * now.vacancies[j] * link[i * nodes + j] / all;
      sought[j] += sends[i * nodes + j];
    }
  }
  for (std::size_t j = 0; j < nodes; ++j) {
    const double filled = now.vacancies[j] * (1 - std::exp(-sought[j] / now.vacancies[j]));
    found[j] = filled;
    for (std::size_t i = 0; i < nodes; ++i) left[i] += sends[i * nodes + j] / sought[j] * filled;
  }
  Network next = now;
  for (std::size_t j = 0; j < nodes; ++j) {
    const firms::Plan plan = firms::drc_plan(now.employed[j], now.vacancies[j], demand[j], separation, opening, gamma);
    const double lost = plan.dismissal * now.employed[j];
    next.employed[j] += found[j] - lost;
    next.vacancies[j] += plan.openings - found[j];
    next.unemployed[j] += lost - left[j];
  }
  return next;
}

TEST(OccupationalNetwork, OneNodeSettlesAtThePublishedFixedPoint) {
  Network state{{.95}, {.03}, {.05}};
  for (int t = 0; t < 20000; ++t) state = step(state, {1.0}, {1.0});
  EXPECT_NEAR(state.employed[0], .9589342726, 1e-9);
  EXPECT_NEAR(state.unemployed[0], .0410657274, 1e-9);
  EXPECT_NEAR(state.vacancies[0], .0168011962, 1e-9);
  EXPECT_NEAR(state.unemployed[0] - state.vacancies[0],
              (separation - opening) * state.employed[0] / ((1 - opening) * gamma), 1e-10);
  EXPECT_NEAR(separation * state.employed[0],
              state.vacancies[0] * (1 - std::exp(-state.unemployed[0] / state.vacancies[0])), 1e-10);
}

std::vector<double> two_nodes(double same) { return {same, 1 - same, 1 - same, same}; }

TEST(OccupationalNetwork, TwoEqualNodesHaveTheRatesOfOneForAnyLink) {
  for (const double same : {.5, .55, .9, .99}) {
    Network state{{.48, .48}, {.01, .01}, {.02, .02}};
    for (int t = 0; t < 20000; ++t) state = step(state, {.5, .5}, two_nodes(same));
    EXPECT_NEAR(state.unemployed[0] + state.unemployed[1], .0410657274, 1e-8) << same;
  }
}

TEST(OccupationalNetwork, ThinLinksRaiseUnemploymentWhenWorkMoves) {
  std::vector<double> highest;
  for (const double same : {.5, .55, .9, .99}) {
    Network state{{.4794671363, .4794671363}, {.0084005981, .0084005981}, {.0205328637, .0205328637}};
    double most = 0;
    for (int t = 0; t < 400; ++t) {
      state = step(state, {.45, .55}, two_nodes(same));
      most = std::max(most, state.unemployed[0] + state.unemployed[1]);
    }
    highest.push_back(most);
  }
  EXPECT_LT(highest[0], highest[2]);
  EXPECT_LT(highest[2], highest[3]);
  EXPECT_LT(highest[0] - .0410657274, .035);
}

TEST(OccupationalNetwork, TheModelInThisModeSettlesThereToo) {
  constexpr std::uint32_t people = 60000;
  const Experiment experiment = one_node(people);
  RunState state = begin_run(experiment);
  const Random random{3, 0};
  double unemployed = 0, vacancies = 0;
  constexpr int settle = 60, measured = 180;
  for (int month = 0; month < settle + measured; ++month) {
    simulate_month(state, experiment, experiment.scripts[0], random);
    if (month < settle) continue;
    unemployed +=
        state.world.municipalities.stocks[MunicipalityIndex{0}].labour[static_cast<std::size_t>(Labour::Unemployed)];
    vacancies += static_cast<double>(state.world.vacancies.size());
  }
  // Standard errors: a stock of about 2500 with a memory of some ten months, measured 180 times.
  EXPECT_NEAR(unemployed / measured / people, .0410657, 4 * .00022);
  EXPECT_NEAR(vacancies / measured / people, .0168012, 4 * .00016);
}

}  // namespace
}  // namespace polder
