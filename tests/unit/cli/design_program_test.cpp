// Designs, precision and sensitivity as a user meets them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "program.h"

namespace polder {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A quick study of the toy country: care at two budgets.
std::string quick(const std::string& more) {
  return "schema: polder/study/1\n"
         "title: {nl: Proef, en: Trial}\n"
         "world: toy\n"
         "sample: 1:20\n"
         "period: {from: 2026-01, to: 2026-06, warm_up: 2 months}\n"
         "scenarios:\n"
         "  reference: {}\n"
         "  care: {levers: {budget.guidance: 200 %}}\n" +
         more;
}

class DesignProgram : public testing::Test {
 protected:
  std::string study(const std::string& more) {
    write_text(folder_ / "study.yaml", quick(more));
    return folder_ / "study.yaml";
  }
  std::string result(const std::string& name = "result") const { return folder_ / name; }
  std::string exported(const std::string& from, const std::string& name) {
    const Answer answer = run_program({"export", from, "--to", "csv", "--out", folder_ / name});
    EXPECT_EQ(answer.exit, 0) << answer.err;
    return bytes_in(folder_ / name);
  }
  TemporaryFolder folder_;
};

const char* const latin =
    "vary: {parameters.care.effect: range, parameters.care.norm: range}\n"
    "design: {latin_hypercube: 12}\n"
    "replicates: 1\n";

TEST_F(DesignProgram, CheckAndPlanSayWhatItCosts) {
  const std::string file = study(latin);
  const Answer check = run_program({"check", file});
  EXPECT_EQ(check.exit, 0) << check.err;
  EXPECT_THAT(check.out, HasSubstr("12 points, 25 scenarios, 25 runs: about"));
  EXPECT_THAT(run_program({"check", file, "--lang", "nl"}).out, HasSubstr("12 punten, 25 scenario's, 25 runs"));
  const auto plan = nlohmann::json::parse(run_program({"plan", file, "--out", result(), "--format", "json"}).out);
  std::map<std::string, double> values;
  for (const auto& line : plan) values[line["quantity"]] = line["value"];
  EXPECT_EQ(values["runs"], 25);
  EXPECT_EQ(values["points"], 12);
  EXPECT_EQ(values["worlds"], 13);
}

TEST_F(DesignProgram, GivesTheSameBytesWithAnyNumberOfThreadsAndAfterAStop) {
  const std::string file = study(latin);
  ASSERT_EQ(run_program({"run", file, "--out", result("one"), "--threads", "1"}).exit, 0);
  ASSERT_EQ(run_program({"run", file, "--out", result("two"), "--threads", "1", "--scenario", "care@3,reference"}).exit,
            0);
  const Answer rest = run_program({"run", file, "--out", result("two"), "--threads", "3"});
  EXPECT_EQ(rest.exit, 0) << rest.err;
  EXPECT_THAT(rest.err, HasSubstr("reusing 2 finished runs"));
  EXPECT_EQ(exported(result("one"), "a"), exported(result("two"), "b"));
  EXPECT_THAT(run_program({"run", file, "--out", result("two")}).err, HasSubstr("all 25 runs are finished"));
}

TEST_F(DesignProgram, AScenarioStandsForAllItsPoints) {
  const std::string file = study(latin);
  const Answer answer = run_program({"run", file, "--out", result(), "--scenario", "care", "--format", "json"});
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_EQ(nlohmann::json::parse(answer.out)["runs"], 12);
}

TEST_F(DesignProgram, VeryManyRunsNeedAYes) {
  const std::string file =
      study("vary: {parameters.care.effect: range}\ndesign: {latin_hypercube: 600}\nreplicates: 1\n");
  const Answer answer = run_program({"run", file, "--out", result()});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("its design asks for 1201 runs, about"));
  EXPECT_THAT(answer.err, HasSubstr("--yes"));
  EXPECT_FALSE(std::filesystem::exists(result()));
  const Answer some = run_program({"run", file, "--out", result(), "--scenario", "care@1,reference@1"});
  EXPECT_EQ(some.exit, 0) << some.err;
}

TEST_F(DesignProgram, TakesWhatToDoOnErrors) {
  const std::string file = study("replicates: 1\n");
  EXPECT_EQ(run_program({"run", file, "--out", result(), "--on-error", "stop"}).exit, 0);
  EXPECT_EQ(run_program({"run", file, "--out", result(), "--on-error", "keep"}).exit, 0);
  EXPECT_EQ(run_program({"run", file, "--out", result(), "--on-error", "sometimes"}).exit, 64);
}

TEST_F(DesignProgram, ComparesAPointWithTheReferenceInItsWorld) {
  const std::string file = study(latin);
  ASSERT_EQ(run_program({"run", file, "--out", result()}).exit, 0);
  const auto rows = nlohmann::json::parse(
      run_program({"compare", result(), "--indicator", "employed", "--from", "2026-06", "--format", "json"}).out);
  ASSERT_EQ(rows.size(), 12u);
  EXPECT_EQ(rows[4]["scenario"], "care@5");
  EXPECT_EQ(rows[4]["reference"], "reference@5");
  EXPECT_THAT(run_program({"explain", file, "--diff", "care@5", "reference@5"}).out, HasSubstr("part in 2026-01"));
  EXPECT_THAT(run_program({"explain", file, "--diff", "care@5", "reference"}).err, HasSubstr("E353"));
}

