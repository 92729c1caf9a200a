// What the services of government do to residents, schools and firms: each as much as it differs from the start.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "government/appraisal.h"
#include "government/foresight.h"
#include "government/mediation.h"
#include "government/relative_service.h"
#include "support/governed.h"
#include "systems/cooperation/decisions.h"
#include "systems/firms/threat.h"
#include "systems/labour/vacancy_cells.h"
#include "systems/training/training.h"

namespace polder {
namespace {

using namespace testing;

using TaskServices = Governed;

TEST_F(TaskServices, OfTheStartAreTheMeasure) {
  provide();
  for (const MunicipalityIndex m : {city, village, port, moor})
    for (const Task task : {Task::Retraining, Task::Schools, Task::Retention, Task::Border}) {
      EXPECT_EQ(government::relative_productivity(world, experiment.model, m, task), 1);
      EXPECT_DOUBLE_EQ(government::relative_response(world, experiment.model, m, task), std::numbers::ln2);
    }
  world.municipalities.services[city].budget[number(Task::Border)] *= 3;
  EXPECT_NEAR(government::relative_response(world, experiment.model, city, Task::Border), std::log(4), 1e-9);
}

TEST(Sight, IsThatOfTheReferenceInTheMean) {
  ServiceParameters parameters{.2, .6, .8, .3, 0};
  const government::Sight usual = government::sight(true, true, parameters);
  EXPECT_NEAR(.2 * usual.mediated + .8 * usual.other, 1, 1e-12) << "inside the region, where a fifth is mediated";
  EXPECT_NEAR(usual.mediated / usual.other, 1 / .8, 1e-12);
  const government::Sight beyond_it = government::sight(false, false, parameters);
  EXPECT_EQ(beyond_it.mediated, 1);
  EXPECT_EQ(beyond_it.other, 1);
  EXPECT_NEAR(government::sight(true, false, parameters).mediated, 1 / .8, 1e-12) << "shown further than usual";
  EXPECT_NEAR(government::sight(false, true, parameters).mediated, .8 / .84, 1e-12) << "not shown any more";
  parameters.unshared = 1;
  for (const bool inside : {false, true}) EXPECT_EQ(government::sight(inside, true, parameters).mediated, 1);
}

TEST_F(TaskServices, ShowVacanciesInsideTheirJurisdiction) {
  const auto seen = [&](Level level, MunicipalityIndex home, MunicipalityIndex work) {
    want(Task::EmployerServices, level, {city, village, port, moor});
    move();
    provide();
    const government::Mediation mediation = government::mediate(world, inputs, Random{1, 0});
    for (std::size_t r = 0; r < country().reach[home].size(); ++r)
      if (country().reach[home][r].municipality == work) return mediation.sight[home][r].mediated;
    return 0.;
  };
  EXPECT_EQ(seen(Level::Local, city, city), 1);
  EXPECT_LT(seen(Level::Local, city, village), 1);
  EXPECT_GT(seen(Level::Joint, city, village), 1);
  EXPECT_EQ(seen(Level::Joint, city, port), 1) << "another region: as ever";
  EXPECT_GT(seen(Level::National, city, port), 1);
}

TEST_F(TaskServices, MediateAsManyVacanciesAsTheyRespond) {
  provide();
  const auto mediated = [&](double response) {
    for (const MunicipalityIndex m : {city, village, port, moor})
      world.municipalities.services[m].response[number(Task::EmployerServices)] = response;
    return government::mediate(world, inputs, Random{1, 0}).mediated;
  };
  const auto usual = mediated(std::numbers::ln2), twice = mediated(2 * std::numbers::ln2);
  double before = 0, after = 0, rows = 0;
  for (const VacancyIndex v : rows_of(usual)) {
    before += usual[v];
    after += twice[v];
    ++rows;
    EXPECT_LE(usual[v], twice[v]) << "who is mediated stays so";
  }
  ASSERT_GT(rows, 80);
  EXPECT_NEAR(before / rows, .2, 4 * std::sqrt(.16 / rows));
  EXPECT_NEAR(after / rows, .4, 4 * std::sqrt(.24 / rows));
  for (const std::uint8_t each : mediated(0)) EXPECT_EQ(each, 0);
}

TEST_F(TaskServices, MediateMoreWhereTheCouncilMeetsEntrepreneurs) {
  provide();
  const auto mediated = [&] { return government::mediate(world, inputs, Random{1, 0}).mediated; };
  const auto before = mediated();
  world.municipalities.council[city].course.entrepreneurs = 12;
  const auto after = mediated();
  int more = 0;
  for (const VacancyIndex v : rows_of(before)) {
    EXPECT_LE(before[v], after[v]) << "who is mediated stays so";
    if (before[v] == after[v]) continue;
    EXPECT_EQ(world.firms.municipality[world.vacancies.firm[v]], city);
    ++more;
  }
  EXPECT_GT(more, 0);
  experiment.model.parameters.government.service.disclosure = 0;
  EXPECT_TRUE(std::ranges::equal(mediated(), before)) << "switched off";
}

TEST_F(TaskServices, RaiseTheScoreOfTheFarByTheSameMean) {
  provide();
  const government::Mediation mediation = government::mediate(world, inputs, Random{1, 0});
  const ServiceParameters& p = parameters().government.service;
  for (const VacancyIndex v : rows_of(mediation.mediated)) {
    const bool foreign = world.firms.municipality[world.vacancies.firm[v]] == abroad;
    const double expected = foreign ? 0 : p.visibility * (mediation.mediated[v] - p.mediated);
    EXPECT_EQ(government::visibility(world, inputs, mediation, v), expected);
  }
}

TEST_F(TaskServices, ChooseMediatedVacanciesAsOftenAsTheyAreSeen) {
  provide();
  world.month = world.month + 1;
  const government::Mediation mediation = government::mediate(world, inputs, Random{1, 0});
  const labour::VacancyCells cells(world, country(), {}, {}, mediation);
  double expected = 0, all = 0;
  for (const Reach& reach : country().reach[city]) {
    const std::size_t r = static_cast<std::size_t>(&reach - country().reach[city].data());
    const government::Sight sight = mediation.sight[city][r];
    for (const VacancyIndex v : rows_of(mediation.mediated)) {
      if (world.firms.municipality[world.vacancies.firm[v]] != reach.municipality ||
          number(world.vacancies.occupation[v]) != 0)
        continue;
      const double weight = reach.weight * (mediation.mediated[v] != 0 ? sight.mediated : sight.other);
      all += weight;
      if (mediation.mediated[v] != 0) expected += weight;
    }
  }
  double of_trade = 0, shown = 0;
  for (std::uint32_t i = 0; i < 40000; ++i) {
    const Block luck = Random{7, 0}.block(Draw::Application, world.month, i);
    const VacancyIndex v = cells.choose(city, 0, luck[0], luck[1], luck[2]);
    if (number(world.vacancies.occupation[v]) != 0) continue;
    ++of_trade;
    shown += mediation.mediated[v];
  }
  const double share = expected / all;
  EXPECT_NEAR(shown / of_trade, share, 4 * std::sqrt(share * (1 - share) / of_trade));
}

TEST_F(TaskServices, ForeseeMoreWithAnalysisThatIsJointOrCostsMore) {
  provide();
  const RegionIndex west{0};
  const auto precision = [&] { return government::information_in(world, inputs, west).precision; };
  const double own = parameters().info.own;
  EXPECT_NEAR(precision(), own, 1e-12);
  inputs.policy.mandates.analysis_spending = 6;
  const double more = precision();
  EXPECT_GT(more, own + .01);
  inputs.policy.mandates.analysis_coverage = 1;
  EXPECT_GT(precision(), more);
  inputs.policy.mandates.analysis_coverage = 0;
  want(Task::Analysis, Level::Joint, {city, village});
  move();
  world.month = world.month + 120;
  provide();
  EXPECT_GT(precision(), more) << "a larger scale, and more of the labour market";
  for (const MunicipalityIndex m : {city, village}) world.municipalities.council[m].course.tools = 1;
  const double with_tools = precision();
  EXPECT_GT(with_tools, more + .1);
  EXPECT_NEAR(government::information_in(world, inputs, RegionIndex{1}).precision, own, .3);
  EXPECT_LT(government::information_in(world, inputs, RegionIndex{1}).precision, with_tools) << "by region";
  inputs.policy.mandates.info_precision = .35;
  EXPECT_EQ(precision(), .35) << "the lever wins";
}

TEST_F(TaskServices, HaveStatisticsSoonerWithAnalysisBeyondThatOfTheStart) {
  provide();
  const auto lag = [&] { return government::information_in(world, inputs, RegionIndex{0}).lag; };
  const auto& p = parameters().government.analysis;
  EXPECT_NEAR(lag(), p.lag, 1e-12);
  inputs.policy.mandates.analysis_spending = 6;
  const double sooner = lag();
  EXPECT_LT(sooner, p.lag);
  EXPECT_GT(sooner, p.joint_lag);
  inputs.policy.mandates.analysis_coverage = 1;
  EXPECT_LT(lag(), sooner);
  inputs.policy.mandates.info_precision = .9;
  EXPECT_LT(lag(), sooner) << "the lever of precision is no other statistics";
}

TEST_F(TaskServices, OfTheAgendaForeseeAsItsPartnersMakeThem) {
  inputs.policy.mandates.info_precision = .2;
  Agenda& agenda = inputs.policy.mandates.agenda;
  const auto with = [&](std::initializer_list<Partner> partners) {
    agenda.partners = 0;
    for (const Partner each : partners) agenda.partners |= static_cast<std::uint8_t>(1u << static_cast<unsigned>(each));
    return government::information_of_agenda(world, inputs, RegionIndex{0}).precision;
  };
  EXPECT_EQ(with({}), .2);
  EXPECT_EQ(with({Partner::Municipalities, Partner::Schools, Partner::SectorBodies}), .2);
  const auto& p = parameters().agenda;
  EXPECT_DOUBLE_EQ(with({Partner::Firms}), .2 + p.firms * .8);
  EXPECT_DOUBLE_EQ(with({Partner::Firms, Partner::Uwv}), 1 - .8 * (1 - p.firms) * (1 - p.uwv));
}

TEST_F(TaskServices, OfferOnePackageWhereTheScenarioHasThemShareTheTask) {
  FirmIndex plant{};
  while (world.firms.municipality[plant] != city || world.firms.state[plant] != FirmState::Open)
    plant = index_of<FirmIndex>(number(plant) + 1);
  experiment.model.parameters.threat.rivals = 1;
  auto& package = inputs.policy.mandates.retention_package;
  package.assign(country().municipalities.size(), Cents{0});
  package[city] = 100;
  package[village] = 300;
  package[port] = 500;
  const auto bids = [&] { return firms::bids_for(world, inputs, Random{1, 0}, plant); };
  EXPECT_EQ(bids().size(), 2u) << "each for itself";
  want(Task::Retention, Level::Joint, {city, village});
  move();
  ASSERT_EQ(bids().size(), 1u);
  EXPECT_EQ(bids().front().cents, 300) << "the region's";
  want(Task::Retention, Level::National, {city, village, port, moor});
  move();
  ASSERT_EQ(bids().size(), 1u);
  EXPECT_EQ(bids().front().cents, 500) << "the country's";
  want(Task::Retention, Level::Local, {city, village, port, moor});
  move();
  EXPECT_EQ(bids().size(), 2u);
}

TEST(Packages, WorkAsFarAsAEuroForThemBrings) {
  Parameters p = tiny_parameters();
  const auto odds = [&](double package, double effect) {
    const double leaves = firms::chance_to_leave({package, 0, 0, 0, effect}, p);
    return std::log(leaves / (1 - leaves));
  };
  const double usual = odds(0, 1) - odds(10, 1);
  EXPECT_GT(usual, 0);
  EXPECT_NEAR(odds(0, 1) - odds(10, 1.5), 1.5 * usual, 1e-9);
  EXPECT_NEAR(odds(10, 0), odds(0, 1), 1e-12);
}

TEST_F(TaskServices, MakePlacesOfTrainingCheaper) {
  const auto taken = [&](double productivity) {
    World now = world;
    auto& retrain = inputs.policy.mandates.agenda.retrain;
    retrain.assign(country().municipalities.size(), Cents{0});
    retrain[city] = Cents{600'000'000};
    now.municipalities.services = experiment.model.usual;
    now.municipalities.services[city].productivity[number(Task::Retraining)] *= productivity;
    training::grant_places(now, inputs, Random{1, 0});
    return now.municipalities.flows[city].places_taken;
  };
  const double usual = taken(1);
  ASSERT_GE(usual, 3);
  EXPECT_NEAR(taken(2), 2 * usual, 1) << "the budget is spent whole but for the price of a row";
}

TEST_F(TaskServices, HaveTheBestFitAtTheBestLevels) {
  const auto fit = [&] {
    const government::Appraisal appraisal(world, experiment.model, parameters().government);
    double sum = 0;
    for (const MunicipalityIndex m : {city, village, port, moor}) sum += appraisal.fit(m);
    return sum / (4 * task_count);
  };
  for (Tie& tie : world.ties) tie.trust = 1;
  experiment.model.parameters.government.joining.trust = 1e6;  // all join
  experiment.model.parameters.government.agreement.pre_election = 1;
  const double before = fit();
  EXPECT_GT(before, 0);
  EXPECT_LT(before, 1);
  experiment.model.parameters.government.switching.hysteresis = 0;
  inputs.policy.mandates.switching = Switching::Adaptive;
  for (int month = 0; month < 24; ++month) {
    world.month = Month::of(2026, 6) + month;
    move();
    cooperation::decide(world, inputs, Random{1, 0});
  }
  EXPECT_GT(fit(), before) << "a review brings tasks to better levels";
  EXPECT_LE(fit(), 1);
}

}  // namespace
}  // namespace polder
