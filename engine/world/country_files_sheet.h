// One table of a country while it is read: fields with their checks, problems with file and line.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/csv.h"
#include "data/problems.h"

namespace polder {

inline constexpr double share_tolerance = 0.005;  // shares that should add up to 1 may be off by this
inline constexpr double cents_per_keur = 100'000;  // tables give EUR 1000

class CountrySheet {
 public:
  CountrySheet() = default;
  /// `file` is the name in the folder ("jobs.csv"); the table's own name is the one that messages show.
  CountrySheet(std::string file, data::Table table, data::Problems& problems);

  const std::string& file() const { return file_; }
  bool there() const { return !table_.columns.empty(); }  // false: missing or empty, which was reported
  std::size_t rows() const { return table_.rows.size(); }
  const std::vector<std::string>& columns() const { return table_.columns; }
  unsigned line(std::size_t row) const { return table_.lines[row]; }

  /// Reports the columns that are missing; their fields are empty texts and zeros without further problems.
  void require(std::initializer_list<std::string_view> columns);
  void require_per_code(const std::string& column);  // one of many alike, named after a code or a class
  bool is_fixed(const std::string& column) const { return fixed_.contains(column); }  // required, not per code
  bool has(std::string_view column) const;  // there, of those required

  const std::string& text(std::size_t row, std::string_view column) const;
  double number(std::size_t row, std::string_view column);
  double between(std::size_t row, std::string_view column, double lowest, double highest);  // E217 outside
  double amount(std::size_t row, std::string_view column);  // E217 if negative
  double share(std::size_t row, std::string_view column);   // E217 outside 0..1

  void problem(std::size_t row, std::string code, std::string message, std::string help = {});
  void problem(std::string code, std::string message, std::string help = {});  // of the whole table
  /// The same at a field, and at a column's name in the header.
  void problem_in(std::size_t row, std::string_view column, std::string code, std::string message,
                  std::string help = {});
  void problem_in_header(std::string_view column, std::string code, std::string message, std::string help = {});
  std::size_t reported() const { return problems_->all().size(); }  // problems so far, of all tables
  /// E210 at `row` unless `sum` is 1.
  void must_add_up(std::size_t row, const std::string& what, double sum);

 private:
  std::size_t column(std::string_view key) const;

  std::string file_;
  data::Table table_;
  std::map<std::string, std::size_t, std::less<>> required_;
  std::set<std::string> fixed_;
  data::Problems* problems_ = nullptr;
};

/// The codes of one kind of place or class, in order of their rows.
class CodeList {
 public:
  explicit CodeList(std::string kind) : kind_(std::move(kind)) {}  // "municipality"

  const std::string& kind() const { return kind_; }
  const std::vector<std::string>& codes() const { return codes_; }
  std::size_t size() const { return codes_.size(); }

  /// Takes the code of a row as the next number; E212 and false when it is there already, E217 when it is empty.
  bool add(CountrySheet& sheet, std::size_t row, const std::string& name);
  std::optional<std::size_t> find(std::string_view code) const;
  /// The number of the code in a field; E211 with a suggestion when it is unknown, once per table and code.
  std::optional<std::size_t> find(CountrySheet& sheet, std::size_t row, std::string_view column);
  /// "did you mean 'GM0153' (Enschede)?" or nothing.
  std::string suggestion(std::string_view word) const;

 private:
  std::string kind_;
  std::vector<std::string> codes_, names_;
  std::vector<unsigned> lines_;
  std::map<std::string, std::size_t, std::less<>> numbers_;
  std::set<std::pair<std::string, std::string>> unknown_;  // file and code, reported
};

struct CodeMatrix {
  std::vector<double> cells;          // [rows x columns], row by row
  std::vector<std::size_t> row_of;    // row of the sheet by code
};

/// Reads a table with a row per code of `rows` (column `code`) and a column per code of `columns`, values in
/// [lowest, highest]. Unknown, repeated and missing codes are problems (E211, E212, E213).
CodeMatrix read_matrix(CountrySheet& sheet, CodeList& rows, const CodeList& columns, double lowest, double highest);

/// E213 with the first codes of `rows` for which `given` says no; `what` they lack, if not a row of the table.
void report_missing_rows(CountrySheet& sheet, const CodeList& rows, const std::vector<bool>& given,
                         std::string_view what = "row");

/// A number as messages show it: "1.021", "9867000".
std::string shown(double value);

}  // namespace polder
