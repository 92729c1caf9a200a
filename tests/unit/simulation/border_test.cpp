// Whole runs with work across the border: the same bytes every time, nothing at a weight of zero, levers from their
// first month on.
#include <gtest/gtest.h>

#include "polder/scenario/lever.h"
#include "support/tiny_experiment.h"

namespace polder {
namespace {

using namespace testing;

Study border_study(double weight) {
  Study study = tiny_study(10);
  study.to = Month::of(2028, 12);
  study.warm_up = 6;
  study.parameters.border = {weight, .03, .4, .4};
  study.scenarios = {scenario("reference"), scenario("help")};
  for (const char* lever : {"border.info", "border.recognition"})
    study.scenarios[1].levers.push_back(setting(lever, 1, Month::of(2026, 4)));
  return study;
}

double measured(const RunState& state, std::string_view key, Month from) {
  std::size_t column = 0;
  while (indicator_catalogue()[column].key != key) ++column;
  double sum = 0, months = 0;
  for (const IndicatorRow& row : state.observations.indicators)
    if (row.level == AreaLevel::Country && row.month >= from) sum += row.values[column], ++months;
  return sum / months;
}

TEST(RunsWithABorder, GiveTheSameBytesEveryTime) {
  const Experiment experiment = tiny_experiment(border_study(.4), with_border());
  const RunState one = run_whole(experiment, 1), other = run_whole(experiment, 1);
  EXPECT_EQ(one.observations.month_hashes, other.observations.month_hashes);
  EXPECT_EQ(hash_of(one.world), hash_of(other.world));
}

TEST(RunsWithABorder, AreThoseOfACountryWithoutOneAtAWeightOfZero) {
  const Experiment off = tiny_experiment(border_study(0), with_border()),
                   none = tiny_experiment(border_study(.4), tiny_country());
  for (const std::size_t scenario : {0u, 1u}) {
    const RunState with = run_whole(off, scenario), without = run_whole(none, scenario);
    EXPECT_EQ(with.observations.month_hashes, without.observations.month_hashes);
    EXPECT_EQ(with.observations.ledger, without.observations.ledger);
  }
}

TEST(RunsWithABorder, ChangeWithALeverFromItsFirstMonthOn) {
  const Experiment experiment = tiny_experiment(border_study(.4), with_border());
  EXPECT_EQ(first_difference(experiment, experiment.scripts[0], experiment.scripts[1]), Month::of(2026, 4));
  const RunState reference = run_whole(experiment, 0), help = run_whole(experiment, 1);
  const auto &a = reference.observations.month_hashes, &b = help.observations.month_hashes;
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t month = 0; month < 3; ++month) EXPECT_EQ(a[month], b[month]);
  EXPECT_NE(a[6], b[6]);
  double without = 0, with = 0;
  for (std::uint32_t replicate = 0; replicate < 6; ++replicate) {
    without += measured(run_whole(experiment, 0, replicate), "border_workers", Month::of(2028, 1));
    with += measured(run_whole(experiment, 1, replicate), "border_workers", Month::of(2028, 1));
  }
  EXPECT_GT(without, 0);
  EXPECT_GT(with, 1.1 * without);
}

TEST(RunsWithABorder, BeginNearWhereTheyStay) {
  const Experiment experiment = tiny_experiment(border_study(.4), with_border());
  double first = 0, last = 0;
  for (std::uint32_t replicate = 0; replicate < 4; ++replicate) {
    const RunState run = run_whole(experiment, 0, replicate);
    for (const Stocks& stocks : experiment.world.municipalities.stocks)
      first += 10. * static_cast<double>(stocks.abroad);
    last += measured(run, "border_workers", Month::of(2028, 1));
  }
  EXPECT_GT(last / first, .6);
  EXPECT_LT(last / first, 1.6);
}

}  // namespace
}  // namespace polder
