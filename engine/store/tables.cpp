#include "store/tables.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "base/hash.h"

namespace polder::store {
namespace {

constexpr std::string_view layout_digest_of = "layout";
constexpr std::string_view runs_digest_of = "runs";

/// Kind and bytes of a field; the bytes of numbers as this machine has them, lowest first on all we build for.
void append_field(std::string& bytes, const Statement& row, int column) {
  const auto put = [&bytes](char kind, std::uint64_t bits) {
    std::array<char, 9> field{kind};
    std::memcpy(field.data() + 1, &bits, sizeof bits);
    bytes.append(field.data(), field.size());
  };
  if (row.is_null(column)) {
    bytes += 'n';
  } else if (row.is_integer(column)) {
    put('i', static_cast<std::uint64_t>(row.integer(column)));
  } else if (row.is_text(column)) {
    const std::string_view text = row.text(column);
    put('t', text.size());
    bytes += text;
  } else {
    put('r', std::bit_cast<std::uint64_t>(row.number(column)));
  }
}

/// The digest of all rows that a statement returns, in order.
std::string digest_of(Statement& statement) {
  Hash hash = 0;
  std::string bytes;
  const int columns = statement.columns();
  while (statement.step()) {
    bytes.clear();
    for (int column = 0; column < columns; ++column) append_field(bytes, statement, column);
    hash = hash_text(bytes, hash);
  }
  return to_hex(hash);
}

std::string digest_of(const Database& database, std::string_view sql) {
  Statement statement(database, sql);
  return digest_of(statement);
}

std::string layout_digest(const Database& database) {
  return digest_of(database, "SELECT type, name, sql FROM sqlite_schema ORDER BY name") +
         digest_of(database, "SELECT * FROM dictionary ORDER BY rowid") +
         digest_of(database, "SELECT * FROM parameters ORDER BY rowid");
}

std::string runs_digest(const Database& database) {
  return digest_of(database, "SELECT * FROM runs ORDER BY scenario, replicate");
}

std::string digest_name(std::string_view scenario, std::uint32_t replicate) {
  return fmt::format("run {} {}", replicate, scenario);
}

/// Of a run's rows in all tables, in the order of their keys.
std::string run_digest(const Database& database, const std::string& scenario, std::uint32_t replicate) {
  std::string digest;
  for (const std::string_view sql : {"indicators WHERE scenario = ?1 AND replicate = ?2 ORDER BY area, month",
                                     "indicators_by WHERE scenario = ?1 AND replicate = ?2 ORDER BY area, part, month",
                                     "ledger WHERE scenario = ?1 AND replicate = ?2 ORDER BY month, payer, payee, purpose",
                                     "months WHERE scenario = ?1 AND replicate = ?2 ORDER BY month"}) {
    Statement rows(database, fmt::format("SELECT * FROM {}", sql));
    rows.bind(1, scenario).bind(2, std::int64_t{replicate});
    digest += digest_of(rows);
  }
  return digest;
}

void write_digest(const Database& database, std::string_view what, std::string_view digest) {
  Statement(database, "INSERT OR REPLACE INTO digests VALUES (?1, ?2)").bind(1, what).bind(2, digest).run();
}

std::string stored_digest(const Database& database, std::string_view what) {
  Statement find(database, "SELECT digest FROM digests WHERE what = ?1");
  find.bind(1, what);
  return find.step() ? std::string(find.text(0)) : std::string();
}

[[noreturn]] void damaged(const Database& database, std::string_view what) {
  throw InputError({Problem{.code = "E303",
                            .file = database.file().string(),
                            .message = fmt::format("{} is damaged: its digest is not the one that was written", what),
                            .help = "take it from a copy, or run the study again with another --out",
                            .source_line = {}}});
}

/// Orders rows as their table's key does, so that they are written one after another.
template <class Row, class Key>
std::vector<const Row*> ordered(const std::vector<Row>& rows, Key key) {
  std::vector<const Row*> order;
  order.reserve(rows.size());
  for (const Row& row : rows) order.push_back(&row);
  std::stable_sort(order.begin(), order.end(), [&](const Row* a, const Row* b) { return key(*a) < key(*b); });
  return order;
}

std::string insert_sql(std::string_view table, std::size_t columns) {
  std::string sql = fmt::format("INSERT INTO {} VALUES (?", table);
  for (std::size_t column = 1; column < columns; ++column) sql += ", ?";
  return sql + ")";
}

void insert_indicators(Database& database, const RunResult& result, std::size_t columns, bool by_part) {
  const auto& rows = by_part ? result.observations.indicators_by : result.observations.indicators;
  const int keys = by_part ? 6 : 5;
  Statement insert(database, insert_sql(by_part ? "indicators_by" : "indicators", columns + static_cast<std::size_t>(keys)));
  insert.bind(1, result.scenario).bind(2, std::int64_t{result.run.replicate});
  for (const IndicatorRow* row : ordered(rows, [](const IndicatorRow& r) { return std::tie(r.area, r.part, r.month); })) {
    ensure(row->values.size() == columns, "a row of indicators has a value for every column");
    insert.bind(3, to_text(row->month)).bind(4, to_text(row->level)).bind(5, row->area);
    if (by_part) insert.bind(6, row->part);
    for (std::size_t column = 0; column < columns; ++column) {
      insert.bind(keys + 1 + static_cast<int>(column), row->values[column]);
    }
    insert.run();
  }
}

/// Numbers of the words of the ledger: names of actors would take three quarters of its space.
class Words {
 public:
  explicit Words(const Database& database)
      : insert_(database, "INSERT OR IGNORE INTO words (word) VALUES (?1)"),
        find_(database, "SELECT id FROM words WHERE word = ?1") {}

