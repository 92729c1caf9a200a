#include "scenario/tree.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace polder {
namespace {

namespace fs = std::filesystem;

data::Node parsed(std::string_view text) {
  data::Problems problems;
  data::Node node = data::parse_yaml("study.yaml", text, problems);
  EXPECT_FALSE(problems.any());
  return node;
}

/// The tree after one flag; the flag must be accepted.
data::Node after(std::string_view text, const std::string& flag) {
  data::Node tree = parsed(text);
  data::Problems problems;
  apply_overrides(tree, {parse_set(flag)}, problems);
  EXPECT_FALSE(problems.any()) << flag;
  return tree;
}

std::string wrong(std::string_view text, const std::string& flag) {
  data::Node tree = parsed(text);
  data::Problems problems;
  apply_overrides(tree, {parse_set(flag)}, problems);
  return problems.all().size() == 1 ? problems.all()[0].message : "not one problem";
}

TEST(Set, ReplacesAValue) {
  const auto tree = after("period: {from: 2026-01, to: 2033-12}", "period.to=2030-12");
  EXPECT_EQ(tree.find("period")->find("to")->text, "2030-12");
  EXPECT_EQ(tree.find("period")->find("from")->text, "2026-01");
}

TEST(Set, FindsKeysThatHoldDots) {
  const auto tree =
      after("levers: {crisis.help: {from: 2026-01, intensity: 100 %}}", "levers.crisis.help.intensity=50 %");
  EXPECT_EQ(tree.find("levers")->find("crisis.help")->find("intensity")->text, "50 %");
}

TEST(Set, AddsLeversAndParametersUnderTheirWholeKey) {
  EXPECT_EQ(after("levers: {}", "levers.crisis.help=50 %").find("levers")->find("crisis.help")->text, "50 %");
  const auto tree = after("seed: 1", "parameters.separation.permanent=0.003");
  EXPECT_EQ(tree.find("parameters")->find("separation.permanent")->text, "0.003");
}

TEST(Set, CountsItemsOfListsFromZero) {
  const auto tree = after("place: [{firm: {jobs: 1}}, {firm: {jobs: 2}}]", "place[1].firm.jobs=900");
  EXPECT_EQ(tree.find("place")->items[0].find("firm")->find("jobs")->text, "1");
  EXPECT_EQ(tree.find("place")->items[1].find("firm")->find("jobs")->text, "900");
}

TEST(Set, TakesWholeMapsAndKnowsWhereTheyStand) {
  const auto tree = after("seed: 1", "scope={region: AM05, ring: 95 %}");
  const auto* ring = tree.find("scope")->find("ring");
  EXPECT_EQ(ring->file, "--set");
  EXPECT_EQ(ring->path, "scope.ring");
  EXPECT_EQ(ring->column, std::string("scope={region: AM05, ring: ").size() + 1);
}

TEST(Set, QuotesTheFlagInMessages) {
  data::Node tree = parsed("seed: 1");
  data::Problems problems;
  apply_overrides(tree, {parse_set("seed=2"), parse_set("period.to=2026-13")}, problems);
  const Problem problem = problem_at(*tree.find("period")->find("to"), "E106", "no month");
  EXPECT_EQ(problem.file, "--set");
  EXPECT_EQ(problem.line, 2u);
  EXPECT_EQ(problem.column, 11u);
  EXPECT_EQ(problem.source_line, "period.to=2026-13");
}

TEST(Set, SaysWhyAPathCannotBe) {
  EXPECT_EQ(wrong("place: [1]", "place.firm=2"), "'place.firm' cannot be set: place is a list: write place[0]");
  EXPECT_EQ(wrong("place: [1]", "place[1]=2"), "'place[1]' cannot be set: place has 1 items");
  EXPECT_EQ(wrong("place: [1]", "place[x]=2"), "'place[x]' cannot be set: write [0] for the first item");
  EXPECT_EQ(wrong("seed: 1", "seed[0]=2"), "'seed[0]' cannot be set: seed is not a list");
  EXPECT_EQ(wrong("seed: 1", "a..b=2"), "'a..b' cannot be set: a key is missing between two dots");
  EXPECT_EQ(wrong("seed: 1", "seed"), "expected path=value, found 'seed'");
  EXPECT_EQ(wrong("seed: 1", "=2"), "expected path=value, found '=2'");
}

TEST(ReadTree, MergesMapsAndReplacesTheRest) {
  const fs::path folder = fs::path(testing::TempDir()) / "polder_tree";
  fs::create_directories(folder / "base");
  std::ofstream(folder / "base" / "study.yaml") << "period: {from: 2026-01, to: 2033-12}\nplace: [a, b]\nseed: 1\n";
  std::ofstream(folder / "study.yaml") << "extends: base/study.yaml\nperiod: {to: 2030-12}\nplace: [c]\n";
  data::Problems problems;
  std::vector<Study::InputFile> files;
  const auto tree = read_tree(folder / "study.yaml", {}, files, problems);
  fs::remove_all(folder);
  ASSERT_TRUE(tree);
  EXPECT_FALSE(problems.any());
  EXPECT_EQ(tree->find("period")->find("from")->text, "2026-01");
  EXPECT_EQ(tree->find("period")->find("to")->text, "2030-12");
  EXPECT_EQ(tree->find("place")->items.size(), 1u);
  EXPECT_EQ(tree->find("seed")->text, "1");
  EXPECT_EQ(tree->find("extends"), nullptr);
  EXPECT_EQ(files.size(), 2u);
}

TEST(ReadTree, GivesNothingWithoutAFile) {
  data::Problems problems;
  std::vector<Study::InputFile> files;
  EXPECT_FALSE(read_tree("nowhere/study.yaml", {}, files, problems));
  ASSERT_EQ(problems.all().size(), 1u);
  EXPECT_EQ(problems.all()[0].code, "E200");
}

}  // namespace
}  // namespace polder
