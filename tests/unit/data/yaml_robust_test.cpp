// Every beginning of a good file, and every single byte changed, gives a tree or problems: never a crash or a hang.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "data/yaml.h"

namespace polder::data {
namespace {

constexpr std::string_view sample = R"yaml(# What may a college do about one closure?
polder: 1
country: netherlands
reference: no_response
run: {start: 2026-01, months: 120, replicates: 20}
defaults: &pay {payer_shares: {national: 50 %, province: 30 %, employers: 20 %}}
scenarios:
  no_response:
    label: {nl: 'Geen reactie; ''t blijft zo', en: "No response\t(\u00e9\x41)"}
    events:
      - firm_closes: {region: Groningen, sector: C, jobs: 4200,
                      announced: 2026-03}
      - &again
        task: retraining
  agenda:
    from: no_response
    levers: *pay
    note: |
      Súdwest-Fryslân pays
      nothing.
    text: >-
      folded
    empty:
    "quoted key" : ~
    ? asked
    : [a, [b, {c: d}], *again]
)yaml";

unsigned count_lines(std::string_view text) {
  return static_cast<unsigned>(std::count(text.begin(), text.end(), '\n')) + 1;
}

void check_node(const Node& node, unsigned lines, int depth) {
  EXPECT_LE(depth, 33);
  EXPECT_GE(node.line, 1u);
  EXPECT_LE(node.line, lines + 1);
  EXPECT_GE(node.column, 1u);
  EXPECT_TRUE(node.kind == Node::Kind::List || node.items.empty());
  EXPECT_TRUE(node.kind == Node::Kind::Map || node.entries.empty());
  EXPECT_NE(to_text(problem_at(node, "E103", "wrong")), "");
  for (const Node& item : node.items) check_node(item, lines, depth + 1);
  for (const Node::Entry& entry : node.entries) {
    EXPECT_EQ(entry.value.path.substr(entry.value.path.size() - entry.key.size()), entry.key);
    check_node(entry.value, lines, depth + 1);
  }
}

/// Number of problems of a text, after checking everything that every answer promises.
std::size_t check(const std::string& text) {
  Problems problems;
  const Node root = parse_yaml("a.yaml", text, problems);
  const unsigned lines = count_lines(text);
  check_node(root, lines, 0);
  for (const Problem& problem : problems.all()) {
    EXPECT_TRUE(problem.code == "E100" || problem.code == "E102" || problem.code == "E110") << problem.code;
    EXPECT_NE(problem.message, "");
    EXPECT_LE(problem.line, lines + 1);
    EXPECT_GE(problem.width, 1u);
    if (!problem.source_line.empty()) {
      EXPECT_LE(problem.column + problem.width, problem.source_line.size() + 3);
    }
  }
  EXPECT_EQ(to_text(problems.all()).empty(), problems.all().empty());
  return problems.all().size();
}

TEST(YamlRobustness, TheSampleItselfIsGood) { EXPECT_EQ(check(std::string(sample)), 0u); }

TEST(YamlRobustness, EveryBeginningGivesATreeOrProblems) {
  for (std::size_t length = 0; length <= sample.size(); ++length) {
    SCOPED_TRACE(length);
    check(std::string(sample.substr(0, length)));
    if (HasFailure()) return;
  }
}

TEST(YamlRobustness, EveryFlippedBitGivesATreeOrProblems) {
  std::size_t with_problems = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      SCOPED_TRACE(testing::Message() << "byte " << i << " bit " << bit);
      std::string text(sample);
      text[i] = static_cast<char>(text[i] ^ (1 << bit));
      with_problems += check(text) > 0 ? 1 : 0;
      if (HasFailure()) return;
    }
  }
  EXPECT_GT(with_problems, sample.size());  // the eighth bit alone spoils nearly every byte's UTF-8
}

TEST(YamlRobustness, EveryByteReplacedBySyntaxGivesATreeOrProblems) {
  for (std::size_t i = 0; i < sample.size(); ++i) {
    for (const char c : std::string_view("\n \t'\"[]{},:-?&*!|>%@`#~\\<", 26)) {
      SCOPED_TRACE(testing::Message() << "byte " << i << " is " << c);
      std::string text(sample);
      text[i] = c;
      check(text);
      if (HasFailure()) return;
    }
    check(std::string(sample).erase(i, 1));
  }
}

}  // namespace
}  // namespace polder::data
