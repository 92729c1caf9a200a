#include "store/digests.h"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <cstring>

#include "base/hash.h"
#include "polder/base/error.h"

namespace polder::store {
namespace {

/// Kind and bytes of a field; the bytes of numbers as this machine has them, lowest first on all we build for.
void append_field(std::string& bytes, const Statement& row, int column) {
  const auto put = [&bytes](char kind, std::uint64_t bits) {
    std::array<char, 9> field{kind};
    std::memcpy(field.data() + 1, &bits, sizeof bits);
    bytes.append(field.data(), field.size());
  };
  switch (row.kind(column)) {
    case Statement::Kind::Null:
      bytes += 'n';
      break;
    case Statement::Kind::Integer:
      put('i', static_cast<std::uint64_t>(row.integer(column)));
      break;
    case Statement::Kind::Number:
      put('r', std::bit_cast<std::uint64_t>(row.number(column)));
      break;
    case Statement::Kind::Text: {
      const std::string_view text = row.text(column);
      put('t', text.size());
      bytes += text;
    }
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
  return digest_of(database, "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name") +
         digest_of(database, "SELECT * FROM dictionary ORDER BY rowid") +
         digest_of(database, "SELECT * FROM parameters ORDER BY rowid");
}

/// Words twice: as a table, and as the index through which they are found.
std::string lists_digest(const Database& database) {
  return digest_of(database, "SELECT * FROM runs ORDER BY scenario, replicate") +
         digest_of(database, "SELECT * FROM words ORDER BY id") +
         digest_of(database, "SELECT id, word FROM words ORDER BY word");
}

/// The rows as they are stored, in the order of their keys.
std::string run_digest(const Database& database, const std::string& scenario, std::uint32_t replicate) {
  std::string digest;
  for (const std::string_view table :
       {"indicator_rows", "part_rows", "occupation_rows", "decision_rows", "payments", "month_hashes"}) {
    Statement rows(database, fmt::format("SELECT * FROM {} WHERE scenario = (SELECT id FROM words WHERE word = ?1)"
                                         " AND replicate = ?2",
                                         table));
    rows.bind(1, scenario).bind(2, std::int64_t{replicate});
    digest += digest_of(rows);
  }
  return digest;
}

std::string run_name(const std::string& scenario, std::uint32_t replicate) {
  return fmt::format("run {} of scenario '{}'", replicate, scenario);
}

constexpr std::string_view layout_name = "the dictionary or the parameters";
constexpr std::string_view lists_name = "the list of runs";

void write_digest(const Database& database, std::string_view what, std::string_view digest) {
  Statement(database, "INSERT OR REPLACE INTO digests VALUES (?1, ?2)").bind(1, what).bind(2, digest).run();
}

void check_digest(const Database& database, std::string_view what, std::string_view digest) {
  Statement find(database, "SELECT digest FROM digests WHERE what = ?1");
  find.bind(1, what);
  if (find.step() && find.text(0) == digest) return;
  throw InputError({Problem{.code = "E303",
                            .file = database.file().string(),
                            .message = fmt::format("damaged: {} cannot be what was written", what),
                            .help = "take it from a copy, or run the study again with another --out",
                            .source_line = {}}});
}

}  // namespace

void seal_layout(Database& database) { write_digest(database, layout_name, layout_digest(database)); }
void seal_lists(Database& database) { write_digest(database, lists_name, lists_digest(database)); }

void seal_run(Database& database, const std::string& scenario, std::uint32_t replicate) {
  write_digest(database, run_name(scenario, replicate), run_digest(database, scenario, replicate));
}

void check_tables(Database& database) {
  Transaction one_moment(database, "BEGIN");  // even while another process writes
  check_digest(database, layout_name, layout_digest(database));
  check_digest(database, lists_name, lists_digest(database));
}

void check_run(const Database& database, const std::string& scenario, std::uint32_t replicate) {
  check_digest(database, run_name(scenario, replicate), run_digest(database, scenario, replicate));
}

}  // namespace polder::store
