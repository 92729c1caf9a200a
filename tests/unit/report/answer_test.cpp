// What an answer says follows from the intervals, sentence by sentence, of results whose numbers are known.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/report/made_result.h"

namespace polder::report {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const std::vector<double> nothing(6, 0), much{1200, 1250, 1150, 1190, 1210, 1200};
const std::vector<double> lost_in_noise{9000, -3000, 8000, -2000, 7000, -1000};
const std::vector<double> small_gain{100, 101, 99, 100, 102, 98};

TEST(Answers, SayHowMuchHelpChanges) {
  MadeResult made;
  made.scenario("reference");
  made.scenario("help", {"crisis.help: 100 %"});
  Store store = made.store();
  made.add(store, "reference", nothing);
  made.add(store, "help", much);
  EXPECT_EQ(sentences_of(make_report(store, Tongue::English))[0],
            "With ‘help’, the number of people at work in AM01 is 1,200 persons higher than with ‘baseline’ (margin: "
            "1,170 to 1,230; 2026–2027). That is almost certain: so it was in 6 of 6 runs.");
  const Report dutch = make_report(store, Tongue::Dutch);
  ASSERT_EQ(sentences_of(dutch).size(), 3u);
  EXPECT_EQ(
      sentences_of(dutch)[0],
      "Met ‘help’ is het aantal werkenden in AM01 1.200 personen hoger dan met ‘basispad’ (marge: 1.170 tot 1.230; "
      "2026–2027). Dat is vrijwel zeker: zo was het in 6 van 6 doorrekeningen.");
  EXPECT_EQ(dutch.title, "Een kleine studie");
  EXPECT_THAT(notices_of(dutch), Not(Contains(HasSubstr("gelijk"))));
}

TEST(Answers, SayThatAScenarioEqualsItsReference) {
  MadeResult made;
  made.scenario("reference");
  made.scenario("help", {"crisis.help: 100 %"});
  Store store = made.store();
  made.add(store, "reference", nothing);
  made.add(store, "help", nothing);
  const Report english = make_report(store, Tongue::English), dutch = make_report(store, Tongue::Dutch);
  EXPECT_THAT(notices_of(english), Contains("‘help’ equals ‘baseline’ in every run: its settings change nothing."));
  EXPECT_THAT(notices_of(dutch),
              Contains("‘help’ is in elke doorrekening gelijk aan ‘basispad’: de instellingen veranderen niets."));
  EXPECT_THAT(sentences_of(english)[0], HasSubstr("Between ‘help’ and ‘baseline’ there is no visible difference in"));
  EXPECT_THAT(sentences_of(english)[0], HasSubstr("in every run they are the same."));
  EXPECT_EQ(sentences_of(english)[1], "No visible difference in the other key figures.");
}

/// A result of three scenarios beside the reference: `plain`, and two variants that add to it.
struct Variants : MadeResult {
  Variants() {
    scenario("reference");
    scenario("plain", {"crisis.help: 10 %"});
    scenario("small", {"crisis.help: 10 %", "crisis.protocol: on"});
    scenario("noisy", {"crisis.help: 10 %", "info.precision: 90 %"});
  }
  Report report(const std::vector<double>& small, const std::vector<double>& noisy, Tongue tongue = Tongue::English) {
    Store made = store();
    add(made, "reference", nothing);
    add(made, "plain", much);
    std::vector<double> of_small = much, of_noisy = much;
    for (std::size_t i = 0; i < much.size(); ++i) of_small[i] += small[i], of_noisy[i] += noisy[i];
    add(made, "small", of_small);
    add(made, "noisy", of_noisy);
    return make_report(made, tongue);
  }
};

TEST(Answers, PreferAVisibleGainToALargerMeanThatIsLostInNoise) {
  const std::string said = sentences_of(Variants().report(small_gain, lost_in_noise))[1];
  EXPECT_TRUE(
      said.starts_with("Of the 2 variants of ‘plain’, ‘small’ does most. With ‘small’, the number of people at "
                       "work in AM01 is 100 persons higher than with ‘plain’"))
      << said;
  MadeResult made;
  for (const char* name : {"reference", "small", "noisy"}) made.scenario(name);
  Store store = made.store();
  made.add(store, "reference", nothing);
  made.add(store, "small", small_gain);
  made.add(store, "noisy", lost_in_noise);
  Reading reading(store);
  const Context context = context_of(reading, Tongue::English, {});
  ASSERT_EQ(context.main.measure.key, "employed");
  EXPECT_EQ(best_of(context, {"small", "noisy"}, "reference"), "small");
  EXPECT_EQ(best_of(context, {"noisy", "small"}, "reference"), "small");
  EXPECT_EQ(best_of(context, {"noisy"}, "reference"), "noisy");
}

TEST(Answers, SayThatNoVariantBringsAnythingOnlyWhereNoneDoes) {
  const std::vector<double> harm{-100, -101, -99, -100, -102, -98}, more_harm{-300, -301, -299, -300, -302, -298};
  const std::string none =
      "None of the 2 variants of ‘plain’ brings a visible difference; ‘noisy’ comes nearest, with ";
  EXPECT_TRUE(sentences_of(Variants().report(nothing, lost_in_noise))[1].starts_with(none));
  EXPECT_THAT(sentences_of(Variants().report(small_gain, lost_in_noise))[1], Not(HasSubstr("None")));
  const std::string worse = sentences_of(Variants().report(harm, lost_in_noise))[1];
  EXPECT_THAT(worse, HasSubstr("None of the 2 variants of ‘plain’ is visibly better; ‘noisy’ comes nearest"));
  EXPECT_TRUE(worse.ends_with(" Visibly worse: ‘small’.")) << worse;
  EXPECT_THAT(sentences_of(Variants().report(harm, more_harm))[1], HasSubstr("‘small’ does least harm. With ‘small’"));
  EXPECT_THAT(sentences_of(Variants().report(harm, more_harm, Tongue::Dutch))[1],
              HasSubstr("Van de 2 varianten op ‘plain’ pakt ‘small’ het minst slecht uit."));
}

TEST(Answers, WarnOfTheMostStrikingOfMany) {
  MadeResult made;
  made.scenario("reference");
  std::vector<std::string> many;
  for (int i = 0; i < 20; ++i) made.scenario(many.emplace_back(fmt::format("s{}", i)));
  Store store = made.store();
  made.add(store, "reference", nothing);
  // By itself visible at 95 % (t = 3.0 of six), but one in thirty such comes about by luck: not among twenty.
  const std::vector<double> striking{10, 50, 20, 60, 90, 10};
  for (const std::string& name : many)
    made.add(store, name, name == "s7" ? striking : std::vector<double>{30, -30, 20, -20, 25, -26});
  const Report report = make_report(store, Tongue::English);
  EXPECT_TRUE(sentences_of(report)[0].starts_with("With ‘s7’, the number of people at work"));
  EXPECT_TRUE(
      sentences_of(report)[0].ends_with(" But it is the most striking of 20: such a one comes about by chance too."))
      << sentences_of(report)[0];
  EXPECT_THAT(
      notices_of(report, "compared"),
      ElementsAre(HasSubstr("of the 20 scenarios 1 are visibly better than ‘baseline’, 0 visibly worse and 19 not "
                            "visibly different")));
}

TEST(Answers, ShowTheBestAndTheWorstOfManyTheBestFirst) {
  MadeResult made;
  made.scenario("reference");
  for (int i = 0; i < 20; ++i) made.scenario(fmt::format("s{}", i));
  Store store = made.store();
  made.add(store, "reference", nothing);
  for (int i = 0; i < 20; ++i) {
    std::vector<double> more = small_gain;
    for (double& each : more) each += 100. * ((7 * i) % 20) - 1000;  // every multiple of a hundred once
    made.add(store, fmt::format("s{}", i), more);
  }
  Reading reading(store);
  // 7 i mod 20 is 19, 18, ... for i = 17, 14, 11, 8, 5, 2 and 5, 4, ... for 15, 12, 9, 6, 3, 0.
  EXPECT_THAT(context_of(reading, Tongue::English, {}).shown,
              ElementsAre("s17", "s14", "s11", "s8", "s5", "s2", "s15", "s12", "s9", "s6", "s3", "s0"));
}

TEST(Answers, TellOfNoMoneyWithoutAWholeYear) {
  MadeResult made;
  made.country = false;
  made.header.from = made.study.from = Month::of(2026, 2);
  made.header.to = made.study.to = Month::of(2026, 12);
  made.scenario("reference");
  made.scenario("help", {"crisis.help: 100 %"});
  Store store = made.store();
  made.add(store, "reference", nothing);
  made.add(store, "help", much);
  const Report report = make_report(store, Tongue::English);
  EXPECT_EQ(sentences_of(report)[2],
            "This result says nothing about money: that of a region counts by whole calendar year, and there is none.");
  EXPECT_EQ(section_called(report, "money"), nullptr);
  EXPECT_EQ(section_called(report, "trade-offs"), nullptr);
}

/// The third sentence where help costs so much a month, in euro, by payer.
std::string money_where(const std::vector<std::pair<std::string, std::int64_t>>& payers) {
  MadeResult made;
  made.scenario("reference");
  made.scenario("help", {"crisis.help: 100 %"});
  Store store = made.store();
  std::vector<LedgerRow> paid;
  for (const auto& [payer, euro] : payers) paid.push_back({{}, payer, "providers", "crisis_help", euro * 100});
  for (std::uint32_t replicate = 0; replicate < 6; ++replicate) {
    store.add(made.run("reference", replicate, 0));
    store.add(made.run("help", replicate, much[replicate], paid));
  }
  return sentences_of(make_report(store, Tongue::English))[2];
}

TEST(Answers, NameWhoPaysMostOnlyForMoreThanHalf) {
  const std::string most = money_where({{"rijk", 60'000}, {"municipality", 40'000}});
  EXPECT_THAT(most, HasSubstr("what all governments together have left is 1.2 million euro a year lower"));
  EXPECT_TRUE(
      most.ends_with("The measures of ‘help’ cost governments 1.2 million euro a year more on average than "
                     "‘baseline’; most of it comes from Rijk."))
      << most;
  EXPECT_TRUE(
      money_where({{"rijk", 50'000}, {"municipality", 50'000}}).ends_with("; the largest payer is municipalities."));
  EXPECT_TRUE(money_where({{"rijk", 40'000}, {"municipality", 35'000}, {"uwv", 25'000}})
                  .ends_with("; the largest payer is Rijk."));
}

TEST(Answers, TellRunsOfTheScenariosWithTheFewestAndTheMost) {
  MadeResult made;
  for (const char* name : {"reference", "few", "many", "none"}) made.scenario(name);
  Store store = made.store();
  made.add(store, "reference", nothing);
  made.add(store, "few", {5, 6, 7});
  made.add(store, "many", {5, 6, 7, 8, 9});
  const Report report = make_report(store, Tongue::English);
  EXPECT_THAT(report.facts, Contains(::testing::Pair("runs per scenario", "3–5")));
  EXPECT_THAT(report.facts, Contains(::testing::Pair("scenarios", "2"))) << "one has no run";
  EXPECT_THAT(notices_of(report), Contains(HasSubstr("These figures rest on 3–5 runs per scenario")));
}

TEST(Answers, CallScenariosWhatTheStudyCallsThem) {
  MadeResult made;
  for (const char* name : {"reference", "help", "more", "other"}) made.scenario(name);
  made.header.titles = {{"help", {"hulp", "aid"}}, {"more", {"hulp", "much aid"}}, {"reference", {"niets", "nothing"}}};
  Store store = made.store();
  made.add(store, "reference", nothing);
  for (const char* name : {"help", "more", "other"}) made.add(store, name, much);
  Reading reading(store);
  const auto names = [&](Tongue tongue) { return context_of(reading, tongue, {{"other", "Iets anders"}}).names; };
  EXPECT_THAT(names(Tongue::English),
              ElementsAre(::testing::Pair("help", "aid"), ::testing::Pair("more", "much aid"),
                          ::testing::Pair("other", "Iets anders"), ::testing::Pair("reference", "nothing")));
  EXPECT_THAT(names(Tongue::Dutch),
              ElementsAre(::testing::Pair("help", "hulp (help)"), ::testing::Pair("more", "hulp (more)"),
                          ::testing::Pair("other", "Iets anders"), ::testing::Pair("reference", "niets")))
      << "no two the same";
}

}  // namespace
}  // namespace polder::report
