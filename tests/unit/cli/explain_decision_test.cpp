// polder explain decision RESULT: the story of who decided what.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "program.h"
#include "support/small_results.h"

namespace polder {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ExplainDecision : public ::testing::Test {
 protected:
  ExplainDecision() { testing::small_result(folder_ / "result"); }
  Answer explained(const std::vector<std::string>& more) const {
    std::vector<std::string> words{"explain", "decision", folder_ / "result"};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
  }
  TemporaryFolder folder_;
};

TEST_F(ExplainDecision, TellsWhoDecidedWhatOldestFirstInBothLanguages) {
  const Answer english = explained({}), dutch = explained({"--lang", "nl"});
  EXPECT_EQ(english.exit, 0) << english.err;
  EXPECT_THAT(english.out, HasSubstr("a plant announced that it will close"));
  EXPECT_THAT(english.out, HasSubstr("votes against it"));
  EXPECT_THAT(dutch.out, HasSubstr("stemt tegen"));
  EXPECT_THAT(dutch.out, HasSubstr("de eigen bijdrage is hoger dan wat ervan terugkomt"));
  const auto story = nlohmann::json::parse(explained({"--format", "json"}).out);
  ASSERT_EQ(story.size(), 2u * 3) << "both scenarios, replicate 0";
  EXPECT_EQ(story[0]["step"], "proposes help");
  EXPECT_EQ(story[2]["month"], "2026-05");
  EXPECT_EQ(story[2]["waited_months"], 3);
}

TEST_F(ExplainDecision, TellsWhoTakesATaskToAnotherLevelAndWhoDoesNot) {
  const Answer english = explained({"--task", "schools"}), dutch = explained({"--task", "schools", "--lang", "nl"});
  EXPECT_EQ(english.exit, 0) << english.err;
  for (const char* told : {"proposes to bring the task there", "the task is worth more there in the region", "joins",
                           "there is trust in the partners", "stays out", "it brings too little", "gives notice"})
    EXPECT_THAT(english.out, HasSubstr(told));
  for (const char* told : {"stelt voor de taak daarheen te brengen", "doet mee", "er is vertrouwen in de partners",
                           "doet niet mee", "het levert te weinig op", "zegt op"})
    EXPECT_THAT(dutch.out, HasSubstr(told));
}

TEST_F(ExplainDecision, LeavesOutOtherMunicipalities) {
  const Answer answer = explained({"--area", "gm0002"});
  EXPECT_THAT(answer.out, HasSubstr("GM0002"));
  EXPECT_THAT(answer.out, HasSubstr("AM01")) << "what it belongs to";
  EXPECT_THAT(answer.out, Not(HasSubstr("GM0001")));
}

TEST_F(ExplainDecision, TellsWhatHappensToGovernments) {
  const Answer english = explained({"--task", "government"}),
               dutch = explained({"--task", "government", "--lang", "nl"});
  EXPECT_THAT(english.out, HasSubstr("sees its college fall"));
  EXPECT_THAT(english.out, HasSubstr("no longer trusted each other"));
  EXPECT_THAT(english.out, HasSubstr("wins money of Rijk with its region"));
  EXPECT_THAT(dutch.out, HasSubstr("ziet het college vallen"));
  EXPECT_THAT(dutch.out, HasSubstr("een van de beste"));
  const Answer partners = explained({"--task", "schools"}),
               deelnemers = explained({"--task", "schools", "--lang", "nl"});
  EXPECT_THAT(partners.out, HasSubstr("joins"));
  EXPECT_THAT(partners.out, HasSubstr("goes its own way"));
  EXPECT_THAT(deelnemers.out, HasSubstr("vertrekt en doet de taak zelf"));
  EXPECT_THAT(deelnemers.out, HasSubstr("doen het al samen"));
}

TEST_F(ExplainDecision, TellsAMergerToBothMunicipalities) {
  for (const char* area : {"GM0001", "GM0002"}) {
    const Answer english = explained({"--task", "government", "--area", area}),
                 dutch = explained({"--task", "government", "--area", area, "--lang", "nl"});
    EXPECT_THAT(english.out, HasSubstr("merges into GM0001"));
    EXPECT_THAT(english.out, HasSubstr("municipalities merge by a herindeling"));
    EXPECT_THAT(dutch.out, HasSubstr("gaat op in GM0001"));
  }
}

TEST_F(ExplainDecision, SaysThatThereIsNone) {
  const Answer answer = explained({"--task", "border"});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("E312"));
  EXPECT_THAT(answer.err, HasSubstr("no decision on 'border'"));
}

}  // namespace
}  // namespace polder
