// What a new user meets first: flags that do not fit each other, folders that belong to something else, studies of
// one's own, and the lists of what there is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "program.h"

namespace polder {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A study in a folder of its own, and its result.
class FirstSteps : public testing::Test {
 protected:
  std::string study(const std::string& text = toy_study(), const std::string& name = "study.yaml") const {
    write_text(folder_ / name, text);
    return folder_ / name;
  }
  std::string result() const { return folder_ / "result"; }
  void run(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"run", study(), "--out", result(), "--replicates", "2"};
    words.insert(words.end(), more.begin(), more.end());
    ASSERT_EQ(run_program(words).exit, 0);
  }
  /// Exit code 2 with this code and text.
  static void refused(const std::vector<std::string>& words, const std::string& code, const std::string& text) {
    const Answer answer = run_program(words);
    EXPECT_EQ(answer.exit, 2) << answer.out;
    EXPECT_THAT(answer.err, HasSubstr("error[" + code + "]"));
    EXPECT_THAT(answer.err, HasSubstr(text));
  }
  TemporaryFolder folder_;
};

using Fresh = FirstSteps;
using CompareFlags = FirstSteps;
using Doctor = FirstSteps;
using ExplainLists = FirstSteps;
using StudyElsewhere = FirstSteps;
using Words = FirstSteps;

TEST_F(Fresh, RemovesNoResultOfAnotherStudy) {
  run();
  const std::string before = bytes_in(result());
  const std::string other = study(toy_study(), "other.yaml");
  refused({"run", other, "--out", result(), "--fresh"}, "E317", "holds a result of the study");
  EXPECT_EQ(bytes_in(result()), before);
  run({"--fresh"});
}

TEST_F(CompareFlags, AskForTheFrontOfSeveralGoals) {
  run();
  const Answer text = run_program({"compare", result(), "--pareto", "cost_total,unemployment_rate"});
  EXPECT_EQ(text.exit, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr("on the front"));
  EXPECT_THAT(run_program({"compare", result(), "--pareto", "employed,bijstand_recipients", "--lang", "nl"}).out,
              HasSubstr("op het front"));
  EXPECT_THAT(text.out, HasSubstr("cost_total [EUR/year] -"));
  EXPECT_THAT(text.out, HasSubstr("unemployment_rate [%] -"));
  EXPECT_THAT(run_program({"compare", result(), "--pareto", "cost_total,employed", "--lang", "nl"}).out,
              HasSubstr("cost_total [EUR/jaar] -"));
  const auto rows = nlohmann::json::parse(
      run_program({"compare", result(), "--pareto", "employed,unemployed", "--format", "json"}).out);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0]["on_front"], "yes") << "a recession helps nobody";
  refused({"compare", result(), "--pareto", "employed"}, "E318", "two goals");
  refused({"compare", result(), "--pareto", "employed,unemployed", "--by", "age"}, "E318", "--by");
  refused({"compare", result(), "--pareto", "cost_total,employed", "--area", "NL"}, "E318", "whole result");
}

TEST_F(CompareFlags, ThatDoNotGoTogetherAreRefused) {
  run();
  refused({"compare", result(), "--by", "payer", "--area", "NL"}, "E318", "--area");
  refused({"compare", result(), "--by", "payer", "--indicator", "employed"}, "E318", "--indicator");
  refused({"compare", result(), "--by", "age", "--part", "age:15-24"}, "E318", "--part");
  refused({"compare", result(), "--by", "municipality", "--area", "AM91"}, "E318", "--area");
  EXPECT_EQ(run_program({"compare", result(), "--by", "payer", "--from", "2026-04", "--to", "2026-06"}).exit, 0);
}

TEST_F(CompareFlags, SayWhyThereIsNothingToCompare) {
  run();
  refused({"compare", result(), "--part", "age:15-24", "--from", "2026-02", "--to", "2026-03"}, "E319", "2026-12");
  refused({"compare", result(), "--by", "education", "--indicator", "mismatch"}, "E319", "whole areas only");
  refused({"compare", result(), "--from", "2026-09", "--to", "2026-03"}, "E319", "2026-09 to 2026-03");
}

