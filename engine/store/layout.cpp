#include <fmt/format.h>

#include "store/digests.h"
#include "store/tables.h"

namespace polder::store {
namespace {

/// Rows hold numbers of words and months; the views of the same name as in the documents show them as text. Names in
/// every row would take a third of the space. Keys start with the run and end with the month: a run's rows lie
/// together, and in it every series. {0}: columns with types; {1}: their names.
constexpr std::string_view layout = R"(
CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
CREATE TABLE indicator_rows (scenario INTEGER NOT NULL, replicate INTEGER NOT NULL, month INTEGER NOT NULL,
  area_level INTEGER NOT NULL, area INTEGER NOT NULL, {0}
  PRIMARY KEY (scenario, replicate, area, month)) WITHOUT ROWID;
CREATE VIEW indicators AS SELECT s.word AS scenario, r.replicate AS replicate,
  printf('%04d-%02d', 1900 + r.month / 12, r.month % 12 + 1) AS month, l.word AS area_level, a.word AS area{1}
  FROM indicator_rows r JOIN words s ON s.id = r.scenario JOIN words l ON l.id = r.area_level
  JOIN words a ON a.id = r.area;
CREATE TABLE part_rows (scenario INTEGER NOT NULL, replicate INTEGER NOT NULL, month INTEGER NOT NULL,
  area_level INTEGER NOT NULL, area INTEGER NOT NULL, part INTEGER NOT NULL, {0}
  PRIMARY KEY (scenario, replicate, area, part, month)) WITHOUT ROWID;
CREATE VIEW indicators_by AS SELECT s.word AS scenario, r.replicate AS replicate,
  printf('%04d-%02d', 1900 + r.month / 12, r.month % 12 + 1) AS month, l.word AS area_level, a.word AS area,
  p.word AS part{1}
  FROM part_rows r JOIN words s ON s.id = r.scenario JOIN words l ON l.id = r.area_level
  JOIN words a ON a.id = r.area JOIN words p ON p.id = r.part;
CREATE TABLE occupation_rows (scenario INTEGER NOT NULL, replicate INTEGER NOT NULL, year INTEGER NOT NULL,
  area INTEGER NOT NULL, occupation INTEGER NOT NULL, seekers REAL, vacancies REAL, employed REAL, change REAL,
  PRIMARY KEY (scenario, replicate, area, occupation, year)) WITHOUT ROWID;
CREATE VIEW region_analysis AS SELECT s.word AS scenario, r.replicate AS replicate, r.year AS year, a.word AS area,
  o.word AS occupation, r.seekers AS seekers, r.vacancies AS vacancies,
  r.vacancies / nullif(r.seekers, 0) AS tightness, r.employed AS employed, r.change AS change
  FROM occupation_rows r JOIN words s ON s.id = r.scenario JOIN words a ON a.id = r.area
  JOIN words o ON o.id = r.occupation;
CREATE TABLE decision_rows (scenario INTEGER NOT NULL, replicate INTEGER NOT NULL, place INTEGER NOT NULL,
  month INTEGER NOT NULL, actor INTEGER NOT NULL, task INTEGER NOT NULL, level INTEGER NOT NULL, step INTEGER NOT NULL,
  outcome INTEGER NOT NULL, waited INTEGER NOT NULL, reason INTEGER NOT NULL,
  PRIMARY KEY (scenario, replicate, place)) WITHOUT ROWID;
CREATE VIEW decisions AS SELECT s.word AS scenario, r.replicate AS replicate, r.place AS place,
  printf('%04d-%02d', 1900 + r.month / 12, r.month % 12 + 1) AS month, a.word AS actor, t.word AS task,
  l.word AS level, p.word AS step, r.outcome AS outcome, r.waited AS waited_months, e.word AS reason
  FROM decision_rows r JOIN words s ON s.id = r.scenario JOIN words a ON a.id = r.actor JOIN words t ON t.id = r.task
  JOIN words l ON l.id = r.level JOIN words p ON p.id = r.step JOIN words e ON e.id = r.reason;
CREATE TABLE payments (scenario INTEGER NOT NULL, replicate INTEGER NOT NULL, month INTEGER NOT NULL,
  payer INTEGER NOT NULL, payee INTEGER NOT NULL, purpose INTEGER NOT NULL, cents INTEGER NOT NULL,
  PRIMARY KEY (scenario, replicate, payer, payee, purpose, month)) WITHOUT ROWID;
CREATE VIEW ledger AS SELECT s.word AS scenario, r.replicate AS replicate,
  printf('%04d-%02d', 1900 + r.month / 12, r.month % 12 + 1) AS month,
  CASE WHEN instr(a.word, ' ') + instr(b.word, ' ') > 0 THEN 'municipality' ELSE 'country' END AS level,
  a.word AS payer, b.word AS payee, p.word AS purpose, r.cents AS cents
  FROM payments r JOIN words s ON s.id = r.scenario JOIN words a ON a.id = r.payer
  JOIN words b ON b.id = r.payee JOIN words p ON p.id = r.purpose;
CREATE TABLE month_hashes (scenario INTEGER NOT NULL, replicate INTEGER NOT NULL, month INTEGER NOT NULL,
  hash TEXT NOT NULL, PRIMARY KEY (scenario, replicate, month)) WITHOUT ROWID;
CREATE VIEW months AS SELECT s.word AS scenario, r.replicate AS replicate,
  printf('%04d-%02d', 1900 + r.month / 12, r.month % 12 + 1) AS month, r.hash AS hash
  FROM month_hashes r JOIN words s ON s.id = r.scenario;
CREATE TABLE runs (scenario TEXT NOT NULL, replicate INTEGER NOT NULL, seed INTEGER NOT NULL, hash TEXT NOT NULL,
  status TEXT NOT NULL, seconds REAL NOT NULL, PRIMARY KEY (scenario, replicate)) WITHOUT ROWID;
CREATE TABLE dictionary (key TEXT NOT NULL, number INTEGER NOT NULL, unit TEXT NOT NULL, name_nl TEXT NOT NULL,
  name_en TEXT NOT NULL, meaning_nl TEXT NOT NULL, meaning_en TEXT NOT NULL);
CREATE TABLE parameters (key TEXT NOT NULL, value REAL NOT NULL, unit TEXT NOT NULL, status TEXT NOT NULL,
  source TEXT NOT NULL);
CREATE TABLE digests (what TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID;
)";

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
    insert.bind(1, value.key).bind(2, value.value).bind(3, value.unit);
    insert.bind(4, to_text(value.status)).bind(5, value.source).run();
  }
}

}  // namespace

