#include "data/yaml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace polder::data {
namespace {

using testing::HasSubstr;

Node parse(std::string_view text) {
  Problems problems;
  Node root = parse_yaml("a.yaml", text, problems);
  EXPECT_FALSE(problems.any()) << to_text(problems.all());
  return root;
}

TEST(ParseYaml, KeepsKindsTextsPathsAndPlaces) {
  const Node root =
      parse("# a study\nscenarios:\n  agenda:\n    - {region: GM0014, chance: 0363}\n    - \"x\"\nend:\n");
  EXPECT_EQ(root.kind, Node::Kind::Map);
  EXPECT_EQ(root.path, "");
  ASSERT_EQ(root.entries.size(), 2u);
  EXPECT_EQ(root.entries[0].key, "scenarios");
  EXPECT_EQ(root.entries[0].line, 2u);
  EXPECT_EQ(root.entries[0].column, 1u);
  const Node* agenda = root.find("scenarios")->find("agenda");
  ASSERT_NE(agenda, nullptr);
  EXPECT_EQ(agenda->kind, Node::Kind::List);
  EXPECT_EQ(agenda->path, "scenarios.agenda");
  const Node* chance = agenda->items.at(0).find("chance");
  EXPECT_EQ(chance->text, "0363");  // as written: no octal number
  EXPECT_EQ(chance->path, "scenarios.agenda[0].chance");
  EXPECT_EQ(chance->line, 4u);
  EXPECT_EQ(chance->column, 32u);
  EXPECT_FALSE(chance->quoted);
  EXPECT_EQ(agenda->items.at(1).text, "x");
  EXPECT_TRUE(agenda->items.at(1).quoted);
  EXPECT_EQ(agenda->items.at(1).path, "scenarios.agenda[1]");
  EXPECT_EQ(root.find("nothing"), nullptr);
}

TEST(ParseYaml, PlacesAnEmptyValueAtItsKey) {
  const Node root = parse("a: 1\nempty:\nb: ~\n");
  EXPECT_EQ(root.find("empty")->kind, Node::Kind::Null);
  EXPECT_EQ(root.find("empty")->line, 2u);
  EXPECT_EQ(root.find("b")->kind, Node::Kind::Null);
  const Problem problem = problem_at(*root.find("empty"), "E103", "a value is expected");
  EXPECT_EQ(problem.source_line, "empty:");
  EXPECT_EQ(problem.width, 5u);
}

TEST(ParseYaml, TakesByteOrderMarkAndWindowsLineEnds) {
  const Node root = parse(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: 2\r\n");
  EXPECT_EQ(root.find("a")->column, 4u);
  EXPECT_EQ(root.find("b")->text, "2");
  EXPECT_EQ(problem_at(*root.find("b"), "E103", "wrong").source_line, "b: 2");
}

TEST(ParseYaml, GivesNullForAnEmptyDocument) {
  for (const char* text : {"", "# nothing\n", "\n\n", "---\n...\n"}) EXPECT_EQ(parse(text).kind, Node::Kind::Null);
}

TEST(ParseYaml, RepeatsWhatAnAliasNamesUnderItsOwnPath) {
  const Node root = parse("a: &pay {share: [1, 2]}\nb: *pay\n");
  const Node* share = root.find("b")->find("share");
  ASSERT_NE(share, nullptr);
  EXPECT_EQ(share->path, "b.share");
  EXPECT_EQ(share->items.at(1).path, "b.share[1]");
  EXPECT_EQ(share->items.at(1).text, "2");
  EXPECT_EQ(share->line, 1u);
}

TEST(ParseYaml, CountsColumnsInCharacters) {
  const Node root = parse("{é: 1, Súdwest: \"ü\", x: 3}\n");
  EXPECT_EQ(root.entries[1].column, 8u);
  EXPECT_EQ(root.find("Súdwest")->column, 17u);
  EXPECT_EQ(root.find("x")->column, 25u);
  const Problem problem = problem_at(*root.find("Súdwest"), "E103", "wrong");
  EXPECT_EQ(problem.width, 3u);  // with its quotes
}

TEST(ProblemAt, PointsAtAValueOrItsKey) {
  const Node root = parse("retrain:\n    bugdet: 12 M EUR\n    shares: {a: 1}\n    'q r': |\n      long\n");
  const Node& retrain = *root.find("retrain");
  EXPECT_EQ(to_text(problem_at(retrain, retrain.entries[0], "E101", "unknown key", "did you mean 'budget'?")),
            "error[E101]: unknown key\n"
            "  --> a.yaml:2:5\n"
            "    |\n"
            "  2 |     bugdet: 12 M EUR\n"
            "    |     ^^^^^^\n"
            "    = help: did you mean 'budget'?\n");
  EXPECT_EQ(problem_at(*retrain.find("bugdet"), "E103", "wrong").width, 8u);
  EXPECT_EQ(problem_at(*retrain.find("shares"), "E120", "wrong").width, 1u);
  EXPECT_EQ(problem_at(*retrain.find("shares"), "E120", "wrong").column, 13u);
  EXPECT_EQ(problem_at(retrain, retrain.entries[2], "E101", "wrong").width, 5u);
  EXPECT_EQ(problem_at(*retrain.find("q r"), "E103", "wrong").width, 1u);  // not beyond the end of the line
}

TEST(ProblemAt, WorksForANodeThatIsNotFromAFile) {
  Node node;
  node.file = "--set";
  EXPECT_EQ(problem_at(node, "E103", "wrong").file, "--set");
  EXPECT_EQ(problem_at(node, Node::Entry{"key", 0, 0, {}}, "E101", "wrong").source_line, "");
}

TEST(ProblemAt, QuotesNoEndlessLine) {
  const Node root = parse("a: [" + std::string(500, '1') + ", b]\n");
  const Problem problem = problem_at(root.find("a")->items.at(1), "E103", "wrong");
  EXPECT_EQ(problem.column, 507u);
  EXPECT_EQ(problem.source_line, "");
}

class ReadYaml : public testing::Test {
 protected:
  std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "polder_read_yaml";
  void SetUp() override { std::filesystem::create_directories(folder); }
  void TearDown() override { std::filesystem::remove_all(folder); }
  Problem only_problem(const std::filesystem::path& path) {
    Problems problems;
    read_yaml(path, problems);
    EXPECT_EQ(problems.all().size(), 1u) << to_text(problems.all());
    return problems.all().empty() ? Problem{} : problems.all()[0];
  }
};

TEST_F(ReadYaml, ReadsAFileUnderTheNameThatTheUserGave) {
  std::ofstream(folder / "a.yaml") << "a: 1\n";
  Problems problems;
  const Node root = read_yaml(folder / "a.yaml", problems);
  EXPECT_FALSE(problems.any());
  EXPECT_EQ(root.find("a")->text, "1");
  EXPECT_EQ(root.find("a")->file, (folder / "a.yaml").string());
}

TEST_F(ReadYaml, ReportsAFileThatIsNotThereOrNotReadable) {
  EXPECT_EQ(only_problem(folder / "none.yaml").code, "E200");
  EXPECT_THAT(only_problem(folder / "none.yaml").message, HasSubstr("no such file"));
  EXPECT_EQ(only_problem(folder).code, "E200");
  EXPECT_THAT(only_problem(folder).message, HasSubstr("folder"));
}

TEST_F(ReadYaml, RefusesAFileAboveFourMegabytes) {
  std::ofstream(folder / "large.yaml") << std::string(4 * 1024 * 1024 + 1, '#');
  const Problem problem = only_problem(folder / "large.yaml");
  EXPECT_EQ(problem.code, "E102");
  EXPECT_EQ(problem.message, "the file is larger than 4 MB");
}

}  // namespace
}  // namespace polder::data
