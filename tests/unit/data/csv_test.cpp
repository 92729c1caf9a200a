#include "data/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace polder::data {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Table parse_table(std::string_view text) {
  Problems problems;
  Table table = parse_csv("a.csv", text, problems);
  EXPECT_FALSE(problems.any()) << to_text(problems.all());
  return table;
}

Problem only_problem(std::string_view text) {
  Problems problems;
  parse_csv("a.csv", text, problems);
  EXPECT_EQ(problems.all().size(), 1u) << to_text(problems.all());
  return problems.all().empty() ? Problem{} : problems.all()[0];
}

TEST(ParseCsv, ReadsHeaderRowsAndLines) {
  const Table table = parse_table("code,name\nGM0014,Groningen\n\nGM0034,Almere\n");
  EXPECT_THAT(table.columns, ElementsAre("code", "name"));
  EXPECT_THAT(table.rows, ElementsAre(ElementsAre("GM0014", "Groningen"), ElementsAre("GM0034", "Almere")));
  EXPECT_THAT(table.lines, ElementsAre(2u, 4u));
  EXPECT_EQ(table.text(1, 1), "Almere");
}

TEST(ParseCsv, ReadsQuotesOfRfc4180) {
  const Table table = parse_table("a,b\n\"x, y\",\"say \"\"no\"\"\"\n\"two\nlines\",\"\"\nlast,1\n");
  EXPECT_THAT(table.rows[0], ElementsAre("x, y", "say \"no\""));
  EXPECT_THAT(table.rows[1], ElementsAre("two\nlines", ""));
  EXPECT_THAT(table.lines, ElementsAre(2u, 3u, 5u));
}

TEST(ParseCsv, TakesByteOrderMarkWindowsLineEndsAndNoLastLineEnd) {
  const Table table = parse_table(
      "\xEF\xBB\xBF"
      "a,b\r\n1,\"x\r\ny\"\r\n3,");
  EXPECT_THAT(table.columns, ElementsAre("a", "b"));
  EXPECT_THAT(table.rows, ElementsAre(ElementsAre("1", "x\r\ny"), ElementsAre("3", "")));
}

TEST(ParseCsv, TakesAHeaderWithoutRows) { EXPECT_TRUE(parse_table("a,b\n").rows.empty()); }

TEST(ParseCsv, ReportsRowsOfTheWrongLengthAndKeepsTheOthers) {
  Problems problems;
  const Table table = parse_csv("a.csv", "a,b\n1,2\n3\n4,5,6\n7,8\n", problems);
  ASSERT_EQ(problems.all().size(), 2u);
  EXPECT_EQ(problems.all()[0].code, "E201");
  EXPECT_EQ(problems.all()[0].line, 3u);
  EXPECT_EQ(problems.all()[0].message, "this row has 1 field; the header has 2");
  EXPECT_EQ(problems.all()[1].line, 4u);
  EXPECT_EQ(problems.all()[1].message, "this row has 3 fields; the header has 2");
  EXPECT_EQ(problems.all()[1].source_line, "4,5,6");
  EXPECT_THAT(table.lines, ElementsAre(2u, 5u));
}

struct Wrong {
  const char* name;
  std::string text, message;
  unsigned line, column;
};

class WrongCsv : public testing::TestWithParam<Wrong> {};

TEST_P(WrongCsv, IsReportedOnceWithItsPlace) {
  const Problem problem = only_problem(GetParam().text);
  EXPECT_EQ(problem.code, "E201");
  EXPECT_EQ(problem.file, "a.csv");
  EXPECT_THAT(problem.message, HasSubstr(GetParam().message));
  EXPECT_EQ(problem.line, GetParam().line);
  EXPECT_EQ(problem.column, GetParam().column);
}

using namespace std::string_literals;

const Wrong wrongs[] = {
    {"Empty", "", "the file is empty; a header row is expected", 0, 0},
    {"Blank", " \r\n\n", "the file is empty; a header row is expected", 0, 0},
    {"NotUtf8", "a,b\n1,Frysl\xE2n\n", "byte E2 is not UTF-8", 2, 8},
    {"Nul", "a,b\n1,\0\n"s, "control character (byte 00)", 2, 3},
    {"OpenQuote", "a,b\n1,\"2\n3,4\n", "this quote is not closed", 2, 3},
    {"TextAfterQuote", "a,b\n\"1\"x,2\n", "expected after the closing quote", 2, 4},
    {"QuoteInField", "a,b\n1,2\"x\n", "a quote stands inside a field", 2, 4},
    {"LoneCarriageReturn", "a,b\r1,2\r\n", "carriage return alone", 1, 4},
    {"ColumnTwice", "a,b,a\n", "column 'a' stands twice", 1, 0},
    {"ColumnWithoutName", "a,,b\n", "column 2 has no name", 1, 0},
};

