#include "cli/level_matrix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/explain.h"

namespace polder {
namespace {

using testing::HasSubstr;

ComparisonLine of_level(std::string scenario, std::vector<double> ours, std::vector<double> theirs) {
  ComparisonLine line;
  line.scenario = std::move(scenario);
  line.reference = "reference";
  line.question = {"employed", "AM05", "", "2028-01", "2028-12"};
  line.unit = "persons";
  line.name_en = "Employed";
  line.difference = paired_difference(ours, theirs);
  return line;
}

TEST(LevelMatrix, TakesScenariosThatAreNamedAfterATaskAndALevel) {
  EXPECT_EQ(cli::scenarios_by_level({"reference", "schools_joint", "guidance_local", "schools", "guidance_nowhere"}),
            (std::vector<std::string>{"guidance_local", "schools_joint"}));
}

TEST(LevelMatrix, MarksWhatIsSmallerThanNoiseAndWhatIsTheSame) {
  const std::string text = cli::level_matrix({of_level("guidance_local", {100, 200, 300}, {100, 200, 300}),
                                              of_level("guidance_joint", {150, 251, 349}, {100, 200, 300}),
                                              of_level("schools_joint", {150, 150, 300}, {100, 200, 300})},
                                             cli::Language::En);
  EXPECT_THAT(text, HasSubstr("Employed [persons], AM05"));
  EXPECT_THAT(text, HasSubstr("+50 ± 2"));
  EXPECT_THAT(text, HasSubstr("~ ± 124"));
  EXPECT_THAT(text, testing::ContainsRegex("guidance +="));
}

TEST(LevelMatrix, PutsWhatMayBeLuckInBrackets) {
  std::vector<ComparisonLine> lines{of_level("guidance_joint", {150, 251, 349}, {100, 200, 300})};
  lines[0].adjusted = .2;
  EXPECT_THAT(cli::level_matrix(lines, cli::Language::En), HasSubstr("(+50.0 ± 2.5)"));
}

TEST(LevelEffects, StandBesideTheCardsOfTheirTask) {
  const std::vector<ComparisonLine> lines{of_level("guidance_joint", {150, 251, 349}, {100, 200, 300})};
  const cli::LevelEffects effects(lines);
  EXPECT_TRUE(effects.has(Task::Guidance));
  EXPECT_FALSE(effects.has(Task::Schools));
  EXPECT_EQ(effects.at(Task::Guidance, Level::Province), nullptr);
  EXPECT_EQ(effects.cell(Task::Guidance, Level::Province), "");
  StudyOptions options;
  options.sample = "1:20";
  const Study study = load_study(POLDER_ROOT "/scenarios/studies/toy-closure/study.yaml", options);
  const std::string text = cli::explain_levels(study, {}, &effects);
  EXPECT_THAT(text, testing::ContainsRegex("guidance +simulated +\\+50.0 ± 2.5"));
  EXPECT_THAT(text, testing::Not(testing::ContainsRegex("schools +simulated")));
  EXPECT_THAT(text, HasSubstr("Simulated: Employed [persons], AM05"));
  EXPECT_THAT(cli::explain_levels(study, {}), testing::Not(HasSubstr("imulated")));
}

}  // namespace
}  // namespace polder
