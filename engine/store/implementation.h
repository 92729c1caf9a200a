// What a Store holds. The lock comes first: it is freed last.
#pragma once

#include <optional>

#include "store/database.h"
#include "store/digests.h"
#include "store/files.h"
#include "store/manifest.h"
#include "store/tables.h"

namespace polder {

struct Store::Implementation {
  std::optional<store::FolderLock> lock;  // empty when open for reading
  std::filesystem::path folder;
  store::Manifest manifest;
  store::Database database;
  std::vector<Column> dictionary;
  std::set<std::pair<std::string, std::uint32_t>> verified;  // runs whose digest was recomputed since opening

  ~Implementation() {
    if (lock) database.leave_wal();
  }
  /// False if the run is not finished. Recomputes its digest the first time that it is read; throws InputError E303.
  bool verify(const std::string& scenario, std::uint32_t replicate) {
    if (verified.contains({scenario, replicate})) return true;
    store::Statement find(database, "SELECT 1 FROM runs WHERE scenario = ?1 AND replicate = ?2 AND status = 'done'");
    if (!find.bind(1, scenario).bind(2, std::int64_t{replicate}).step()) return false;
    store::check_run(database, scenario, replicate);
    verified.emplace(scenario, replicate);
    return true;
  }
};

}  // namespace polder
