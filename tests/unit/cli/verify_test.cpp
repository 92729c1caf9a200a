// Results made again: verify, crates on another checkout at another place, and what is said when something differs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/result_folder.h"
#include "ensemble/work.h"
#include "program.h"
#include "scenario/study.h"

namespace polder {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class MadeAgain : public testing::Test {
 protected:
  std::string study(const std::string& text = toy_study()) const {
    write_text(folder_ / "mine" / "study.yaml", text);
    return folder_ / "mine" / "study.yaml";
  }
  std::string result() const { return folder_ / "result"; }
  void run(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"run", study(), "--out", result(), "--replicates", "2", "--threads", "1"};
    words.insert(words.end(), more.begin(), more.end());
    ASSERT_EQ(run_program(words).exit, 0);
  }
  /// A whole result in which one month of one run is another one than the model gives.
  void make_result_with_wrong_month(int month) const {
    const Study made = load_study(study(), {});
    const Experiment experiment = prepare(made);
    Store store = Store::open_or_create(result(), made, cli::header_of(made));
    EnsembleHooks hooks;
    hooks.finished = [&](RunResult&& each) {
      if (each.scenario == "recession") ++each.observations.month_hashes.at(static_cast<std::size_t>(month));
      store.add(each);
    };
    RunPlan plan;
    ASSERT_TRUE(run_ensemble(made, experiment, plan, hooks));
    store.close_session(0);
  }
  TemporaryFolder folder_;
};

using Verify = MadeAgain;
using Reproduce = MadeAgain;
using Manifests = MadeAgain;

TEST_F(Verify, FindsTheSameMonthsWithOtherThreads) {
  run();
  const Answer answer = run_program({"verify", result(), "--runs", "3", "--format", "json"});
  ASSERT_EQ(answer.exit, 0) << answer.err;
  const Json rows = Json::parse(answer.out);
  ASSERT_EQ(rows.size(), 3u);
  std::set<std::string> scenarios;
  for (const Json& row : rows) {
    scenarios.insert(row.at("scenario"));
    EXPECT_EQ(row.at("months"), 12);
    EXPECT_EQ(row.at("equal"), 12);
    EXPECT_NE(row.at("threads"), 1) << "with which it was made";
    EXPECT_EQ(row.at("first_difference"), "");
  }
  EXPECT_EQ(scenarios.size(), 2u);
  EXPECT_THAT(answer.err, HasSubstr("run 3 of 3: "));
}

TEST_F(Verify, NeedsNeitherTheStudyNorTheFlags) {
  run({"--set", "period.to=2026-05", "--seed", "9"});
  fs::remove_all(folder_ / "mine");
  const Answer answer = run_program({"verify", result(), "--runs", "1", "--lang", "nl"}, folder_.path());
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("elke maand is gelijk aan wat bewaard is"));
}

TEST_F(Verify, NamesTheFirstMonthThatDiffersAndExitsWith4) {
  make_result_with_wrong_month(6);
  const Answer answer = run_program({"verify", result()});
  EXPECT_EQ(answer.exit, 4) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("2026-07: hash of the world"));
  EXPECT_THAT(answer.out, HasSubstr("1 of 2 runs differ"));
}

TEST_F(Verify, SaysWhatCannotBeVerified) {
  EXPECT_EQ(run_program({"verify", folder_ / "nothing"}).exit, 2);
  EXPECT_EQ(run_program({"verify", result(), "--runs", "0"}).exit, 64);
  run();
  write_text(folder_ / "result" / "inputs" / "study.yaml", toy_study("seed: 3\n"));
  const Answer altered = run_program({"verify", result()});
  EXPECT_EQ(altered.exit, 2);
  EXPECT_THAT(altered.err, HasSubstr("error[E303]"));
}

