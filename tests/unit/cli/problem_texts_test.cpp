// Mistakes in studies in Dutch: none that a test of inputs knows is left in English.
#include "cli/problem_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "program.h"

namespace polder::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Lines of the expected texts of wrong studies that begin with `mark`, without it.
std::vector<std::string> lines_with(std::string_view mark) {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(POLDER_ROOT "/tests/inputs")) {
    if (!entry.path().string().ends_with(".expected.txt")) continue;
    std::istringstream lines(read_text(entry.path()));
    for (std::string line; std::getline(lines, line);)
      if (line.starts_with(mark)) found.push_back(line.substr(mark.size()));
  }
  return found;
}

TEST(ProblemTexts, AreInDutchForEveryMistakeThatIsTested) {
  std::size_t messages = 0;
  for (const char* mark : {"error[", "warning["})
    for (const std::string& line : lines_with(mark)) {
      const std::string message = line.substr(line.find("]: ") + 3);
      EXPECT_TRUE(in_dutch(message, wordings_of_messages())) << message;
      ++messages;
    }
  EXPECT_GT(messages, 200u);
  for (const std::string& help : lines_with("    = help: ")) EXPECT_TRUE(in_dutch(help, wordings_of_helps())) << help;
}

TEST(ProblemTexts, KeepEveryNameAndNumber) {
  for (const auto wordings : {wordings_of_messages(), wordings_of_helps()})
    for (const Wording& wording : wordings) {
      std::size_t holes = 0;
      for (std::size_t at = wording.en.find("{}"); at != std::string_view::npos; at = wording.en.find("{}", at + 1))
        ++holes;
      for (std::size_t number = 0; number < 10; ++number) {
        const std::string place = "{" + std::to_string(number) + "}";
        EXPECT_EQ(wording.nl.find(place) != std::string_view::npos, number < holes) << wording.nl;
      }
    }
}

TEST(ProblemTexts, PutNamesAndPhrasesInTheirPlaces) {
  const auto message = [](std::string_view text) { return in_dutch(text, wordings_of_messages()).value_or("?"); };
  EXPECT_EQ(message("'grid' beside 'vary' in a.b"), "'grid' naast 'vary' in a.b");
  EXPECT_EQ(message("period: expected a map of settings, found nothing"),
            "period: verwacht een map met instellingen, maar er staat niets");
  EXPECT_EQ(message("kernel: expected one of observed, power, found 'gravity'"),
            "kernel: verwacht een van observed, power, maar er staat 'gravity'");
  EXPECT_EQ(message("GM2 merged into GM1 in 2027-01 of merged"),
            "GM2 is in 2027-01 opgegaan in GM1, in scenario merged");
  EXPECT_EQ(in_dutch("crisis.effect is: effect of crisis help on search effort [factor]", wordings_of_helps()),
            "crisis.effect is: hoeveel harder mensen zoeken door crisishulp [factor]");
  EXPECT_EQ(message("something new"), "?");
}

TEST(ProblemTexts, AreLeftAsTheyAreWhereNoWordingFits) {
  std::vector<Problem> problems(1);
  problems.front().message = "something new";
  problems.front().help = "do {} it";
  EXPECT_EQ(in_language(problems, Language::Nl).front().message, "something new");
  EXPECT_EQ(in_language(problems, Language::Nl).front().help, "do {} it");
}

TEST(ProblemTexts, AreInTheLanguageOfTheAnswer) {
  const std::string file = POLDER_ROOT "/tests/inputs/many_at_once.yaml";
  const Answer dutch = run_program({"check", file, "--lang", "nl"}), english = run_program({"check", file});
  EXPECT_EQ(dutch.exit, 2);
  EXPECT_THAT(dutch.err, HasSubstr("fout[E101]: onbekende sleutel 'form' in period"));
  EXPECT_THAT(dutch.err, HasSubstr("hulp: bedoelt u 'from'?"));
  EXPECT_THAT(dutch.err, Not(HasSubstr("unknown")));
  EXPECT_THAT(english.err, HasSubstr("error[E101]: unknown key 'form' in period"));
  EXPECT_THAT(run_program({"run", file, "--lang", "nl"}).err, HasSubstr("onbekende sleutel 'form' in period"));
  EXPECT_THAT(run_program({"check", file, "--lang", "nl", "--format", "json"}).out, HasSubstr("onbekende sleutel"));
}

}  // namespace
}  // namespace polder::cli
