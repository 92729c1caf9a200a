// Two results of one study that differ: in which month, and by which system.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "program.h"

namespace polder {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

class TwoResults : public testing::Test {
 protected:
  /// Two replicates of a study with a recession of this depth, from March.
  std::string result(const std::string& name, const std::string& depth, const std::vector<std::string>& more = {}) {
    std::string text = toy_study();
    text.replace(text.find("4 %"), 3, depth);
    write_text(folder_ / name / "study.yaml", text);
    std::vector<std::string> words{
        "run", folder_ / name / "study.yaml", "--out", folder_ / (name + "-result"), "--replicates", "2"};
    words.insert(words.end(), more.begin(), more.end());
    const Answer answer = run_program(words);
    EXPECT_EQ(answer.exit, 0) << answer.err;
    return folder_ / (name + "-result");
  }
  TemporaryFolder folder_;
};

TEST_F(TwoResults, PartInTheMonthAndSystemOfWhatDiffers) {
  const std::string a = result("a", "4 %"), b = result("b", "5 %");
  const Answer text = run_program({"explain", "--diff", a, b});
  EXPECT_EQ(text.exit, 0) << text.err;
  EXPECT_THAT(text.out, testing::ContainsRegex("reference +2 +2"));
  EXPECT_THAT(text.out, testing::ContainsRegex("recession +2 +0 +2026-03 +0"));
  EXPECT_THAT(text.out, HasSubstr("recession, replicate 0, made again:"));
  EXPECT_THAT(text.out, HasSubstr("part in 2026-03: first after firms."));
  EXPECT_THAT(run_program({"explain", "--diff", a, b, "--lang", "nl"}).out, HasSubstr("gaan uiteen in 2026-03"));
  const Json json = Json::parse(run_program({"explain", "--diff", a, b, "--format", "json"}).out);
  EXPECT_EQ(json["runs"][1]["first_month"], "2026-03");
  EXPECT_EQ(json["first"]["month"], "2026-03");
  const Json of_study = Json::parse(
      run_program({"explain", a + "/inputs/study.yaml", "--diff", "reference", "recession", "--format", "json"}).out);
  EXPECT_EQ(json["first"]["system"], of_study["system"]) << "what a recession moves first";
}

TEST_F(TwoResults, AreEqualWhereNothingDiffers) {
  const std::string a = result("a", "4 %"), b = result("b", "4 %", {"--threads", "1"});
  EXPECT_THAT(run_program({"explain", "--diff", a, b}).out, HasSubstr("every month is equal"));
  EXPECT_TRUE(Json::parse(run_program({"explain", "--diff", a, b, "--format", "json"}).out)["first"].is_null());
}

TEST_F(TwoResults, OfOtherWorldsDifferFromTheBeginning) {
  const std::string a = result("a", "4 %"), b = result("b", "4 %", {"--seed", "7"});
  const Answer text = run_program({"explain", "--diff", a, b});
  EXPECT_EQ(text.exit, 0) << text.err;
  EXPECT_THAT(text.out, testing::ContainsRegex("reference +2 +0 +2026-01"));
  EXPECT_THAT(text.out, HasSubstr("the worlds differ from the beginning, in residents."));
}

TEST_F(TwoResults, WithoutARunInCommonAreRefused) {
  const std::string a = result("a", "4 %", {"--scenario", "reference"});
  const std::string b = result("b", "4 %", {"--scenario", "recession"});
  const Answer answer = run_program({"explain", "--diff", a, b});
  EXPECT_EQ(answer.exit, 2);
  EXPECT_THAT(answer.err, HasSubstr("error[E155]"));
  EXPECT_THAT(run_program({"explain", "--diff", a, folder_ / "nothing"}).err, HasSubstr("error[E306]"));
  const Answer one = run_program({"explain", "--diff", a, a, "--replicate", "9"});
  EXPECT_THAT(one.err, HasSubstr("error[E155]"));
}

}  // namespace
}  // namespace polder
