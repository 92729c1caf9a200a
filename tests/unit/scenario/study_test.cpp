#include "scenario/study.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "data/yaml.h"
#include "world/assumptions.h"

namespace polder {
namespace {

namespace fs = std::filesystem;

const fs::path scenarios = fs::path(POLDER_ROOT) / "scenarios";
const fs::path closure = scenarios / "studies" / "closure" / "study.yaml";
const fs::path toy = scenarios / "studies" / "toy-closure" / "study.yaml";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const Scenario& scenario(const Study& study, const std::string& name) {
  return *std::find_if(study.scenarios.begin(), study.scenarios.end(), [&](auto& each) { return each.name == name; });
}

std::vector<Problem> problems_of(const fs::path& file, const StudyOptions& options) {
  try {
    load_study(file, options);
  } catch (const InputError& error) {
    return error.problems();
  }
  return {};
}

StudyOptions with(std::vector<std::string> set) {
  StudyOptions options;
  options.set = std::move(set);
  return options;
}

TEST(ClosureStudy, SaysWhatTheQuestionNeeds) {
  const Study study = load_study(closure);
  EXPECT_EQ(study.name, "closure");
  EXPECT_EQ(study.country, "netherlands");
  EXPECT_EQ(study.weight, 10u);
  EXPECT_EQ(study.scope->region, "AM05");
  EXPECT_EQ(study.scope->ring, 0.95);
  EXPECT_EQ(study.from, Month::of(2026, 1));
  EXPECT_EQ(study.to, Month::of(2033, 12));
  EXPECT_EQ(study.warm_up, 36);
  ASSERT_EQ(study.placed.size(), 1u);
  EXPECT_EQ(study.placed[0].municipality, "GM0153");
  EXPECT_EQ(study.placed[0].sector, "B-E");  // C is a member
  EXPECT_EQ(study.placed[0].jobs, 1500);
  EXPECT_EQ(study.replicates, 20u);
  EXPECT_TRUE(study.warnings.empty());
  std::vector<std::string> names;
  for (const auto& each : study.scenarios) names.push_back(each.name);
  EXPECT_EQ(names, (std::vector<std::string>{"reference", "no_response", "early_help", "late_help", "local", "network",
                                             "joint", "province", "national"}));
}

TEST(Texts, StandInBothLanguagesOrInOneForBoth) {
  const Study study = load_study(closure);
  EXPECT_EQ(study.question.nl, "Wie treft de sluiting van een grote fabriek, en wat veranderen vroege en late hulp?");
  EXPECT_EQ(study.question.en, "Whom does the closure of a large plant hit, and what do early and late help change?");
  EXPECT_EQ(scenario(study, "early_help").title.nl, "vroege hulp");
  EXPECT_EQ(scenario(study, "early_help").title.en, "early help");
  EXPECT_NE(study.resolved.find("  early_help:\n    title: {nl: \"vroege hulp\", en: \"early help\"}\n    events:"),
            std::string::npos);
  const Study other = load_study(
      closure, with({"question=Why?", "scenarios.early_help.title=Help", "scenarios.late_help.title={en: Later}"}));
  EXPECT_EQ(other.question.nl, "Why?");
  EXPECT_EQ(other.question.en, "Why?");
  EXPECT_NE(other.resolved.find("\nquestion: \"Why?\"\n"), std::string::npos) << "as it was written before";
  EXPECT_EQ(scenario(other, "early_help").title.nl, "Help");
}

TEST(Texts, AreNotInherited) {
  const Study study = load_study(scenarios / "studies" / "retraining" / "study.yaml",
                                 with({"scenarios.more={base: places}", "scenarios.dutch={title: {nl: Meer}}"}));
  EXPECT_TRUE(scenario(study, "more").title.nl.empty()) << "what builds on a scenario is another one";
  EXPECT_EQ(scenario(study, "dutch").title.en, "Meer") << "the other language";
  const auto wrong = problems_of(closure, with({"scenarios.late_help.title={fr: Aide}"}));
  ASSERT_EQ(wrong.size(), 1u);
  EXPECT_EQ(wrong[0].code, "E101");
}

TEST(ClosureStudy, InheritsTheClosureAndTimesTheHelp) {
  const Study study = load_study(closure);
  EXPECT_TRUE(scenario(study, "reference").events.empty());
  for (const char* name : {"no_response", "early_help", "late_help"}) {
    ASSERT_EQ(scenario(study, name).events.size(), 1u);
    const auto& event = std::get<FirmCloses>(scenario(study, name).events[0]);
    EXPECT_EQ(event.firm, "fabriek");
    EXPECT_EQ(event.announced, Month::of(2026, 1));
    EXPECT_EQ(event.at, Month::of(2026, 7));
  }
  const auto& early = scenario(study, "early_help").levers.at(0);
  EXPECT_EQ(early.to, Month::of(2026, 7) + 5);  // six months from the closure on
  const auto& late = scenario(study, "late_help").levers.at(0);
  EXPECT_EQ(late.from, Month::of(2026, 7) + 4);
  EXPECT_EQ(*late.to - *late.from + 1, 6);
  EXPECT_EQ(late.value, 1);
}

TEST(LoadStudy, KeepsTheBytesOfAllItReads) {
  const Study study = load_study(toy);
  ASSERT_FALSE(study.files.empty());
  EXPECT_EQ(study.files[0].name, "studies/toy-closure/study.yaml");
  std::vector<std::string> names;
  for (const auto& file : study.files) {
    names.push_back(file.name);
    EXPECT_EQ(file.bytes, read(scenarios / file.name)) << file.name;
  }
  EXPECT_NE(std::find(names.begin(), names.end(), "parameters/labour.yaml"), names.end());
  EXPECT_NE(std::find(names.begin(), names.end(), "countries/toy/municipalities.csv"), names.end());
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
}

TEST(LoadStudy, WritesOutEveryParameterWithItsSource) {
  const Study study = load_study(toy);
  data::Problems problems;
  const data::Node resolved = data::parse_yaml("resolved.yaml", study.resolved, problems);
  EXPECT_FALSE(problems.any());
  const auto* parameters = resolved.find("parameters");
  ASSERT_NE(parameters, nullptr);
  EXPECT_EQ(parameters->entries.size(), parameter_declarations().size() + world_assumptions().size());
  for (const auto& value : study.parameter_values)
    EXPECT_EQ(parameters->find(value.key)->find("source")->text, value.source);
  EXPECT_EQ(resolved.find("seed")->text, "1");  // a default
  EXPECT_EQ(resolved.find("kernel")->text, "observed");
}

TEST(LoadStudy, IsTheSameWhereverItIsStarted) {
  const fs::path before = fs::current_path();
  const Study here = load_study(toy);
  fs::current_path(scenarios / "studies");
  const Study there = load_study("toy-closure/study.yaml");
  fs::current_path(before);
  EXPECT_EQ(here.resolved, there.resolved);
  ASSERT_EQ(here.files.size(), there.files.size());
  for (std::size_t i = 0; i < here.files.size(); ++i) EXPECT_EQ(here.files[i].name, there.files[i].name);
}

TEST(LoadStudy, ObeysTheFlagsOfTheCommandLine) {
  StudyOptions options = with({"place[0].firm.jobs=900", "parameters.crisis.effect=0.5", "kernel=power"});
  options.sample = "1:100";
  options.replicates = 3;
  options.seed = 7;
  const Study study = load_study(toy, options);
  EXPECT_EQ(study.weight, 100u);
  EXPECT_EQ(study.replicates, 3u);
  EXPECT_EQ(study.seed, 7u);
  EXPECT_EQ(study.placed[0].jobs, 900);
  EXPECT_EQ(study.kernel, Kernel::Power);
  EXPECT_EQ(study.parameters.crisis.effect, 0.5);
  const auto changed = std::count_if(study.parameter_values.begin(), study.parameter_values.end(),
                                     [](const auto& value) { return value.source == "study"; });
  EXPECT_EQ(changed, 1);
}

TEST(LoadStudy, ChecksFlagsLikeTheFile) {
  StudyOptions options = with({"period.to=2026-13"});
  options.sample = "100";
  const auto problems = problems_of(toy, options);
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_EQ(problems[0].code, "E105");
  EXPECT_EQ(problems[0].file, "--sample");
  EXPECT_EQ(problems[1].code, "E106");
  EXPECT_EQ(problems[1].file, "--set");
  EXPECT_EQ(problems[1].source_line, "period.to=2026-13");
}

TEST(LoadStudy, SortsEventsByMonthThenLine) {
  const Study study = load_study(toy, with({"scenarios.no_response.events=[{recession: {from: 2027-01, depth: 3 %}}, "
                                            "{sector_trend: {sector: B-F, rate: -2 % per year, region: Middenland}}, "
                                            "{firm_closes: {firm: fabriek, announced: 2026-03, at: 2026-04}}]"}));
  const auto& events = scenario(study, "no_response").events;
  ASSERT_EQ(events.size(), 3u);
  const auto& trend = std::get<SectorTrend>(events[0]);
  EXPECT_EQ(trend.region, "AM92");
  EXPECT_EQ(trend.rate, -0.02);
  EXPECT_EQ(trend.from, study.from);  // the whole period
  EXPECT_EQ(trend.to, study.to);
  EXPECT_EQ(std::get<FirmCloses>(events[1]).at, Month::of(2026, 4));
  EXPECT_EQ(std::get<Recession>(events[2]).months, 24);
}

TEST(LoadStudy, TakesLeversInShortAndLongForm) {
  const Study study = load_study(
      toy, with({"scenarios.no_response.levers={caseload.triage: farthest, bijstand.norm: 1400 EUR per month, "
                 "budget.guidance: [{value: 150 %, who: AM92}, {value: 2 M EUR per year, who: [Grotedam], "
                 "from: 2027-01}]}"}));
  const auto& levers = scenario(study, "no_response").levers;
  ASSERT_EQ(levers.size(), 4u);
  EXPECT_EQ(levers[0].value, 2);  // number of the choice
  EXPECT_TRUE(levers[0].who.empty());
  EXPECT_EQ(levers[1].value, 1400);
  EXPECT_TRUE(levers[2].relative);
  EXPECT_EQ(levers[2].value, 1.5);
  EXPECT_EQ(levers[2].who, (std::vector<std::string>{"GM9005", "GM9006", "GM9007", "GM9008"}));
  EXPECT_FALSE(levers[3].relative);
  EXPECT_EQ(levers[3].value, 2e6);
  EXPECT_EQ(levers[3].from, Month::of(2027, 1));
}

TEST(LoadStudy, TakesALeverOfPartsAndASetFromTheCommandLine) {
  const std::string levers = "scenarios.no_response.levers.";
  const Study study = load_study(toy, with({levers + "hc_agenda.retrain.budget=1 M EUR per year",
                                            levers + "hc_agenda.payer_shares={municipalities: 60 %, employers: 40 %}",
                                            levers + "hc_agenda.partners=[uwv, municipalities, sector_bodies]",
                                            levers + "sheltered_places=500 places"}));
  std::map<std::string, double> values;
  for (const LeverSetting& setting : scenario(study, "no_response").levers) values[setting.key] = setting.value;
  EXPECT_EQ(values["hc_agenda.payer_shares.municipalities"], .6);
  EXPECT_EQ(values["hc_agenda.payer_shares.employers"], .4);
  EXPECT_EQ(values["hc_agenda.partners"], 1 + 8 + 16);
  EXPECT_EQ(values["sheltered_places"], 500);
  EXPECT_NE(study.resolved.find("{value: [municipalities, sector_bodies, uwv]}"), std::string::npos) << study.resolved;
}

TEST(LoadStudy, TakesPartnersByPeriodAndAsksWhoPaysInEachMonth) {
  const std::string levers = "scenarios.no_response.levers.", shares = levers + "hc_agenda.payer_shares=",
                    budget = levers + "hc_agenda.retrain.budget=1 M EUR per year",
                    partners = levers +
                               "hc_agenda.partners=[{value: uwv, to: 2026-12}, {value: [municipalities, firms], "
                               "from: 2027-01}]";
  const auto wrong = [&](const std::string& who_pays) {
    std::vector<std::string> codes;
    for (const Problem& problem : problems_of(toy, with({budget, partners, who_pays})))
      if (!problem.code.starts_with('W')) codes.push_back(problem.code);
    return codes;
  };
  using Codes = std::vector<std::string>;
  EXPECT_EQ(wrong(shares + "{national: 100 %}"), Codes{});
  EXPECT_EQ(wrong(shares + "[{national: 100 %, to: 2026-12}, {municipalities: 100 %, from: 2027-01}]"), Codes{});
  EXPECT_EQ(wrong(shares + "[{national: 100 %, to: 2026-11}, {municipalities: 100 %, from: 2026-12}]"), Codes{"E330"});
  EXPECT_EQ(wrong(shares + "[{national: 100 %, to: 2026-12}]"), Codes{}) << "from then on municipalities pay all";
  EXPECT_EQ(wrong(shares + "[{national: 100 %, from: 2027-01}]"), Codes{"E330"}) << "until then municipalities pay all";
  EXPECT_EQ(wrong(shares + "{national: 80 %, employers: 20 %}"), Codes{"E330"});
}

TEST(LoadStudy, TakesTheLargestMunicipalityAsTheOneThatAMergerLeaves) {
  const std::string set = "scenarios.no_response.events=[{municipalities_merge: {municipalities: [Veldhoek, GM9001], ";
  const auto merger = [&](const std::string& rest) {
    const Study study = load_study(toy, with({set + rest + "at: 2027-01}}]"}));
    return std::get<GovernmentEvent>(scenario(study, "no_response").events.front());
  };
  EXPECT_EQ(merger("").who, (std::vector<std::string>{"GM9002", "GM9001"}));
  EXPECT_EQ(merger("").into, "GM9001") << "120,000 against 28,000 inhabitants";
  EXPECT_EQ(merger("into: Veldhoek, ").into, "GM9002");
  const Study study = load_study(toy, with({set + "at: 2027-01}}]"}));
  EXPECT_NE(study.resolved.find("municipalities_merge: {municipalities: [GM9002, GM9001], into: GM9001, at: 2027-01}"),
            std::string::npos);
}

TEST(LoadStudy, NamesAStudyThatIsNotThere) {
  const auto problems = problems_of("nowhere/study.yaml", {});
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].code, "E200");
}

