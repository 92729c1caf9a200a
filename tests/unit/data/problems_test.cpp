#include "data/problems.h"

#include <gtest/gtest.h>

namespace polder::data {
namespace {

const Problem typo{"E101",
                   "bad.yaml",
                   14,
                   5,
                   6,
                   "unknown key 'bugdet' in scenarios.agenda.levers.hc_agenda.retrain",
                   "did you mean 'budget'?",
                   "    bugdet: 12 M EUR"};

TEST(ProblemText, QuotesTheLineWithACaretAndHelp) {
  EXPECT_EQ(to_text(typo),
            "error[E101]: unknown key 'bugdet' in scenarios.agenda.levers.hc_agenda.retrain\n"
            "  --> bad.yaml:14:5\n"
            "    |\n"
            " 14 |     bugdet: 12 M EUR\n"
            "    |     ^^^^^^\n"
            "    = help: did you mean 'budget'?\n");
}

TEST(ProblemText, MakesRoomForLongLineNumbers) {
  Problem problem = typo;
  problem.line = 1234;
  problem.help.clear();
  EXPECT_EQ(to_text(problem),
            "error[E101]: unknown key 'bugdet' in scenarios.agenda.levers.hc_agenda.retrain\n"
            "    --> bad.yaml:1234:5\n"
            "      |\n"
            " 1234 |     bugdet: 12 M EUR\n"
            "      |     ^^^^^^\n");
  problem.line = 7;
  EXPECT_NE(to_text(problem).find("\n  7 |     bugdet"), std::string::npos);
}

TEST(ProblemText, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(to_text(Problem{"E200", "a.yaml", 0, 0, 1, "there is no such file", {}, {}}),
            "error[E200]: there is no such file\n  --> a.yaml\n");
  EXPECT_EQ(to_text(Problem{"E103", "--set", 0, 0, 1, "no such lever", "did you mean 'x'?", {}}),
            "error[E103]: no such lever\n  --> --set\n    = help: did you mean 'x'?\n");
  EXPECT_EQ(to_text(Problem{"E201", "a.csv", 3, 0, 1, "too short", {}, {}}), "error[E201]: too short\n  --> a.csv:3\n");
  EXPECT_EQ(to_text(Problem{"E201", "", 0, 0, 1, "nowhere", {}, {}}), "error[E201]: nowhere\n");
}

TEST(ProblemText, CallsAWarningAWarning) {
  EXPECT_EQ(to_text(Problem{"W201", "a.yaml", 0, 0, 1, "never active", {}, {}}),
            "warning[W201]: never active\n  --> a.yaml\n");
}

TEST(ProblemText, ShowsNoControlCharacters) {
  const Problem nasty{"E101", "a\x1b[31m.yaml", 1, 2, 1, "key '\x07\xC2\x9B\n'", "\x7F", "\ta: \x1b[2J"};
  for (const char c : to_text(nasty)) EXPECT_TRUE(c == '\n' || (c >= ' ' && c <= '~')) << static_cast<int>(c);
  EXPECT_NE(to_text(nasty).find("  1 |  a: "), std::string::npos);  // the tab takes one column, like the caret's
}

TEST(ProblemsText, CountsProblemsAndFiles) {
  const Problem other{"E102", "other.yaml", 0, 0, 1, "too large", {}, {}};
  const Problem warning{"W201", "bad.yaml", 0, 0, 1, "never active", {}, {}};
  const auto ends = [](std::vector<Problem> problems, const std::string& closing) {
    const std::string text = to_text(problems);
    EXPECT_TRUE(text.ends_with("\n\n" + closing + "\n")) << text;
  };
  ends({typo}, "1 problem in 1 file; nothing was run.");
  ends({typo, typo}, "2 problems in 1 file; nothing was run.");
  ends({typo, typo, other}, "3 problems in 2 files; nothing was run.");
  ends({typo, warning}, "1 problem and 1 warning in 1 file; nothing was run.");
  ends({warning, warning}, "2 warnings in 1 file.");
  Problem flag = typo, command = typo;
  flag.file = "--area", command.file = "polder explain";
  ends({flag, command}, "2 problems; nothing was run.");
  ends({flag, other}, "2 problems in 1 file; nothing was run.");
  Frame looks = english;
  looks.nothing_run = {};
  EXPECT_TRUE(to_text(std::vector{flag}, looks).ends_with("\n\n1 problem.\n"));
  EXPECT_EQ(to_text(std::vector<Problem>{}), "");
}

TEST(Problems, RaiseAllAtOnce) {
  Problems problems;
  EXPECT_NO_THROW(problems.raise());
  problems.add("W201", "a.yaml", "never active");
  EXPECT_TRUE(problems.any());
  EXPECT_FALSE(problems.any_error());
  EXPECT_NO_THROW(problems.raise());
  problems.add(typo);
  problems.add("E102", "a.yaml", "too large", "make it smaller");
  try {
    problems.raise();
    FAIL() << "nothing thrown";
  } catch (const InputError& error) {
    ASSERT_EQ(error.problems().size(), 3u);
    EXPECT_EQ(error.problems()[1].message, typo.message);
    EXPECT_EQ(error.problems()[2].help, "make it smaller");
  }
}

TEST(Nearest, FindsTheWordThatWasMeant) {
  const std::vector<std::string> keys{"budget", "payer_shares", "start", "Eemsdelta", "Súdwest-Fryslân"};
  EXPECT_EQ(nearest("bugdet", keys), "budget");      // two neighbours swapped: one edit
  EXPECT_EQ(nearest("budge", keys), "budget");       // one is missing
  EXPECT_EQ(nearest("budgett", keys), "budget");     // one too many
  EXPECT_EQ(nearest("bodget", keys), "budget");      // one replaced
  EXPECT_EQ(nearest("Sudwest-Fryslan", keys), "Súdwest-Fryslân");
  EXPECT_EQ(nearest("payershares", keys), "payer_shares");
}

TEST(Nearest, StaysSilentWhenNothingIsNear) {
  const std::vector<std::string> keys{"budget", "start", "no"};
  EXPECT_EQ(nearest("region", keys), "");
  EXPECT_EQ(nearest("xx", keys), "");    // a third of two letters is no letter
  EXPECT_EQ(nearest("bxdxxt", keys), "");  // three edits of six letters
  EXPECT_EQ(nearest("", keys), "");
  EXPECT_EQ(nearest("budget", {}), "");
  EXPECT_EQ(nearest(std::string(1'000'000, 'b'), keys), "");
}

TEST(Nearest, PrefersTheNearerAndThenTheFirst) {
  const std::vector<std::string> keys{"stand", "stark", "start", "smart"};
  EXPECT_EQ(nearest("start", keys), "start");
  EXPECT_EQ(nearest("starx", keys), "stark");
}

}  // namespace
}  // namespace polder::data
