#include "compare/comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "polder/base/error.h"
#include "support/small_results.h"

namespace polder {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Comparison : public ::testing::Test {
 protected:
  Comparison() { testing::small_result(scratch_ / "r", 3); }
  Store store() const { return Store::open(scratch_ / "r"); }
  testing::ScratchFolder scratch_;
};

TEST_F(Comparison, PairsTheSameReplicateOfTwoScenarios) {
  const auto lines = compare(store(), {"help"}, "reference", {{"population", "AM01", "", "2026-03", "2026-03"}});
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].difference.pairs, 3u);
  EXPECT_DOUBLE_EQ(lines[0].difference.mean, 5) << "each run of help is 5 above its pair";
  EXPECT_DOUBLE_EQ(lines[0].difference.low, 5);
  EXPECT_DOUBLE_EQ(lines[0].difference.reference, 80 + 10 + 1) << "third month, region, mean of replicates 0, 1, 2";
}

TEST_F(Comparison, TakesTheMeanOverTheMonthsOfAQuestion) {
  const auto lines = compare(store(), {"help"}, "reference", {{"population", "AM01", "", "2026-01", "2026-03"}});
  EXPECT_DOUBLE_EQ(lines[0].difference.reference, 40 + 10 + 1);
}

TEST_F(Comparison, AsksAboutFollowedPlantsFirst) {
  const auto questions = questions_for(store(), {});
  ASSERT_FALSE(questions.empty());
  EXPECT_EQ(questions.front().part, "cohort:fabriek");
  EXPECT_EQ(questions.front().indicator, "employment_rate");
  EXPECT_EQ(questions.back().area, "AM01");
  EXPECT_EQ(questions.back().part, "");
}

TEST_F(Comparison, NarrowsDownToWhatIsWished) {
  Wish wish;
  wish.indicator = "vacancies";
  wish.area = "NL";
  wish.from = "2026-05";
  const auto questions = questions_for(store(), wish);
  ASSERT_EQ(questions.size(), 1u);
  EXPECT_EQ(questions[0].from, "2026-05");
  EXPECT_EQ(questions[0].to, "2027-12");
}

TEST_F(Comparison, RefusesNamesThatTheResultDoesNotHave) {
  EXPECT_THROW(compare(store(), {"hlep"}, "reference", {}), InputError);
  Wish wish;
  wish.area = "GM9999";
  EXPECT_THROW(questions_for(store(), wish), InputError);
  EXPECT_THROW(questions_by(store(), {}, "colour"), InputError);
}

TEST_F(Comparison, HasALinePerMunicipalityOrPart) {
  EXPECT_EQ(questions_by(store(), {}, "municipality").size(), 2u);
  EXPECT_EQ(questions_by(store(), {}, "education").size(), 2u);
}

TEST_F(Comparison, SaysWhichPaymentsDiffer) {
  const auto lines = compare_payments(store(), {"help"}, "reference");
  ASSERT_EQ(lines.size(), 1u) << "rows that name a municipality repeat those of the kind";
  EXPECT_EQ(lines[0].name_en, "uwv > residents: ww");
  EXPECT_NEAR(lines[0].difference.mean, .05 * 12, 1e-4) << "five cents a month";
}

TEST_F(Comparison, PrintsBlocksInBothLanguages) {
  const Store result = store();
  const auto lines = compare(result, {"help"}, "reference", {{"employed", "AM01", "", "2026-01", "2026-12"}});
  const std::string english = to_text(result, lines, Tongue::English), dutch = to_text(result, lines, Tongue::Dutch);
  EXPECT_THAT(english, HasSubstr("A small study"));
  EXPECT_THAT(english, HasSubstr("help against reference (3 pairs)"));
  EXPECT_THAT(english, HasSubstr("Employed, AM01"));
  EXPECT_THAT(english, HasSubstr("better 3/3"));
  EXPECT_THAT(english, Not(HasSubstr("no visible difference")));
  EXPECT_THAT(dutch, HasSubstr("Werkenden, AM01"));
  EXPECT_THAT(dutch, HasSubstr("beter 3/3"));
}

TEST_F(Comparison, WarnsOfAScenarioThatEqualsItsReference) {
  const Store result = store();
  const auto lines = compare(result, {"reference"}, "reference", {{"employed", "AM01", "", "2026-01", "2026-12"}});
  EXPECT_THAT(to_text(result, lines, Tongue::English), HasSubstr("equals its reference"));
}

}  // namespace
}  // namespace polder
