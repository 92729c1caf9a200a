// Results as plain tables. Rows come in the order of scenario (as in the study), replicate, month, area: whatever the
// order in which runs ended.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <fstream>
#include <span>
#include <system_error>

#include "store/implementation.h"

namespace polder {
namespace {

namespace fs = std::filesystem;
using store::Statement;

constexpr std::array<std::string_view, 9> export_files{"indicators.csv", "indicators_by.csv", "region_analysis.csv",
                                                       "decisions.csv",  "ledger.csv",        "runs.csv",
                                                       "months.csv",     "dictionary.csv",    "parameters.csv"};

/// A table that appears under its name when it is whole.
class CsvFile {
 public:
  CsvFile(fs::path file, const CsvStyle& style)
      : file_(std::move(file)), temporary_(store::temporary_name(file_)), style_(style) {
    errno = 0;
    out_.open(temporary_, std::ios::binary | std::ios::trunc);
    if (!out_) raise();
    if (style_.for_excel) buffer_ = "\xEF\xBB\xBF";
  }
  CsvFile(const CsvFile&) = delete;
  CsvFile& operator=(const CsvFile&) = delete;
  ~CsvFile() {
    std::error_code ignored;
    if (!done_) fs::remove(temporary_, ignored);
  }

  void header(std::span<const std::string> columns) {
    for (const std::string& column : columns) text(column);
    end_row();
  }
  void text(std::string_view value) {
    separate();
    if (value.find_first_of("\"\r\n") == std::string_view::npos && value.find(style_.separator) == value.npos) {
      buffer_ += value;
      return;
    }
    buffer_ += '"';
    for (const char c : value) buffer_.append(c == '"' ? 2 : 1, c);
    buffer_ += '"';
  }
  /// The shortest text that reads back as the same number; nothing for NaN.
  void number(double value) {
    separate();
    if (std::isnan(value)) return;
    const std::size_t begin = buffer_.size();
    fmt::format_to(std::back_inserter(buffer_), "{}", value);
    const std::size_t point = buffer_.find('.', begin);
    if (point != buffer_.npos) buffer_[point] = style_.decimal;
  }
  void integer(std::int64_t value) {
    separate();
    fmt::format_to(std::back_inserter(buffer_), "{}", value);
  }
  void end_row() {
    buffer_ += style_.for_excel ? "\r\n" : "\n";
    first_ = true;
    if (buffer_.size() > 1U << 16U) flush();
  }
  void finish() {
    flush();
    out_.close();
    if (!out_) raise();
    store::rename_durably(temporary_, file_);
    done_ = true;
  }

 private:
  void separate() {
    if (!first_) buffer_ += style_.separator;
    first_ = false;
  }
  void flush() {
    errno = 0;
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    if (!out_.flush()) raise();
    buffer_.clear();
  }
  [[noreturn]] void raise() const {
    throw std::system_error(errno != 0 ? errno : EIO, std::generic_category(), file_.string());
  }

  fs::path file_, temporary_;
  CsvStyle style_;
  std::ofstream out_;
  std::string buffer_;
  bool first_ = true, done_ = false;
};

void write_field(CsvFile& csv, const Statement& row, int column) {
  switch (row.kind(column)) {
    case Statement::Kind::Text:
      return csv.text(row.text(column));
    case Statement::Kind::Integer:
      return csv.integer(row.integer(column));
    default:
      return csv.number(row.number(column));
  }
}

std::vector<std::string> column_names(const Statement& statement) {
  std::vector<std::string> names;
  for (int column = 0; column < statement.columns(); ++column) names.emplace_back(statement.name(column));
  return names;
}

struct Target {
  const fs::path& folder;
  const CsvStyle& style;
};

/// A table without runs, in the order in which it was written.
void export_whole(const store::Database& database, const Target& to, std::string_view table) {
  Statement row(database, fmt::format("SELECT * FROM {} ORDER BY rowid", table));
  CsvFile csv(to.folder / fmt::format("{}.csv", table), to.style);
  csv.header(column_names(row));
  for (; row.step(); csv.end_row()) {
    for (int column = 0; column < row.columns(); ++column) write_field(csv, row, column);
  }
  csv.finish();
}

/// A table of runs, run by run; `columns` and `order` are SQL.
void export_runs(const store::Database& database, const std::vector<Store::Runs>& runs, const Target& to,
                 std::string_view table, std::string_view columns, std::string_view order) {
  const std::string sql =
      fmt::format("SELECT {} FROM {} WHERE scenario = ?1 AND replicate = ?2 ORDER BY {}", columns, table, order);
  CsvFile csv(to.folder / fmt::format("{}.csv", table), to.style);
  csv.header(column_names(Statement(database, sql)));
  for (const Store::Runs& run : runs) {
    Statement row(database, sql);
    row.bind(1, run.scenario).bind(2, std::int64_t{run.replicate});
    for (; row.step(); csv.end_row()) {
      for (int column = 0; column < row.columns(); ++column) write_field(csv, row, column);
    }
  }
  csv.finish();
}

void refuse_foreign_tables(const fs::path& folder) {
  if (!fs::exists(folder)) return;
  std::string stranger;
  if (!fs::is_directory(folder))
    stranger = "this is a file";
  else {
    for (const auto& entry : fs::directory_iterator(folder)) {
      const std::string name = entry.path().filename().string();
      const bool ours = std::find(export_files.begin(), export_files.end(), name) != export_files.end();
      if (!ours && !store::is_temporary(entry.path())) stranger = fmt::format("this folder holds '{}'", name);
    }
  }
  if (stranger.empty()) return;
  throw InputError({Problem{.code = "E308",
                            .file = folder.string(),
                            .message = stranger + ", which no export wrote; nothing was written",
                            .help = "choose an empty or new folder with --out",
                            .source_line = {}}});
}

}  // namespace

void export_csv(const Store& store, const fs::path& folder, const CsvStyle& style) {
  Store::Implementation& self = *store.implementation_;
  refuse_foreign_tables(folder);
  fs::create_directories(folder);
  const std::vector<Store::Runs> runs = store.runs();
  for (const Store::Runs& run : runs) self.verify(run.scenario, run.replicate);
  const store::Database& database = self.database;
  const Target to{folder, style};
  export_runs(database, runs, to, "indicators", "*", "month, area");
  export_runs(database, runs, to, "indicators_by", "*", "month, area, part");
  export_runs(database, runs, to, "region_analysis", "*", "year, area, occupation");
  export_runs(database, runs, to, "decisions",
              "scenario, replicate, month, actor, task, level, step, outcome, waited_months, reason", "place");
  export_runs(database, runs, to, "ledger", "*", "month, payer, payee, purpose");
  export_runs(database, runs, to, "runs", "scenario, replicate, seed, hash, status", "replicate");
  export_runs(database, runs, to, "months", "*", "month");
  export_whole(database, to, "dictionary");
  export_whole(database, to, "parameters");
}

}  // namespace polder
