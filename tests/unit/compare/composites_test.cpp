#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "compare/comparison.h"
#include "polder/base/error.h"
#include "support/small_results.h"

namespace polder {
namespace {

/// Three scenarios in which nothing is measured but trust, decision time, neet and employment rate of one month.
class Composites : public ::testing::Test {
 protected:
  struct Values {
    double trust, decision_time, neet, employment_rate;
  };
  Composites() {
    StoreHeader header = testing::small_header();
    header.scenarios = {"reference", "help", "more"};
    Study study = testing::small_study();
    study.scenarios.push_back({"more", {}, {}, {}, {}});
    Store store = Store::open_or_create(scratch_ / "r", study, header);
    for (std::uint32_t replicate = 0; replicate < 2; ++replicate) {
      store.add(run("reference", replicate, {.4, 6, .10, .70}));
      store.add(run("help", replicate, {.5, 7, .09, .70}));
      store.add(run("more", replicate, {.6, 8, .10, .72}));
    }
  }
  static RunResult run(const std::string& scenario, std::uint32_t replicate, const Values& values) {
    RunResult result = testing::small_run(scenario, replicate);
    std::vector<double> measured(indicator_catalogue().size(), std::numeric_limits<double>::quiet_NaN());
    measured[testing::column_of("trust")] = values.trust;
    measured[testing::column_of("decision_time")] = values.decision_time;
    measured[testing::column_of("neet")] = values.neet;
    measured[testing::column_of("employment_rate")] = values.employment_rate;
    for (IndicatorRow& row : result.observations.indicators) row.values = measured;
    return result;
  }
  std::vector<ComparisonLine> lines(const std::string& scenario, std::optional<double> economic = {}) const {
    return compare_composites(Store::open(scratch_ / "r"), {scenario}, "reference", {}, economic);
  }
  static double mean_of(const std::vector<ComparisonLine>& all, std::string_view key) {
    for (const ComparisonLine& line : all)
      if (line.question.indicator == key) return line.difference.mean;
    ADD_FAILURE() << "no line " << key;
    return 0;
  }
  testing::ScratchFolder scratch_;
};

TEST_F(Composites, MeasureByTheSpreadBetweenScenarios) {
  const auto more = lines("more");
  EXPECT_NEAR(mean_of(more, "composite:trust"), 2, 1e-9) << ".4, .5 and .6 have a standard deviation of .1";
  EXPECT_NEAR(mean_of(more, "composite:decision_time"), -2, 1e-9) << "longer is worse";
  EXPECT_NEAR(mean_of(more, "composite:process"), 0, 1e-9);
  EXPECT_NEAR(mean_of(more, "composite:neet"), 0, 1e-9);
  EXPECT_NEAR(mean_of(more, "composite:employment_rate"), std::sqrt(3), 1e-9);
  EXPECT_NEAR(mean_of(more, "composite:result"), std::sqrt(3) / 2, 1e-9);
  EXPECT_EQ(more.size(), 6u) << "what is not measured has no line";
}

TEST_F(Composites, WeighEconomicAndSocialAsTheViewerDoes) {
  const double social = std::sqrt(3), economic = 0;  // of help
  EXPECT_NEAR(mean_of(lines("help", 0.), "composite:viewpoint"), social, 1e-9);
  EXPECT_NEAR(mean_of(lines("help", 1.), "composite:viewpoint"), economic, 1e-9);
  EXPECT_NEAR(mean_of(lines("help", .25), "composite:viewpoint"), .75 * social, 1e-9);
}

/// Two worlds of three scenarios that differ by .1 in each, and by much between the two.
TEST(CompositesOfADesign, MeasureByTheSpreadInTheSameWorld) {
  testing::ScratchFolder scratch;
  StoreHeader header = testing::small_header();
  header.scenarios = {"reference", "help", "more", "reference@1", "help@1", "more@1"};
  Study study = testing::small_study();
  for (const char* name : {"more", "reference@1", "help@1", "more@1"})
    study.scenarios.push_back({name, {}, {}, {}, {}});
  Store store = Store::open_or_create(scratch / "r", study, header);
  for (std::size_t i = 0; i < header.scenarios.size(); ++i) {
    RunResult result = testing::small_run(header.scenarios[i], 0);
    for (IndicatorRow& row : result.observations.indicators) {
      row.values.assign(indicator_catalogue().size(), std::numeric_limits<double>::quiet_NaN());
      row.values[testing::column_of("trust")] =
          i < 3 ? .2 + .1 * static_cast<double>(i) : .5 + .02 * static_cast<double>(i);
    }
    store.add(result);
  }
  const auto trust = [&](const std::string& scenario, const std::string& reference) {
    return compare_composites(store, {scenario}, reference, {}, {}).front().difference.mean;
  };
  EXPECT_NEAR(trust("more", "reference"), 2, 1e-9);
  EXPECT_NEAR(trust("more@1", "reference@1"), 2, 1e-9);
  EXPECT_NEAR(trust("help@1", "reference@1"), 1, 1e-9);
}

TEST(CompositesOfADesign, AskForThreeScenariosInTheSameWorld) {
  testing::ScratchFolder scratch;
  StoreHeader header = testing::small_header();
  header.scenarios = {"reference", "help", "reference@1", "help@1"};
  Study study = testing::small_study();
  for (const char* name : {"reference@1", "help@1"}) study.scenarios.push_back({name, {}, {}, {}, {}});
  Store store = Store::open_or_create(scratch / "r", study, header);
  for (const std::string& name : header.scenarios) store.add(testing::small_run(name, 0));
  EXPECT_THROW(compare_composites(store, {"help@1"}, "reference@1", {}, {}), InputError);
}

TEST_F(Composites, AskForThreeScenarios) {
  testing::small_result(scratch_ / "two", 2);
  EXPECT_THROW(compare_composites(Store::open(scratch_ / "two"), {"help"}, "reference", {}, {}), InputError);
}

}  // namespace
}  // namespace polder