TEST_F(CompareFlags, LeaveOutScenariosThatAreNotFinished) {
  const std::string more = "  milder:\n    events:\n      - recession: {depth: 1 %, from: 2026-03}\n";
  std::string text = toy_study();
  text.insert(text.find("reference: reference"), more);
  const std::string file = study(text);
  ASSERT_EQ(run_program({"run", file, "-o", result(), "--scenario", "reference,recession"}).exit, 0);
  const Answer answer = run_program({"compare", result()});
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.out, Not(HasSubstr("milder")));
  EXPECT_THAT(answer.out, Not(HasSubstr("nothing differs in these lines")));
  refused({"compare", result(), "milder"}, "E314", "nothing to compare");
}

TEST_F(CompareFlags, TakeNamesOfPlacesAndShowThem) {
  run();
  const Answer named = run_program({"compare", result(), "--area", "veldhoek", "--indicator", "employed"});
  EXPECT_EQ(named.exit, 0) << named.err;
  EXPECT_THAT(named.out, HasSubstr("GM9002 Veldhoek"));
  EXPECT_THAT(run_program({"compare", result(), "--by", "municipality"}).out, HasSubstr("GM9002 Veldhoek"));
  EXPECT_THAT(run_program({"compare", result(), "--by", "municipality", "--format", "csv"}).out,
              HasSubstr(",GM9002,Veldhoek,"));
  refused({"compare", result(), "--area", "Veldhoeck"}, "E309", "did you mean 'Veldhoek'?");
}

TEST_F(Doctor, ReadsTheCopiesOfTheInputsToo) {
  run();
  const std::filesystem::path copy = std::filesystem::path(result()) / "inputs" / "study.yaml";
  ASSERT_TRUE(std::filesystem::exists(copy));
  write_text(copy, read_text(copy) + "\n");
  const Answer answer = run_program({"doctor", result(), "--study", study()});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.out, HasSubstr("damaged: inputs/study.yaml"));
}

TEST_F(Doctor, SaysWhichStudyItTimed) {
  const Answer answer = run_program({"doctor", "--study", study()});
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr(study() + ": no mistakes"));
  EXPECT_THAT(answer.out, HasSubstr("1:10"));
  EXPECT_EQ(run_program({"doctor", "--study", folder_ / "nothing.yaml"}).exit, 2);
}

TEST_F(ExplainLists, NameEverythingOfAKind) {
  const Answer levers = run_program({"explain", "levers"});
  EXPECT_THAT(levers.out, HasSubstr("crisis.help"));
  EXPECT_THAT(levers.out, HasSubstr("ww.most_months"));
  EXPECT_THAT(run_program({"explain", "levers", "--lang", "nl"}).out, HasSubstr("betekenis"));
  EXPECT_THAT(run_program({"explain", "events"}).out, HasSubstr("employer_arrives"));
  EXPECT_THAT(run_program({"explain", "indicators"}).out, HasSubstr("unemployment_rate"));
  EXPECT_THAT(run_program({"explain", "parameters"}).out, HasSubstr("separation.permanent"));
  const Answer of_file = run_program({"explain", "parameters", "rules"});
  EXPECT_THAT(of_file.out, HasSubstr("rules.ww_most_months"));
  EXPECT_THAT(of_file.out, Not(HasSubstr("separation.permanent")));
  refused({"explain", "parameters", "rulez"}, "E320", "did you mean 'rules'?");
}

TEST_F(ExplainLists, TellAnEventsKeys) {
  const Answer event = run_program({"explain", "firm_closes"});
  EXPECT_EQ(event.exit, 0) << event.err;
  for (const char* text : {"announced", "persons", "- firm_closes: {"}) EXPECT_THAT(event.out, HasSubstr(text));
  EXPECT_THAT(run_program({"explain", "recession"}).out, HasSubstr("24 months"));
}

TEST_F(ExplainLists, TellWhatCompareShowsBesideIndicators) {
  const Answer cost = run_program({"explain", "cost_total"}),
               dutch = run_program({"explain", "cost_total", "--lang", "nl"});
  EXPECT_THAT(cost.out, HasSubstr("EUR/year"));
  EXPECT_THAT(cost.out, HasSubstr("by the ledger"));
  EXPECT_THAT(dutch.out, HasSubstr("EUR/jaar"));
  EXPECT_THAT(dutch.out, HasSubstr("grootboek"));
  EXPECT_THAT(run_program({"explain", "jobs_lost_per_job"}).out, HasSubstr("24 months"));
  refused({"explain", "cost_totl"}, "E312", "did you mean 'cost_total'?");
}

