// polder explain routes REGION: what shrinks and grows there, and the ways between them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "program.h"

namespace polder {
namespace {

using testing::HasSubstr;

class ExplainRoutes : public testing::Test {
 protected:
  std::string study(const std::string& text = toy_study()) {
    write_text(folder_ / "study.yaml", text);
    return folder_ / "study.yaml";
  }
  TemporaryFolder folder_;
};

nlohmann::json json_of(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  const Answer answer = run_program(arguments);
  EXPECT_EQ(answer.exit, 0) << answer.err;
  return nlohmann::json::parse(answer.out);
}

TEST_F(ExplainRoutes, LeadFromWhatShrinksToWhatGrowsInTheReferenceOfTheCountry) {
  const auto json = json_of({"explain", "routes", "AM05"});
  EXPECT_EQ(json["name"], "Twente");
  EXPECT_EQ(json["weight"], 100);
  EXPECT_EQ(json["from"], "2026-01");
  EXPECT_EQ(json["to"], "2026-12");
  ASSERT_FALSE(json["shrinking"].empty());
  ASSERT_FALSE(json["growing"].empty());
  for (const auto& row : json["shrinking"]) EXPECT_GT(row["seekers"], row["vacancies"]);
  for (const auto& row : json["growing"]) EXPECT_LT(row["seekers"], row["vacancies"]);
  ASSERT_FALSE(json["routes"].empty());
  double months = 0;
  for (const auto& row : json["routes"]) {
    EXPECT_EQ(row["from"].get<std::string>().size(), 3u);  // groups, not classes
    EXPECT_GE(row["months"].get<double>(), months);
    EXPECT_THAT(row["path"].get<std::string>(), HasSubstr(" > "));
    months = row["months"];
  }
}

TEST_F(ExplainRoutes, AreTheSameEveryTime) {
  EXPECT_EQ(json_of({"explain", "routes", "twente"}), json_of({"explain", "routes", "AM05"}));
}

TEST_F(ExplainRoutes, StartFromTheOccupationThatIsNamed) {
  const auto cooks = json_of({"explain", "routes", "AM05", "--from", "512", "--lang", "nl"});
  ASSERT_FALSE(cooks["routes"].empty());
  for (const auto& row : cooks["routes"]) {
    EXPECT_EQ(row["from"], "512");
    EXPECT_THAT(row["path"].get<std::string>(), testing::StartsWith("Koks > "));
  }
  EXPECT_EQ(json_of({"explain", "routes", "AM05", "--from", "cooks", "--lang", "nl"})["routes"], cooks["routes"]);
  const auto managers = json_of({"explain", "routes", "AM05", "--from", "05"});
  EXPECT_EQ(managers["routes"].size(), 11u);  // the groups of the class
}

TEST_F(ExplainRoutes, SpeakBothLanguagesAndCsv) {
  EXPECT_THAT(run_program({"explain", "routes", "AM91", study()}).out,
              HasSubstr("Occupations with more seekers than vacancies"));
  EXPECT_THAT(run_program({"explain", "routes", "AM91", study(), "--lang", "nl"}).out,
              HasSubstr("Beroepen met meer zoekenden dan vacatures"));
  EXPECT_THAT(run_program({"explain", "routes", "AM91", study(), "--format", "csv"}).out,
              HasSubstr("from,to,months,skill_distance,wage_change,path\n"));
}

TEST_F(ExplainRoutes, RunBetweenClassesInACountryWithoutGroupsAndSayWhatIsOutOfReach) {
  const Answer answer = run_program({"explain", "routes", "AM91", study(), "--from", "03"});
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("this country has no occupation groups"));
  EXPECT_THAT(answer.out, HasSubstr("Technical and agricultural > Service and transport"));
  EXPECT_THAT(run_program({"explain", "routes", "AM91", study(), "--from", "01"}).out,
              HasSubstr("Teaching and care: no chain of alike occupations leads to Service and transport"));
  EXPECT_TRUE(json_of({"explain", "routes", "AM91", study(), "--from", "01"})["routes"][0]["months"].is_null());
}

TEST_F(ExplainRoutes, FollowTheParametersOfTheStudy) {
  const auto months = [&](const std::string& each_change) {
    const auto json = json_of(
        {"explain", "routes", "AM91", study(), "--from", "03", "--set", "parameters.route.each_change=" + each_change});
    return json["routes"][0]["months"].get<double>();
  };
  EXPECT_DOUBLE_EQ(months("5") - months("3"), 2);
}

TEST_F(ExplainRoutes, RefuseAnUnknownRegion) {
  const Answer answer = run_program({"explain", "routes", "Twentte"});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("error[E107]: 'Twentte' is no labour-market region"));
  EXPECT_THAT(answer.err, HasSubstr("did you mean 'Twente'?"));
}

TEST_F(ExplainRoutes, RefuseARegionOutsideTheScope) {
  const std::string scoped = study(toy_study("scope: {region: AM91, ring: 95 %}\n"));
  const Answer answer = run_program({"explain", "routes", "AM92", scoped});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("error[E163]: AM92 (Middenland) is outside the study's scope"));
  EXPECT_EQ(run_program({"explain", "routes", "AM91", scoped}).exit, 0);
}

TEST_F(ExplainRoutes, RefuseAnUnknownOccupation) {
  const Answer answer = run_program({"explain", "routes", "AM05", "--from", "0712"});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("error[E315]: '0712' is no occupation of Netherlands"));
  EXPECT_THAT(answer.err, HasSubstr("did you mean '712'?"));
  EXPECT_THAT(run_program({"explain", "routes", "AM91", study(), "--from", "512"}).err,
              HasSubstr("a code from 01 to 04, or a name"));
}

TEST_F(ExplainRoutes, AskForARegion) {
  const Answer answer = run_program({"explain", "routes"});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("which labour-market region?"));
}

}  // namespace
}  // namespace polder
