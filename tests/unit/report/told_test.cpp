// What the scenarios of a result do, read off its resolved.yaml.
#include "report/told.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "polder/scenario/lever.h"
#include "scenario/study.h"
#include "support/small_results.h"
#include "support/study.h"

namespace polder {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

report::Told told_of(const std::string& resolved) {
  testing::ScratchFolder scratch;
  Study study = testing::small_study();
  study.resolved = resolved;
  return report::told_in(Store::open_or_create(scratch / "r", study, testing::small_header()));
}

TEST(Told, KnowsWhenPlantsCloseAndWhatTheLeversAreAbout) {
  const report::Told told = told_of(R"(
scenarios:
  reference: {}
  two:
    events:
      - firm_closes: {firm: "a", announced: 2026-01, at: 2026-07}
      - firm_closes: {firm: "b", announced: 2026-01, at: 2026-05}
      - recession: {from: 2029-01, depth: 4 %, months: 24 months}
  threat:
    events:
      - firm_threatens: {firm: "a", from: 2026-03, notice: 4 months, offer_elsewhere: 50 %}
    levers:
      hc_agenda.train.budget:
        - {value: 1000000 EUR per year}
      hc_agenda.retrain.budget:
        - {value: 1000000 EUR per year}
parameters:
  threat.window: {value: 6, unit: months}
)");
  EXPECT_THAT(told.last_closure,
              UnorderedElementsAre(Pair("two", Month::of(2026, 7)), Pair("threat", Month::of(2027, 1))));
  EXPECT_THAT(told.indicators,
              ElementsAre(Pair("threat", ElementsAre("training_places", "sector_mobility", "training_at_work"))));
}

TEST(Told, IsNothingWhereTheSettingsCannotBeRead) {
  const report::Told told = told_of("scenarios: [\n");
  EXPECT_TRUE(told.last_closure.empty());
  EXPECT_TRUE(told.indicators.empty());
}

TEST(Told, ReadsWhatTheProgramWrites) {
  const report::Told told = told_of(load_study(testing::study_file("closure")).resolved);
  ASSERT_FALSE(told.last_closure.empty());
  for (const auto& [scenario, month] : told.last_closure) EXPECT_EQ(month, Month::of(2026, 7)) << scenario;
  EXPECT_THAT(told.indicators, ::testing::Contains(Pair("early_help", ElementsAre("crisis_lead_time", "cost_rijk"))));
}

TEST(Told, NamesIndicatorsThatExist) {
  std::string levers_of_all = "scenarios:\n  all:\n    levers:\n";
  for (const Lever& lever : levers()) levers_of_all += "      " + std::string(lever.key) + ": []\n";
  const std::vector<std::string> indicators = told_of(levers_of_all).indicators["all"];
  EXPECT_GE(indicators.size(), 10u);
  for (const std::string& key : indicators) EXPECT_NE(find_indicator(key), nullptr) << key;
}

}  // namespace
}  // namespace polder
