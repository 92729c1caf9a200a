// T-M6: the constant-parameter network of del Rio-Chanona et al. (2021), as a map and as the model runs it.
#include <gtest/gtest.h>

#include <cmath>

#include "simulation/resolve.h"
#include "support/study.h"
#include "systems/firms/firms.h"
#include "world/situation.h"

namespace polder {
namespace {

constexpr double separation = .016, opening = .012, gamma = .16;

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

/// A country of one municipality, sector and occupation with `people` adults, in the mode of constant parameters.
Experiment one_node(std::uint32_t people) {
  Study study = load_study(testing::study_file("reallocation"));
  study.parameters.firm.drc_separation = separation;
  study.parameters.firm.drc_opening = opening;
  study.parameters.firm.gamma = gamma;
  study.parameters.firm.unmet = 0;
  Country country;
  country.provinces.resize(1);
  country.regions.resize(1);
  country.municipalities.resize(1);
  country.municipalities[MunicipalityIndex{0}].official_number = 1;
  country.sectors.resize(1);
  country.sectors[SectorIndex{0}].occupation_share = {1.0};
  country.occupations.resize(1);
  country.occupations[OccupationIndex{0}].class_wage = 3000;
  for (auto* rates : {&country.by_age.death, &country.by_age.emigration, &country.by_age.partner})
    rates->assign(oldest_age + 1, 0.0);
  country.reach.resize(1);
  country.reach[MunicipalityIndex{0}] = {{MunicipalityIndex{0}, 65535}};
  country.occupation_weight = {65535};
  country.similarity = {1};
  country.distance_km = {0};

  Experiment experiment;
  World& world = experiment.world;
  world.month = world.start = Month::of(2026, 1);
  for (auto* column :
       {&world.municipalities.next_birth, &world.municipalities.last_birth, &world.municipalities.next_arrival,
        &world.municipalities.last_arrival, &world.municipalities.next_firm, &world.municipalities.last_firm})
    column->assign(1, 0);
  world.municipalities.stocks.resize(1);
  world.municipalities.flows.resize(1);
  world.municipalities.vacancies.resize(1);
  world.municipalities.government.resize(1);
  const auto employed = static_cast<std::uint32_t>(people * .9589342726);
  const auto vacancies = static_cast<std::uint32_t>(people * .0168011962);
  Firms& firms = world.firms;
  firms.sector.push_back(SectorIndex{0});
  firms.municipality.push_back(MunicipalityIndex{0});
  firms.state.push_back(FirmState::Open);
  firms.closes.push_back(never);
  firms.persons.push_back(people);
  firms.jobs.push_back(employed);
  firms.vacancies.push_back(vacancies);
  firms.leavers.push_back(0);
  firms.dismissal.push_back(0);
  firms.start_size.push_back(people);
  firms.productivity.push_back(0);
  firms.target.push_back(people);
  for (std::uint32_t v = 0; v < vacancies; ++v) {
    world.vacancies.firm.push_back(FirmIndex{0});
    world.vacancies.opened.push_back(Month::of(2025, 12));
    world.vacancies.number.push_back(static_cast<std::uint16_t>(v));
    world.vacancies.occupation.push_back(OccupationIndex{0});
    world.vacancies.wage.push_back(300);
  }
  for (std::uint32_t p = 0; p < people; ++p) {
    Profile profile;
    profile.birth = Month::of(2000, 1).index & 0x7FFu;
    Situation now;
    now.labour = p < employed ? Labour::Permanent : Labour::Unemployed;
    now.employer = p < employed ? FirmIndex{0} : none<FirmIndex>;
    now.since = Month::of(2025, 6);
    now.wage = 300;
    world.residents.profile.push_back(profile);
    world.residents.now.push_back(now);
  }
  world.municipalities.stocks = recount(world);
  experiment.from = world.start;
  experiment.to = Month::of(2065, 12);
  experiment.warm_up_from = experiment.from;
  experiment.model = make_model(std::move(country), study.parameters, world, 12);
  experiment.scripts.emplace_back();
  return experiment;
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
