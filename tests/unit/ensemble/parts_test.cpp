// A design in parts gives what its scenarios give by themselves.
#include "ensemble/parts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "scenario/study.h"

namespace polder {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

Study study_with(const std::string& more) {
  const fs::path folder = fs::temp_directory_path() / ("polder-parts-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  for (const char* name : {"countries", "parameters"})
    if (!fs::exists(folder / name))
      fs::create_directory_symlink(fs::path(POLDER_ROOT) / "scenarios" / name, folder / name);
  std::ofstream(folder / "study.yaml", std::ios::binary) << "schema: polder/study/1\n"
                                                            "title: Trial\n"
                                                            "world: toy\n"
                                                            "sample: 1:20\n"
                                                            "period: {from: 2026-01, to: 2026-06, warm_up: 2 months}\n"
                                                            "scenarios:\n"
                                                            "  reference: {}\n"
                                                            "  care: {levers: {budget.guidance: 150 %}}\n"
                                                         << more;
  Study study = load_study(folder / "study.yaml");
  fs::remove_all(folder);
  study.country_folder = POLDER_ROOT "/scenarios/countries/toy";  // what is read again for every part
  return study;
}

const char* const grid =
    "vary: {parameters.care.effect: [0.1, 0.4], caseload.triage: [equal, farthest]}\n"
    "design: grid\n";

using Hashes = std::map<std::pair<std::string, std::uint32_t>, std::vector<std::uint64_t>>;

Hashes results_of(const Study& study, RunPlan plan) {
  Hashes found;
  EnsembleHooks hooks;
  hooks.finished = [&](RunResult&& result) {
    EXPECT_EQ(result.failure, "");
    const bool is_new =
        found.emplace(std::pair(result.scenario, result.run.replicate), result.observations.month_hashes).second;
    EXPECT_TRUE(is_new) << result.scenario;
  };
  EXPECT_TRUE(run_design(study, prepare(first_part(study)), plan, hooks));
  return found;
}

RunPlan two(unsigned threads) {
  RunPlan plan;
  plan.replicates = 2;
  plan.threads = threads;
  return plan;
}

TEST(PartsOf, TakeScenariosOfEqualParametersTogether) {
  const Study study = study_with(grid);
  EXPECT_THAT(parts_of(study), ElementsAre(ElementsAre(0), ElementsAre(1, 2, 3), ElementsAre(4, 5, 6)));
  const Study part = study_of(study, parts_of(study)[2]);
  EXPECT_EQ(part.parameters.care.effect, .4);
  EXPECT_EQ(part.scenarios[0].name, "reference@effect=0.4");
}

TEST(PartsOf, HoldAtMostSixtyFour) {
  const Study study =
      study_with("vary: {budget.guidance: {from: 0, to: 90 M EUR per year}}\ndesign: {latin_hypercube: 100}\n");
  const auto parts = parts_of(study);
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0].size(), 64u);
  EXPECT_EQ(parts[1].back(), 100u);
}

TEST(PartsOf, AStudyWithoutADesignAreOne) { EXPECT_EQ(parts_of(study_with("")).size(), 1u); }

TEST(RunDesign, GivesTheSameWithAnyNumberOfThreads) {
  const Study study = study_with(grid);
  const Hashes one = results_of(study, two(1));
  EXPECT_EQ(one.size(), 14u);
  EXPECT_EQ(results_of(study, two(3)), one);
}

TEST(RunDesign, APointIsTheStudyWithItsParameters) {
  const Hashes all = results_of(study_with(grid), two(2));
  const Study by_hand = study_with(
      "  far: {levers: {budget.guidance: 150 %, caseload.triage: farthest}}\n"
      "parameters: {care.effect: 0.4}\n");
  EnsembleHooks hooks;
  Hashes found;
  hooks.finished = [&](RunResult&& result) {
    found[{result.scenario, result.run.replicate}] = result.observations.month_hashes;
  };
  EXPECT_TRUE(run_ensemble(by_hand, prepare(by_hand), two(2), hooks));
  EXPECT_EQ(all.at({"care@effect=0.4@triage=farthest", 1}), found.at({"far", 1}));
  EXPECT_EQ(all.at({"reference@effect=0.4", 0}), found.at({"reference", 0}));
  EXPECT_EQ(all.at({"care@effect=0.4@triage=equal", 0}), found.at({"care", 0}));
  EXPECT_NE(all.at({"reference@effect=0.4", 0}), all.at({"reference", 0}));
}

TEST(RunDesign, DoesOnlyWhatIsMissingOfWhatIsChosen) {
  const Study study = study_with(grid);
  RunPlan plan = two(2);
  plan.scenarios = {ScenarioIndex{2}, ScenarioIndex{5}};
  plan.stored = {{study.scenarios[2].name, 0}, {study.scenarios[5].name, 1}};
  Progress last;
  EnsembleHooks hooks;
  std::vector<std::string> done;
  hooks.progress = [&](const Progress& progress) { last = progress; };
  hooks.finished = [&](RunResult&& result) { done.push_back(result.scenario + std::to_string(result.run.replicate)); };
  EXPECT_TRUE(run_design(study, prepare(first_part(study)), plan, hooks));
  EXPECT_THAT(done, testing::UnorderedElementsAre(study.scenarios[2].name + "1", study.scenarios[5].name + "0"));
  EXPECT_EQ(last.runs_total, 2u);
  EXPECT_EQ(last.runs_done, 2u);
}

TEST(RunDesign, RunsOfAWorldThatCannotBeMadeFail) {
  Study study = study_with(grid);
  const Experiment first = prepare(first_part(study));
  study.placed = {PlacedFirm{"plant", "GM9009", "B-E", 1e6, {}}};  // more than the sector has
  EnsembleHooks hooks;
  std::vector<std::string> failures;
  hooks.finished = [&](RunResult&& result) { failures.push_back(result.failure); };
  EXPECT_TRUE(run_design(study, first, two(2), hooks));
  ASSERT_EQ(failures.size(), 14u);
  for (const std::string& failure : failures) EXPECT_THAT(failure, testing::HasSubstr("replay: polder run STUDY"));
}

TEST(OneWorld, TakesNoScenarioOfAnother) {
  const Study study = study_with(grid);
  EXPECT_THROW(run_ensemble(study, prepare(study), two(1), {}), BrokenInvariant);
}

TEST(RunDesign, StopsWhenAsked) {
  std::size_t finished = 0;
  EnsembleHooks hooks;
  hooks.finished = [&](RunResult&&) { ++finished; };
  hooks.stop = [&] { return finished >= 3; };
  const Study study = study_with(grid);
  EXPECT_FALSE(run_design(study, prepare(first_part(study)), two(1), hooks));
  EXPECT_LT(finished, 14u);
}

}  // namespace
}  // namespace polder
