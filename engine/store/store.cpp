#include "store/store.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "store/files.h"
#include "store/folder.h"
#include "store/implementation.h"

namespace polder {
namespace {

namespace fs = std::filesystem;
using store::Statement;

void refuse_foreign(const fs::path& folder) {
  if (store::state_of(folder) != store::FolderState::Foreign) return;
  store::refuse("E305", folder,
                fs::is_directory(folder) ? "this folder is not empty and not a result of polder"
                                         : "this is a file, not a result folder",
                "choose another --out");
}

/// runs/<scenario>-<replicate>, with a name that every file system takes.
fs::path folder_of_run(const fs::path& folder, const std::string& scenario, std::uint32_t replicate) {
  std::string name = scenario;
  for (char& c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("_-.@=%+").find(c) != std::string_view::npos;
    if (!plain) c = '_';
  }
  return folder / "runs" / fmt::format("{}-{}", name, replicate);
}

std::vector<std::string> texts(Statement& statement) {
  std::vector<std::string> found;
  while (statement.step()) found.emplace_back(statement.text(0));
  return found;
}

/// The first finished run: all runs of a result measure the same areas and parts.
constexpr std::string_view first_run =
    "scenario = (SELECT scenario FROM runs WHERE status = 'done' ORDER BY replicate, scenario LIMIT 1) AND "
    "replicate = (SELECT replicate FROM runs WHERE status = 'done' ORDER BY replicate, scenario LIMIT 1)";

}  // namespace

Store::Store(std::unique_ptr<Implementation> implementation) : implementation_(std::move(implementation)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open_or_create(const fs::path& folder, const Study& study, const StoreHeader& header, unsigned threads) {
  refuse_foreign(folder);
  fs::create_directories(folder);
  store::FolderLock lock(folder);
  refuse_foreign(folder);  // another process may have been here before the lock was ours
  store::Manifest manifest = store::manifest_of(study, header);
  if (store::state_of(folder) == store::FolderState::Result) {
    store::Manifest stored = store::read_manifest(folder, &header);
    store::check_same(stored, manifest, study, folder);
    store::sweep_temporaries(folder);
    store::check_copies(folder, study);
    manifest = std::move(stored);
  } else {
    store::make_folder(folder, study, manifest);
  }
  store::Database database(folder / "results.db", store::Database::Use::Write);
  store::check_tables(database);
  manifest.sessions.push_back(store::session_now(threads));
  store::write_durably(folder / "manifest.json", to_text(manifest));
  auto dictionary = store::read_dictionary(database);
  return Store(std::unique_ptr<Implementation>(new Implementation{
      std::move(lock), folder, std::move(manifest), std::move(database), std::move(dictionary), {}}));
}

Store Store::open(const fs::path& folder) {
  if (!fs::exists(folder / "manifest.json")) {
    store::refuse("E306", folder,
                  fs::exists(folder) ? "this is not a result of polder" : "there is no such result folder",
                  "name the folder that 'polder run' wrote");
  }
  store::Manifest manifest = store::read_manifest(folder);
  if (!fs::exists(folder / "results.db")) {
    store::refuse("E303", folder / "results.db", "the database of this result is gone", "take the folder from a copy");
  }
  store::Database database(folder / "results.db", store::Database::Use::Read);
  store::check_tables(database);
  auto dictionary = store::read_dictionary(database);
  return Store(std::unique_ptr<Implementation>(
      new Implementation{{}, folder, std::move(manifest), std::move(database), std::move(dictionary), {}}));
}

const StoreHeader& Store::header() const { return implementation_->manifest.header; }
const fs::path& Store::folder() const { return implementation_->folder; }
const std::vector<Store::Column>& Store::dictionary() const { return implementation_->dictionary; }

void Store::add(const RunResult& result) {
  Implementation& self = *implementation_;
  ensure(self.lock.has_value(), "only a result that is open for writing takes runs");
  const fs::path log = log_of(result);
  if (!result.failure.empty()) {
    fs::create_directories(log.parent_path());
    store::write_durably(log, result.failure + "\n");
  }
  store::insert_run(self.database, result, header().seed, header().from, self.dictionary.size());
  if (result.failure.empty()) fs::remove_all(log.parent_path());  // of an earlier attempt
}

fs::path Store::log_of(const RunResult& result) const {
  return folder_of_run(implementation_->folder, result.scenario, result.run.replicate) / "log.txt";
}

void Store::close_session(int exit_code) {
  Implementation& self = *implementation_;
  ensure(self.lock.has_value() && !self.manifest.sessions.empty(), "only a session that writes is closed");
  self.manifest.sessions.back().ended = store::time_now();
  self.manifest.sessions.back().exit = exit_code;
  store::write_durably(self.folder / "manifest.json", to_text(self.manifest));
}

std::set<std::string> Store::finished() const {
  Statement statement(implementation_->database, "SELECT hash FROM runs WHERE status = 'done'");
  std::set<std::string> hashes;
  while (statement.step()) hashes.emplace(statement.text(0));
  return hashes;
}

std::vector<std::uint32_t> Store::replicates(const std::string& scenario) const {
  Statement statement(implementation_->database,
                      "SELECT replicate FROM runs WHERE scenario = ?1 AND status = 'done' ORDER BY replicate");
  statement.bind(1, scenario);
  std::vector<std::uint32_t> found;
  while (statement.step()) found.push_back(static_cast<std::uint32_t>(statement.integer(0)));
  return found;
}

std::vector<Store::Runs> Store::runs() const {
  Statement row(implementation_->database, "SELECT scenario, replicate, hash, status, seconds FROM runs");
  std::vector<Runs> found;
  while (row.step()) {
    found.push_back({std::string(row.text(0)), static_cast<std::uint32_t>(row.integer(1)), std::string(row.text(2)),
                     std::string(row.text(3)), row.number(4)});
  }
  const auto& order = header().scenarios;
  const auto key = [&](const Runs& run) {
    return std::tuple(std::find(order.begin(), order.end(), run.scenario) - order.begin(), run.replicate);
  };
  std::sort(found.begin(), found.end(), [&](const Runs& a, const Runs& b) { return key(a) < key(b); });
  return found;
}

std::vector<std::string> Store::areas(AreaLevel level) const {
  Statement statement(
      implementation_->database,
      fmt::format("SELECT DISTINCT area FROM indicators WHERE {} AND area_level = ?1 ORDER BY area", first_run));
  statement.bind(1, to_text(level));
  return texts(statement);
}

std::vector<std::string> Store::areas() const {
  std::vector<std::string> all;
  for (const AreaLevel level : {AreaLevel::Country, AreaLevel::Province, AreaLevel::Region, AreaLevel::Municipality}) {
    const auto some = areas(level);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

std::vector<std::string> Store::parts() const {
  Statement statement(implementation_->database,
                      fmt::format("SELECT DISTINCT part FROM indicators_by WHERE {} ORDER BY part", first_run));
  return texts(statement);
}

std::vector<std::string> Store::areas_of(const std::string& part) const {
  Statement statement(
      implementation_->database,
      fmt::format("SELECT DISTINCT area FROM indicators_by WHERE {} AND part = ?1 ORDER BY area", first_run));
  statement.bind(1, part);
  return texts(statement);
}

std::string Store::first_month_of(const std::string& part) const {
  Statement statement(implementation_->database,
                      fmt::format("SELECT min(month) FROM indicators_by WHERE {} AND part = ?1", first_run));
  statement.bind(1, part);
  return statement.step() ? std::string(statement.text(0)) : std::string();
}

std::vector<double> Store::series(const SeriesKey& key, std::uint32_t replicate,
                                  std::vector<std::string>* months) const {
  Implementation& self = *implementation_;
  const auto known = [&](const Column& column) { return column.key == key.indicator; };
  if (std::none_of(self.dictionary.begin(), self.dictionary.end(), known)) {
    std::vector<std::string_view> keys;
    for (const Column& column : self.dictionary) keys.push_back(column.key);
    store::refuse("E307", self.folder, fmt::format("unknown indicator '{}'", key.indicator),
                  fmt::format("this result has {}", fmt::join(keys, ", ")));
  }
  if (months != nullptr) months->clear();
  if (!self.verify(key.scenario, replicate)) return {};
  const bool whole = key.part.empty();
  Statement row(
      self.database,
      fmt::format("SELECT month, {} FROM {} WHERE scenario = ?1 AND replicate = ?2 AND area = ?3{} ORDER BY month",
                  store::quoted(key.indicator), whole ? "indicators" : "indicators_by", whole ? "" : " AND part = ?4"));
  row.bind(1, key.scenario).bind(2, std::int64_t{replicate}).bind(3, key.area);
  if (!whole) row.bind(4, key.part);
  std::vector<double> values;
  while (row.step()) {
    values.push_back(row.number(1));
    if (months != nullptr) months->emplace_back(row.text(0));
  }
  return values;
}

std::vector<DecisionRow> Store::decisions(const std::string& scenario, std::uint32_t replicate) const {
  if (!implementation_->verify(scenario, replicate)) return {};
  Statement row(implementation_->database,
                "SELECT month, actor, task, level, step, outcome, waited_months, reason FROM decisions"
                " WHERE scenario = ?1 AND replicate = ?2 ORDER BY place");
  row.bind(1, scenario).bind(2, std::int64_t{replicate});
  std::vector<DecisionRow> rows;
  while (row.step()) {
    rows.push_back({month_from_text(row.text(0)).value_or(never), std::string(row.text(1)), std::string(row.text(2)),
                    std::string(row.text(3)), std::string(row.text(4)), static_cast<int>(row.integer(5)),
                    static_cast<int>(row.integer(6)), std::string(row.text(7))});
  }
  return rows;
}

std::vector<LedgerRow> Store::ledger(const std::string& scenario, std::uint32_t replicate) const {
  if (!implementation_->verify(scenario, replicate)) return {};
  Statement row(implementation_->database,
                "SELECT month, payer, payee, purpose, cents FROM ledger WHERE scenario = ?1 AND replicate = ?2"
                " ORDER BY month, payer, payee, purpose");
  row.bind(1, scenario).bind(2, std::int64_t{replicate});
  std::vector<LedgerRow> rows;
  while (row.step()) {
    rows.push_back({month_from_text(row.text(0)).value_or(never), std::string(row.text(1)), std::string(row.text(2)),
                    std::string(row.text(3)), row.integer(4)});
  }
  return rows;
}

std::vector<std::string> Store::damage() const {
  Implementation& self = *implementation_;
  std::vector<std::string> damaged;
  for (const auto& input : self.manifest.inputs) {
    const fs::path copy = fs::path("inputs") / store::inside(input.name);
    const bool whole =
        fs::is_regular_file(self.folder / copy) && sha256_hex(store::read_file(self.folder / copy)) == input.sha256;
    if (!whole) damaged.push_back(copy.generic_string());
  }
  try {
    if (self.database.text("PRAGMA integrity_check") != "ok") damaged.emplace_back("results.db");
    store::check_tables(self.database);
    for (const Runs& run : runs())
      if (run.status == "done") store::check_run(self.database, run.scenario, run.replicate);
  } catch (const InputError& wrong) {
    for (const Problem& problem : wrong.problems()) damaged.push_back("results.db: " + problem.message);
  }
  return damaged;
}

void Store::copy_database(const fs::path& file) const {
  store::Database database(folder() / "results.db", store::Database::Use::Read);
  database.run("PRAGMA query_only=OFF");  // which forbids writing elsewhere, too
  Statement copy(database, "VACUUM INTO ?1");
  copy.bind(1, file.string()).run();
}

}  // namespace polder