TEST_F(ExplainLists, SuggestTheKeyThatWasMeant) {
  refused({"explain", "crisis.hlep"}, "E312", "did you mean 'crisis.help'?");
  refused({"explain"}, "E312", "'cascade STUDY'");
  refused({"explain", "most_months"}, "E312", "ww.most_months");
  refused({"explain", "firm_close"}, "E312", "did you mean 'firm_closes'?");
}

TEST_F(StudyElsewhere, FindsTheScenariosOfTheProgram) {
  const std::string file = study();
  const Answer answer = run_program({"check", file}, folder_.path());
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_EQ(run_program({"explain", "GM0153"}, folder_.path()).exit, 0);
}

TEST_F(Words, OfTheCommandLineAreAnsweredInTheHouseStyle) {
  const Answer flag = run_program({"run", study(), "--treads", "2"});
  EXPECT_EQ(flag.exit, 64);
  EXPECT_THAT(flag.err, HasSubstr("error[E321]: "));
  EXPECT_THAT(flag.err, HasSubstr("did you mean '--threads'?"));
  EXPECT_EQ(flag.out, "");
  const Answer command = run_program({"comparre"});
  EXPECT_EQ(command.exit, 64);
  EXPECT_THAT(command.err, HasSubstr("did you mean 'compare'?"));
  EXPECT_EQ(run_program({"run", study(), "--threads", "0"}).exit, 64);
  EXPECT_THAT(run_program({"--help"}).out, HasSubstr("130 "));
}

TEST_F(Words, HelpWithANumberThatIsWrittenWithACommaOrAPoint) {
  const std::string placed = "place: [{firm: {name: works, municipality: GM9001, sector: C, jobs: '1,500'}}]\n";
  refused({"check", study(toy_study(placed))}, "E105", "write '1500'");
}

TEST_F(Words, NameAnUnknownIndicatorOfReplicatesWithAllElse) {
  const std::string until = "replicates: {start: 2, until: {indicator: emploid, half_width: 5 %}, most: 8}";
  std::string text = toy_study("seeed: 2\n");
  text.replace(text.find("replicates: 3"), 13, until);
  const Answer answer = run_program({"check", study(text)});
  EXPECT_THAT(answer.err, HasSubstr("unknown key 'seeed'"));
  EXPECT_THAT(answer.err, HasSubstr("error[E356]"));
  EXPECT_THAT(answer.err, HasSubstr("did you mean 'employed'?"));
}

TEST_F(Words, DoNotSayThatNothingWasRunWhereNothingRuns) {
  const Answer explain = run_program({"explain", "crisis.hlep"});
  EXPECT_THAT(explain.err, HasSubstr("1 problem.\n"));
  EXPECT_THAT(run_program({"compare", "no-such-folder"}).err, Not(HasSubstr("nothing was run")));
  EXPECT_THAT(run_program({"check", study(toy_study("seeed: 2\n"))}).err, HasSubstr("in 1 file; nothing was run."));
}

TEST_F(Words, AreDutchWhenAsked) {
  const Answer answer = run_program({"check", study(toy_study("seeed: 2\n")), "--lang", "nl"});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("fout[E101]"));
  EXPECT_THAT(answer.err, HasSubstr("1 probleem in 1 bestand; er is niets gedraaid."));
  const Answer cost = run_program({"explain", "cost_uwv", "--lang", "nl"});
  EXPECT_THAT(cost.out, HasSubstr("EUR/inwoner/jaar"));
  const Answer lever = run_program({"explain", "crisis.help", "--lang", "nl"});
  EXPECT_THAT(lever.out, HasSubstr("knop"));
  EXPECT_THAT(lever.out, Not(HasSubstr("meaning")));
}

TEST_F(Words, WarnThatACoarseSampleHasMoreVacancies) {
  const Answer coarse = run_program({"check", study(), "--sample", "1:50"});
  EXPECT_EQ(coarse.exit, 0) << coarse.err;
  EXPECT_THAT(coarse.err, HasSubstr("W105"));
  EXPECT_THAT(coarse.err, HasSubstr("a tenth more"));
  EXPECT_THAT(run_program({"check", study()}).err, Not(HasSubstr("W105")));
}

}  // namespace
}  // namespace polder
