// polder why: a difference divided over what makes it, from runs of all subsets on the same replicates.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/switches.h"
#include "polder/base/error.h"
#include "program.h"
#include "scenario/study.h"

namespace polder {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* study_text = R"(schema: polder/study/1
title: {nl: Waarom, en: Why}
world: toy
sample: 1:100
period: {from: 2026-01, to: 2026-12, warm_up: 2 months}
scenarios:
  reference: {}
  plan:
    levers:
      budget.guidance: {value: 300 %, from: 2026-02}
      crisis.help: 50 %
    events:
      - recession: {from: 2026-03, depth: 8 %}
  wide:
    levers:
      info.precision: 50 %
      info.tools_use: 50 %
      agreements.framing: 50 %
      agreements.verbs: 100 %
      pc.coupling.network: 50 %
      onboarding.meet_share: 100 %
  guided:
    levers: {budget.guidance: {value: 300 %, from: 2026-02}}
reference: reference
replicates: 2
)";

class Why : public ::testing::Test {
 protected:
  Why() { write_text(folder_ / "study.yaml", study_text); }
  std::string result() const { return folder_ / "result"; }
  void run() const {
    const Answer answer = run_program({"run", folder_ / "study.yaml", "--out", result(), "--replicates", "2"});
    ASSERT_EQ(answer.exit, 0) << answer.err;
  }
  Answer why(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"why", result(), "plan", "--indicator", "unemployed"};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
  }
  Study study() const { return load_study(folder_ / "study.yaml"); }
  TemporaryFolder folder_;
};

TEST_F(Why, DividesTheWholeDifferenceAndSimulatesEachSubsetOnce) {
  run();
  const Answer first = why({"--format", "json"});
  ASSERT_EQ(first.exit, 0) << first.err;
  // Eight subsets of three switches, of which the study has three: ten runs for two replicates.
  EXPECT_THAT(first.err, HasSubstr("8 subsets x 2 replicates: 10 runs to simulate, 6 are there"));
  const auto lines = nlohmann::json::parse(first.out);
  ASSERT_EQ(lines.size(), 4u);
  double sum = 0;
  for (std::size_t i = 0; i < 3; ++i) sum += lines[i]["difference"].get<double>();
  EXPECT_NEAR(sum, lines[3]["difference"].get<double>(), 1e-9);
  EXPECT_EQ(lines[3]["switch"], "together");
  const Answer compared = run_program({"compare", result(), "plan", "--indicator", "unemployed", "--from", "2026-01",
                                       "--to", "2026-12", "--area", "NL", "--format", "json"});
  EXPECT_NEAR(nlohmann::json::parse(compared.out)[0]["difference"].get<double>(), lines[3]["difference"].get<double>(),
              1e-9);
  const Answer again = why({"--format", "json"});
  EXPECT_EQ(again.out, first.out);
  EXPECT_THAT(again.err, Not(HasSubstr("to simulate")));
  const Answer other =
      run_program({"why", result(), "plan", "reference", "--indicator", "employed", "--format", "csv", "--lang", "nl"});
  EXPECT_THAT(other.err, Not(HasSubstr("to simulate"))) << "another question asks for no other runs";
  EXPECT_THAT(other.out, HasSubstr("samen,"));
}

TEST_F(Why, GivesNothingToWhatDoesNothing) {
  run();
  const auto lines = nlohmann::json::parse(why({"--format", "json"}).out);
  for (const auto& line : lines)
    if (line["switch"] == "crisis.help") {
      EXPECT_EQ(line["difference"], 0.0) << "no plant closes";
      EXPECT_EQ(line["alone"], 0.0);
    }
}

TEST_F(Why, SpeaksBothLanguages) {
  run();
  EXPECT_THAT(why().out, HasSubstr("plan against reference"));
  EXPECT_THAT(why({"--lang", "nl"}).out, HasSubstr("plan tegenover reference"));
  EXPECT_THAT(why({"--lang", "nl"}).out, HasSubstr("recession 2026-03"));
}

TEST_F(Why, PutsWhatIsNotNamedInOneSwitch) {
  run();
  const auto lines = nlohmann::json::parse(why({"--switch", "recession", "--format", "json"}).out);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0]["switch"], "recession");
  EXPECT_EQ(lines[1]["switch"], "rest");
}

