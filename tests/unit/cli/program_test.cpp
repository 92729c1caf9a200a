// The program as a user meets it: exit codes, texts, and results that survive whatever happens.
#include "program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>
#include <thread>

namespace polder {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using Clock = std::chrono::steady_clock;

class ProgramTest : public testing::Test {
 protected:
  std::string study(const std::string& text = toy_study(), const std::string& name = "study.yaml") {
    write_text(folder_ / name, text);
    return folder_ / name;
  }
  std::string result() const { return folder_ / "result"; }
  std::string exported(const std::string& from, const std::string& name) {
    const Answer answer = run_program({"export", from, "--to", "csv", "--out", folder_ / name});
    EXPECT_EQ(answer.exit, 0) << answer.err;
    return bytes_in(folder_ / name);
  }
  TemporaryFolder folder_;
};

using Usage = ProgramTest;
using Check = ProgramTest;
using RunCommand = ProgramTest;
using Explain = ProgramTest;
using OtherCommands = ProgramTest;

TEST_F(Usage, HelpIsNoMistake) {
  const Answer answer = run_program({"--help"});
  EXPECT_EQ(answer.exit, 0);
  EXPECT_THAT(answer.out, HasSubstr("compare"));
}

TEST_F(Usage, UnknownCommandsAndFlagsAreExit64) {
  EXPECT_EQ(run_program({}).exit, 64);
  EXPECT_EQ(run_program({"simulate"}).exit, 64);
  EXPECT_EQ(run_program({"run"}).exit, 64);
  EXPECT_EQ(run_program({"run", study(), "--treads", "2"}).exit, 64);
  EXPECT_EQ(run_program({"run", study(), "--threads", "many"}).exit, 64);
  EXPECT_EQ(run_program({"status", "--format", "xml"}).exit, 64);
}

TEST_F(Check, FindsNoMistakeInAGoodStudy) {
  const Answer answer = run_program({"check", study()});
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("study.yaml: no mistakes\n"));
}

TEST_F(Check, NamesAllMistakesAtOnce) {
  const Answer answer = run_program({"check", study(toy_study("replicatse: 4\nseeed: 2\n"))});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_EQ(answer.out, "");
  EXPECT_THAT(answer.err, HasSubstr("unknown key 'replicatse'"));
  EXPECT_THAT(answer.err, HasSubstr("did you mean 'seed'?"));
  EXPECT_THAT(answer.err, HasSubstr("2 problems in 1 file; nothing was run."));
}

TEST_F(Check, WritesJsonAndAnnotations) {
  const std::string bad = study(toy_study("seeed: 2\n"));
  const Answer json = run_program({"check", bad, "--format", "json"});
  EXPECT_EQ(json.exit, 2);
  const auto list = nlohmann::json::parse(json.out);
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0]["code"], "E101");
  EXPECT_EQ(list[0]["severity"], "error");
  EXPECT_EQ(list[0]["line"], 14);
  const Answer github = run_program({"check", bad, "--format", "github"});
  EXPECT_EQ(github.exit, 2);
  EXPECT_THAT(github.out, HasSubstr("::error file="));
  EXPECT_THAT(github.out, HasSubstr("line=14,col=1,title=E101::unknown key 'seeed'"));
}

TEST_F(Check, RefusesAFileThatIsNotThere) {
  const Answer answer = run_program({"check", folder_ / "nothing.yaml"});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("nothing.yaml"));
}

TEST_F(RunCommand, StoresEveryRunAndSaysWhere) {
  const Answer answer = run_program({"run", study(), "--out", result()});
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("results: " + result()));
  EXPECT_THAT(answer.out, HasSubstr("polder compare " + result()));
  EXPECT_THAT(answer.err, HasSubstr("progress study="));
  EXPECT_THAT(answer.err, HasSubstr("done=6 total=6 percent=100"));
}

