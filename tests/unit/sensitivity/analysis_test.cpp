// Designs of results made by hand.
#include "sensitivity/analysis.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "support/small_results.h"

namespace polder::sensitivity {
namespace {

using testing::column_of;
using testing::ScratchFolder;

/// A result of a design over one parameter "p" (and a lever with two values), whose outcomes are a function of the
/// point.
struct MadeDesign {
  ScratchFolder scratch;
  Study study = testing::small_study();
  StoreHeader header = testing::small_header();
  std::string text;
  std::vector<std::string> points;

  MadeDesign(const std::string& kind, const std::string& axes) {
    text = fmt::format("design:\n  kind: {}\n  size: 0\n  axes:\n{}  points:\n", kind, axes);
    header.scenarios = {"reference"};
  }
  void point(const std::string& name, const std::string& at) {
    points.push_back(name);
    text += fmt::format("    - {{name: \"{}\", at: [{}]}}\n", name, at);
    for (const char* scenario : {"reference", "help", "other"}) header.scenarios.push_back(scenario + ("@" + name));
  }
  /// Outcome of a scenario ("help" or "other") at point i, above a reference of 1000 + 50 i.
  Store store(const std::function<double(const std::string&, std::size_t)>& outcome) {
    study.resolved += text;
    study.scenarios.clear();
    for (const std::string& name : header.scenarios) {
      study.scenarios.emplace_back();
      study.scenarios.back().name = name;
    }
    Store store = Store::open_or_create(scratch / "r", study, header);
    for (std::size_t i = 0; i < points.size(); ++i)
      for (const std::string scenario : {"reference", "help", "other"})
        for (std::uint32_t replicate = 0; replicate < 2; ++replicate) {
          const double level = 1000 + 50.0 * static_cast<double>(i) + 7 * replicate;
          store.add(
              run(scenario + "@" + points[i], replicate, level + (scenario == "reference" ? 0 : outcome(scenario, i))));
        }
    return store;
  }
  static RunResult run(const std::string& name, std::uint32_t replicate, double value) {
    RunResult result = testing::small_run("help", replicate);
    result.scenario = name;
    result.hash = name + std::to_string(replicate);
    for (auto& row : result.observations.indicators)
      for (const char* key : {"employed", "unemployed"}) row.values[column_of(key)] = value;
    return result;
  }
};

const Finding& finding(const Analysis& analysis, const std::string& scenario, const std::string& input,
                       const std::string& measure, const std::string& value = {}) {
  for (const Finding& each : analysis.findings)
    if (each.scenario == scenario && each.input == input && each.measure == measure && each.value_name == value)
      return each;
  throw std::logic_error("no such finding: " + scenario + " " + input + " " + measure + " " + value);
}

Wish employed() { return {"employed", "AM01", "2026-01", "2027-12", {}}; }

const std::string one_range = "    - {key: parameters.care.effect, from: 0, to: 1}\n";

/// Twenty futures in which help gains as the parameter rises, and other is as good everywhere.
Store twenty(MadeDesign& made) {
  for (int i = 0; i < 20; ++i) made.point(std::to_string(i + 1), fmt::format("{}", (i + .5) / 20));
  return made.store([](const std::string& scenario, std::size_t i) {
    return scenario == "help" ? 10.0 * static_cast<double>(i) - 35 : 20;
  });
}

TEST(Analyse, CountsTheFuturesInWhichAScenarioIsBest) {
  MadeDesign made("latin_hypercube", one_range);
  const Analysis found = analyse(twenty(made), employed());
  // help brings -35, -25, ... 155; other 20; the reference nothing: help is best from the seventh on.
  EXPECT_EQ(finding(found, "help", "", "best").estimate.value, 14);
  EXPECT_EQ(finding(found, "other", "", "best").estimate.value, 6);
  EXPECT_EQ(finding(found, "reference", "", "best").estimate.value, 0);
  EXPECT_EQ(finding(found, "", "", "ranking").estimate.value, 14);
  EXPECT_EQ(finding(found, "help", "", "best").observations, 20u);
  EXPECT_NEAR(finding(found, "help", "parameters.care.effect", "rank_correlation").estimate.value, 1, 1e-12);
  EXPECT_TRUE(std::isnan(finding(found, "other", "parameters.care.effect", "rank_correlation").estimate.value));
  EXPECT_EQ(found.replicates, 2u);
  EXPECT_EQ(found.missing, 0u);
}

TEST(Analyse, ValuesKnowingTheAssumptionThatDecides) {
  MadeDesign made("latin_hypercube", one_range);
  const Analysis found = analyse(twenty(made), employed());
  // Switching to other in the first six futures gains 55 + 45 + 35 + 25 + 15 + 5 in twenty.
  EXPECT_NEAR(finding(found, "", "parameters.care.effect", "knowing").estimate.value, 9, 1e-9);
  EXPECT_NEAR(finding(found, "", "all", "knowing").estimate.value, 9, 1e-9);
}

TEST(Analyse, TurnsRoundWhereLowerIsBetter) {
  MadeDesign made("latin_hypercube", one_range);
  const Store store = twenty(made);
  Wish unemployed = employed();
  unemployed.indicator = "unemployed";
  const Analysis found = analyse(store, unemployed);
  EXPECT_EQ(found.direction, -1);
  EXPECT_EQ(finding(found, "help", "", "best").estimate.value, 4);  // where it is below nothing
  EXPECT_EQ(finding(found, "reference", "", "best").estimate.value, 16);
}

TEST(Analyse, FindsTheSharesOfAGridExactly) {
  MadeDesign made("grid",
                  "    - {key: caseload.triage, values: [\"a\", \"b\"]}\n    - {key: tasks.crisis.level, values: "
                  "[\"c\", \"d\"]}\n");
  for (const char* at : {"0, 0", "0, 1", "1, 0", "1, 1"})
    made.point("p" + std::string(at).substr(0, 1) + std::string(at).substr(3), at);
  // 0 1 / 2 7: effects 4 and 3 of the inputs, 2 of both: sums of squares 16, 9 and 4.
  const double outcomes[] = {0, 1, 2, 7};
  const Store store = made.store([&](const std::string&, std::size_t i) { return outcomes[i]; });
  const Analysis found = analyse(store, employed());
  EXPECT_NEAR(finding(found, "help", "caseload.triage", "variance").estimate.value, 16 / 29.0, 1e-9);
  EXPECT_NEAR(finding(found, "help", "caseload.triage", "total").estimate.value, 20 / 29.0, 1e-9);
  EXPECT_NEAR(finding(found, "help", "tasks.crisis.level", "variance").estimate.value, 9 / 29.0, 1e-9);
  EXPECT_NEAR(finding(found, "help", "caseload.triage", "mean", "b").estimate.value, 4.5, 1e-9);
  for (const Finding& each : found.findings) EXPECT_NE(each.measure, "best");  // levers make no futures
}

TEST(Analyse, RefusesAResultWithoutADesign) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r");
  const Store store = Store::open(scratch / "r");
  EXPECT_THROW(analyse(store, employed()), InputError);
  EXPECT_FALSE(design_of(store));
}

TEST(Analyse, RefusesUnknownNames) {
  MadeDesign made("latin_hypercube", one_range);
  const Store store = twenty(made);
  Wish wish = employed();
  wish.area = "AM99";
  EXPECT_THROW(analyse(store, wish), InputError);
  wish = employed();
  wish.indicator = "emploid";
  EXPECT_THROW(analyse(store, wish), InputError);
  wish = employed();
  wish.scenario = "hlp";
  EXPECT_THROW(analyse(store, wish), InputError);
  wish.scenario = "other";
  for (const Finding& each : analyse(store, wish).findings) EXPECT_NE(each.scenario, "help");
}

TEST(Analyse, ReadsTheDesignAsItWasWritten) {
  MadeDesign made("morris", one_range + "    - {key: caseload.triage, values: [\"equal\", \"closest\"]}\n");
  made.point("1.0", "1e-05, 1");
  made.point("1.1", "0.6666666666666666, 1");
  const auto design = design_of(made.store([](const std::string&, std::size_t) { return 0; }));
  ASSERT_TRUE(design);
  EXPECT_EQ(design->kind, DesignKind::Morris);
  EXPECT_EQ(design->axes[1].values, (std::vector<std::string>{"equal", "closest"}));
  EXPECT_EQ(design->points[0].at, (std::vector<double>{1e-5, 1}));
  EXPECT_EQ(design->points[1].at[0], 2.0 / 3);
}

}  // namespace
}  // namespace polder::sensitivity