std::string quoted(std::string_view name) {
  std::string text = "\"";
  for (const char c : name) text.append(c == '"' ? 2 : 1, c);
  return text + '"';
}

std::string insert_sql(std::string_view table, std::size_t columns) {
  std::string sql = fmt::format("INSERT INTO {} VALUES (?", table);
  for (std::size_t column = 1; column < columns; ++column) sql += ", ?";
  return sql + ")";
}

void create_tables(Database& database, const Study& study) {
  std::string typed, names;
  for (const Indicator& indicator : indicator_catalogue()) {
    typed += fmt::format("{} REAL, ", quoted(indicator.key));
    names += fmt::format(", r.{0} AS {0}", quoted(indicator.key));
  }
  Transaction transaction(database);
  database.run(fmt::format(layout, typed, names));
  fill_dictionary(database);
  fill_parameters(database, study);
  seal_layout(database);
  seal_lists(database);
  transaction.commit();
}

std::vector<Store::Column> read_dictionary(const Database& database) {
  std::vector<Store::Column> columns;
  const auto text = [](const Statement& row, int column) { return std::string(row.text(column)); };
  Statement row(database,
                "SELECT key, number, unit, name_nl, name_en, meaning_nl, meaning_en FROM dictionary ORDER BY rowid");
  while (row.step()) {
    columns.push_back({text(row, 0), static_cast<int>(row.integer(1)), text(row, 2), text(row, 3), text(row, 4),
                       text(row, 5), text(row, 6)});
  }
  return columns;
}

}  // namespace polder::store
