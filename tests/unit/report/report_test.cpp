// Reports of results made by hand, whose numbers are known.
#include "report/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/page.h"
#include "report/reading.h"
#include "support/small_results.h"

namespace polder::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view bare_page =
    "<html lang=\"polder:lang\"><title>polder:title</title><!--polder:body--><script>polder:data</script></html>";

Study study_with_settings() {
  Study study = testing::small_study();
  study.resolved =
      "question: \"What <b>does</b> help do?\"\n"
      "scenarios:\n"
      "  reference: {}\n"
      "  help:\n    levers:\n      crisis.help:\n        - {from: 2026-01, value: 100 %}\n"
      "parameters:\n"
      "  search.effort: {value: 0.25, unit: share, range: [0, 1], status: assumed, source: \"a guess\"}\n";
  return study;
}

class Reports : public ::testing::Test {
 protected:
  Reports() : store_(Store::open_or_create(scratch_ / "result", study_with_settings(), testing::small_header())) {}

  void run(std::uint32_t pairs) {
    for (std::uint32_t replicate = 0; replicate < pairs; ++replicate) {
      store_.add(testing::small_run("reference", replicate));
      store_.add(testing::small_run("help", replicate));
    }
  }

  testing::ScratchFolder scratch_;
  Store store_;
};

std::vector<Figure> figures_of(const Report& report) {
  std::vector<Figure> figures;
  for (const Section& section : report.sections)
    for (const Block& block : section.blocks)
      if (const auto* figure = std::get_if<Figure>(&block)) figures.push_back(*figure);
  return figures;
}

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

TEST_F(Reports, GiveEveryFigureATitleASummaryAndATable) {
  run(3);
  for (const Tongue tongue : {Tongue::Dutch, Tongue::English}) {
    const std::vector<Figure> figures = figures_of(make_report(store_, tongue));
    EXPECT_GE(figures.size(), 5u);
    for (const Figure& figure : figures) {
      EXPECT_FALSE(figure.title.empty() || figure.summary.empty()) << figure.id;
      EXPECT_FALSE(figure.table.rows.empty()) << figure.id;
      for (const auto& row : figure.table.rows) EXPECT_EQ(row.size(), figure.table.heads.size()) << figure.id;
      if (figure.id == "assumptions-status") continue;  // of the model, not of a period
      EXPECT_THAT(figure.title, HasSubstr("202")) << "the period";
    }
  }
}

TEST_F(Reports, EscapeWhatTheyAreToldAndCloseNoScript) {
  run(2);
  const Report report = make_report(store_, Tongue::English, {{"help", "</script><img src=x>"}});
  const std::string html = to_html(report, bare_page, true);
  EXPECT_THAT(html, Not(HasSubstr("<img")));
  EXPECT_THAT(html, Not(HasSubstr("<b>does")));
  EXPECT_THAT(html, HasSubstr("What &lt;b&gt;does&lt;/b&gt; help do?"));
  EXPECT_EQ(count(html, "</script>"), 1u);
}

TEST_F(Reports, HoldTheDataOfEveryChart) {
  run(2);
  const Report report = make_report(store_, Tongue::Dutch);
  const std::string html = to_html(report, bare_page, true);
  const std::size_t begin = html.find("<script>") + 8;
  const auto json = nlohmann::json::parse(html.substr(begin, html.find("</script>") - begin));
  EXPECT_EQ(json["language"], "nl");
  EXPECT_EQ(json["charts"].size(), figures_of(report).size());
  for (const Figure& figure : figures_of(report)) {
    EXPECT_TRUE(json["charts"].contains(figure.id)) << figure.id;
    EXPECT_THAT(html, HasSubstr("id=\"table-" + figure.id + "\""));
    EXPECT_THAT(html, HasSubstr("href=\"#table-" + figure.id + "\""));
  }
}

TEST_F(Reports, SayHowTheResultWasMade) {
  run(2);
  const std::string html = to_html(make_report(store_, Tongue::English), bare_page, false);
  EXPECT_THAT(html, HasSubstr("polder run inputs/studies/small/study.yaml --sample 1:10 --seed 1 --replicates 2"));
  EXPECT_THAT(html, HasSubstr("polder reproduce crate.zip"));
}

/// The lines of the commands of a report.
std::vector<std::string> commands_of(const Report& report) {
  std::vector<std::string> lines;
  for (const Section& section : report.sections)
    for (const Block& block : section.blocks)
      if (const auto* commands = std::get_if<Commands>(&block))
        lines.insert(lines.end(), commands->lines.begin(), commands->lines.end());
  return lines;
}