TEST_F(RunCommand, RepeatsNoFinishedRun) {
  const std::string file = study();
  ASSERT_EQ(run_program({"run", file, "--out", result(), "--replicates", "2"}).exit, 0);
  const Answer more = run_program({"run", file, "--out", result(), "--replicates", "3"});
  EXPECT_EQ(more.exit, 0) << more.err;
  EXPECT_THAT(more.err, HasSubstr("reusing 4 finished runs"));
  const Answer again = run_program({"run", file, "--out", result(), "--replicates", "3"});
  EXPECT_EQ(again.exit, 0);
  EXPECT_THAT(again.err, HasSubstr("all 6 runs are finished"));
  EXPECT_THAT(again.err, Not(HasSubstr("progress study=")));
}

TEST_F(RunCommand, CopiesWhatAnEditDoesNotTouch) {
  std::filesystem::create_directory_symlink(std::string(POLDER_ROOT) + "/scenarios", folder_ / "scenarios");
  const std::string file = study();
  ASSERT_EQ(run_program({"run", file}, folder_.path()).exit, 0);
  std::string edited = read_text(file);
  edited.replace(edited.find("4 %"), 3, "5 %");
  write_text(file, edited);
  const Answer answer = run_program({"run", file, "--format", "json"}, folder_.path());
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.err, HasSubstr("3 runs that the edit does not touch are copied"));
  const Answer apart = run_program({"run", file, "--out", result()}, folder_.path());
  EXPECT_THAT(apart.err, Not(HasSubstr("copied")));
  const std::string newest = folder_ / nlohmann::json::parse(answer.out).at("result").get<std::string>();
  EXPECT_EQ(exported(newest, "copied"), exported(result(), "apart"));
}

TEST_F(RunCommand, GivesTheSameBytesWithAnyNumberOfThreads) {
  const std::string file = study();
  std::string first;
  for (const char* threads : {"1", "2", "4"}) {
    const std::string out = result() + threads;
    ASSERT_EQ(run_program({"run", file, "--out", out, "--threads", threads}).exit, 0);
    const std::string bytes = exported(out, std::string("csv") + threads);
    EXPECT_THAT(bytes, HasSubstr("indicators.csv"));
    if (first.empty()) first = bytes;
    EXPECT_EQ(bytes, first) << threads << " threads";
  }
}

TEST_F(RunCommand, GivesTheSameBytesForScenariosTogetherAndApart) {
  const std::string file = study();
  ASSERT_EQ(run_program({"run", file, "--out", result()}).exit, 0);
  const std::string apart = folder_ / "apart";
  ASSERT_EQ(run_program({"run", file, "--out", apart, "--scenario", "recession"}).exit, 0);
  ASSERT_EQ(run_program({"run", file, "--out", apart, "--scenario", "reference"}).exit, 0);
  EXPECT_EQ(exported(result(), "a"), exported(apart, "b"));
}

/// A study that takes long enough to be interrupted.
std::string long_study() {
  std::string text = toy_study();
  const auto replace = [&](const std::string& from, const std::string& to) {
    text.replace(text.find(from), from.size(), to);
  };
  replace("to: 2026-12", "to: 2029-12");
  replace("replicates: 3", "replicates: 8");
  return text;
}

