// The Pareto front of a small result, where every run of `help` is 5 persons above that of the reference.
#include "compare/pareto.h"

#include <gtest/gtest.h>

#include "polder/base/error.h"
#include "support/small_results.h"

namespace polder {
namespace {

class Pareto : public ::testing::Test {
 protected:
  Pareto() { testing::small_result(scratch_ / "r", 3); }
  Store store() const { return Store::open(scratch_ / "r"); }
  std::vector<ParetoPoint> front(const std::string& goals) const {
    const Store result = store();
    return pareto(result, goals_of(result, goals), {"", "AM01", "", "2026-01", "2026-12"});
  }
  std::string refused(const std::string& goals) const {
    try {
      goals_of(store(), goals);
    } catch (const InputError& error) {
      return error.problems().front().code;
    }
    return "";
  }
  testing::ScratchFolder scratch_;
};

TEST_F(Pareto, KeepsWhoIsBestOnSomething) {
  const auto points = front("population:higher,unemployed:lower");  // help has more of both
  ASSERT_EQ(points.size(), 2u);
  EXPECT_TRUE(points[0].dominated.empty());
  EXPECT_TRUE(points[1].dominated.empty());
}

TEST_F(Pareto, LeavesOutWhoIsWorseOnAll) {
  const auto points = front("population:higher,unemployed:higher");
  ASSERT_EQ(points[0].scenario, "reference");
  ASSERT_EQ(points[0].dominated.size(), 1u);
  EXPECT_EQ(points[0].dominated[0].by, "help");
  EXPECT_TRUE(points[0].dominated[0].certain) << "the same in every pair";
  EXPECT_TRUE(points[1].dominated.empty());
}

TEST_F(Pareto, MarksADominanceWithinNoise) {
  Store more = Store::open_or_create(scratch_ / "noisy", testing::small_study(), testing::small_header());
  for (std::uint32_t replicate = 0; replicate < 3; ++replicate)
    for (const char* scenario : {"reference", "help"}) {
      RunResult result = testing::small_run(scenario, replicate);
      const double luck = replicate == 0 ? -90 : 50;  // the mean of help is higher, its interval is wide
      if (std::string(scenario) == "help")
        for (IndicatorRow& row : result.observations.indicators)
          for (double& value : row.values) value += luck;
      more.add(result);
    }
  const auto points =
      pareto(more, goals_of(more, "population:higher,unemployed:higher"), {"", "AM01", "", "2026-01", "2026-12"});
  ASSERT_EQ(points[0].dominated.size(), 1u);
  EXPECT_FALSE(points[0].dominated[0].certain);
}

TEST_F(Pareto, RefusesWhatIsNoGoal) {
  EXPECT_EQ(refused("unemployed"), "E318") << "one goal has no front";
  EXPECT_EQ(refused("unemployed,no_such_thing"), "E309");
  EXPECT_EQ(refused("unemployed,population"), "E318") << "nobody says whether more people are better";
  EXPECT_EQ(refused("unemployed,population:up"), "E318");
  EXPECT_EQ(refused("unemployed,cost_total"), "");
}

}  // namespace
}  // namespace polder
