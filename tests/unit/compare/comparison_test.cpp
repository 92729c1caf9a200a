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

TEST_F(Comparison, CountsAPlantsMonthsFromItsAnnouncement) {
  Store store = Store::open_or_create(scratch_ / "late", testing::small_study(), testing::small_header());
  for (const char* scenario : {"reference", "help"}) {
    RunResult result = testing::small_run(scenario, 0);
    std::erase_if(result.observations.indicators_by, [](const IndicatorRow& row) {
      return row.part == "cohort:fabriek" && row.month < Month::of(2026, 11);
    });
    store.add(result);
  }
  std::vector<std::string> months;
  for (const Question& question : questions_for(store, {}))
    if (question.part == "cohort:fabriek" && question.indicator == "employment_rate") months.push_back(question.from);
  EXPECT_EQ(months, (std::vector<std::string>{"2027-02", "2027-05", "2027-11", "2027-01"}))
      << "3, 6 and 12 months later, 24 are outside the period, and the last year";
}

TEST_F(Comparison, CallsATieNeitherBetterNorWorse) {
  const Store result = store();
  auto lines = compare(result, {"help"}, "reference", {{"employed", "AM01", "", "2026-01", "2026-12"}});
  const double same[] = {5}, one[] = {5};
  lines[0].difference = paired_difference(one, same);
  const std::string text = to_text(result, lines, Tongue::English);
  EXPECT_THAT(text, Not(HasSubstr("better")));
  EXPECT_THAT(text, HasSubstr("no visible difference"));
}

TEST_F(Comparison, PutsTheMostPairsInTheHeading) {
  const Store result = store();
  auto lines =
      compare(result, {"help"}, "reference",
              {{"employed", "AM01", "", "2030-01", "2030-12"}, {"employed", "AM01", "", "2026-01", "2026-12"}});
  EXPECT_THAT(to_text(result, lines, Tongue::English), HasSubstr("help against reference (3 pairs)"));
}

TEST_F(Comparison, CapsTheNumberOfPairsInWords) {
  const Store result = store();
  auto lines = compare(result, {"help"}, "reference", {{"employed", "AM01", "", "2026-01", "2026-12"}});
  const double ours[] = {100, -99.9, 100, -99.9}, theirs[] = {0, 0, 0, 0};
  lines[0].difference = paired_difference(ours, theirs);
  EXPECT_THAT(to_text(result, lines, Tongue::English), HasSubstr("more than 10,000"));
  EXPECT_THAT(to_text(result, lines, Tongue::Dutch), HasSubstr("meer dan 10.000"));
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

TEST_F(Comparison, AsksAboutMoreOfTheAreaOnceEach) {
  Wish wish;
  wish.also = {"training_places", "employed"};
  int places = 0, employed = 0;
  for (const Question& question : questions_for(store(), wish)) {
    places += question.indicator == "training_places" && question.area == "AM01" ? 1 : 0;
    employed += question.indicator == "employed" ? 1 : 0;
  }
  EXPECT_EQ(places, 2) << "two years";
  EXPECT_EQ(employed, 2);
}

TEST_F(Comparison, ShowsLargePaymentsInMillionsAndBillions) {
  const Store result = store();
  auto lines = compare_payments(result, {"help"}, "reference");
  const double ours[] = {12.4e6, 12.6e6}, theirs[] = {10.1e6, 10.3e6}, large[] = {2.25e9, 2.25e9};
  lines[0].difference = paired_difference(ours, theirs);
  EXPECT_THAT(to_text(result, lines, Tongue::English), HasSubstr("[M EUR/year]"));
  EXPECT_THAT(to_text(result, lines, Tongue::English), HasSubstr(" 10.20 "));
  EXPECT_THAT(to_text(result, lines, Tongue::English), HasSubstr("+2.30"));
  EXPECT_THAT(to_text(result, lines, Tongue::Dutch), HasSubstr("[mln EUR/jaar]"));
  lines[0].difference = paired_difference(large, large);
  EXPECT_THAT(to_text(result, lines, Tongue::English), HasSubstr("[bn EUR/year]"));
  EXPECT_THAT(to_text(result, lines, Tongue::English), HasSubstr(" 2.25 "));
  EXPECT_THAT(to_text(result, lines, Tongue::Dutch), HasSubstr("[mld EUR/jaar]"));
}

TEST_F(Comparison, HasDutchUnitsInDutch) {
  const Store result = store();
  const auto lines = compare(result, {"help"}, "reference", {{"cost_uwv", "AM01", "", "2026-01", "2026-12"}});
  EXPECT_THAT(to_text(result, lines, Tongue::Dutch), HasSubstr("[EUR/inwoner/jaar]"));
  EXPECT_THAT(to_text(result, lines, Tongue::English), HasSubstr("[EUR/inhabitant/year]"));
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

TEST_F(Comparison, CountsPaymentsOfTheMonthsThatAreAskedFor) {
  Wish wish;
  wish.from = "2026-02";
  wish.to = "2026-03";
  const auto lines = compare_payments(store(), {"help"}, "reference", wish);
  EXPECT_EQ(lines[0].question.from, "2026-02");
  EXPECT_NEAR(lines[0].difference.reference, 100'000'000.0 * 12, 1) << "a month's payment, as a year's";
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

TEST(ScenarioTitle, IsThatOfTheVariedScenarioWithItsPoint) {
  StoreHeader header = testing::small_header();
  header.titles = {{"help", {"hulp", "aid"}}};
  EXPECT_EQ(scenario_title(header, "help", Tongue::Dutch), "hulp");
  EXPECT_EQ(scenario_title(header, "help@level=joint", Tongue::English), "aid (level=joint)");
  EXPECT_EQ(scenario_title(header, "reference", Tongue::English), "");
}

TEST_F(Comparison, LeavesOutWhatNobodyMeasuredIfOtherLinesWere) {
  const Store result = store();
  auto lines = compare(result, {"help"}, "reference", {{"employed", "AM01", "", "2026-01", "2026-12"}});
  lines.push_back(lines.front());
  lines.back().question.part = "cohort:plant";
  lines.back().difference = Difference{};
  EXPECT_THAT(to_text(result, lines, Tongue::English), Not(HasSubstr("cohort:plant")));
  lines.erase(lines.begin());
  EXPECT_THAT(to_text(result, lines, Tongue::English), HasSubstr("cohort:plant")) << "nothing else to show";
}

TEST_F(Comparison, WritesNoMinusBeforeZero) {
  const Store result = store();
  auto lines = compare(result, {"help"}, "reference", {{"employed", "AM01", "", "2026-01", "2026-12"}});
  lines.front().difference.mean = -3;
  lines.front().difference.low = -500;
  lines.front().difference.high = 494;
  EXPECT_THAT(to_text(result, lines, Tongue::English), Not(HasSubstr("-0 ")));
}

TEST_F(Comparison, SaysThatNoLineDiffers) {
  const Store result = store();
  const auto lines = compare(result, {"reference"}, "reference", {{"employed", "AM01", "", "2026-01", "2026-12"}});
  EXPECT_THAT(to_text(result, lines, Tongue::English), HasSubstr("nothing differs in these lines"));
}

}  // namespace
}  // namespace polder
