#include "data/csv.h"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <utility>

#include "data/source.h"

namespace polder::data {

namespace {

constexpr std::size_t most_table_bytes = 256u * 1024 * 1024;

/// Reads records of RFC 4180: fields between commas, quotes around what holds a comma, a quote or a line end.
class Reader {
 public:
  Reader(const Source& source, std::string_view bytes, Problems& problems)
      : source_(source), bytes_(bytes), problems_(problems) {}

  bool at_end() const { return at_ >= bytes_.size(); }
  unsigned line() const { return line_; }

  /// The next record with the columns at which its fields begin; an empty line gives one empty field.
  std::vector<std::string> record(std::vector<unsigned>& places) {
    std::vector<std::string> fields;
    do {
      places.push_back(1 + characters(bytes_.substr(line_start_, at_ - line_start_)));
      fields.push_back(peek() == '"' ? quoted() : plain());
    } while (take(','));
    end_line();
    return fields;
  }

  void report(std::size_t byte, std::string message, std::string help = {}) {
    const Place place = source_.place(byte);
    problems_.add(Problem{"E201", source_.name(), place.line, place.column, 1, std::move(message), std::move(help),
                          source_.quoted_line(place.line)});
  }

 private:
  char peek() const { return at_end() ? '\n' : bytes_[at_]; }
  bool take(char c) {
    if (at_end() || bytes_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool at_line_end() const {
    return at_end() || bytes_[at_] == '\n' || bytes_.substr(at_).starts_with("\r\n") || bytes_.substr(at_) == "\r";
  }

  std::string plain() {
    const std::size_t first = at_;
    while (!at_line_end() && bytes_[at_] != ',') ++at_;
    const std::string_view field = bytes_.substr(first, at_ - first);
    if (const auto quote = field.find('"'); quote != field.npos) {
      report(first + quote, "a quote stands inside a field without quotes",
             "put quotes around the whole field, and write \"\" for a quote in it");
    }
    if (const auto ending = field.find('\r'); ending != field.npos) {
      report(first + ending, "this line ends with a carriage return alone", "save the file with LF or CRLF line ends");
    }
    return std::string(field);
  }

  std::string quoted() {
    const std::size_t first = at_++;
    std::string field;
    while (!at_end()) {
      const char c = bytes_[at_++];
      if (c == '"' && !take('"')) return after_quote(std::move(field));
      if (c == '\n') next_line();
      field += c;
    }
    report(first, "this quote is not closed", "add the closing quote");
    return field;
  }

  std::string after_quote(std::string field) {
    if (!at_line_end() && peek() != ',') {
      report(at_, "a comma or the end of the line is expected after the closing quote");
      while (!at_line_end() && bytes_[at_] != ',') ++at_;
    }
    return field;
  }

  void end_line() {
    take('\r');
    if (take('\n')) next_line();
  }

  void next_line() {
    ++line_;
    line_start_ = at_;
  }

  const Source& source_;
  std::string_view bytes_;
  Problems& problems_;
  std::size_t at_ = 0, line_start_ = 0;
  unsigned line_ = 1;
};

void check_header(const Table& table, Problems& problems) {
  std::set<std::string_view> seen;
  const auto report = [&](std::string message) {
    problems.add(Problem{"E201", table.name, 1, 0, 1, std::move(message), {}, {}});
  };
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].empty())
      report(fmt::format("column {} has no name in the header", i + 1));
    else if (!seen.insert(table.columns[i]).second)
      report(fmt::format("column '{}' stands twice", table.columns[i]));
  }
}

bool is_blank(std::string_view bytes) { return bytes.find_first_not_of(" \t\r\n") == bytes.npos; }

}  // namespace

Table parse_csv(std::string_view name, std::string_view bytes, Problems& problems) {
  Table table;
  table.name = name;
  bytes = without_mark(bytes);
  if (is_blank(bytes)) {
    problems.add("E201", table.name, "the file is empty; a header row is expected");
    return table;
  }
  const Source source(name, bytes);
  if (const auto bad = bad_byte(bytes)) {
    const Place place = source.place(bad->byte);
    problems.add(
        Problem{"E201", table.name, place.line, place.column, 1, bad->message, "save the file as UTF-8 text", {}});
    return table;
  }
  Reader reader(source, bytes, problems);
  table.columns = reader.record(table.header_places);
  check_header(table, problems);
  while (!reader.at_end()) {
    const unsigned line = reader.line();
    const std::size_t problems_before = problems.all().size();
    std::vector<unsigned> places;
    std::vector<std::string> fields = reader.record(places);
    if (problems.all().size() > problems_before) continue;  // its number of fields means nothing
    if (fields.size() == 1 && fields[0].empty()) continue;  // an empty line
    if (fields.size() != table.columns.size()) {
      problems.add(Problem{"E201", table.name, line, 0, 1,
                           fmt::format("this row has {} field{}; the header has {}", fields.size(),
                                       fields.size() == 1 ? "" : "s", table.columns.size()),
                           "put quotes around a field that holds a comma", source.quoted_line(line)});
      continue;
    }
    table.rows.push_back(std::move(fields));
    table.lines.push_back(line);
    table.places.push_back(std::move(places));
  }
  return table;
}

Table read_csv(const std::filesystem::path& path, Problems& problems) {
  const auto bytes = read_file(path, most_table_bytes, "E201", problems);
  if (bytes) return parse_csv(path.string(), *bytes, problems);
  Table nothing;
  nothing.name = path.string();
  return nothing;
}

std::size_t Table::column(std::string_view key, Problems& problems) const {
  const auto found = std::find(columns.begin(), columns.end(), key);
  if (found != columns.end()) return static_cast<std::size_t>(found - columns.begin());
  if (columns.empty()) return missing;  // the file could not be read, which was said already
  const std::string message = fmt::format("column '{}' is missing", key);
  const bool said = std::any_of(problems.all().begin(), problems.all().end(), [&](const Problem& problem) {
    return problem.file == name && problem.message == message;
  });
  if (said) return missing;
  const std::string guess = nearest(key, columns);
  problems.add(Problem{"E202",
                       name,
                       1,
                       0,
                       1,
                       message,
                       guess.empty() ? fmt::format("the columns are: {}", fmt::join(columns, ", "))
                                     : fmt::format("is '{}' meant?", guess),
                       {}});
  return missing;
}

const std::string& Table::text(std::size_t row, std::size_t column) const {
  static const std::string nothing;
  return column == missing ? nothing : rows[row][column];
}

double Table::number(std::size_t row, std::size_t column, Problems& problems) const {
  if (column == missing) return 0;
  const std::string& field = rows[row][column];
  double value = 0;
  const char* end = field.data() + field.size();
  const auto [stopped, error] = std::from_chars(field.data(), end, value);
  if (error == std::errc{} && stopped == end && std::isfinite(value)) return value;
  problems.add(Problem{"E203",
                       name,
                       lines[row],
                       places[row][column],
                       1,
                       field.empty() ? fmt::format("'{}' is empty; a number is expected", columns[column])
                                     : fmt::format("'{}' in column '{}' is not a number", field, columns[column]),
                       "write it as 1234.5: a point, no spaces, no separators",
                       {}});
  return 0;
}

}  // namespace polder::data