/// Of a program that shows its progress as JSON.
void wait_for_a_run(const Program& program) {
  const auto start = Clock::now();
  while (program.err().find("run_finished") == std::string::npos && Clock::now() - start < std::chrono::seconds(60)) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

TEST_F(RunCommand, StopsWithinThreeSecondsAndGoesOnWithTheSameCommand) {
  const std::string file = study(long_study());
  ASSERT_EQ(run_program({"run", file, "--out", result()}).exit, 0);
  const std::string stopped = folder_ / "stopped";
  Program program({"run", file, "--out", stopped, "--threads", "1", "--progress", "json"});
  wait_for_a_run(program);
  program.send(SIGINT);
  const Answer answer = program.wait();
  EXPECT_EQ(answer.exit, 130) << answer.err;
  EXPECT_THAT(answer.err, HasSubstr("runs are finished and kept; continue with the same command"));
  const Answer rest = run_program({"run", file, "--out", stopped, "--threads", "1"});
  EXPECT_EQ(rest.exit, 0) << rest.err;
  EXPECT_THAT(rest.err, HasSubstr("reusing"));
  EXPECT_EQ(exported(result(), "a"), exported(stopped, "b"));
}

TEST_F(RunCommand, LosesNoFinishedRunWhenKilled) {
  const std::string file = study(long_study());
  ASSERT_EQ(run_program({"run", file, "--out", result()}).exit, 0);
  const std::string killed = folder_ / "killed";
  for (int times = 0; times < 3; ++times) {
    Program program({"run", file, "--out", killed, "--threads", "2", "--progress", "json"});
    wait_for_a_run(program);
    program.send(SIGKILL);
    program.wait();
  }
  const Answer rest = run_program({"run", file, "--out", killed});
  EXPECT_EQ(rest.exit, 0) << rest.err;
  EXPECT_EQ(exported(result(), "a"), exported(killed, "b"));
}

TEST_F(RunCommand, RefusesAnUnknownScenarioBeforeAnythingIsWritten) {
  const Answer answer = run_program({"run", study(), "--out", result(), "--scenario", "reference,recesion"});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("the study has no scenario 'recesion'"));
  EXPECT_THAT(answer.err, HasSubstr("did you mean 'recession'?"));
  EXPECT_FALSE(std::filesystem::exists(result()));
}

TEST_F(RunCommand, RefusesAWrongValueOfAFlag) {
  const Answer sample = run_program({"run", study(), "--out", result(), "--sample", "100"});
  EXPECT_EQ(sample.exit, 2);
  EXPECT_THAT(sample.err, HasSubstr("--sample"));
  const Answer set = run_program({"run", study(), "--out", result(), "--set", "period.too=2030-01"});
  EXPECT_EQ(set.exit, 2);
  EXPECT_THAT(set.err, HasSubstr("--set"));
  EXPECT_FALSE(std::filesystem::exists(result()));
}

TEST_F(RunCommand, OverwritesNoResultOfOtherInputs) {
  ASSERT_EQ(run_program({"run", study(), "--out", result()}).exit, 0);
  const std::string before = exported(result(), "before");
  const Answer other = run_program({"run", study(), "--out", result(), "--sample", "1:20"});
  EXPECT_EQ(other.exit, 2);
  EXPECT_THAT(other.err, HasSubstr("E302"));
  EXPECT_EQ(exported(result(), "after"), before);
}

TEST_F(RunCommand, StartsAgainWithFreshButRemovesOnlyResults) {
  const std::string file = study();
  ASSERT_EQ(run_program({"run", file, "--out", result()}).exit, 0);
  const Answer fresh = run_program({"run", file, "--out", result(), "--sample", "1:20", "--fresh"});
  EXPECT_EQ(fresh.exit, 0) << fresh.err;
  write_text(folder_ / "mine/letter.txt", "keep me");
  const Answer foreign = run_program({"run", file, "--out", folder_ / "mine", "--fresh"});
  EXPECT_EQ(foreign.exit, 2);
  EXPECT_THAT(foreign.err, HasSubstr("E310"));
  EXPECT_EQ(read_text(folder_ / "mine/letter.txt"), "keep me");
}

TEST_F(RunCommand, NamesTheDiskWhenItSaysNo) {
  const Answer answer = run_program({"run", study(), "--out", "/dev/null/result"});
  EXPECT_EQ(answer.exit, 74);
  EXPECT_THAT(answer.err, HasSubstr("/dev/null/result"));
}

