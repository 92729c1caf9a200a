// Who carries out a task, and for which places, in the tiny country; what a euro brings there.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "government/dials.h"
#include "support/governed.h"

namespace polder {
namespace {

using namespace testing;

using Tasks = Governed;

TEST_F(Tasks, BeginAtHomeButForEmployerServices) {
  for (const MunicipalityIndex m : rows_of(country().municipalities))
    for (std::size_t t = 0; t < task_count; ++t) {
      const Provision& at = provision(m, index_of<Task>(t));
      EXPECT_EQ(at.level, index_of<Task>(t) == Task::EmployerServices ? Level::Network : Level::Local);
      EXPECT_EQ(at.since, never);
    }
  EXPECT_EQ(world.bodies.size(), 2u) << "a network in each region";
  EXPECT_EQ(world.bodies[0].host, city);
  EXPECT_EQ(world.bodies[1].host, port);
}

TEST_F(Tasks, AreForThePlacesOfTheirLevel) {
  const auto commuters = [&](MunicipalityIndex home, MunicipalityIndex work) {
    return country().commuters[number(home) * country().municipalities.size() + number(work)];
  };
  double all = 0, in_west = 0;
  for (const MunicipalityIndex m : rows_of(country().municipalities)) {
    all += commuters(city, m);
    for (const MunicipalityIndex work : {city, village}) in_west += commuters(m, work);
  }
  const double west = commuters(city, city) + commuters(city, village);
  const double held = west + commuters(village, city) + commuters(village, village);
  want(Task::Schools, Level::Joint, {city, village});
  move();
  const Territory& joint = territory(city, Task::Schools);
  EXPECT_EQ(joint.partners, 2);
  EXPECT_EQ(joint.inhabitants, 76000);
  EXPECT_NEAR(joint.coverage, west / all, 1e-12);
  EXPECT_NEAR(joint.inside, held / in_west, 1e-12);
  EXPECT_NEAR(territory(city, Task::Guidance).coverage, commuters(city, city) / all, 1e-12);
  EXPECT_EQ(territory(port, Task::Schools).partners, 1) << "not asked to move";
  want(Task::Schools, Level::National, {city, village, port, moor});
  move();
  EXPECT_NEAR(territory(moor, Task::Schools).coverage, 1, 1e-12) << "nobody works abroad";
  EXPECT_EQ(territory(moor, Task::Schools).inhabitants, 120000);
}

TEST_F(Tasks, DifferFromOnesOwnLabourMarketByDuncansIndex) {
  want(Task::Schools, Level::Network, {city, village});
  move();
  std::vector<double> inside(3, 0), own(3, 0);
  for (const MunicipalityIndex m : rows_of(country().municipalities)) {
    const std::vector<double>& jobs = country().municipalities[m].jobs;
    double here = 0;
    for (const double each : jobs) here += each;
    for (std::size_t s = 0; s < 3; ++s)
      for (std::size_t o = 0; o < 3; ++o) {
        const double trade = jobs[s] * country().sectors[index_of<SectorIndex>(s)].occupation_share[o];
        if (m == city || m == village) inside[o] += trade;
        if (here > 0)
          own[o] += trade * country().commuters[number(city) * country().municipalities.size() + number(m)] / here;
      }
  }
  const auto total = [](const std::vector<double>& amounts) { return amounts[0] + amounts[1] + amounts[2]; };
  double apart = 0;
  for (std::size_t o = 0; o < 3; ++o) apart += std::abs(inside[o] / total(inside) - own[o] / total(own)) / 2;
  EXPECT_NEAR(territory(city, Task::Schools).dissimilarity, apart, 1e-12);
  EXPECT_GT(apart, .001);
}

TEST_F(Tasks, GoBackWhenTheScenarioWantsNothingAnyMore) {
  const Territory before = territory(city, Task::Retraining);
  want(Task::Retraining, Level::Province, {city});
  move();
  EXPECT_EQ(provision(city, Task::Retraining).author, Author::Scenario);
  EXPECT_EQ(provision(city, Task::Retraining).since, world.month);
  want(Task::Retraining, Level{0}, {});
  inputs.policy.mandates.task_level.clear();
  world.month = world.month + 1;
  move();
  EXPECT_EQ(provision(city, Task::Retraining).level, Level::Local);
  EXPECT_EQ(provision(city, Task::Retraining).author, Author::Figures);
  EXPECT_EQ(provision(city, Task::Retraining).since, world.month) << "back is a move, too";
  EXPECT_EQ(territory(city, Task::Retraining), before);
}

TEST_F(Tasks, BringLessInTheMonthsAfterAMove) {
  provide();
  const double settled = productivity(city, Task::EmployerServices);
  want(Task::EmployerServices, Level::Centre, {city, village, port, moor});
  move();
  provide();
  const double at_once = productivity(city, Task::EmployerServices);
  world.month = world.month + 120;
  provide();
  const double later = productivity(city, Task::EmployerServices);
  EXPECT_NEAR(at_once / later, 1 - parameters().government.switching.loss, 1e-12);
  EXPECT_NE(later, settled);
}

TEST_F(Tasks, ShareOneArrangementOrNotByArchitecture) {
  const auto body = [&](Task task) { return provision(city, task).body; };
  for (const Task task : {Task::Guidance, Task::Retention}) want(task, Level::Network, {city, village});
  inputs.policy.mandates.architecture = Architecture::Bundle;
  move();
  EXPECT_EQ(body(Task::Guidance), body(Task::Retention));
  inputs.policy.mandates.architecture = Architecture::Mixed;
  move();
  EXPECT_NE(body(Task::Guidance), body(Task::Retention));
  EXPECT_EQ(body(Task::Guidance), body(Task::EmployerServices));
}

TEST_F(Tasks, PullTogetherAsFarAsTheirPortfoliosDo) {
  const double weight = parameters().government.task[number(Task::EmployerServices)].integration_weight;
  const auto at = [&](Level level, double of_city, double of_village) {
    world.municipalities.council[city].course.integration = of_city;
    world.municipalities.council[village].course.integration = of_village;
    want(Task::EmployerServices, level, {city, village});
    move();
    world.month = world.month + 120;
    provide();
    return productivity(village, Task::EmployerServices);
  };
  const auto dial = [&](double integration) { return government::integration(integration, weight); };
  EXPECT_NEAR(at(Level::Local, 1, .25) / at(Level::Local, 1, 1), dial(.25), 1e-12) << "the own";
  EXPECT_NEAR(at(Level::Centre, .25, 1) / at(Level::Centre, 1, 1), dial(.25), 1e-12) << "the host's";
  EXPECT_NEAR(at(Level::Joint, .25, .75) / at(Level::Joint, 1, 1), dial(.5), 1e-12) << "the mean";
  EXPECT_EQ(at(Level::National, .25, .75), at(Level::National, 1, 1)) << "nobody's here";
}

TEST_F(Tasks, FarAwayAreBroughtNearByWhoLinksLevels) {
  want(Task::Guidance, Level::National, {city});
  move();
  world.month = world.month + 120;
  provide();
  const double alone = productivity(city, Task::Guidance);
  world.municipalities.council[city].course.linking_hours = 30;
  provide();
  const GovernmentParameters& g = parameters().government;
  const double relief = g.dial.linking_relief * (1 - std::exp(-30 / g.dial.linking_hours));
  const double distance = g.level[number(Level::National)].distance * relief;
  EXPECT_NEAR(productivity(city, Task::Guidance) / alone,
              std::exp(g.task[number(Task::Guidance)].nearness_weight * distance), 1e-12);
}

TEST_F(Tasks, AreCarriedOutMoreWithVerbs) {
  const auto response = [&](double verbs) {
    for (const MunicipalityIndex m : {city, village, port, moor}) world.municipalities.council[m].course.verbs = verbs;
    provide();
    return world.municipalities.services[city].response[number(Task::Guidance)];
  };
  const FramingParameters& framing = parameters().government.framing;
  const double more = (framing.execution + framing.verbs * .5) / framing.execution;
  EXPECT_NEAR(std::expm1(response(1)) / std::expm1(response(.5)), more, 1e-9);
}

TEST_F(Tasks, MoveAtOnceInJuneIfLevelsChangeAtRandom) {
  inputs.policy.mandates.switching = Switching::Random;
  std::size_t moved = 0;
  for (const int year : {2026, 2027, 2028}) {
    world.month = Month::of(year, 5);
    move();
    EXPECT_NE(provision(city, Task::Schools).since, world.month);
    world.month = Month::of(year, 6);
    move();
    EXPECT_EQ(provision(village, Task::Schools).level, provision(city, Task::Schools).level) << "a region together";
    moved += provision(city, Task::Schools).since == world.month ? 1 : 0;
  }
  EXPECT_GT(moved, 0u);
  EXPECT_EQ(provision(city, Task::Schools).author, Author::Councils);
  EXPECT_TRUE(world.proposals.empty()) << "no votes";
}

TEST_F(Tasks, AreNotReviewedWhereTheScenarioSetsTheLevel) {
  for (const Switching how : {Switching::Adaptive, Switching::Random}) {
    inputs.policy.mandates.switching = how;
    world.month = Month::of(2026, 6);
    want(Task::Schools, Level::Local, {city, village});
    move();
    EXPECT_EQ(provision(city, Task::Schools).level, Level::Local);
    EXPECT_EQ(provision(city, Task::Schools).author, Author::Scenario);
    EXPECT_TRUE(std::ranges::none_of(world.proposals, [](const Proposal& proposal) {
      return proposal.task == Task::Schools && proposal.region == RegionIndex{0};
    }));
  }
}

TEST_F(Tasks, StayWhereTheyAreIfLevelsAreFixed) {
  inputs.policy.mandates.switching = Switching::Fixed;
  want(Task::Schools, Level::Joint, {city, village, port, moor});
  world.month = Month::of(2026, 6);
  move();
  EXPECT_EQ(provision(city, Task::Schools).level, Level::Local);
}

TEST_F(Tasks, AreNotProposedForLittleGain) {
  inputs.policy.mandates.switching = Switching::Adaptive;
  experiment.model.parameters.government.switching.hysteresis = 1e6;
  world.month = Month::of(2026, 6);
  move();
  EXPECT_TRUE(world.proposals.empty());
}

}  // namespace
}  // namespace polder
