// What the answer depends on, of a design made by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/made_result.h"

namespace polder::report {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Twenty futures over one assumption or lever: in future i, help brings 10 i - 35 and other 20.
Store twenty_futures(MadeResult& made, const std::string& kind = "latin_hypercube",
                     const std::string& key = "parameters.search.effort") {
  std::string points;
  std::vector<std::string> names{"reference"};
  for (int i = 0; i < 20; ++i) {
    points += fmt::format("    - {{name: \"{}\", at: [{}]}}\n", i + 1, (i + .5) / 20);
    for (const char* name : {"reference", "help", "other"}) names.push_back(fmt::format("{}@{}", name, i + 1));
  }
  for (const std::string& name : names) made.scenario(name);
  made.header.title_en = "Twenty futures";
  made.header.titles = {{"help", {"hulp", "aid"}}};
  made.study.resolved += fmt::format(
      "design:\n  kind: {}\n  size: 20\n  axes:\n    - {{key: {}, from: 0, to: 1}}\n  points:\n{}", kind, key, points);
  Store store = made.store();
  for (std::size_t name = 1; name < names.size(); ++name) {
    const auto future = static_cast<double>((name - 1) / 3);
    const double more = (name - 1) % 3 == 0 ? 0 : (name - 1) % 3 == 1 ? 10 * future - 35 : 20;
    made.add(store, names[name], {more, more});
  }
  return store;
}

struct Answered : ::testing::Test {
  Answered() {
    made.study.resolved +=
        "parameters:\n  search.effort: {value: 0.25, unit: share, range: [0, 1], status: assumed, source: \"a "
        "guess\"}\n";
    made.scenario("reference");
    made.scenario("help", {"crisis.help: 100 %"});
  }
  Report report(const Store& design, Tongue tongue, const std::map<std::string, std::string>& labels = {}) {
    Store store = made.store();
    made.add(store, "reference", {0, 0, 0, 0, 0, 0});
    made.add(store, "help", {100, 101, 99, 100, 102, 98});
    return make_report(store, tongue, labels, &design);
  }
  std::string code_of(const Store& design) {
    try {
      report(design, Tongue::English);
    } catch (const InputError& wrong) {
      return wrong.problems().front().code;
    }
    return {};
  }
  MadeResult made, futures;
};

TEST_F(Answered, TellsWhichAssumptionWeighsAndWhichScenarioIsBest) {
  const Report said = report(twenty_futures(futures), Tongue::English, {{"search.effort", "how hard people search"}});
  const Section* section = section_called(said, "sensitivity");
  ASSERT_NE(section, nullptr);
  ASSERT_EQ(section->blocks.size(), 3u);
  EXPECT_THAT(
      std::get<Paragraph>(section->blocks[0]).text,
      HasSubstr(
          "of the study ‘Twenty futures’, finds out what other assumptions change: 1 assumptions in 20 combinations, "
          "each within the range that the sources allow, with one resident in 10 and at most 2 runs"));
  const auto& weights = std::get<Figure>(section->blocks[1]);
  EXPECT_TRUE(
      weights.summary.starts_with("‘how hard people search’ (1.00, ‘aid’) weighs most. For 1 of the 1 assumptions that "
                                  "is more than chance. The bar "))
      << weights.summary;
  ASSERT_EQ(std::get<Bars>(weights.chart).bars.size(), 1u);
  EXPECT_DOUBLE_EQ(std::get<Bars>(weights.chart).bars[0].value, 1);
  EXPECT_THAT(weights.table.rows[0], ElementsAre("how hard people search", "aid", ::testing::_, HasSubstr("0"),
                                                 "assumed", "1.00", "1.00 to 1.00"));
  const auto& best = std::get<Figure>(section->blocks[2]);
  EXPECT_EQ(
      best.summary,
      "‘aid’ is best in 14 of 20 futures. So the choice mostly stays the same, but not under all assumptions. With "
      "at most 2 runs per future, chance has a say in that too.");
  EXPECT_THAT(best.table.rows, ElementsAre(ElementsAre("aid", "14", "70 %"), ElementsAre("other", "6", "30 %"),
                                           ElementsAre("baseline", "0", "0 %")));
}

TEST_F(Answered, WeighsByWhatTheDesignMeasures) {
  const Report said = report(twenty_futures(futures, "morris"), Tongue::Dutch);
  const auto& weights = std::get<Figure>(section_called(said, "sensitivity")->blocks[1]);
  // Trajectories of two points: help rises by 10 over a twentieth of the range.
  EXPECT_THAT(weights.summary, HasSubstr("Het zwaarst weegt ‘search.effort’ (200 personen, ‘hulp’)."));
  EXPECT_EQ(section_called(said, "sensitivity")->blocks.size(), 2u) << "points of a trajectory are no futures";
}

TEST_F(Answered, LeavesTheSectionOutWithoutASecondResult) {
  Store store = made.store();
  made.add(store, "reference", {0, 0});
  made.add(store, "help", {1, 2});
  EXPECT_EQ(section_called(make_report(store, Tongue::Dutch), "sensitivity"), nullptr);
}

TEST_F(Answered, RefusesASecondResultOverLevers) {
  EXPECT_EQ(code_of(twenty_futures(futures, "latin_hypercube", "crisis.help")), "E375") << "a lever is no assumption";
}

TEST_F(Answered, RefusesASecondResultOfOtherMonths) {
  futures.header.from = futures.study.from = Month::of(2031, 1);
  futures.header.to = futures.study.to = Month::of(2031, 12);
  EXPECT_EQ(code_of(twenty_futures(futures)), "E375");
}

TEST_F(Answered, RefusesASecondResultThatVariesNothing) {
  futures.scenario("reference");
  futures.scenario("help");
  Store store = futures.store();
  futures.add(store, "reference", {0, 0});
  EXPECT_EQ(code_of(store), "E358");
}

}  // namespace
}  // namespace polder::report