TEST_F(Verify, RefusesResultsOfAnotherModel) {
  const Study made = load_study(study(), {});
  StoreHeader header = cli::header_of(made);
  header.model_sources = "0000";
  {
    const Store store = Store::open_or_create(result(), made, header);
  }
  const Answer answer = run_program({"verify", result()});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("error[E380]"));
  EXPECT_THAT(answer.err, HasSubstr("model 0000"));
}

TEST_F(Reproduce, ACrateAtAnotherPlaceWithoutTheFirstOne) {
  fs::create_directories(folder_ / "checkout");
  fs::copy(fs::path(POLDER_ROOT) / "scenarios", folder_ / "checkout" / "scenarios",
           fs::copy_options::recursive);  // a country and parameters of its own
  const fs::path mine = folder_ / "checkout" / "scenarios" / "studies" / "mine";
  write_text(mine / "base.yaml", toy_study());
  write_text(mine / "study.yaml", "extends: base.yaml\nseed: 12\n");
  ASSERT_EQ(run_program({"run", (mine / "study.yaml").string(), "--out", result(), "--replicates", "2"}).exit, 0);
  ASSERT_EQ(run_program({"export", result(), "--to", "ro-crate", "--out", folder_ / "crate.zip"}).exit, 0);
  fs::remove_all(folder_ / "checkout");
  fs::remove_all(folder_ / "result");
  fs::create_directories(folder_ / "elsewhere");
  const Answer answer = run_program({"reproduce", "../crate.zip", "--threads", "2"}, folder_ / "elsewhere");
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("every month of every run is equal"));
  EXPECT_THAT(answer.out, HasSubstr("results: results/crate-again"));
  EXPECT_EQ(run_program({"status", "results/crate-again"}, folder_ / "elsewhere").exit, 0);
}

TEST_F(Reproduce, PointsOfADesignInWorldsOfTheirOwn) {
  study(
      "schema: polder/study/1\n"
      "title: {nl: Proef, en: Trial}\n"
      "world: toy\n"
      "sample: 1:20\n"
      "period: {from: 2026-01, to: 2026-06, warm_up: 2 months}\n"
      "scenarios:\n"
      "  reference: {}\n"
      "  care: {levers: {budget.guidance: 200 %}}\n"
      "vary: {parameters.search.suitable: [0.2, 0.3]}\n"
      "design: grid\n"
      "replicates: 1\n");
  run();
  const Answer verified = run_program({"verify", result(), "--runs", "100"});
  EXPECT_EQ(verified.exit, 0) << verified.out << verified.err;
  ASSERT_EQ(run_program({"export", result(), "--to", "ro-crate", "--out", folder_ / "crate"}).exit, 0);
  const Answer again = run_program({"reproduce", folder_ / "crate", "--out", folder_ / "again"});
  EXPECT_EQ(again.exit, 0) << again.out << again.err;
  EXPECT_THAT(again.out, HasSubstr("every month of every run is equal"));
}

TEST_F(Reproduce, ExitsWith4AtTheFirstDifference) {
  make_result_with_wrong_month(3);
  ASSERT_EQ(run_program({"export", result(), "--to", "ro-crate", "--out", folder_ / "crate"}).exit, 0);
  const Answer answer = run_program({"reproduce", folder_ / "crate", "--out", folder_ / "again", "--lang", "nl"});
  EXPECT_EQ(answer.exit, 4) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("2026-04: hash of the world (0)"));
  EXPECT_THAT(answer.out, HasSubstr("niet gereproduceerd"));
}