INSTANTIATE_TEST_SUITE_P(Shapes, WrongCsv, testing::ValuesIn(wrongs),
                         [](const auto& param_info) { return param_info.param.name; });

TEST(TableColumn, FindsAColumnAndReportsAMissingOneOnce) {
  const Table table = parse_table("code,population\nGM0014,238147\n");
  Problems problems;
  EXPECT_EQ(table.column("population", problems), 1u);
  EXPECT_FALSE(problems.any());
  const std::size_t missing = table.column("popualtion", problems);
  EXPECT_EQ(missing, Table::missing);
  EXPECT_EQ(table.column("popualtion", problems), Table::missing);
  ASSERT_EQ(problems.all().size(), 1u);
  EXPECT_EQ(problems.all()[0].code, "E202");
  EXPECT_EQ(problems.all()[0].message, "column 'popualtion' is missing");
  EXPECT_EQ(problems.all()[0].help, "is 'population' meant?");
  EXPECT_EQ(table.text(0, missing), "");
  EXPECT_EQ(table.number(0, missing, problems), 0);
  EXPECT_EQ(problems.all().size(), 1u);
  table.column("region", problems);
  EXPECT_EQ(problems.all().back().help, "the columns are: code, population");
}

TEST(TableNumber, ReadsDecimalNumbersOnly) {
  Problems problems;
  const Table good = parse_table("x\n0363\n-1.5\n1e-3\n0\n12345678901\n");
  EXPECT_EQ(good.number(0, 0, problems), 363);  // never octal
  EXPECT_EQ(good.number(1, 0, problems), -1.5);
  EXPECT_EQ(good.number(2, 0, problems), 0.001);
  EXPECT_EQ(good.number(3, 0, problems), 0);
  EXPECT_EQ(good.number(4, 0, problems), 12345678901.0);
  EXPECT_FALSE(problems.any());
  const Table bad = parse_table("x,y\nabc,\n\"1,5\",1 000\nnan,inf\n 1,1 \n0x10,1e999\n+1,--1\n");
  for (std::size_t row = 0; row < bad.rows.size(); ++row) {
    for (std::size_t column = 0; column < 2; ++column) EXPECT_EQ(bad.number(row, column, problems), 0);
  }
  ASSERT_EQ(problems.all().size(), 12u);
  EXPECT_EQ(problems.all()[0].code, "E203");
  EXPECT_EQ(problems.all()[0].line, 2u);
  EXPECT_EQ(problems.all()[0].message, "'abc' in column 'x' is not a number");
  EXPECT_EQ(problems.all()[1].message, "'y' is empty; a number is expected");
  EXPECT_THAT(problems.all()[2].help, HasSubstr("1234.5"));
}

TEST(ReadCsv, ReportsAFileThatIsNotThere) {
  Problems problems;
  const Table table = read_csv(std::filesystem::path(testing::TempDir()) / "no_such.csv", problems);
  ASSERT_EQ(problems.all().size(), 1u);
  EXPECT_EQ(problems.all()[0].code, "E200");
  EXPECT_EQ(table.column("code", problems), Table::missing);
  EXPECT_EQ(problems.all().size(), 1u);  // said once is enough
}

TEST(ReadCsv, ReadsAFile) {
  const auto path = std::filesystem::path(testing::TempDir()) / "polder_read.csv";
  std::ofstream(path) << "a\n1\n";
  Problems problems;
  EXPECT_EQ(read_csv(path, problems).rows.size(), 1u);
  EXPECT_FALSE(problems.any());
  std::filesystem::remove(path);
}

TEST(CsvRobustness, EveryBeginningAndFlippedBitGivesATableOfEqualRows) {
  const std::string sample = "code,naam,\"x, y\"\r\nGM0014,Groningen,1\n\"GM1900\",\"Súdwest \"\"F\"\"\",2.5\n\n3,,\n";
  const auto check = [](const std::string& text) {
    Problems problems;
    const Table table = parse_csv("a.csv", text, problems);
    EXPECT_EQ(table.rows.size(), table.lines.size());
    for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size());
    for (const Problem& problem : problems.all()) EXPECT_NE(to_text(problem), "");
    EXPECT_TRUE(problems.any() || !table.columns.empty());
  };
  for (std::size_t i = 0; i < sample.size(); ++i) {
    check(sample.substr(0, i));
    for (int bit = 0; bit < 8; ++bit) {
      std::string text = sample;
      text[i] = static_cast<char>(text[i] ^ (1 << bit));
      check(text);
    }
  }
}

}  // namespace
}  // namespace polder::data
