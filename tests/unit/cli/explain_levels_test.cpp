// polder explain levels: what the cards say of the Dutch municipalities.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "program.h"

namespace polder {
namespace {

using testing::HasSubstr;

nlohmann::json cards(const std::vector<std::string>& more = {}) {
  std::vector<std::string> words{"explain", "levels", "--format", "json", "--set", "sample=1:400"};
  words.insert(words.end(), more.begin(), more.end());
  const Answer answer = run_program(words);
  EXPECT_EQ(answer.exit, 0) << answer.err;
  return nlohmann::json::parse(answer.out);
}

const nlohmann::json& card(const nlohmann::json& all, const std::string& task, const std::string& municipalities) {
  for (const auto& row : all)
    if (row["task"] == task && row["municipalities"] == municipalities) return row;
  throw std::logic_error("no card of " + task);
}

TEST(ExplainLevels, RanksEveryLevelThatATaskCanHaveOnce) {
  for (const auto& row : cards()) {
    double chances = 0;
    for (const char* level : {"local", "network", "centre", "joint", "province", "national", "international"}) {
      const bool has = row["task"] == "border" || std::string(level) != "international";
      ASSERT_EQ(row[level].is_null(), !has) << row;
      if (!has) continue;
      EXPECT_GT(row[level], 0) << row;
      EXPECT_LE(row[level], row[row["best"].get<std::string>()]) << row;
      chances += row[std::string(level) + "_best"].get<double>();
    }
    EXPECT_NEAR(chances, 1, 1e-9);
  }
}

TEST(ExplainLevels, LeavesMoreToLargeMunicipalitiesThanToSmallOnes) {
  const auto all = cards();
  for (const char* task : {"guidance", "employer_services", "analysis"})
    EXPECT_GT(card(all, task, "100,000 and more")["local"], card(all, task, "below 20,000")["local"]) << task;
}

TEST(ExplainLevels, FindsNoReasonToShareWhatHasNoScaleReachOrNearness) {
  std::vector<std::string> nothing;
  for (const char* member : {"fixed_cost", "reach_weight", "nearness_weight", "tailoring", "integration_weight"})
    for (const char* part : {"--set", "parameters.task.guidance."})
      nothing.push_back(part[0] == '-' ? part : part + std::string(member) + "=0");
  const auto row = card(cards(nothing), "guidance", "all");
  EXPECT_EQ(row["local"], 1) << "what is done at home loses nothing";
  EXPECT_LT(row["network"], 1) << "partners cost";
  EXPECT_EQ(row["best"], "local");
}

TEST(ExplainLevels, SaysWhatTheNumbersAre) {
  EXPECT_THAT(run_program({"explain", "levels", "--set", "sample=1:400"}).out, HasSubstr("it is no finding"));
  EXPECT_THAT(run_program({"explain", "levels", "--set", "sample=1:400", "--lang", "nl"}).out,
              HasSubstr("geen bevinding"));
}

}  // namespace
}  // namespace polder