TEST_F(RunCommand, WritesItsProgressAsJson) {
  const Answer answer = run_program({"run", study(), "--out", result(), "--progress", "json", "--format", "json"});
  ASSERT_EQ(answer.exit, 0) << answer.err;
  std::size_t finished = 0, at = 0;
  while (at < answer.err.size()) {
    const std::size_t end = answer.err.find('\n', at);
    const auto line = nlohmann::json::parse(answer.err.substr(at, end - at));
    if (line["event"] == "run_finished") ++finished;
    at = end + 1;
  }
  EXPECT_EQ(finished, 6u);
  const auto summary = nlohmann::json::parse(answer.out);
  EXPECT_EQ(summary["finished"], 6);
  EXPECT_EQ(summary["complete"], true);
}

TEST_F(RunCommand, IsSilentWhenAsked) {
  const Answer answer = run_program({"run", study(), "--out", result(), "--progress", "none", "--quiet"});
  EXPECT_EQ(answer.exit, 0);
  EXPECT_EQ(answer.err, "");
}

TEST_F(Explain, KnowsParametersLeversIndicatorsPlacesCodesAndTheSchedule) {
  EXPECT_THAT(run_program({"explain", "separation.permanent"}).out, HasSubstr("chance/month"));
  EXPECT_THAT(run_program({"explain", "crisis.help"}).out, HasSubstr("lever"));
  EXPECT_THAT(run_program({"explain", "hc_agenda.payer_shares"}).out, HasSubstr("employers: 60 %"));
  EXPECT_THAT(run_program({"explain", "unemployment_rate"}).out, HasSubstr("indicator"));
  EXPECT_THAT(run_program({"explain", "GM0153"}).out, HasSubstr("Enschede"));
  EXPECT_THAT(run_program({"explain", "enschede"}).out, HasSubstr("GM0153"));
  EXPECT_THAT(run_program({"explain", "AM05"}).out, HasSubstr("Twente"));
  EXPECT_THAT(run_program({"explain", "GM0010"}).out, HasSubstr("GM1979"));
  EXPECT_THAT(run_program({"explain", "E101"}).out, HasSubstr("typo"));
  EXPECT_THAT(run_program({"explain", "E101", "--lang", "nl"}).out, HasSubstr("tikfout"));
  EXPECT_THAT(run_program({"explain", "schedule"}).out, HasSubstr("labour."));
}

TEST_F(Explain, SuggestsWhatWasMeant) {
  const Answer answer = run_program({"explain", "unemployment_rat"});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("did you mean 'unemployment_rate'?"));
}

TEST_F(Explain, SaysWhereTwoScenariosPart) {
  const Answer answer = run_program({"explain", study(), "--diff", "reference", "recession"});
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("reference and recession part in 2026-03: first after firms."));
  EXPECT_THAT(answer.out, ContainsRegex("firms.move_demand +the same"));
  EXPECT_THAT(answer.out, ContainsRegex("firms.set_targets +differs"));
  EXPECT_THAT(answer.out, HasSubstr("firms.target"));
  EXPECT_THAT(run_program({"explain", study(), "--diff", "reference", "reference"}).out,
              HasSubstr("the same in every month"));
  EXPECT_THAT(run_program({"explain", study(), "--diff", "reference", "boom"}).err,
              HasSubstr("it has: reference, recession"));
}

TEST_F(Explain, ComparesTheWorldWithItsTables) {
  const Answer answer = run_program({"explain", "world", study()});
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("bijstand_recipients"));
  EXPECT_THAT(answer.out, HasSubstr("margin"));
  const auto json = nlohmann::json::parse(run_program({"explain", "world", study(), "--format", "json"}).out);
  EXPECT_FALSE(json["margins"].empty());
  const auto& governments = json["governments"];
  ASSERT_FALSE(governments.empty());
  EXPECT_EQ(governments[0]["quantity"], "council");
  EXPECT_EQ(governments[0]["mean"], 250.0 / 12);
  EXPECT_EQ(governments[0]["most"], 39);
}