TEST_F(Why, RefusesWhatItCannotExplain) {
  run();
  EXPECT_THAT(why({"--switch", "recesion"}).err, HasSubstr("error[E128]"));
  EXPECT_THAT(why({"--switch", "budget.guidence"}).err, HasSubstr("did you mean 'budget.guidance'?"));
  EXPECT_THAT(run_program({"why", result(), "plan"}).err, HasSubstr("error[E103]"));
  EXPECT_THAT(run_program({"why", result(), "--indicator", "unemployed"}).err, HasSubstr("which scenario"));
  EXPECT_THAT(run_program({"why", result(), "plan", "plan", "--indicator", "unemployed"}).err,
              HasSubstr("error[E129]"));
  EXPECT_THAT(why({"--area", "Nowhere"}).err, HasSubstr("error[E309]"));
}

TEST_F(Why, AsksBeforeManyRuns) {
  run();
  const Answer answer = run_program({"why", result(), "wide", "--indicator", "employed"});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("error[E127]"));
  EXPECT_THAT(answer.err, HasSubstr("64 subsets x 2 replicates: 124 runs to simulate, 4 are there"));
  EXPECT_THAT(answer.err, HasSubstr("--yes"));
}

TEST_F(Why, FollowsParametersThatTheCommandLineSet) {
  ASSERT_EQ(run_program({"run", folder_ / "study.yaml", "--out", result(), "--replicates", "1", "--set",
                         "parameters.firm.slack=0.07", "--seed", "5"})
                .exit,
            0);
  const Answer answer = why({"--switch", "recession"});
  EXPECT_EQ(answer.exit, 0) << answer.err;
}

TEST_F(Why, HasOneSwitchForEachLeverEventAndArrangement) {
  const Study made = study();
  const auto all = cli::switches_of(made.scenarios[1], made.scenarios[0], {});
  std::vector<std::string> names;
  for (const cli::Switch& each : all) names.push_back(each.name);
  EXPECT_THAT(names, ElementsAre("budget.guidance", "crisis.help", "recession 2026-03"));
  EXPECT_THAT(cli::differences(made.scenarios[1], made.scenarios[3]), ElementsAre("crisis.help", "recession 2026-03"));
}

TEST_F(Why, MixesTwoScenarios) {
  const Study made = study();
  const Scenario &plan = made.scenarios[1], &reference = made.scenarios[0];
  const auto all = cli::switches_of(plan, reference, {});
  EXPECT_EQ(cli::with_switches(plan, reference, all, 0).name, "reference");
  EXPECT_EQ(cli::with_switches(plan, reference, all, 7).name, "plan");
  const Scenario mix = cli::with_switches(plan, reference, all, 5);
  ASSERT_EQ(mix.levers.size(), 1u);
  EXPECT_EQ(mix.levers[0].key, "budget.guidance");
  EXPECT_EQ(mix.events.size(), 1u);
  const Scenario back = cli::with_switches(reference, plan, cli::switches_of(reference, plan, {}), 4);
  EXPECT_TRUE(back.events.empty()) << "what only the other has goes off";
  EXPECT_EQ(back.levers.size(), 2u);
}

TEST_F(Why, RefusesMoreSwitchesThanItCanRun) {
  Study made = study();
  Scenario many = made.scenarios[0];
  for (const char* key : {"crisis.help", "info.precision", "agreements.framing", "agreements.verbs", "info.tools_use",
                          "linking.capacity", "council.agenda_space"}) {
    LeverSetting setting;
    setting.key = key;
    setting.value = .5;
    many.levers.push_back(setting);
  }
  const auto code = [&](const std::vector<std::string>& wanted) {
    try {
      cli::switches_of(many, made.scenarios[0], wanted);
    } catch (const InputError& error) {
      return error.problems().front().code;
    }
    return std::string();
  };
  EXPECT_EQ(code({}), "E128");
  EXPECT_EQ(code({"agreements.", "crisis.help"}), "");
  const auto grouped = cli::switches_of(many, made.scenarios[0], {"agreements.", "crisis.help"});
  ASSERT_EQ(grouped.size(), 3u);
  EXPECT_EQ(grouped[0].differences.size(), 2u);
  EXPECT_EQ(grouped[2].name, cli::the_rest);
  EXPECT_EQ(grouped[2].differences.size(), 4u);
}

}  // namespace
}  // namespace polder