TEST_F(DesignProgram, CompareShowsPeopleTheFirstPoints) {
  ASSERT_EQ(run_program({"run", study(latin), "--out", result()}).exit, 0);
  const auto lines = nlohmann::json::parse(run_program({"compare", result(), "--format", "json"}).out);
  ASSERT_EQ(lines.size(), 12u * 9);
  const Answer some = run_program({"compare", result()}), all = run_program({"compare", result(), "--all"});
  EXPECT_THAT(some.out, HasSubstr("care@5 against"));
  EXPECT_THAT(some.out, Not(HasSubstr("care@6 against")));
  EXPECT_THAT(some.out, HasSubstr("... and 63 more lines of 7 scenarios: --all shows them"));
  EXPECT_THAT(run_program({"compare", result(), "--lang", "nl"}).out, HasSubstr("nog 63 regels van 7 scenario's"));
  EXPECT_THAT(all.out, HasSubstr("care@12 against"));
  EXPECT_THAT(all.out, Not(HasSubstr("--all shows them")));
}

TEST_F(DesignProgram, SensitivityTellsWhatMatters) {
  ASSERT_EQ(run_program({"run", study(latin), "--out", result()}).exit, 0);
  const Answer text = run_program({"sensitivity", result(), "--indicator", "far_hire_rate"});
  EXPECT_EQ(text.exit, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr("care against reference"));
  EXPECT_THAT(text.out, HasSubstr("rank correlation"));
  EXPECT_THAT(text.out, HasSubstr("futures"));
  EXPECT_THAT(run_program({"sensitivity", result(), "--indicator", "far_hire_rate", "--lang", "nl"}).out,
              HasSubstr("toekomsten"));
  const auto rows = nlohmann::json::parse(
      run_program({"sensitivity", result(), "--indicator", "far_hire_rate", "--format", "json"}).out);
  const auto count = [&](const char* measure) {
    return std::ranges::count_if(rows, [&](const auto& row) { return row["measure"] == measure; });
  };
  EXPECT_EQ(count("rank_correlation"), 2);
  EXPECT_EQ(count("best"), 2);
  EXPECT_EQ(count("knowing"), 3);
  EXPECT_EQ(rows[0]["observations"], 12);
  const Answer csv = run_program({"sensitivity", result(), "--indicator", "employed", "--format", "csv"});
  EXPECT_THAT(csv.out, HasSubstr("care,parameters.care.effect,rank_correlation"));
}

TEST_F(DesignProgram, SensitivityRefusesWhatItCannotTell) {
  ASSERT_EQ(run_program({"run", study("replicates: 1\n"), "--out", result()}).exit, 0);
  const Answer answer = run_program({"sensitivity", result(), "--indicator", "employed"});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("E358"));
  EXPECT_EQ(run_program({"sensitivity", result()}).exit, 64);
}

const char* const until = "replicates: {start: 2, until: {indicator: employed, area: NL, half_width: 60}, most: 8}\n";

TEST_F(DesignProgram, GoesOnUntilTheDifferenceIsPrecise) {
  const std::string file =
      study("replicates: {start: 2, until: {indicator: employed, area: NL, half_width: 0.001 %}, most: 5}\n");
  const Answer answer = run_program({"run", file, "--out", result(), "--format", "json"});
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.err, HasSubstr("after 2 replicates: employed in NL is not precise enough yet for 1 of 1"));
  EXPECT_THAT(answer.err, HasSubstr("after 5 replicates"));
  EXPECT_THAT(answer.err, HasSubstr("it would take about"));
  EXPECT_EQ(nlohmann::json::parse(answer.out)["runs"], 10);
  EXPECT_THAT(run_program({"status", result()}).out, HasSubstr("pairs needed"));
  const std::string wide =
      study("replicates: {start: 2, until: {indicator: employed, area: NL, half_width: 50 %}, most: 5}\n");
  const Answer enough = run_program({"run", wide, "--out", result("wide")});
  EXPECT_THAT(enough.err, HasSubstr("precise enough after 2 replicates"));
}

TEST_F(DesignProgram, EndsWithTheSameRunsWhateverWasThereBefore) {
  const std::string file = study(until);
  ASSERT_EQ(run_program({"run", file, "--out", result("one"), "--threads", "1"}).exit, 0);
  ASSERT_EQ(run_program({"run", file, "--out", result("two"), "--threads", "2"}).exit, 0);
  const std::string bytes = exported(result("one"), "a");
  EXPECT_EQ(exported(result("two"), "b"), bytes);
  ASSERT_EQ(run_program({"run", file, "--out", result("two")}).exit, 0);
  EXPECT_EQ(exported(result("two"), "c"), bytes);
}

TEST_F(DesignProgram, APrecisionNeedsItsReference) {
  const std::string file = study(until);
  const Answer answer = run_program({"run", file, "--out", result(), "--scenario", "care"});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("E356"));
  EXPECT_EQ(run_program({"run", file, "--out", result(), "--scenario", "care", "--replicates", "1"}).exit, 0);
}

}  // namespace
}  // namespace polder