TEST_F(OtherCommands, PlanSaysWhatARunWouldCostAndWritesNothing) {
  const std::string file = study();
  const auto before = nlohmann::json::parse(run_program({"plan", file, "--out", result(), "--format", "json"}).out);
  EXPECT_EQ(before[0]["quantity"], "runs");
  EXPECT_EQ(before[0]["value"], 6);
  EXPECT_EQ(before[3]["quantity"], "months_shared");
  EXPECT_EQ(before[3]["value"], 3 * 8);  // warm-up and two months before the recession, once per replicate
  EXPECT_FALSE(std::filesystem::exists(result()));
  ASSERT_EQ(run_program({"run", file, "--out", result(), "--replicates", "1"}).exit, 0);
  const auto after = nlohmann::json::parse(run_program({"plan", file, "--out", result(), "--format", "json"}).out);
  EXPECT_EQ(after[0]["value"], 4);
  EXPECT_EQ(after[1]["value"], 2);
}

TEST_F(OtherCommands, StatusCountsWhatIsMissing) {
  const std::string file = study();
  ASSERT_EQ(run_program({"run", file, "--out", result(), "--scenario", "reference"}).exit, 0);
  const Answer answer = run_program({"status", result(), "--format", "json"});
  EXPECT_EQ(answer.exit, 0) << answer.err;
  const auto rows = nlohmann::json::parse(answer.out);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0]["finished"], 3);
  EXPECT_EQ(rows[1]["missing"], 3);
  EXPECT_EQ(run_program({"status", folder_ / "nowhere"}).exit, 2);
}

TEST_F(OtherCommands, CompareGivesPairedDifferencesAsTextAndTables) {
  ASSERT_EQ(run_program({"run", study(), "--out", result()}).exit, 0);
  const Answer text = run_program({"compare", result()});
  EXPECT_EQ(text.exit, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr("recession against reference (3 pairs)"));
  EXPECT_THAT(run_program({"compare", result(), "--lang", "nl"}).out, HasSubstr("recession tegenover reference"));
  const Answer json = run_program({"compare", result(), "recession", "reference", "--indicator", "employed", "--from",
                                   "2026-10", "--to", "2026-12", "--format", "json"});
  const auto rows = nlohmann::json::parse(json.out);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0]["pairs"], 3);
  EXPECT_LT(rows[0]["difference"], 0);
  EXPECT_LE(rows[0]["low"], rows[0]["difference"]);
  EXPECT_GE(rows[0]["high"], rows[0]["difference"]);
  const Answer csv = run_program({"compare", result(), "--by", "municipality", "--format", "csv"});
  EXPECT_EQ(std::count(csv.out.begin(), csv.out.end(), '\n'), 13) << csv.out;  // heading and twelve municipalities
}

TEST_F(OtherCommands, CompareRefusesUnknownNamesAndUnfinishedPairs) {
  ASSERT_EQ(run_program({"run", study(), "--out", result(), "--scenario", "recession"}).exit, 0);
  EXPECT_EQ(run_program({"compare", result(), "recesion"}).exit, 2);
  EXPECT_EQ(run_program({"compare", result(), "--area", "GM9999"}).exit, 2);
  EXPECT_EQ(run_program({"compare", result(), "--from", "July"}).exit, 2);
  const Answer nothing = run_program({"compare", result()});
  EXPECT_EQ(nothing.exit, 2);
  EXPECT_THAT(nothing.err, HasSubstr("nothing to compare"));
}

TEST_F(OtherCommands, DoctorFindsTheScenariosAndChecksAResult) {
  ASSERT_EQ(run_program({"run", study(), "--out", result()}).exit, 0);
  const Answer answer = run_program({"doctor", result(), "--study", study()});
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("resident-months/s"));
  EXPECT_THAT(answer.out, HasSubstr("intact"));
  EXPECT_THAT(answer.out, HasSubstr("oneTBB"));
}

}  // namespace
}  // namespace polder