TEST(Commands, AreTypedAsAShellReadsThem) {
  testing::ScratchFolder scratch;
  Study study = study_with_settings();
  study.overrides = {"scenarios.help.levers.crisis.help=50 %", "replicates=7", "seed=1"};
  Store store = Store::open_or_create(scratch / "result", study, testing::small_header());
  for (const char* scenario : {"reference", "help"}) store.add(testing::small_run(scenario, 0));
  EXPECT_THAT(commands_of(make_report(store, Tongue::Dutch, {{"help", "d'r hulp"}})),
              ::testing::ElementsAre("polder verify . --runs 5", "polder export . --to ro-crate --out crate.zip",
                                     "polder reproduce crate.zip",
                                     "polder run inputs/studies/small/study.yaml --sample 1:10 --seed 1 --replicates 1 "
                                     "--set 'scenarios.help.levers.crisis.help=50 %' --out ../again",
                                     "polder report . --lang nl --name 'help=d'\\''r hulp'"));
}

TEST_F(Reports, FoldLongTablesWhereAScriptCanOpenThem) {
  run(2);
  const Report report = make_report(store_, Tongue::English);
  const std::string charts = to_html(report, bare_page, true), tables = to_html(report, bare_page, false);
  std::size_t many = 0;
  for (const Figure& figure : figures_of(report)) many += figure.table.rows.size() > long_table ? 1 : 0;
  EXPECT_EQ(count(charts, "<details open class=\"long\">"), many);
  EXPECT_EQ(count(tables, "<details open class=\"long\">"), 0u) << "tables stand in place of the figures";
}

TEST_F(Reports, ShowTheAnswerAndCanFoldWhatComesAfter) {
  run(2);
  const Report report = make_report(store_, Tongue::English);
  const std::string html = to_html(report, bare_page, true);
  EXPECT_EQ(count(html, "<details open class=\"part\">"), report.sections.size() - 1);
  EXPECT_LT(html.find("</section>"), html.find("<details open class=\"part\">")) << "the answer is never folded";
  EXPECT_EQ(count(html, "<section"), report.sections.size());
  EXPECT_EQ(count(html, "<details"), count(html, "</details>"));
}

TEST_F(Reports, ReadTheSameTheSecondTime) {
  run(2);
  EXPECT_EQ(to_html(make_report(store_, Tongue::Dutch)), to_html(make_report(store_, Tongue::Dutch)));
  EXPECT_TRUE(to_html(make_report(store_, Tongue::Dutch)).starts_with(report_mark));
}

TEST_F(Reports, RefuseWhatTheyCannotTell) {
  store_.add(testing::small_run("reference", 0));
  const auto code = [&](const std::map<std::string, std::string>& labels) {
    try {
      make_report(store_, Tongue::English, labels);
    } catch (const InputError& wrong) {
      return wrong.problems().front().code;
    }
    return std::string();
  };
  EXPECT_EQ(code({}), "E314") << "nothing is finished beside the reference";
  EXPECT_EQ(code({{"hlep", "x"}}), "E371");
}

TEST(Designs, OfParametersHaveNoReport) {
  testing::ScratchFolder scratch;
  StoreHeader header = testing::small_header();
  Study study = study_with_settings();
  header.scenarios = {"reference", "reference@1", "help@1"};
  study.scenarios.resize(3);
  for (std::size_t i = 0; i < 3; ++i) study.scenarios[i].name = header.scenarios[i];
  const Store store = Store::open_or_create(scratch / "result", study, header);
  try {
    make_report(store, Tongue::English);
    FAIL() << "scenarios of several worlds were compared";
  } catch (const InputError& wrong) {
    EXPECT_EQ(wrong.problems().front().code, "E374");
    EXPECT_THAT(wrong.problems().front().help, HasSubstr("polder sensitivity "));
  }
}

TEST_F(Reports, SumPaymentsOfTheCountryAYear) {
  run(2);
  Reading reading(store_);
  // Of uwv to residents, each month 100 million euro and a cent per run; `help` pays 5 cents more.
  const Payments& paid = reading.payments("reference", 1);
  ASSERT_EQ(paid.size(), 1u);
  EXPECT_DOUBLE_EQ(paid.begin()->second, 12 * (100e6 + .01));
  const Difference more = reading.payment_differences("help", "reference").begin()->second;
  EXPECT_NEAR(more.mean, 12 * .05, 1e-6);
  const auto governments = reading.money_difference("help", "reference", net_of_governments);
  EXPECT_NEAR(governments.mean, -12 * .05, 1e-6) << "uwv pays it";
  EXPECT_EQ(reading.money_difference("help", "reference", cost_of_measures).mean, 0) << "ww is no measure";
}

TEST(CostOfMeasures, IsWhatGovernmentsPayTogether) {
  const Payments payments{{{"rijk", "municipality", "grant"}, 7},
                          {{"municipality", "providers", "guidance"}, 5},
                          {{"firms", "providers", "training"}, 2},
                          {{"firms", "residents", "wages"}, 100},
                          {{"rijk", "residents", "aow"}, 50}};
  EXPECT_EQ(cost_of_measures(payments), 5) << "a grant moves within government";
  EXPECT_EQ(net_of_governments(payments), -55);
}

}  // namespace
}  // namespace polder::report
