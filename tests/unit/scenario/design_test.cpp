// Designs in studies: points as scenarios, with names that can be read and levers where they belong.
#include "polder/scenario/design.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "data/yaml.h"
#include "scenario/study.h"

namespace polder {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

class DesignTest : public testing::Test {
 protected:
  DesignTest() : folder_(fs::temp_directory_path() / ("polder-design-" + std::to_string(::getpid()))) {
    fs::create_directories(folder_ / "studies/base");
    for (const char* name : {"countries", "parameters"})
      fs::create_directory_symlink(fs::path(POLDER_ROOT) / "scenarios" / name, folder_ / name);
    write("base/twente.yaml",
          "schema: polder/study/1\n"
          "title: {nl: Twente, en: Twente}\n"
          "world: netherlands\n"
          "sample: 1:100\n"
          "scope: {region: AM05, ring: 95 %}\n"
          "period: {from: 2026-01, to: 2027-12, warm_up: 6 months}\n"
          "scenarios:\n"
          "  reference: {}\n"
          "  agenda: {levers: {hc_agenda.retrain.budget: {value: 20 M EUR per year, from: 2026-07}}}\n"
          "reference: reference\n");
  }
  ~DesignTest() override { fs::remove_all(folder_); }
  void write(const std::string& name, const std::string& text) {
    fs::create_directories((folder_ / "studies" / name).parent_path());
    std::ofstream(folder_ / "studies" / name, std::ios::binary) << text;
  }
  Study study(const std::string& more) {
    write("it/study.yaml", "extends: ../base/twente.yaml\n" + more);
    return load_study(folder_ / "studies/it/study.yaml");
  }
  static std::vector<std::string> names(const Study& study) {
    std::vector<std::string> names;
    for (const Scenario& scenario : study.scenarios) names.push_back(scenario.name);
    return names;
  }
  static const Scenario& scenario(const Study& study, const std::string& name) {
    return *std::ranges::find(study.scenarios, name, &Scenario::name);
  }
  static double lever(const Scenario& scenario, const std::string& key) {
    return std::ranges::find(scenario.levers, key, &LeverSetting::key)->value;
  }

