// The lines in a result's README.md with which other programs open it, as they stand there, against the tables as CSV.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <map>
#include <sstream>

#include "document.h"

namespace polder {
namespace {

namespace fs = std::filesystem;

/// Rows of a table by RFC 4180, strictly: lines end in CR LF or, where `line_feeds`, in LF; quotes only around whole
/// fields and doubled inside them; all rows as long as the first.
std::vector<std::vector<std::string>> parse_csv(const std::string& text, char separator, bool line_feeds) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::string field;
  std::size_t i = 0;
  const auto wrong = [&](const char* why) { throw std::runtime_error(why + (" at byte " + std::to_string(i))); };
  const auto at_end = [&] { return line_feeds ? text[i] == '\n' : text.compare(i, 2, "\r\n") == 0; };
  while (i < text.size()) {
    if (text[i] == '"') {
      for (++i; i < text.size() && (text[i] != '"' || text.compare(i, 2, "\"\"") == 0); ++i) {
        field += text[i];
        if (text[i] == '"') ++i;
      }
      if (i++ >= text.size()) wrong("a quote is open");
    } else {
      for (; i < text.size() && text[i] != separator && !at_end(); ++i) {
        if (text[i] == '"' || text[i] == '\r' || text[i] == '\n') wrong("a bare quote or line end");
        field += text[i];
      }
    }
    if (i >= text.size()) wrong("the last line has no end");
    const bool end = at_end();
    if (!end && text[i] != separator) wrong("text behind a quote");
    i += end && !line_feeds ? 2 : 1;
    row.push_back(std::exchange(field, {}));
    if (!end) continue;
    if (!rows.empty() && row.size() != rows[0].size()) wrong("a row of another length");
    rows.push_back(std::exchange(row, {}));
  }
  return rows;
}

class Opening : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new TemporaryFolder;
    write_text(*folder_ / "study.yaml", toy_study());
    ASSERT_EQ(run_program({"run", *folder_ / "study.yaml", "--out", result()}).exit, 0);
    ASSERT_EQ(run_program({"export", result(), "--to", "csv", "--out", *folder_ / "csv"}).exit, 0);
  }
  static void TearDownTestSuite() { delete std::exchange(folder_, nullptr); }
  static std::string result() { return *folder_ / "result"; }
  static std::string readme() { return read_text(fs::path(result()) / "README.md"); }

  /// Mean unemployment rate of the country in the last month by scenario, from the exported table.
  static std::map<std::string, double> expected() {
    const auto rows = parse_csv(read_text(*folder_ / "csv" / "indicators.csv"), ',', true);
    const auto column = [&](const std::string& name) {
      return static_cast<std::size_t>(std::find(rows[0].begin(), rows[0].end(), name) - rows[0].begin());
    };
    std::map<std::string, double> sums, counts;
    for (const auto& row : rows) {
      if (row[column("area")] != "NL" || row[column("month")] != "2026-12") continue;
      sums[row[column("scenario")]] += std::stod(row[column("unemployment_rate")]);
      ++counts[row[column("scenario")]];
    }
    for (auto& [scenario, sum] : sums) sum /= counts[scenario];
    return sums;
  }
  /// Lines "scenario number", or "scenario|number".
  static void expect_the_same(const Answer& answer) {
    ASSERT_EQ(answer.exit, 0) << answer.err;
    std::map<std::string, double> found;
    std::istringstream lines(answer.out);
    for (std::string line; std::getline(lines, line);) {
      const std::size_t gap = line.find_first_of("| ");
      if (gap != line.npos) found[line.substr(0, gap)] = std::stod(line.substr(gap + 1));
    }
    const auto wanted = expected();
    ASSERT_EQ(wanted.size(), 2u);
    ASSERT_EQ(found.size(), wanted.size()) << answer.out;
    for (const auto& [scenario, value] : wanted) EXPECT_NEAR(found[scenario], value, 1e-6 * value) << scenario;
  }
  static inline TemporaryFolder* folder_ = nullptr;
};

