// Studies from templates, and what the documents promise who begins.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>

#include "cli/templates.h"
#include "document.h"
#include "program.h"
#include "scenario/study.h"

namespace polder {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class NewStudy : public testing::Test {
 protected:
  Answer made(const std::vector<std::string>& more) const {
    std::vector<std::string> words{"new", "study"};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words, folder_.path());
  }
  TemporaryFolder folder_;
};

TEST_F(NewStudy, ListsTheTemplatesInBothLanguages) {
  const Answer english = made({}), dutch = made({"--lang", "nl"});
  EXPECT_EQ(english.exit, 0);
  for (const cli::Template& one : cli::templates()) EXPECT_THAT(english.out, HasSubstr(one.name));
  EXPECT_THAT(english.out, HasSubstr("whom does it hit"));
  EXPECT_THAT(dutch.out, HasSubstr("wie raakt dat"));
}

TEST_F(NewStudy, WritesCommentsInOneLanguage) {
  ASSERT_EQ(made({"mine", "--template", "firm-closure"}).exit, 0);
  ASSERT_EQ(made({"mijn", "--template", "firm-closure", "--lang", "nl"}).exit, 0);
  const std::string mine = read_text(folder_ / "mine/study.yaml"), mijn = read_text(folder_ / "mijn/study.yaml");
  EXPECT_THAT(mine, HasSubstr("# The plant stays.\n"));
  EXPECT_THAT(mine, Not(HasSubstr("De fabriek blijft")));
  EXPECT_THAT(mijn, HasSubstr("  # De fabriek blijft.\n"));
  EXPECT_THAT(mijn, Not(HasSubstr("#nl")));
  EXPECT_THAT(mijn, Not(HasSubstr("#en")));
  EXPECT_EQ(load_study(folder_ / "mine/study.yaml").resolved, load_study(folder_ / "mijn/study.yaml").resolved);
}

TEST_F(NewStudy, OverwritesNothing) {
  ASSERT_EQ(made({"mine", "--template", "minimal"}).exit, 0);
  const std::string before = read_text(folder_ / "mine/study.yaml");
  const Answer again = made({"mine", "--template", "recession"});
  EXPECT_EQ(again.exit, 2);
  EXPECT_THAT(again.err, HasSubstr("error[E389]"));
  EXPECT_EQ(read_text(folder_ / "mine/study.yaml"), before);
  write_text(folder_ / "a-file", "text");
  EXPECT_EQ(made({"a-file", "--template", "minimal"}).exit, 2);
}

TEST_F(NewStudy, SaysWhichTemplatesThereAre) {
  const Answer near = made({"mine", "--template", "firm-closures"});
  EXPECT_EQ(near.exit, 2);
  EXPECT_THAT(near.err, HasSubstr("error[E387]"));
  EXPECT_THAT(near.err, HasSubstr("did you mean 'firm-closure'? templates: firm-closure, levels, minimal"));
  const Answer far = made({"mine", "--template", "zzzzzz", "--lang", "nl"});
  EXPECT_THAT(far.err, HasSubstr("hulp: sjablonen: firm-closure"));
  EXPECT_THAT(made({"mine"}).err, HasSubstr("no template was chosen"));
  EXPECT_EQ(made({"Mine!", "--template", "minimal"}).exit, 2);
  EXPECT_THAT(made({"../mine", "--template", "minimal"}).err, HasSubstr("error[E388]"));
  EXPECT_EQ(run_program({"new"}).exit, 64);
  EXPECT_EQ(run_program({"new", "studi"}).exit, 64);
  EXPECT_FALSE(fs::exists(folder_ / "mine"));
}

TEST_F(NewStudy, EveryTemplateIsAStudyWithoutMistakesThatRuns) {
  ASSERT_GE(cli::templates().size(), 5u);
  for (const cli::Template& one : cli::templates()) {
    SCOPED_TRACE(one.name);
    EXPECT_FALSE(one.question(cli::Language::En).empty());
    EXPECT_FALSE(one.question(cli::Language::Nl).empty());
    ASSERT_EQ(made({one.name, "--template", one.name}).exit, 0);
    const std::string file = one.name + "/study.yaml";
    const Answer check = run_program({"check", file}, folder_.path());
    EXPECT_EQ(check.exit, 0) << check.err;
    const Answer short_run =
        run_program({"run", file, "--sample", "1:50", "--replicates", "1", "--set", "period.to=2026-08", "--set",
                     "period.warm_up=6 months", "--out", one.name + "-result", "--quiet"},
                    folder_.path());
    EXPECT_EQ(short_run.exit, 0) << short_run.err;
  }
}

TEST(AFirstStudy, GoesAsTheDocumentSays) {
  const TemporaryFolder folder;
  const std::string document = read_text(fs::path(POLDER_ROOT) / "scenarios/README.md");
  const std::string section = section_of(document, "A first study in ten minutes");
  std::size_t commands = 0;
  for (const CodeBlock& block : blocks_in(section)) {
    if (block.language == "yaml") {  // its first line names the file
      const std::size_t end = block.text.find('\n');
      write_text(folder / block.text.substr(2, end - 2), block.text);
      continue;
    }
    ASSERT_EQ(block.language, "sh");
    const Answer answer = run_shell(block.text, folder.path());
    EXPECT_EQ(answer.exit, 0) << block.text << answer.err;
    EXPECT_THAT(answer.out, Not(HasSubstr("nothing differs in these lines"))) << block.text;
    EXPECT_THAT(answer.out, Not(HasSubstr("are the same in every month"))) << block.text;
    commands += static_cast<std::size_t>(std::count(block.text.begin(), block.text.end(), '\n'));
  }
  EXPECT_GE(commands, 5u);
  EXPECT_TRUE(fs::exists(folder / "plant/half.yaml"));
  EXPECT_TRUE(fs::exists(folder / "plant/tables/indicators.csv"));
}

}  // namespace
}  // namespace polder