 private:
  fs::path folder_;
};

TEST_F(DesignTest, WhoPaysAtWhichLevelIsAGridOfFifteen) {
  const Study who_pays = study(
      "question: Does it matter who pays, at equal total money?\n"
      "scenarios:\n"
      "  reference: {}\n"
      "  agenda: {levers: {hc_agenda.retrain.budget: 20 M EUR per year}}\n"
      "vary:                                      # applied to every scenario but the reference\n"
      "  tasks.retraining.level: [local, network, joint, province, national]\n"
      "  hc_agenda.payer_shares:\n"
      "    own_money: {municipalities: 100 %}\n"
      "    cofunded:  {municipalities: 40 %, province: 20 %, employers: 40 %}\n"
      "    national:  {national: 100 %}\n"
      "design: grid                               # or latin_hypercube: 400, sobol: 1024, one_at_a_time\n");
  ASSERT_EQ(who_pays.scenarios.size(), 16u);
  EXPECT_EQ(who_pays.scenarios[0].name, "reference");
  EXPECT_TRUE(who_pays.scenarios[0].levers.empty());
  EXPECT_EQ(who_pays.scenarios[1].name, "agenda@level=local@payer_shares=own_money");
  EXPECT_EQ(who_pays.scenarios[15].name, "agenda@level=national@payer_shares=national");
  const Scenario& cofunded = scenario(who_pays, "agenda@level=network@payer_shares=cofunded");
  EXPECT_EQ(lever(cofunded, "hc_agenda.retrain.budget"), 20e6);
  EXPECT_EQ(lever(cofunded, "hc_agenda.payer_shares.employers"), .4);
  EXPECT_EQ(lever(cofunded, "tasks.retraining.level"), 1);
  EXPECT_TRUE(cofunded.parameters.empty());
  ASSERT_TRUE(who_pays.design);
  EXPECT_THAT(who_pays.design->points[4].at, ElementsAre(1, 1));
}

TEST_F(DesignTest, AValueKeepsTheMonthsOfTheScenario) {
  const Study budgets = study(
      "vary: {hc_agenda.retrain.budget: [5 M EUR per year, {value: 6 M EUR per year, to: 2026-12}]}\ndesign: grid\n");
  EXPECT_THAT(names(budgets), ElementsAre("reference", "agenda@budget=5M", "agenda@budget=6M"));
  const auto& bare = scenario(budgets, "agenda@budget=5M").levers;
  ASSERT_EQ(bare.size(), 1u);
  EXPECT_EQ(bare[0].value, 5e6);
  EXPECT_EQ(bare[0].from, Month::of(2026, 7));
  const auto& dated = scenario(budgets, "agenda@budget=6M").levers;
  ASSERT_EQ(dated.size(), 2u);  // the later one wins where both are in force
  EXPECT_EQ(dated[1].to, Month::of(2026, 12));
}

TEST_F(DesignTest, UnderVariedParametersTheReferenceIsThereToo) {
  const Study worlds = study("vary: {parameters.care.effect: [0.1, 0.3], crisis.help: [0 %, 50 %]}\ndesign: grid\n");
  EXPECT_THAT(names(worlds), ElementsAre("reference", "reference@effect=0.1", "agenda@effect=0.1@help=0%",
                                         "agenda@effect=0.1@help=50%", "reference@effect=0.3",
                                         "agenda@effect=0.3@help=0%", "agenda@effect=0.3@help=50%"));
  EXPECT_TRUE(scenario(worlds, "reference").parameters.empty());
  EXPECT_TRUE(scenario(worlds, "reference@effect=0.3").levers.empty());
  EXPECT_THAT(scenario(worlds, "reference@effect=0.3").parameters, ElementsAre(ParameterSetting{"care.effect", .3}));
  EXPECT_THAT(scenario(worlds, "agenda@effect=0.1@help=50%").parameters,
              ElementsAre(ParameterSetting{"care.effect", .1}));
  const auto references = references_of(names(worlds), "reference");
  EXPECT_EQ(references.at("agenda@effect=0.3@help=0%"), "reference@effect=0.3");
  EXPECT_EQ(references.count("reference@effect=0.3"), 0u);
}

TEST_F(DesignTest, OneAtATimeLeavesTheOthersAsTheyAre) {
  const Study one = study("vary: {parameters.care.effect: range, crisis.help: [0 %, 50 %]}\ndesign: one_at_a_time\n");
  EXPECT_THAT(names(one),
              ElementsAre("reference", "agenda", "reference@effect=low", "agenda@effect=low", "reference@effect=high",
                          "agenda@effect=high", "agenda@help=0%", "agenda@help=50%"));
  EXPECT_EQ(scenario(one, "agenda@help=50%").levers.size(), 2u);
  EXPECT_EQ(scenario(one, "agenda@effect=high").levers.size(), 1u);
  const auto& value = *std::ranges::find(one.parameter_values, std::string_view("care.effect"), &ParameterValue::key);
  EXPECT_EQ(scenario(one, "agenda@effect=low").parameters[0].value, value.from);
  EXPECT_EQ(scenario(one, "agenda@effect=high").parameters[0].value, value.to);
  const auto references = references_of(names(one), "reference");
  EXPECT_EQ(references.at("agenda@help=50%"), "reference");
  EXPECT_EQ(references.at("agenda@effect=low"), "reference@effect=low");
}

TEST_F(DesignTest, AListTakesValuesTogether) {
  const Study pairs =
      study("vary: {hc_agenda.quality: [60 %, 90 %], caseload.triage: [closest, farthest]}\ndesign: list\n");
  EXPECT_THAT(names(pairs), ElementsAre("reference", "agenda@1", "agenda@2"));
  EXPECT_EQ(lever(scenario(pairs, "agenda@2"), "hc_agenda.quality"), .9);
}

TEST_F(DesignTest, SamplersNumberTheirPoints) {
  const std::string vary =
      "vary: {parameters.care.effect: range, hc_agenda.retrain.budget: {from: 0, to: 20 M EUR per year}}\n";
  const Study latin = study(vary + "design: {latin_hypercube: 3}\n");
  EXPECT_THAT(names(latin), ElementsAre("reference", "reference@1", "agenda@1", "reference@2", "agenda@2",
                                        "reference@3", "agenda@3"));
  const Scenario& second = scenario(latin, "agenda@2");
  EXPECT_EQ(lever(second, "hc_agenda.retrain.budget"), latin.design->points[1].at[1]);
  EXPECT_EQ(second.levers[0].from, Month::of(2026, 7));
  EXPECT_EQ(second.parameters[0].value, latin.design->points[1].at[0]);
  EXPECT_EQ(references_of(names(latin), "reference").at("agenda@2"), "reference@2");
  const Study sobol = study(vary + "design:\n  sobol: 2\n");
  ASSERT_EQ(sobol.design->points.size(), 8u);
  EXPECT_EQ(sobol.design->points[1].name, "1b");
  EXPECT_EQ(sobol.design->points[7].name, "2x2");
  const Study morris = study(vary + "design: {morris: 2}\n");
  EXPECT_EQ(morris.design->points.back().name, "2.2");
  EXPECT_EQ(morris.scenarios.size(), 1 + 2 * 6u);
}

TEST_F(DesignTest, TheSeedOfTheStudyDrawsThePoints) {
  const std::string text = "vary: {parameters.care.effect: range}\ndesign: {latin_hypercube: 5}\n";
  EXPECT_EQ(study(text).resolved, study(text).resolved);
  EXPECT_NE(study(text).design->points[0].at, study(text + "seed: 2\n").design->points[0].at);
}

TEST_F(DesignTest, StandsInTheResolvedStudy) {
  const Study latin =
      study("vary: {parameters.care.effect: range, caseload.triage: [equal, closest]}\ndesign: {latin_hypercube: 3}\n");
  data::Problems problems;
  const data::Node resolved = data::parse_yaml("resolved.yaml", latin.resolved, problems);
  EXPECT_FALSE(problems.any());
  EXPECT_EQ(resolved.find("scenarios")->entries.size(), 7u);
  EXPECT_EQ(resolved.find("design")->find("points")->items.size(), 3u);
  EXPECT_EQ(resolved.find("scenarios")->find("agenda@3")->find("parameters")->entries.size(), 1u);
}

}  // namespace
}  // namespace polder