TEST_F(Opening, InTheShellOfSqlite) {
  if (!can("sqlite3 --version")) GTEST_SKIP() << "sqlite3 is not installed";
  expect_the_same(run_shell(block_with(readme(), "sh", "sqlite3"), result()));
}

TEST_F(Opening, InPlainPython) {
  if (!can("python3 -c 'import sqlite3'")) GTEST_SKIP() << "python3 is not installed";
  write_text(fs::path(result()) / "line.py", block_with(readme(), "python", "import sqlite3\n"));
  expect_the_same(run_shell("python3 line.py", result()));
}

TEST_F(Opening, InPythonWithPandas) {
  std::string python;
  for (const char* one : {"python3", "/usr/bin/python3"})
    if (python.empty() && can(std::string(one) + " -c 'import pandas, sqlite3'")) python = one;
  if (python.empty()) GTEST_SKIP() << "python3-pandas is not installed";
  write_text(fs::path(result()) / "line.py", block_with(readme(), "python", "pandas"));
  expect_the_same(run_shell(python + " line.py", result()));
}

TEST_F(Opening, InR) {
  if (!can("Rscript -e 'library(RSQLite)'")) GTEST_SKIP() << "r-cran-rsqlite is not installed";
  write_text(fs::path(result()) / "line.R", block_with(readme(), "r", "RSQLite"));
  expect_the_same(run_shell("Rscript line.R", result()));
}

TEST_F(Opening, InDuckDb) {
  if (!can("duckdb --version"))
    GTEST_SKIP() << "duckdb is not installed; the document says that this line is not tested";
  expect_the_same(
      run_shell("duckdb -noheader -list -c \"" + block_with(readme(), "sql", "sqlite_scan") + "\"", result()));
}

TEST_F(Opening, InExcelOfBothLanguages) {
  const std::string line = block_with(readme(), "sh", "--to excel");
  ASSERT_EQ(run_shell(line, result()).exit, 0);
  const std::string mark = "\xEF\xBB\xBF", table = read_text(fs::path(result()) / "tables" / "indicators.csv");
  ASSERT_TRUE(table.starts_with(mark));
  const auto plain = parse_csv(read_text(*folder_ / "csv" / "indicators.csv"), ',', true);
  EXPECT_EQ(parse_csv(table.substr(3), ',', false), plain);

  std::string dutch = line;
  dutch.replace(dutch.find("\n"), 1, " --lang nl --quiet\n");
  ASSERT_EQ(run_shell(dutch, result()).exit, 0);
  for (const auto& entry : fs::directory_iterator(fs::path(result()) / "tables")) {
    const std::string text = read_text(entry.path());
    ASSERT_TRUE(text.starts_with(mark)) << entry.path();
    EXPECT_NO_THROW(parse_csv(text.substr(3), ';', false)) << entry.path();
  }
  auto rows = parse_csv(read_text(fs::path(result()) / "tables" / "indicators.csv").substr(3), ';', false);
  for (std::size_t row = 1; row < rows.size(); ++row)
    for (std::string& field : rows[row]) {
      EXPECT_EQ(field.find('.'), field.npos) << field;
      std::replace(field.begin(), field.end(), ',', '.');
    }
  EXPECT_EQ(rows, plain);
}

TEST_F(Opening, WithSeparatorAndDecimalsOfOnesChoice) {
  const auto exported = [&](const std::vector<std::string>& more, char separator) {
    std::vector<std::string> words{"export", result(), "--out", *folder_ / "chosen", "--quiet"};
    words.insert(words.end(), more.begin(), more.end());
    EXPECT_EQ(run_program(words).exit, 0);
    return parse_csv(read_text(*folder_ / "chosen" / "ledger.csv"), separator, true);
  };
  const auto plain = parse_csv(read_text(*folder_ / "csv" / "ledger.csv"), ',', true);
  EXPECT_EQ(exported({"--separator", "tab"}, '\t'), plain);
  EXPECT_EQ(exported({"--separator", "semicolon"}, ';'), plain);
  EXPECT_EQ(exported({"--separator", "semicolon", "--decimal", "comma"}, ';'), plain);  // whole cents
}

}  // namespace
}  // namespace polder
