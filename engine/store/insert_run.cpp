#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "store/digests.h"
#include "store/tables.h"

namespace polder::store {
namespace {

/// Numbers of words; new words are added.
class Words {
 public:
  explicit Words(const Database& database)
      : insert_(database, "INSERT OR IGNORE INTO words (word) VALUES (?1)"),
        find_(database, "SELECT id FROM words WHERE word = ?1") {}

  std::int64_t number(std::string_view word) {
    const auto known = numbers_.find(word);
    if (known != numbers_.end()) return known->second;
    insert_.bind(1, word).run();
    ensure(find_.bind(1, word).step(), "a word that was written is found");
    const std::int64_t number = find_.integer(0);
    find_.run();
    numbers_.emplace(std::string(word), number);
    return number;
  }

 private:
  Statement insert_, find_;
  std::map<std::string, std::int64_t, std::less<>> numbers_;
};

/// Writes one table after another, each in the order of its key.
class RunWriter {
 public:
  RunWriter(Database& database, const RunResult& result, Month first)
      : database_(database), result_(result), first_(first), words_(database) {}

  void indicators(std::size_t columns) {
    Statement insert = begin("indicator_rows", 5 + columns);
    for (const auto& [key, row] : ordered(result_.observations.indicators, columns)) {
      bind_values(insert.bind(3, key[2]).bind(4, key[3]).bind(5, key[0]), 6, row->values);
    }
  }
  void parts(std::size_t columns) {
    Statement insert = begin("part_rows", 6 + columns);
    for (const auto& [key, row] : ordered(result_.observations.indicators_by, columns)) {
      bind_values(insert.bind(3, key[2]).bind(4, key[3]).bind(5, key[0]).bind(6, key[1]), 7, row->values);
    }
  }
  void occupations() {
    Statement insert = begin("occupation_rows", 9);
    std::vector<std::pair<std::array<std::int64_t, 3>, const OccupationRow*>> order;
    for (const OccupationRow& row : result_.observations.occupations)
      order.emplace_back(
          std::array{words_.number(row.area), words_.number(row.occupation), std::int64_t{row.month.year()}}, &row);
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [key, row] : order) {
      insert.bind(3, key[2]).bind(4, key[0]).bind(5, key[1]).bind(6, row->seekers).bind(7, row->vacancies);
      insert.bind(8, row->employed).bind(9, row->change).run();
    }
  }
  void decisions() {
    Statement insert = begin("decision_rows", 11);
    std::int64_t place = 0;
    for (const DecisionRow& row : result_.observations.decisions) {
      insert.bind(3, ++place).bind(4, std::int64_t{row.month.index}).bind(5, words_.number(row.actor));
      insert.bind(6, words_.number(row.task)).bind(7, words_.number(row.level)).bind(8, words_.number(row.step));
      insert.bind(9, std::int64_t{row.outcome}).bind(10, std::int64_t{row.waited});
      insert.bind(11, words_.number(row.reason)).run();
    }
  }
  void ledger() {
    Statement insert = begin("payments", 7);
    std::vector<std::array<std::int64_t, 5>> rows;
    for (const LedgerRow& row : result_.observations.ledger) {
      rows.push_back(
          {words_.number(row.payer), words_.number(row.payee), words_.number(row.purpose), row.month.index, row.cents});
    }
    std::sort(rows.begin(), rows.end());
    for (const auto& [payer, payee, purpose, month, cents] : rows) {
      insert.bind(3, month).bind(4, payer).bind(5, payee).bind(6, purpose).bind(7, cents).run();
    }
  }
  void months() {
    Statement insert = begin("month_hashes", 4);
    std::int64_t month = first_.index;
    for (const std::uint64_t hash : result_.observations.month_hashes) {
      insert.bind(3, month++).bind(4, to_hex(hash)).run();
    }
  }

 private:
  using Key = std::array<std::int64_t, 4>;  // area, part, month, level

  Statement begin(std::string_view table, std::size_t columns) {
    Statement insert(database_, insert_sql(table, columns));
    insert.bind(1, words_.number(result_.scenario)).bind(2, std::int64_t{result_.run.replicate});
    return insert;
  }
  std::vector<std::pair<Key, const IndicatorRow*>> ordered(const std::vector<IndicatorRow>& rows, std::size_t columns) {
    std::vector<std::pair<Key, const IndicatorRow*>> order;
    order.reserve(rows.size());
    for (const IndicatorRow& row : rows) {
      ensure(row.values.size() == columns, "a row of indicators has a value for every column");
      const Key key{words_.number(row.area), words_.number(row.part), row.month.index,
                    words_.number(polder::to_text(row.level))};
      order.emplace_back(key, &row);
    }
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return order;
  }
  static void bind_values(Statement& insert, int first, const std::vector<double>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) insert.bind(first + static_cast<int>(i), values[i]);
    insert.run();
  }

  Database& database_;
  const RunResult& result_;
  Month first_;
  Words words_;
};

void list_run(Database& database, const RunResult& result, std::uint32_t seed) {
  Statement run(database,
                "INSERT INTO runs VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (scenario, replicate) DO UPDATE"
                " SET hash = excluded.hash, status = excluded.status, seconds = excluded.seconds"
                " WHERE status <> 'done'");
  run.bind(1, result.scenario).bind(2, std::int64_t{result.run.replicate}).bind(3, std::int64_t{seed});
  run.bind(4, result.hash).bind(5, result.failure.empty() ? "done" : "failed").bind(6, result.seconds).run();
  Statement changes(database, "SELECT changes()");
  ensure(changes.step() && changes.integer(0) == 1, "a run that is done is not added again");
}

}  // namespace

void insert_run(Database& database, const RunResult& result, std::uint32_t seed, Month first, std::size_t columns) {
  Transaction transaction(database);
  list_run(database, result, seed);
  if (result.failure.empty()) {
    RunWriter writer(database, result, first);
    writer.indicators(columns);
    writer.parts(columns);
    writer.occupations();
    writer.decisions();
    writer.ledger();
    writer.months();
    seal_run(database, result.scenario, result.run.replicate);
  }
  seal_lists(database);
  transaction.commit();
}

}  // namespace polder::store
