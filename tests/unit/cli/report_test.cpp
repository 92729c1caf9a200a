// polder report: writes one file, replaces earlier reports only, and says what is wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "program.h"
#include "support/small_results.h"

namespace polder {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class ReportCommand : public ::testing::Test {
 protected:
  static std::string result() {
    static const TemporaryFolder folder;
    static const std::string made = [] {
      write_text(folder / "study.yaml", toy_study());
      const Answer run = run_program(
          {"run", folder / "study.yaml", "--sample", "1:50", "--out", folder / "result", "--progress", "none"});
      EXPECT_EQ(run.exit, 0) << run.err;
      return (folder / "result").string();
    }();
    return made;
  }
  Answer report(std::vector<std::string> more) const {
    more.insert(more.begin(), {"report", result()});
    return run_program(more);
  }
  void refused(const Answer& answer, int exit, const std::string& code) const {
    EXPECT_EQ(answer.exit, exit) << answer.err;
    EXPECT_THAT(answer.err, HasSubstr(code));
    EXPECT_EQ(answer.out, "");
  }
  TemporaryFolder folder_;
};

TEST_F(ReportCommand, WritesOneFileInEitherLanguage) {
  const std::string dutch = folder_ / "nl.html", english = folder_ / "en.html";
  EXPECT_EQ(report({"-o", dutch, "--lang", "nl"}).exit, 0);
  const Answer answer = report({"-o", english});
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("written: "));
  EXPECT_THAT(read_text(dutch), StartsWith("<!doctype html>\n<!-- polder/report/1 -->\n<html lang=\"nl\">"));
  EXPECT_THAT(read_text(dutch), HasSubstr("Het antwoord"));
  EXPECT_THAT(read_text(english), HasSubstr("The answer"));
  EXPECT_LT(read_text(english).size(), 3'000'000u);
  EXPECT_EQ(report({"-o", english, "--quiet", "--name", "recession=A downturn"}).out, "") << "an earlier report goes";
  EXPECT_THAT(read_text(english), HasSubstr("A downturn"));
}

TEST_F(ReportCommand, StandsInTheResultUnlessToldOtherwise) {
  EXPECT_EQ(report({}).exit, 0);
  EXPECT_THAT(read_text(result() + "/report.en.html"), StartsWith("<!doctype html>"));
  EXPECT_EQ(run_program({"doctor", result()}).exit, 0) << "the result is still whole";
}

TEST_F(ReportCommand, ReplacesNothingButReports) {
  write_text(folder_ / "mine.html", "<!doctype html><p>mine");
  refused(report({"-o", folder_ / "mine.html"}), 2, "E373");
  EXPECT_EQ(read_text(folder_ / "mine.html"), "<!doctype html><p>mine");
}

TEST_F(ReportCommand, SaysWhereItCannotWrite) {
  refused(report({"-o", folder_.path()}), 2, "E372");
  refused(report({"-o", folder_ / "none" / "r.html"}), 2, "there is no folder");
  refused(report({"-o", "/proc/report.html"}), 74, "report.html");
}

TEST_F(ReportCommand, SaysWhatIsNoResult) {
  refused(run_program({"report", folder_.path(), "-o", folder_ / "r.html"}), 2, "E306");
  refused(run_program({"report", folder_ / "gone"}), 2, "E306");
  testing::small_result(folder_ / "bare");
  refused(run_program({"report", folder_ / "bare", "-o", folder_ / "r.html"}), 2, "E370");
}

TEST_F(ReportCommand, SaysWhatIsWrongOnTheCommandLine) {
  refused(report({"--lang", "fr"}), 64, "E321");
  refused(report({"--name", "recession"}), 2, "E371");
  refused(report({"--name", "recesion=A downturn"}), 2, "it has: reference, recession");
  EXPECT_THAT(report({"--name", "recession", "--lang", "nl"}).err, testing::Not(HasSubstr("er is niets gedraaid")));
}

TEST_F(ReportCommand, IsKnownToTheDoctor) { EXPECT_THAT(run_program({"doctor"}).out, HasSubstr("reports")); }

}  // namespace
}  // namespace polder
