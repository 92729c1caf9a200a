// What yaml-cpp takes silently, reads for ever or reports in words of its grammar.
#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "data/yaml.h"

namespace polder::data {
namespace {

using testing::HasSubstr;

struct Trap {
  std::string name, text, code, message, help;
  unsigned line, column;
};

void PrintTo(const Trap& trap, std::ostream* out) { *out << trap.name; }

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

std::string bomb() {
  std::string text = "a: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'k'; ++c) {
    text += fmt::format("{0}: &{0} [{1}]\n", c, repeated(fmt::format("*{},", static_cast<char>(c - 1)), 9));
  }
  return text;
}

std::string levels(std::size_t depth) { return repeated("[", depth) + repeated("]", depth); }

class YamlTrap : public testing::TestWithParam<Trap> {};

TEST_P(YamlTrap, IsReportedOnceWithItsPlaceAndWords) {
  const Trap& trap = GetParam();
  Problems problems;
  parse_yaml("a.yaml", trap.text, problems);
  ASSERT_EQ(problems.all().size(), 1u) << to_text(problems.all());
  const Problem& problem = problems.all()[0];
  EXPECT_EQ(problem.code, trap.code);
  EXPECT_THAT(problem.message, HasSubstr(trap.message));
  EXPECT_THAT(problem.help, HasSubstr(trap.help));
  EXPECT_EQ(problem.line, trap.line);
  EXPECT_EQ(problem.column, trap.column);
  EXPECT_EQ(problem.file, "a.yaml");
}

using namespace std::string_literals;

const Trap traps[] = {
    {"DuplicateKey", "a:\n  b: 1\n  c: 2\n  b: 3\n", "E110", "'b' is given twice in a",
     "first given on line 2; keep one of them", 4, 3},
    {"DuplicateKeyAtTheTop", "b: 1\nb: 1\n", "E110", "'b' is given twice", "first given on line 1", 2, 1},
    {"DuplicateKeyOnceQuoted", "{b: 1, 'b': 2}", "E110", "'b' is given twice", "line 1", 1, 8},
    {"DuplicateKeyInList", "e:\n  - {x: 1}\n  - {x: 1, x: 2}\n", "E110", "'x' is given twice in e[1]", "line 3", 3, 12},
    {"SecondDocument", "a: 1\n---\nb: 2\n", "E102", "second document", "'---'", 2, 1},
    {"SecondDocumentAfterEnd", "a: 1\n...\nb: 2\n", "E100", "does not belong to anything above", "", 3, 1},
    {"MergeKey", "a: &a {x: 1}\nb:\n  <<: *a\n", "E102", "merge key '<<' is not supported in b", "write the keys out",
     3, 3},
    {"AliasInsideItsAnchor", "&a [*a]", "E102", "not complete", "", 1, 5},
    {"AliasInsideItsAnchoredMap", "a: &a\n  b: {c: *a}\n", "E102", "not complete", "", 2, 10},
    {"AliasBomb", bomb(), "E102", "more than 200000 values", "", 6, 8},
    {"AliasOfALongText", "- &a " + std::string(1'000'000, 'x') + "\n" + repeated("- *a\n", 9), "E102",
     "aliases repeat more than 4 MB", "", 5, 3},
    {"AliasTooDeep", fmt::format("a: &a {}\nb: {}*a{}\n", levels(20), repeated("[", 12), repeated("]", 12)), "E102",
     "more than 32 levels", "", 2, 16},
    {"UnknownAlias", "a: *nothing\n", "E100", "no name yet", "quotes", 1, 4},
    {"AliasAsKey", "a: &a [1]\n? *a\n: 2\n", "E102", "a key is expected here", "", 2, 3},
    {"ListAsKey", "? [a]\n: b\n", "E102", "a key must be a word", "key: value", 1, 3},
    {"EmptyKey", ": b\n", "E102", "a key is expected here", "key: value", 1, 1},
    {"Tag", "a: !!int 5\n", "E102", "tags", "leave the tag out", 1, 4},
    {"TagOfAMap", "a: !thing {b: 1}\n", "E102", "tags", "leave the tag out", 1, 4},
    {"TooDeep", levels(33), "E102", "more than 32 levels", "", 1, 33},
    {"MuchTooDeep", repeated("- ", 100'000), "E102", "more than 32 levels", "", 1, 65},
    {"TooManyValues", repeated("- 1\n", 200'001), "E102", "more than 200000 values", "", 200'000, 3},
    {"TooLarge", std::string(4 * 1024 * 1024 + 1, '#'), "E102", "larger than 4 MB", "", 0, 0},
    {"KeysTooLong", "? " + std::string(1001, 'k') + "\n: 1\n", "E102", "longer than 1000", "", 1, 3},
    {"NotUtf8", "a: 1\nb\xC3: \xC3\x28\n", "E102", "byte C3 is not UTF-8", "UTF-8", 2, 2},
    {"Latin1", "naam: Sud-West Frysl\xE2n\n", "E102", "byte E2 is not UTF-8", "UTF-8", 1, 21},
    {"OverlongUtf8", "a: \xC0\xAF\n", "E102", "byte C0 is not UTF-8", "UTF-8", 1, 4},
    {"Surrogate", "a: \xED\xA0\x80\n", "E102", "byte ED is not UTF-8", "UTF-8", 1, 4},
    {"BeyondUnicode", "a: \xF4\x90\x80\x80\n", "E102", "byte F4 is not UTF-8", "UTF-8", 1, 4},
    {"CutUtf8", "a: \xE2\x82", "E102", "byte E2 is not UTF-8", "UTF-8", 1, 4},
    {"Nul", "a: 1\nb: \0 2\n"s, "E102", "control character (byte 00)", "UTF-8", 2, 4},
    {"EndOfFileCharacter",
     "a: 1\n\x04"
     "b: 2\n",
     "E102", "control character (byte 04)", "UTF-8", 2, 1},
    {"Utf16",
     "\xFF\xFE"
     "a\0:\0"s,
     "E102", "byte FF is not UTF-8", "UTF-8", 1, 1},
    {"OpenQuoteSwallowsTheRest", "a: 'x\nb: 2\n", "E100", "this quote is not closed", "closing quote", 1, 4},
    {"OpenDoubleQuote", "a: \"x\\\"\nb: 2", "E100", "this quote is not closed", "closing quote", 1, 4},
    {"OpenQuoteWithAnchor", "a: &x 'b\nc: 1\n", "E100", "this quote is not closed", "closing quote", 1, 4},
    {"OpenQuoteOfAKey", "'a: 1\n", "E100", "this quote is not closed", "closing quote", 1, 1},
    {"Comma", ",", "E100", "does not belong to anything above", "brackets", 1, 1},
    {"TextAfterAList", "- a\nb: 1\n", "E100", "does not belong to anything above", "indentation", 2, 1},
    {"BracketTooMany", "a: [1, 2]]\n", "E100", "closes nothing", "", 1, 10},
    {"OpenList", "a: [1, 2\nb: 3\n", "E100", "'[' is not closed", "add ']'", 2, 2},
    {"OpenMap", "a: {b: 1", "E100", "'{' is not closed", "add '}'", 2, 1},
    {"MissingComma", "a: {b: 1 c: 2}\n", "E100", "'{' is not closed", "comma", 1, 11},
    {"TwoValues", "a: \"x\" y\n", "E100", "does not fit the map", "a key has one value", 1, 8},
    {"TwoColons", "a: x: y\n", "E100", "':' is not expected", "quotes", 1, 5},
    {"Indentation", "a:\n  b: 1\n c: 2\n", "E100", "does not fit the map", "same column", 3, 2},
    {"ItemInMap", "a: 1\n- b\n", "E100", "does not fit the map", "same column", 2, 1},
    {"ItemAfterKey", "a: - b\n", "E100", "'-' is not expected", "same column", 1, 4},
    {"Tab", "a:\n\tb: 1\n", "E100", "a tab is used", "use spaces", 2, 3},
    {"At", "a: @x\n", "E100", "cannot start a value", "quotes", 1, 4},
    {"Escape", "a: \"\\q\"\n", "E100", "unknown escape", "backslash", 1, 7},
};

INSTANTIATE_TEST_SUITE_P(Traps, YamlTrap, testing::ValuesIn(traps),
                         [](const auto& param_info) { return param_info.param.name; });

TEST(YamlTraps, KeepTheFirstOfTwoKeysAndTheRestOfTheFile) {
  Problems problems;
  const Node root = parse_yaml("a.yaml", "a: 1\na: {x: 2}\na: 3\n<<: {y: 1}\nb: 4\n", problems);
  EXPECT_EQ(problems.all().size(), 3u);
  ASSERT_EQ(root.entries.size(), 2u);
  EXPECT_EQ(root.find("a")->text, "1");
  EXPECT_EQ(root.find("b")->text, "4");
}

TEST(YamlTraps, KeepWhatStandsBeforeAMistake) {
  Problems problems;
  const Node root = parse_yaml("a.yaml", "a: 1\nb: {c: [2, 3\n", problems);
  EXPECT_EQ(problems.all().size(), 1u);
  EXPECT_EQ(root.find("a")->text, "1");
}

TEST(YamlTraps, LeaveTheLargestLegalFileAlone) {
  for (const std::string& text : {levels(32), repeated("- 1\n", 199'999), "'<<': 1\n"s, "a: \"it's\" # 'x\n"s,
                                  "a: 'it''s'\nb: \"\\\"\"\n"s, "%YAML 1.2\n---\na: 1\n...\n"s}) {
    Problems problems;
    parse_yaml("a.yaml", text, problems);
    EXPECT_FALSE(problems.any()) << to_text(problems.all());
  }
}

// yaml-cpp needs no second over these, but a careless reader of its events takes minutes or all memory.
TEST(YamlTraps, AreReadInLinearTime) {
  const std::string keys = [] {
    std::string text = "{";
    for (int i = 0; i < 90'000; ++i) text += fmt::format("k{}: 1,", i);
    return text + "}";
  }();
  for (const std::string& text :
       {keys, fmt::format("{{{}}}", repeated("k: 1,", 90'000)), fmt::format("[{}]", repeated("é,", 150'000))}) {
    Problems problems;
    const Node root = parse_yaml("a.yaml", text, problems);
    EXPECT_FALSE(root.items.empty() && root.entries.empty());
  }
}

}  // namespace
}  // namespace polder::data
