// polder calibrate as a user meets it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>
#include <thread>

#include "program.h"

namespace polder {
namespace {

using testing::HasSubstr;
using testing::Not;

class CalibrateCommand : public testing::Test {
 protected:
  std::string targets(const std::string& band = "[0.02, 0.06]") {
    write_text(folder_ / "study.yaml", toy_study());
    write_text(folder_ / "toy.yaml",
               "schema: polder/targets/1\nstudy: study.yaml\nsample: 1:50\nmonths: {from: 2026-01, to: 2026-12}\n"
               "parameters:\n  search.suitable: {from: 0.1, to: 0.3}\nmoments:\n"
               "  unemployment_rate: {value: 0.04, unit: share, band: " +
                   band + ", source: test}\n");
    return folder_ / "toy.yaml";
  }
  std::string out() const { return folder_ / "out"; }
  TemporaryFolder folder_;
};

TEST_F(CalibrateCommand, OnlyMeasuresWhenItIsDry) {
  const Answer answer = run_program({"calibrate", targets(), "--dry"});
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("unemployment_rate"));
  EXPECT_THAT(answer.out, HasSubstr("of 1 moments in band"));
  EXPECT_THAT(answer.out, Not(HasSubstr("search.suitable")));
  EXPECT_THAT(answer.err, HasSubstr("1:50"));
  EXPECT_FALSE(std::filesystem::exists(out()));
}

TEST_F(CalibrateCommand, WritesReportAndParameters) {
  const Answer answer = run_program({"calibrate", targets(), "--evaluations", "3", "--out", out(), "--threads", "1"});
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.err, HasSubstr("evaluation 3 of at most 3: distance "));
  EXPECT_THAT(answer.out, HasSubstr("search.suitable"));
  EXPECT_THAT(read_text(folder_ / "out/targets-report.csv"), HasSubstr("moment,unemployment_rate,P01,share,0.04,"));
  EXPECT_THAT(read_text(folder_ / "out/search.yaml"), HasSubstr("status: computed, source: \"calibrated on toy: P01;"));
  // The parameters serve a study as they are.
  write_text(folder_ / "fitted.yaml", "extends: study.yaml\n" + read_text(folder_ / "out/study-parameters.yaml"));
  EXPECT_EQ(run_program({"check", folder_ / "fitted.yaml"}).exit, 0);
}

TEST_F(CalibrateCommand, AnswersProgramsToo) {
  const Answer json = run_program({"calibrate", targets(), "--dry", "--quiet", "--format", "json"});
  EXPECT_EQ(json.err, "");
  EXPECT_EQ(nlohmann::json::parse(json.out)["moments"][0]["moment"], "unemployment_rate");
  const Answer csv = run_program({"calibrate", targets(), "--dry", "--format", "csv"});
  EXPECT_THAT(csv.out, HasSubstr("kind,key,pattern,unit,target,from,to,weight,before,after,verdict,source\n"));
}

TEST_F(CalibrateCommand, TellsMistakesBeforeAnythingIsRun) {
  const Answer answer = run_program({"calibrate", targets("[0.06, 0.02]")});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("error[E173]"));
  EXPECT_EQ(run_program({"calibrate", folder_ / "nothing.yaml"}).exit, 2);
  EXPECT_EQ(run_program({"calibrate"}).exit, 64);
  EXPECT_EQ(run_program({"calibrate", targets(), "--evaluations", "0"}).exit, 64);
}

TEST_F(CalibrateCommand, WritesIntoNoFolderOfOthers) {
  write_text(folder_ / "out/letter.txt", "dear");
  const Answer answer = run_program({"calibrate", targets(), "--out", out()});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("error[E305]"));
}

TEST_F(CalibrateCommand, KeepsTheBestWhenInterrupted) {
  Program program({"calibrate", targets(), "--evaluations", "100000", "--out", out()});
  for (int i = 0; i < 600 && program.err().find("evaluation 2 ") == std::string::npos; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  program.send(SIGINT);
  const Answer answer = program.wait();
  if (answer.exit == 0) GTEST_SKIP() << "the search ended before the signal came";
  EXPECT_EQ(answer.exit, 130) << answer.err;
  EXPECT_THAT(answer.err, HasSubstr("with the best so far"));
  EXPECT_THAT(read_text(folder_ / "out/targets-report.csv"), HasSubstr("parameter,search.suitable"));
}

}  // namespace
}  // namespace polder