/// Damages a study at every `stride`-th character: it must still be read, or refused with a message, and nothing else.
void expect_study_or_input_error(const fs::path& original, std::size_t stride) {
  const std::string text = read(original);
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  const fs::path place = fs::path(testing::TempDir()) / (std::string("polder_") + test->name());
  const fs::path folder = place / "scenarios" / "studies" / "damaged";
  fs::remove_all(place);
  fs::create_directories(folder);
  for (const char* part : {"countries", "parameters"})
    fs::create_directory_symlink(scenarios / part, place / "scenarios" / part);
  std::size_t refused = 0, tried = 0;
  for (std::size_t i = 0; i < text.size(); i += stride, ++tried) {
    std::ofstream(folder / "study.yaml", std::ios::binary) << text.substr(0, i) + text.substr(i + 1);
    try {
      load_study(folder / "study.yaml");
    } catch (const InputError& error) {
      ++refused;
      EXPECT_FALSE(error.problems().empty());
      for (const auto& problem : error.problems()) EXPECT_FALSE(problem.message.empty() || problem.code.empty());
    } catch (const std::exception& error) {
      ADD_FAILURE() << "without character " << i << ": " << error.what();
    }
  }
  fs::remove_all(place);
  EXPECT_GT(refused, tried / 4);
}

TEST(LoadStudy, SurvivesTheLossOfAnyCharacterOfTheToyStudy) { expect_study_or_input_error(toy, 1); }
TEST(LoadStudy, SurvivesTheLossOfCharactersOfTheClosureStudy) { expect_study_or_input_error(closure, 5); }

}  // namespace
}  // namespace polder
