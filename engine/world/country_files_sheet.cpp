#include "world/country_files_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "polder/base/error.h"

namespace polder {
namespace {

constexpr std::size_t none_read = std::numeric_limits<std::size_t>::max();
constexpr std::size_t most_named = 5;  // codes in one message

std::string some_of(const std::vector<std::string>& codes) {
  const std::size_t named = std::min(codes.size(), most_named);
  std::string text =
      fmt::format("{}", fmt::join(codes.begin(), codes.begin() + static_cast<std::ptrdiff_t>(named), ", "));
  if (codes.size() > named) text += fmt::format(" and {} more", codes.size() - named);
  return text;
}

/// Columns of the sheet by code of `columns`; reports unknown and missing ones.
std::vector<bool> check_columns(CountrySheet& sheet, const CodeList& columns) {
  std::vector<bool> there(columns.size(), false);
  for (const std::string& column : sheet.columns()) {
    if (sheet.is_fixed(column)) continue;
    if (const auto number = columns.find(column)) {
      there[*number] = true;
      sheet.require_per_code(column);
    } else if (columns.size() > 0) {
      sheet.problem_in_header(column, "E211", fmt::format("column '{}' is no {}", column, columns.kind()),
                              columns.suggestion(column));
    }
  }
  std::vector<std::string> absent;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (!there[i]) absent.push_back(columns.codes()[i]);
  if (!absent.empty()) sheet.problem("E213", fmt::format("no column for {} {}", columns.kind(), some_of(absent)));
  return there;
}

}  // namespace

CountrySheet::CountrySheet(std::string file, data::Table table, data::Problems& problems)
    : file_(std::move(file)), table_(std::move(table)), problems_(&problems) {}

void CountrySheet::require(std::initializer_list<std::string_view> columns) {
  for (const std::string_view key : columns) {
    require_per_code(std::string(key));
    fixed_.emplace(key);
  }
}

void CountrySheet::require_per_code(const std::string& key) {
  if (there() && !required_.contains(key)) required_.emplace(key, table_.column(key, *problems_));
}

bool CountrySheet::has(std::string_view key) const { return column(key) != data::Table::missing; }

std::size_t CountrySheet::column(std::string_view key) const {
  const auto found = required_.find(key);
  ensure(found != required_.end(), "a column is required before it is read");
  return found->second;
}

const std::string& CountrySheet::text(std::size_t row, std::string_view key) const {
  return table_.text(row, column(key));
}

double CountrySheet::number(std::size_t row, std::string_view key) {
  return table_.number(row, column(key), *problems_);
}

double CountrySheet::between(std::size_t row, std::string_view key, double lowest, double highest) {
  const std::size_t before = reported();
  const double value = number(row, key);
  if (value >= lowest && value <= highest) return value;
  if (!has(key) || reported() > before) return std::clamp(0.0, lowest, highest);
  if (highest < std::numeric_limits<double>::infinity()) {
    problem_in(
        row, key, "E217",
        fmt::format("{} is {}; it must lie between {} and {}", key, shown(value), shown(lowest), shown(highest)));
  } else {
    problem_in(row, key, "E217", fmt::format("{} is {}; it must be {} or more", key, shown(value), shown(lowest)));
  }
  return std::clamp(0.0, lowest, highest);
}

double CountrySheet::amount(std::size_t row, std::string_view key) {
  return between(row, key, 0, std::numeric_limits<double>::infinity());
}

double CountrySheet::share(std::size_t row, std::string_view key) { return between(row, key, 0, 1); }

void CountrySheet::problem(std::size_t row, std::string code, std::string message, std::string help) {
  problems_->add({std::move(code), table_.name, line(row), 0, 1, std::move(message), std::move(help), {}});
}

void CountrySheet::problem(std::string code, std::string message, std::string help) {
  problems_->add(std::move(code), table_.name, std::move(message), std::move(help));
}

void CountrySheet::problem_in(std::size_t row, std::string_view key, std::string code, std::string message,
                              std::string help) {
  const unsigned place = table_.places[row][column(key)];
  problems_->add({std::move(code), table_.name, line(row), place, 1, std::move(message), std::move(help), {}});
}

void CountrySheet::problem_in_header(std::string_view key, std::string code, std::string message, std::string help) {
  const auto found = std::find(table_.columns.begin(), table_.columns.end(), key);
  const unsigned place = table_.header_places[static_cast<std::size_t>(found - table_.columns.begin())];
  problems_->add({std::move(code), table_.name, 1, place, 1, std::move(message), std::move(help), {}});
}

void CountrySheet::must_add_up(std::size_t row, const std::string& what, double sum) {
  if (std::abs(sum - 1) <= share_tolerance) return;
  problem(row, "E210",
          fmt::format("{} must add up to 1; they add up to {}, {} too {}", what, shown(sum), shown(std::abs(sum - 1)),
                      sum > 1 ? "much" : "little"));
}

bool CodeList::add(CountrySheet& sheet, std::size_t row, const std::string& name) {
  const std::string& code = sheet.text(row, "code");
  if (code.empty()) {
    if (sheet.has("code"))
      sheet.problem(row, "E217", fmt::format("{} {} without a code", kind_.starts_with('o') ? "an" : "a", kind_));
    return false;
  }
  const auto [entry, is_new] = numbers_.emplace(code, codes_.size());
  if (!is_new) {
    sheet.problem(row, "E212", fmt::format("{} '{}' is given twice", kind_, code),
                  fmt::format("it is in line {} too", lines_[entry->second]));
    return false;
  }
  codes_.push_back(code);
  names_.push_back(name);
  lines_.push_back(sheet.line(row));
  return true;
}

std::optional<std::size_t> CodeList::find(std::string_view code) const {
  const auto found = numbers_.find(code);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> CodeList::find(CountrySheet& sheet, std::size_t row, std::string_view column) {
  const std::string& code = sheet.text(row, column);
  const auto found = find(code);
  if (!found && sheet.has(column) && !codes_.empty() && unknown_.emplace(sheet.file(), code).second)
    sheet.problem_in(row, column, "E211", fmt::format("unknown {} '{}' in column {}", kind_, code, column),
                     suggestion(code));
  return found;
}

std::string CodeList::suggestion(std::string_view word) const {
  // A name in place of a code is the likeliest mistake; otherwise the nearest code.
  std::string near = data::nearest(word, names_);
  auto number = static_cast<std::size_t>(std::find(names_.begin(), names_.end(), near) - names_.begin());
  if (near.empty()) {
    near = data::nearest(word, codes_);
    if (near.empty()) return {};
    number = *find(near);
  }
  return fmt::format("did you mean '{}' ({})?", codes_[number], names_[number]);
}

CodeMatrix read_matrix(CountrySheet& sheet, CodeList& rows, const CodeList& columns, double lowest, double highest) {
  CodeMatrix matrix{std::vector<double>(rows.size() * columns.size(), 0.0), {}};
  matrix.row_of.assign(rows.size(), none_read);
  if (!sheet.there()) return matrix;
  sheet.require({"code"});
  const std::vector<bool> there = check_columns(sheet, columns);
  for (std::size_t line = 0; line < sheet.rows(); ++line) {
    const auto row = rows.find(sheet, line, "code");
    if (!row) continue;
    if (matrix.row_of[*row] != none_read) {
      sheet.problem(line, "E212", fmt::format("{} '{}' is given twice", rows.kind(), rows.codes()[*row]));
      continue;
    }
    matrix.row_of[*row] = line;
    for (std::size_t j = 0; j < columns.size(); ++j)
      if (there[j]) matrix.cells[*row * columns.size() + j] = sheet.between(line, columns.codes()[j], lowest, highest);
  }
  std::vector<bool> given;
  for (const std::size_t line : matrix.row_of) given.push_back(line != none_read);
  if (sheet.has("code")) report_missing_rows(sheet, rows, given);
  return matrix;
}

void report_missing_rows(CountrySheet& sheet, const CodeList& rows, const std::vector<bool>& given,
                         std::string_view what) {
  std::vector<std::string> absent;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!given[i]) absent.push_back(rows.codes()[i]);
  if (!absent.empty()) sheet.problem("E213", fmt::format("no {} for {} {}", what, rows.kind(), some_of(absent)));
}

std::string shown(double value) {
  return std::abs(value) >= 1000 ? fmt::format("{:.0f}", value) : fmt::format("{:.4g}", value);
}

}  // namespace polder