  std::int64_t number(const std::string& word) {
    const auto known = numbers_.find(word);
    if (known != numbers_.end()) return known->second;
    insert_.bind(1, word).run();
    ensure(find_.bind(1, word).step(), "a word that was written is found");
    const std::int64_t number = find_.integer(0);
    find_.run();
    numbers_.emplace(word, number);
    return number;
  }

 private:
  Statement insert_, find_;
  std::map<std::string, std::int64_t> numbers_;
};

void insert_ledger(Database& database, const RunResult& result) {
  Words words(database);
  Statement insert(database, insert_sql("payments", 7));
  insert.bind(1, words.number(result.scenario)).bind(2, std::int64_t{result.run.replicate});
  using Row = std::array<std::int64_t, 5>;
  std::vector<Row> rows;
  for (const LedgerRow& row : result.observations.ledger) {
    rows.push_back({words.number(row.payer), words.number(row.payee), words.number(row.purpose),
                    std::int64_t{row.month.index}, row.cents});
  }
  std::sort(rows.begin(), rows.end());
  for (const Row& row : rows) {
    for (std::size_t field = 0; field < row.size(); ++field) insert.bind(static_cast<int>(field) + 3, row[field]);
    insert.run();
  }
}

void insert_months(Database& database, const RunResult& result, Month first) {
  Statement insert(database, insert_sql("months", 4));
  insert.bind(1, result.scenario).bind(2, std::int64_t{result.run.replicate});
  int month = 0;
  for (const std::uint64_t hash : result.observations.month_hashes) {
    insert.bind(3, to_text(first + month++)).bind(4, to_hex(hash)).run();
  }
}

void fill_dictionary(Database& database) {
  Statement insert(database, insert_sql("dictionary", 7));
  for (const Indicator& indicator : indicator_catalogue()) {
    insert.bind(1, indicator.key).bind(2, std::int64_t{indicator.number}).bind(3, indicator.unit);
    insert.bind(4, indicator.name_nl).bind(5, indicator.name_en);
    insert.bind(6, indicator.meaning_nl).bind(7, indicator.meaning_en).run();
  }
}

void fill_parameters(Database& database, const Study& study) {
  Statement insert(database, insert_sql("parameters", 5));
  for (const ParameterValue& value : study.parameter_values) {
    const ParameterDeclaration* declared = find_parameter(value.key);
    insert.bind(1, value.key).bind(2, value.value).bind(3, declared == nullptr ? "" : to_text(declared->unit));
    insert.bind(4, to_text(value.status)).bind(5, value.source).run();
  }
}

}  // namespace

std::string quoted(std::string_view name) {
  std::string text = "\"";
  for (const char c : name) text.append(c == '"' ? 2 : 1, c);
  return text + '"';
}

void create_tables(Database& database, const Study& study) {
  std::string columns;
  for (const Indicator& indicator : indicator_catalogue()) columns += fmt::format("{} REAL, ", quoted(indicator.key));
  // The keys start with the run and end with the month: a run's rows lie together, and in it every series.
  constexpr std::string_view sql = R"(
CREATE TABLE indicators (scenario TEXT NOT NULL, replicate INTEGER NOT NULL, month TEXT NOT NULL,
  area_level TEXT NOT NULL, area TEXT NOT NULL, {0}PRIMARY KEY (scenario, replicate, area, month)) WITHOUT ROWID;
CREATE TABLE indicators_by (scenario TEXT NOT NULL, replicate INTEGER NOT NULL, month TEXT NOT NULL,
  area_level TEXT NOT NULL, area TEXT NOT NULL, part TEXT NOT NULL,
  {0}PRIMARY KEY (scenario, replicate, area, part, month)) WITHOUT ROWID;
CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
CREATE TABLE payments (scenario INTEGER NOT NULL, replicate INTEGER NOT NULL, payer INTEGER NOT NULL,
  payee INTEGER NOT NULL, purpose INTEGER NOT NULL, month INTEGER NOT NULL, cents INTEGER NOT NULL,
  PRIMARY KEY (scenario, replicate, payer, payee, purpose, month)) WITHOUT ROWID;
CREATE VIEW ledger AS SELECT s.word AS scenario, p.replicate AS replicate,
  printf('%04d-%02d', 1900 + p.month / 12, p.month % 12 + 1) AS month,
  a.word AS payer, b.word AS payee, w.word AS purpose, p.cents AS cents
  FROM payments p JOIN words s ON s.id = p.scenario JOIN words a ON a.id = p.payer
  JOIN words b ON b.id = p.payee JOIN words w ON w.id = p.purpose;
CREATE TABLE months (scenario TEXT NOT NULL, replicate INTEGER NOT NULL, month TEXT NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (scenario, replicate, month)) WITHOUT ROWID;
CREATE TABLE runs (scenario TEXT NOT NULL, replicate INTEGER NOT NULL, seed INTEGER NOT NULL, hash TEXT NOT NULL,
  status TEXT NOT NULL, seconds REAL NOT NULL, PRIMARY KEY (scenario, replicate));
CREATE TABLE dictionary (key TEXT NOT NULL, number INTEGER NOT NULL, unit TEXT NOT NULL, name_nl TEXT NOT NULL,
  name_en TEXT NOT NULL, meaning_nl TEXT NOT NULL, meaning_en TEXT NOT NULL);
CREATE TABLE parameters (key TEXT NOT NULL, value REAL NOT NULL, unit TEXT NOT NULL, status TEXT NOT NULL,
  source TEXT NOT NULL);
CREATE TABLE digests (what TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID;
)";
  Transaction transaction(database);
  database.run(fmt::format(sql, columns));
  fill_dictionary(database);
  fill_parameters(database, study);
  write_digest(database, layout_digest_of, layout_digest(database));
  write_digest(database, runs_digest_of, runs_digest(database));
  transaction.commit();
}

std::vector<Store::Column> read_dictionary(const Database& database) {
  std::vector<Store::Column> columns;
  const auto text = [](const Statement& row, int column) { return std::string(row.text(column)); };
  Statement row(database, "SELECT key, number, unit, name_nl, name_en, meaning_nl, meaning_en FROM dictionary ORDER BY rowid");
  while (row.step()) {
    columns.push_back({text(row, 0), static_cast<int>(row.integer(1)), text(row, 2), text(row, 3), text(row, 4),
                       text(row, 5), text(row, 6)});
  }
  return columns;
}

void insert_run(Database& database, const RunResult& result, std::uint32_t seed, Month first, std::size_t columns) {
  const bool done = result.failure.empty();
  Transaction transaction(database);
  Statement run(database, "INSERT INTO runs VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (scenario, replicate) DO UPDATE"
                          " SET hash = excluded.hash, status = excluded.status, seconds = excluded.seconds"
                          " WHERE status <> 'done'");
  run.bind(1, result.scenario).bind(2, std::int64_t{result.run.replicate}).bind(3, std::int64_t{seed});
  run.bind(4, result.hash).bind(5, done ? "done" : "failed").bind(6, result.seconds).run();
  Statement changes(database, "SELECT changes()");
  ensure(changes.step() && changes.integer(0) == 1, "a run that is done is not added again");
  if (done) {
    insert_indicators(database, result, columns, false);
    insert_indicators(database, result, columns, true);
    insert_ledger(database, result);
    insert_months(database, result, first);
    write_digest(database, digest_name(result.scenario, result.run.replicate),
                 run_digest(database, result.scenario, result.run.replicate));
  }
  write_digest(database, runs_digest_of, runs_digest(database));
  transaction.commit();
}

void check_tables(Database& database) {
  Transaction one_moment(database, "BEGIN");  // even while another process writes
  if (stored_digest(database, layout_digest_of) != layout_digest(database)) damaged(database, "the dictionary");
  if (stored_digest(database, runs_digest_of) != runs_digest(database)) damaged(database, "the list of runs");
}

void check_run(const Database& database, const std::string& scenario, std::uint32_t replicate) {
  if (stored_digest(database, digest_name(scenario, replicate)) == run_digest(database, scenario, replicate)) return;
  damaged(database, fmt::format("run {} of scenario '{}'", replicate, scenario));
}

}  // namespace polder::store
