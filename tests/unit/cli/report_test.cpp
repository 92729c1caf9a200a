// polder report: writes one file, replaces earlier reports only, and says what is wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

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

/// The path of programs, other while this lives.
class Path {
 public:
  explicit Path(const std::string& folder) : before_(std::getenv("PATH")) { ::setenv("PATH", folder.c_str(), 1); }
  ~Path() { ::setenv("PATH", before_.c_str(), 1); }
  Path(const Path&) = delete;
  Path& operator=(const Path&) = delete;

 private:
  std::string before_;
};

/// A browser that is a script of the shell.
void write_browser(const std::filesystem::path& folder, const std::string& script) {
  std::filesystem::create_directories(folder);
  write_text(folder / "chromium", "#!/bin/sh\n" + script);
  std::filesystem::permissions(folder / "chromium", std::filesystem::perms::owner_all);
}

constexpr const char* finds_output =
    "for a; do case $a in --print-to-pdf=*) out=${a#*=};; *.html) page=$a;; esac; done\n";

TEST_F(ReportCommand, PrintsWithABrowser) {
  const std::string html = folder_ / "a b.html", pdf = folder_ / "r.pdf";
  write_browser(folder_ / "bin", std::string(finds_output) + "printf '%%PDF-1.4\\n%s\\n%%%%EOF\\n' \"$page\" > $out\n");
  const Path path((folder_ / "bin").string());
  const Answer answer = report({"-o", html, "--pdf", pdf});
  EXPECT_EQ(answer.exit, 0) << answer.err;
  EXPECT_EQ(answer.out, "written: " + html + "\nwritten: " + pdf + "\n");
  EXPECT_THAT(read_text(pdf), HasSubstr(html)) << "the page that it was given";
  EXPECT_EQ(report({"-o", html, "--pdf", pdf, "-q"}).out, "") << "an earlier print goes";
  write_text(pdf, "mine");
  refused(report({"-o", html, "--pdf", pdf}), 2, "E373");
  refused(report({"-o", html, "--pdf", folder_ / "none" / "r.pdf"}), 2, "choose another --pdf");
}

TEST_F(ReportCommand, LeavesNoHalfPrint) {
  const std::string html = folder_ / "r.html", pdf = folder_ / "r.pdf";
  for (const char* script : {"echo no display >&2; exit 1\n", "exit 0\n", "kill -9 $$\n",
                             "printf '%%PDF-1.4 half' > $out\n", "printf '%%PDF-1.4\\n%%%%EOF\\n' > $out; exit 7\n"}) {
    write_browser(folder_ / "bin", std::string(finds_output) + script);
    const Path path((folder_ / "bin").string());
    const Answer answer = report({"-o", html, "--pdf", pdf});
    refused(answer, 2, "E391");
    EXPECT_THAT(answer.err, HasSubstr("open " + html + " in a browser"));
    EXPECT_FALSE(std::filesystem::exists(pdf)) << script;
    EXPECT_THAT(read_text(html), HasSubstr("The answer"));
  }
  write_browser(folder_ / "bin", "echo no display >&2; exit 1\n");
  const Path path((folder_ / "bin").string());
  EXPECT_THAT(report({"-o", html, "--pdf", pdf}).err, HasSubstr("it said: no display"));
}

TEST_F(ReportCommand, SaysThatThereIsNoBrowser) {
  const Path path((folder_ / "empty").string());
  refused(report({"-o", folder_ / "r.html", "--pdf", folder_ / "r.pdf"}), 2, "E390");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "r.html")) << "nothing was written";
}

TEST_F(ReportCommand, PrintsWithTheBrowserOfThisMachine) {
  if (std::system("command -v chromium >/dev/null 2>&1") != 0) GTEST_SKIP() << "no chromium on this machine";
  const std::string pdf = folder_ / "r.pdf";
  const Answer answer = report({"-o", folder_ / "r.html", "--pdf", pdf});
  ASSERT_EQ(answer.exit, 0) << answer.err;
  EXPECT_THAT(read_text(pdf), StartsWith("%PDF-"));
  EXPECT_GT(read_text(pdf).size(), 50'000u) << "more than an empty page";
}

TEST_F(ReportCommand, IsKnownToTheDoctor) { EXPECT_THAT(run_program({"doctor"}).out, HasSubstr("reports")); }

}  // namespace
}  // namespace polder
