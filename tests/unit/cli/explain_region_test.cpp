// polder explain region REGION: what it adds to `explain routes`, and that its tables agree with each other.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "program.h"

namespace polder {
namespace {

using testing::HasSubstr;

class ExplainRegion : public testing::Test {
 protected:
  /// Two years, so that forecasts rest on two statistics.
  std::string study() const {
    std::string text = toy_study();
    text.replace(text.find("to: 2026-12"), 11, "to: 2027-12");
    write_text(folder_ / "study.yaml", text);
    return folder_ / "study.yaml";
  }
  nlohmann::json analysis(const std::vector<std::string>& more = {}, const std::string& what = "region") const {
    std::vector<std::string> words{"explain", what, "AM91", study(), "--format", "json"};
    words.insert(words.end(), more.begin(), more.end());
    const Answer answer = run_program(words);
    EXPECT_EQ(answer.exit, 0) << answer.err;
    return nlohmann::json::parse(answer.out);
  }
  TemporaryFolder folder_;
};

TEST_F(ExplainRegion, SharesItsRoutesWithExplainRoutes) {
  const auto region = analysis(), routes = analysis({}, "routes");
  for (const char* table : {"shrinking", "growing", "routes"}) EXPECT_EQ(region[table], routes[table]);
}

TEST_F(ExplainRegion, ForecastsDemandWithAnErrorThatPrecisionTakesAway) {
  const auto vague = analysis(), sure = analysis({"--set", "parameters.info.own=0.5"}),
             exact = analysis({"--set", "parameters.info.noise=0"});
  ASSERT_FALSE(vague["forecast"].empty());
  for (std::size_t i = 0; i < vague["forecast"].size(); ++i) {
    const auto& row = vague["forecast"][i];
    EXPECT_GT(row["demand"], 0);
    EXPECT_GT(row["supply"], 0);
    // 1.96 x .02 a year x two years x the root of 1 - .2
    EXPECT_NEAR(row["error"].get<double>() / row["demand_ahead"].get<double>(), 1.96 * .04 * std::sqrt(.8), 2e-3);
    EXPECT_LT(sure["forecast"][i]["error"], row["error"]);
    EXPECT_EQ(exact["forecast"][i]["error"], 0);
    const double two_years = std::pow(1 + row["growth"].get<double>(), 2);
    EXPECT_NEAR(row["demand_ahead"].get<double>() / row["demand"].get<double>(), two_years, 2e-3);
  }
}

TEST_F(ExplainRegion, SeesTheGrowthOfTheYearThatItCounts) {
  const std::vector<std::string> seen{"--set", "parameters.info.own=0", "--set", "parameters.info.noise=0"};
  std::vector<std::string> at_once = seen;
  for (const char* lag : {"parameters.analysis.lag=0", "parameters.analysis.joint_lag=0"})
    at_once.insert(at_once.end(), {"--set", lag});
  const auto forecast = analysis(seen)["forecast"];
  EXPECT_EQ(forecast, analysis(at_once)["forecast"]) << "an analysis has its own counts, however late they come out";
  const auto grows = [](const nlohmann::json& row) { return row["growth"] != 0; };
  EXPECT_TRUE(std::any_of(forecast.begin(), forecast.end(), grows));
}

TEST_F(ExplainRegion, CountsEveryWorkerOnceAmongTheMoves) {
  const auto json = analysis();
  ASSERT_EQ(json["moves"].size(), 5u);
  double all = 0, stayed = 0;
  for (const auto& row : json["moves"]) {
    for (const auto& [key, persons] : row.items())
      if (key != "from") all += persons.get<double>();
    stayed += row["to_" + row["from"].get<std::string>()].get<double>();
  }
  EXPECT_GT(stayed, .7 * all) << "most stay where they are";
  EXPECT_LT(stayed, all);
}

TEST_F(ExplainRegion, NeedsTrainingForSeekersWithARouteOnly) {
  const auto reached = analysis()["training"];
  ASSERT_FALSE(reached.empty());
  for (const auto& row : reached) {
    EXPECT_LE(row["need"], row["seekers"]);
    EXPECT_LE(row["shortest"], row["longest"]);
  }
  for (const auto& row : analysis({"--set", "parameters.route.least_likeness=1"})["training"]) {
    EXPECT_EQ(row["need"], 0) << "no two occupations are that alike";
    EXPECT_TRUE(row["shortest"].is_null());
  }
}

TEST_F(ExplainRegion, SpeaksBothLanguagesAndRefusesWhatIsNoRegion) {
  EXPECT_THAT(run_program({"explain", "region", "AM91", study()}).out, HasSubstr("Jobs by sector"));
  EXPECT_THAT(run_program({"explain", "region", "AM91", study(), "--lang", "nl"}).out, HasSubstr("Banen per sector"));
  EXPECT_THAT(run_program({"explain", "region", "AM91", study(), "--format", "csv"}).out,
              HasSubstr("occupation,name,demand,supply,demand_ahead,error,supply_ahead,growth\n"));
  EXPECT_THAT(run_program({"explain", "region"}).err, HasSubstr("E316"));
  EXPECT_THAT(run_program({"explain", "region", "AM99", study()}).err, HasSubstr("E107"));
}

}  // namespace
}  // namespace polder