TEST_F(Reproduce, RunsNothingFromAnAlteredCrateOrOverAnythingThatIsThere) {
  run();
  ASSERT_EQ(run_program({"export", result(), "--to", "ro-crate", "--out", folder_ / "crate"}).exit, 0);
  const Answer there = run_program({"reproduce", folder_ / "crate", "--out", result()});
  EXPECT_EQ(there.exit, 2);
  EXPECT_THAT(there.err, HasSubstr("error[E385]"));
  write_text(folder_ / "crate" / "resolved.yaml", "seed: 2\n");
  const Answer altered = run_program({"reproduce", folder_ / "crate", "--out", folder_ / "again", "--lang", "nl"});
  EXPECT_EQ(altered.exit, 2);
  EXPECT_THAT(altered.err, HasSubstr("fout[E384]"));
  EXPECT_THAT(altered.err, HasSubstr("resolved.yaml"));
  EXPECT_FALSE(fs::exists(folder_ / "again"));
}

TEST_F(Reproduce, OfFlagsThatDoNotGoTogetherNoneIsIgnored) {
  run();
  const std::string out = folder_ / "x";
  EXPECT_EQ(run_program({"export", result(), "--to", "ro-crate", "--out", out, "--separator", "tab"}).exit, 64);
  EXPECT_EQ(run_program({"export", result(), "--to", "csv", "--out", out, "--author", "A"}).exit, 64);
  EXPECT_EQ(run_program({"export", result(), "--to", "csv", "--out", out, "--decimal", "comma"}).exit, 64);
  EXPECT_EQ(run_program({"export", result(), "--to", "ods", "--out", out}).exit, 64);
  EXPECT_FALSE(fs::exists(out));
}

TEST_F(Manifests, SayWhoMadeTheResultHowAndFromWhat) {
  run({"--set", "period.to=2026-05"});
  const Json manifest = Json::parse(read_text(folder_ / "result" / "manifest.json"));
  const Json& engine = manifest.at("engine");
  for (const char* key : {"version", "model_sources", "compiler"}) EXPECT_NE(engine.at(key), "") << key;
  EXPECT_THAT(engine.at("flags").get<std::string>(), HasSubstr("-ffp-contract=off"));
  EXPECT_TRUE(engine.contains("commit"));  // empty when built without git
  EXPECT_EQ(manifest.at("overrides"), (Json{"period.to=2026-05", "replicates=2"}));
  const Json& session = manifest.at("sessions").at(0);
  EXPECT_EQ(session.at("threads"), 1);
  EXPECT_EQ(session.at("exit"), 0);
  EXPECT_THAT(session.at("system").get<std::string>(), HasSubstr(" "));
}

TEST_F(MadeAgain, IsWatchedUntilItEnds) {
  const Program running({"run", study(), "--out", result(), "--threads", "1"});
  while (!fs::exists(folder_ / "result" / "manifest.json")) std::this_thread::yield();
  const Answer answer = run_program({"status", result(), "--watch", "--format", "csv"});
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("reference,3,0,0,"));
  EXPECT_THAT(answer.out, HasSubstr("recession,3,0,0,"));
}

TEST_F(MadeAgain, WherePathsOfTwoScenariosPartIsTheLeverOfItsMonth) {
  std::string text = toy_study();
  text.insert(text.find("reference: reference"),
              "  shorter_ww:\n    levers: {ww.most_months: {value: 6 months, from: 2026-05}}\n"
              "  more_money:\n    levers: {budget.guidance: {value: 150 %, from: 2026-07}}\n");
  const auto explained = [&](const std::string& scenario) {
    return Json::parse(run_program({"explain", study(text), "--diff", "reference", scenario, "--format", "json"}).out);
  };
  const Json ww = explained("shorter_ww");
  EXPECT_EQ(ww.at("month"), "2026-05");
  EXPECT_EQ(ww.at("system"), "labour.end_jobs");  // where who loses work is granted ww
  EXPECT_THAT(ww.at("state").at(0).get<std::string>(), HasSubstr("residents.now ("));
  const Json money = explained("more_money");
  EXPECT_EQ(money.at("month"), "2026-07");
  EXPECT_EQ(money.at("system"), "governance.carry_out_mandates");
  EXPECT_EQ(money.at("state"), Json{"municipalities.services (12/12)"});
}

}  // namespace
}  // namespace polder
