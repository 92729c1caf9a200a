// What scenarios set, and who has a hand on it.
#include "report/settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "polder/scenario/lever.h"
#include "report/context.h"
#include "report/roles.h"
#include "scenario/study.h"
#include "support/small_results.h"
#include "support/study.h"

namespace polder::report {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;

Settings settings_of(const std::string& resolved, Tongue tongue = Tongue::English) {
  testing::ScratchFolder scratch;
  Study study = testing::small_study();
  study.resolved = resolved;
  return read_settings(Store::open_or_create(scratch / "r", study, testing::small_header()), tongue);
}

Settings settings_of_closure(Tongue tongue) {
  return settings_of(load_study(testing::study_file("closure")).resolved, tongue);
}

TEST(Settings, TellWhatAScenarioAdds) {
  const Settings settings = settings_of_closure(Tongue::Dutch);
  EXPECT_EQ(base_of(settings, "early_help", "reference"), "no_response");
  EXPECT_EQ(base_of(settings, "no_response", "reference"), "reference");
  const std::vector<Setting> added = added_by(settings, "late_help", "no_response");
  ASSERT_EQ(added.size(), 1u);
  EXPECT_EQ(added[0].key, "crisis.help");
  EXPECT_EQ(added[0].value, "100 %");
  EXPECT_EQ(added[0].when, "november 2026 t/m april 2027");
  EXPECT_THAT(
      added_by(settings, "joint", "no_response"),
      ElementsAre(Field(&Setting::key, "crisis.protocol"), Field(&Setting::value, "gemeenschappelijke regeling")));
  EXPECT_EQ(added_by(settings, "no_response", "reference")[0].value,
            "bedrijf fabriek, aangekondigd januari 2026, in juli 2026");
}

TEST(Settings, KnowTheAssumptions) {
  const Settings settings = settings_of_closure(Tongue::English);
  EXPECT_GT(settings.assumptions.size(), 400u);
  for (const Assumption& one : settings.assumptions) {
    EXPECT_FALSE(one.status.empty() || one.source.empty() || one.unit.empty()) << one.key;
  }
  EXPECT_THAT(settings.question, ::testing::HasSubstr("closure of a large plant"));
  EXPECT_THAT(settings_of_closure(Tongue::Dutch).question, ::testing::StartsWith("Wie treft de sluiting"));
}

TEST(Settings, NamePlacesAndSectors) {
  const Places places{{{"AM05", "Twente"}, {"GM0153", "Enschede"}}, {}, {{"B-E", "Industrie"}, {"AM05", "no sector"}}};
  EXPECT_EQ(with_names("sector B-E, regio AM05, tempo -3 % per jaar", places),
            "sector Industrie, regio Twente, tempo -3 % per jaar");
  EXPECT_EQ(with_names("GM0153,GM0154 B-E", places), "Enschede,GM0154 B-E")
      << "only what has a name, where it means it";
}

TEST(Settings, BuildOnNothingButWhatTheyShare) {
  const Settings settings = settings_of(
      "scenarios:\n  reference: {}\n"
      "  a: {levers: {crisis.help: [{value: 50 %}]}}\n"
      "  b: {levers: {crisis.help: [{value: 100 %}], crisis.protocol: [{value: on}]}}\n");
  EXPECT_EQ(base_of(settings, "b", "reference"), "reference") << "another intensity";
}

TEST(Settings, WriteMoneyAsPeopleDo) {
  const auto value = [](Tongue tongue) {
    return settings_of("scenarios:\n  a: {levers: {hc_agenda.retrain.budget: [{value: 10000000 EUR per year}]}}\n",
                       tongue)
        .scenarios.front()
        .settings.front()
        .value;
  };
  EXPECT_EQ(value(Tongue::Dutch), "10.000.000 euro per jaar");
  EXPECT_EQ(value(Tongue::English), "10,000,000 euro per year");
}

TEST(Settings, MeanWhatReadersOfNoStudyFileUnderstand) {
  const auto meaning = [](const std::string& scenario, Tongue tongue) {
    return settings_of("scenarios:\n  a: " + scenario + "\n", tongue).scenarios.front().settings.front().meaning;
  };
  EXPECT_EQ(meaning("{levers: {hc_agenda.retrain.budget: [{value: 10 EUR per year}]}}", Tongue::English),
            "retraining of who has no work, full-time: budget of the places named together");
  EXPECT_EQ(meaning("{events: [{firm_closes: {firm: x, at: 2026-07}}]}", Tongue::Dutch), "een vestiging sluit");
  for (const Lever& lever : levers())
    for (const Tongue tongue : {Tongue::Dutch, Tongue::English}) {
      const std::string told = meaning("{levers: {" + std::string(lever.key) + ": [{value: 1}]}}", tongue);
      EXPECT_EQ(told.find("who`"), std::string::npos) << told;
    }
}

TEST(Settings, AreAskedFor) {
  for (const char* resolved : {"sample: 1:10\n", "scenarios: [\n"}) {
    try {
      settings_of(resolved);
      FAIL() << resolved;
    } catch (const InputError& wrong) {
      EXPECT_EQ(wrong.problems().front().code, "E370");
    }
  }
}

TEST(Roles, HaveAHandOnLeversOfTheirs) {
  EXPECT_TRUE(controls(Role::Councillor, "budget.guidance", "1"));
  EXPECT_FALSE(controls(Role::Mayor, "budget.guidance", "1"));
  EXPECT_TRUE(controls(Role::Mayor, "crisis.protocol", "on"));
  EXPECT_TRUE(controls(Role::Councillor, "tasks.crisis.level", "joint"));
  for (const Role role : roles) {
    EXPECT_FALSE(controls(role, "tasks.crisis.level", "national")) << "theirs to ask for only";
    EXPECT_FALSE(controls(role, "ww.most_months", "24 months"));
    EXPECT_FALSE(controls(role, "grant.rijk", "50 %"));
  }
}

TEST(Roles, AreThoughtOfForEveryLever) {
  for (const Lever& lever : levers()) {
    bool anybody = false;
    for (const Role role : roles) anybody = anybody || controls(role, lever.key, "");
    const bool elsewhere = lever.key.starts_with("ww.") || lever.key.starts_with("buig.") ||
                           lever.key.starts_with("grant.") || lever.key.starts_with("bijstand.") ||
                           lever.key.starts_with("uwv.") || lever.key == "wgr.regime";
    EXPECT_NE(anybody, elsewhere) << lever.key;
  }
}

}  // namespace
}  // namespace polder::report
