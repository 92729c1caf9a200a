// A firm that threatens to leave, in whole runs: what changes when, that all books close, and that bytes are the same.
#include <gtest/gtest.h>
#include <oneapi/tbb/global_control.h>

#include <algorithm>
#include <cmath>

#include "indicators/observe.h"
#include "support/tiny_experiment.h"

namespace polder {
namespace {

using namespace testing;

constexpr Month known = Month::of(2026, 3), decided = Month::of(2026, 7), closed = Month::of(2026, 10);

LeverSetting package(double eur, std::vector<std::string> who, std::optional<Month> from = {}) {
  return {"retention.package", eur, false, from, {}, std::move(who), {}};
}

/// Scenarios: nothing; a threat; a threat met by two municipalities of the region, the other of which gets the plant.
Study tiny_threat(double base, std::uint32_t weight = 20) {
  Study study = tiny_closure(weight);
  study.municipalities_monthly = true;
  study.parameters.threat.base = base;
  study.parameters.threat.home = 0;
  study.parameters.threat.rivals = 1;
  study.scenarios = {scenario("reference"), scenario("threat"), scenario("bidding")};
  FirmThreatens threat;
  threat.firm = "works";
  threat.from = known;
  threat.window = decided - known;
  threat.notice = closed - decided;
  for (const std::size_t s : {1u, 2u}) study.scenarios[s].events.emplace_back(threat);
  study.scenarios[2].levers = {package(1e6, {"GM9101", "GM9102"})};
  return study;
}

double value_in(const RunState& state, Month month, std::string_view area, std::string_view key) {
  const auto column = static_cast<std::size_t>(find_indicator(key) - indicator_catalogue().data());
  for (const IndicatorRow& row : state.observations.indicators)
    if (row.month == month && row.area == area) return row.values[column];
  return std::nan("");
}

Cents paid_for_retention(const RunState& state) {
  Cents paid = 0;
  for (const LedgerRow& row : state.observations.ledger)
    if (row.purpose == "retention" && row.payer == "municipality") paid += row.cents;
  return paid;
}

TEST(ThreatRun, ChangesNothingBeforeTheThreatOrThePolicy) {
  Study study = tiny_threat(0);
  study.scenarios[2].levers = {package(1e6, {"GM9101"}, Month::of(2026, 6))};
  const Experiment experiment = tiny_experiment(study);
  EXPECT_EQ(first_difference(experiment, experiment.scripts[0], experiment.scripts[1]), known);
  EXPECT_EQ(first_difference(experiment, experiment.scripts[1], experiment.scripts[2]), Month::of(2026, 6));
  const auto none = run_whole(experiment, 0).observations.month_hashes,
             threat = run_whole(experiment, 1).observations.month_hashes,
             late = run_whole(experiment, 2).observations.month_hashes;
  EXPECT_TRUE(std::equal(none.begin(), none.begin() + 2, threat.begin()));
  EXPECT_NE(none[2], threat[2]);
  EXPECT_TRUE(std::equal(threat.begin(), threat.begin() + 6, late.begin()))
      << "a package acts in the month of the decision";
}

TEST(ThreatRun, WithoutALeavingFirmOnlyRemembersIt) {
  const Experiment experiment = tiny_experiment(tiny_threat(-1000));
  const RunState none = run_whole(experiment, 0), threat = run_whole(experiment, 1);
  EXPECT_EQ(none.world.firms.jobs, threat.world.firms.jobs);
  EXPECT_EQ(none.world.residents.now, threat.world.residents.now);
  EXPECT_EQ(value_in(none, decided, "AM91", "jobs_retained"), 0);
  const Endangered& plant = threat.world.endangered.at(0);
  EXPECT_EQ(value_in(threat, decided, "AM91", "jobs_retained"), plant.jobs * 20);
  EXPECT_NEAR(plant.jobs, 600 / 20, 8) << "filled jobs of a plant of 30 rows";
  EXPECT_EQ(value_in(threat, decided + -1, "AM91", "jobs_retained"), 0);
  EXPECT_EQ(value_in(threat, experiment.to, "AM92", "jobs_retained"), 0);
  EXPECT_EQ(paid_for_retention(threat), 0);
}

TEST(ThreatRun, OfALeavingFirmIsItsClosure) {
  Study study = tiny_threat(1000);
  study.scenarios[2] = scenario("closure");
  study.scenarios[2].events.emplace_back(FirmCloses{{"works", "", "", 0}, decided, closed, {}});
  const Experiment experiment = tiny_experiment(study);
  ASSERT_EQ(experiment.tracked.size(), 1u);
  EXPECT_EQ(experiment.tracked[0].from, decided) << "workers are followed from the decision";
  const RunState threat = run_whole(experiment, 1), closure = run_whole(experiment, 2);
  EXPECT_EQ(threat.world.residents.now, closure.world.residents.now);
  EXPECT_EQ(threat.world.economy.planned_jobs, closure.world.economy.planned_jobs);
  EXPECT_EQ(value_in(threat, experiment.to, "AM91", "jobs_closed"),
            value_in(closure, experiment.to, "AM91", "jobs_closed"));
}

TEST(ThreatRun, MovesAPlantWithinTheRegionWithoutAJobLostOrWonThere) {
  const Experiment experiment = tiny_experiment(tiny_threat(-1000));
  const FirmIndex plant = experiment.tracked.at(0).firm;
  const RunState stays = run_whole(experiment, 1);
  RunState moves = begin_run(experiment);
  const Random random{experiment.seed, 0};
  simulate_until(moves, experiment, experiment.scripts[2], random, decided + 1, {});
  EXPECT_EQ(number(moves.world.firms.municipality[plant]), 1u);
  const double jobs = 20 * static_cast<double>(moves.world.firms.jobs[plant]);
  EXPECT_GT(jobs, 400);
  // The month's matching may place some rows of twenty elsewhere.
  EXPECT_NEAR(value_in(moves, decided, "GM9102", "jobs") - value_in(stays, decided, "GM9102", "jobs"), jobs, 100);
  EXPECT_NEAR(value_in(moves, decided, "GM9101", "jobs") - value_in(stays, decided, "GM9101", "jobs"), -jobs, 100);
  EXPECT_NEAR(value_in(moves, decided, "AM91", "jobs"), value_in(stays, decided, "AM91", "jobs"), 120);
  EXPECT_EQ(paid_for_retention(moves), 115000000) << "1 million, driven up by one rival";
  simulate_until(moves, experiment, experiment.scripts[2], random, experiment.to + 1, {});  // with a recount a year
  EXPECT_EQ(number(moves.world.firms.municipality[plant]), 1u);
  EXPECT_GT(moves.world.firms.jobs[plant], 15u);
}

TEST(ThreatRun, HasTheSameBytesForThreadsCheckpointsAndBranches) {
  const Experiment experiment = tiny_experiment(tiny_threat(.5));
  const Script& script = experiment.scripts[2];
  const Random random{experiment.seed, 0};
  const RunState straight = run_whole(experiment, 2);
  const oneapi::tbb::global_control limit(oneapi::tbb::global_control::max_allowed_parallelism, 4);
  RunState other = begin_run(experiment);
  simulate_until(other, experiment, experiment.scripts[0], random,
                 first_difference(experiment, experiment.scripts[0], script), {});
  while (other.world.month <= experiment.to) {
    simulate_month(other, experiment, script, random);
    other = from_checkpoint(to_checkpoint(other), "test");
  }
  EXPECT_EQ(other.observations.month_hashes, straight.observations.month_hashes);
  EXPECT_EQ(other.world.endangered, straight.world.endangered);
}

TEST(Threats, OfAnEstablishmentThatClosesToo) {
  Study study = tiny_threat(0);
  FirmThreatens threat;
  threat.municipality = "GM9101";
  threat.sector = "B-E";
  threat.jobs = 600;  // the placed plant again
  threat.from = known;
  study.scenarios[1].events.emplace_back(threat);
  try {
    tiny_experiment(study);
    FAIL();
  } catch (const InputError& error) {
    ASSERT_EQ(error.problems().size(), 1u);
    EXPECT_EQ(error.problems()[0].code, "E118");
  }
}

TEST(Threats, LastAsLongAsTheParameterSaysIfTheStudyDoesNot) {
  Study study = tiny_threat(0);
  study.parameters.threat.window = 9;
  std::get<FirmThreatens>(study.scenarios[1].events[0]).window.reset();
  EXPECT_EQ(tiny_experiment(study).scripts[1].threats.at(0).decides, known + 9);
}

TEST(CrisisLeadTime, IsFromTheAnnouncementToTheFirstHelp) {
  Study study = tiny_closure();  // announced in March, closes in September 2026
  study.scenarios[1].levers = {{"crisis.help", 1, false, Month::of(2026, 5), {}, {}, {}}};
  const Experiment experiment = tiny_experiment(study);
  const RunState state = run_whole(experiment, 1);
  EXPECT_TRUE(std::isnan(value_in(state, Month::of(2026, 4), "AM91", "crisis_lead_time")));
  EXPECT_EQ(value_in(state, Month::of(2026, 5), "AM91", "crisis_lead_time"), 2);
  EXPECT_EQ(value_in(state, experiment.to, "AM91", "crisis_lead_time"), 2);
  EXPECT_TRUE(std::isnan(value_in(state, experiment.to, "AM92", "crisis_lead_time")));
  for (const LedgerRow& row : state.observations.ledger)
    if (row.purpose == "crisis_help" && row.payee == "providers") {  // by month; a year's rows name the municipality
      EXPECT_GE(row.month, Month::of(2026, 5));
      EXPECT_LT(row.month, Month::of(2027, 3)) << "six months after the closure";
    }
}

TEST(Waves, ActInTheirMonthsSectorAndRegion) {
  Study study = tiny_closure();
  BankruptcyWave wave{"Q", "AM92", .2, Month::of(2026, 5), 3, {}};
  study.scenarios[1].events = {wave};
  const Experiment experiment = tiny_experiment(study);
  const auto chances = [&](Month month) {
    return inputs_for(experiment, experiment.scripts[1], month).demand.bankruptcy;
  };
  EXPECT_TRUE(chances(Month::of(2026, 4)).empty());
  EXPECT_EQ(chances(Month::of(2026, 5)), (std::vector<double>{0, 0, 0, 0, 0, .2}));
  EXPECT_EQ(chances(Month::of(2026, 7)), (std::vector<double>{0, 0, 0, 0, 0, .2}));
  EXPECT_TRUE(chances(Month::of(2026, 8)).empty());
  EXPECT_EQ(first_difference(experiment, experiment.scripts[0], experiment.scripts[1]), Month::of(2026, 5));
  const RunState without = run_whole(experiment, 0), with = run_whole(experiment, 1);
  EXPECT_LT(value_in(with, Month::of(2026, 8), "AM92", "jobs"), value_in(without, Month::of(2026, 8), "AM92", "jobs"));
}

}  // namespace
}  // namespace polder
