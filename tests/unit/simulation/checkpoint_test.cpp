// Everything that a run is made of goes through a checkpoint, and everything of the world through its hash.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "support/tiny_experiment.h"
#include "world/visit_columns.h"

namespace polder {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Something of everything that can be observed.
Observations full_observations() {
  Observations seen;
  seen.indicators.push_back({Month::of(2026, 1), AreaLevel::Municipality, "GM0153", "", {1, nan, -2.5}});
  seen.indicators.push_back({Month::of(2026, 2), AreaLevel::Country, "NL", "", {}});
  seen.indicators_by.push_back({Month::of(2026, 1), AreaLevel::Region, "AM05", "cohort:fabriek", {nan, 7}});
  seen.ledger.push_back({Month::of(2026, 1), "uwv", "residents", "ww", 123456789012});
  seen.occupations.push_back({Month::of(2026, 12), "AM05", "05", 120, 80, 9000, -.25});
  seen.decisions.push_back({Month::of(2026, 3), "GM0153", "crisis", "joint", "voted", 1, 4, "convinced"});
  seen.year.push_back({{Actor::Municipality, 3}, {Actor::Residents, 3}, Purpose::Bijstand, -5});
  seen.month_hashes = {1, 0xFFFFFFFFFFFFFFFFull};
  seen.cohorts = {{}, {ResidentIndex{4}, ResidentIndex{9}}};
  seen.leavers.add(ResidentIndex{1}, 3);
  seen.ww_starters.add(ResidentIndex{2}, 0);
  seen.workers.add(ResidentIndex{16}, 5);
  seen.workers.add(ResidentIndex{32}, 6);
  return seen;
}

void expect_equal(const std::vector<IndicatorRow>& a, const std::vector<IndicatorRow>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t row = 0; row < a.size(); ++row) {
    EXPECT_EQ(std::tie(a[row].month, a[row].level, a[row].area, a[row].part),
              std::tie(b[row].month, b[row].level, b[row].area, b[row].part));
    ASSERT_EQ(a[row].values.size(), b[row].values.size());
    for (std::size_t i = 0; i < a[row].values.size(); ++i)
      EXPECT_TRUE(a[row].values[i] == b[row].values[i] ||
                  (std::isnan(a[row].values[i]) && std::isnan(b[row].values[i])));
  }
}

void expect_equal(const YearPanel& a, const YearPanel& b) {
  EXPECT_EQ(a.persons, b.persons);
  EXPECT_EQ(a.mark, b.mark);
}

TEST(Checkpoint, KeepsEverythingObserved) {
  RunState state;
  state.observations = full_observations();
  const RunState back = from_checkpoint(to_checkpoint(state), "test");
  const Observations &a = state.observations, &b = back.observations;
  expect_equal(a.indicators, b.indicators);
  expect_equal(a.indicators_by, b.indicators_by);
  EXPECT_EQ(a.ledger, b.ledger);
  EXPECT_EQ(a.occupations, b.occupations);
  EXPECT_EQ(a.decisions, b.decisions);
  EXPECT_EQ(a.year, b.year);
  EXPECT_EQ(a.month_hashes, b.month_hashes);
  EXPECT_EQ(a.cohorts, b.cohorts);
  expect_equal(a.leavers, b.leavers);
  expect_equal(a.ww_starters, b.ww_starters);
  expect_equal(a.workers, b.workers);
}

/// A world in the middle of a run, with something in every table.
RunState some_run() {
  const Experiment experiment = testing::tiny_experiment(testing::tiny_closure(50));
  RunState state = begin_run(experiment);
  simulate_until(state, experiment, experiment.scripts[1], Random{1, 0}, Month::of(2026, 5), {});
  state.world.crisis_help = .25;
  return state;
}

TEST(Checkpoint, KeepsTheWholeWorld) {
  const RunState state = some_run();
  const World& a = state.world;
  const RunState back = from_checkpoint(to_checkpoint(state), "test");
  const World& b = back.world;
  EXPECT_EQ(a.month, b.month);
  EXPECT_EQ(a.start, b.start);
  EXPECT_EQ(a.weight, b.weight);
  EXPECT_EQ(a.crisis_help, b.crisis_help);
  EXPECT_EQ(a.economy.cycle, b.economy.cycle);
  EXPECT_EQ(a.economy.cycle_before, b.economy.cycle_before);
  EXPECT_EQ(a.economy.log_demand, b.economy.log_demand);
  EXPECT_EQ(a.economy.planned_jobs, b.economy.planned_jobs);
  EXPECT_EQ(a.ledger.balance, b.ledger.balance);
  std::vector<std::string> columns;
  visit_columns(a, [&](std::string_view, const auto& column) {
    const auto bytes = std::as_bytes(column.span());
    columns.emplace_back(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  });
  std::size_t next = 0;
  visit_columns(b, [&](std::string_view name, const auto& column) {
    const auto bytes = std::as_bytes(column.span());
    EXPECT_EQ(columns[next++], std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size())) << name;
  });
  EXPECT_EQ(hash_of(a), hash_of(b));
}

TEST(HashOfAWorld, ChangesWithEveryColumnAndEveryNumber) {
  RunState state = some_run();
  World& world = state.world;
  const std::uint64_t before = hash_of(world);
  visit_columns(world, [&](std::string_view name, auto& column) {
    ASSERT_FALSE(column.empty()) << name;
    auto bytes = std::as_writable_bytes(column.span());
    for (const std::size_t place : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
      bytes[place] ^= std::byte{1};
      EXPECT_NE(hash_of(world), before) << name << " byte " << place;
      bytes[place] ^= std::byte{1};
    }
  });
  const auto changes = [&](auto& value, auto other) {
    std::swap(value, other);
    EXPECT_NE(hash_of(world), before);
    std::swap(value, other);
  };
  changes(world.month, world.month + 1);
  changes(world.start, world.start + 1);
  changes(world.weight, world.weight + 1);
  changes(world.crisis_help, world.crisis_help + 1);
  changes(world.economy.cycle, world.economy.cycle + 1);
  changes(world.economy.cycle_before, world.economy.cycle_before + 1);
  changes(world.economy.log_demand[2], world.economy.log_demand[2] + 1);
  changes(world.economy.planned_jobs[1], world.economy.planned_jobs[1] + 1);
  changes(world.ledger.balance[(Account{Actor::Uwv, 0})], Cents{1});
  EXPECT_EQ(hash_of(world), before);
}

TEST(Checkpoint, RefusesWhatIsNoCheckpoint) {
  for (const std::string& bytes : {std::string(), std::string("polder checkpoint 1\n"), std::string(500, 'x')}) {
    try {
      from_checkpoint(bytes, "run.ckpt");
      FAIL();
    } catch (const InputError& error) {
      ASSERT_EQ(error.problems().size(), 1u);
      EXPECT_EQ(error.problems()[0].code, "E310");
      EXPECT_EQ(error.problems()[0].file, "run.ckpt");
    }
  }
}

}  // namespace
}  // namespace polder
