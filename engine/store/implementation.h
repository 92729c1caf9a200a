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
  /// Recomputes a run's digest the first time that it is read. Throws InputError E303.
  void verify(const std::string& scenario, std::uint32_t replicate) {
    if (verified.contains({scenario, replicate})) return;
    store::check_run(database, scenario, replicate);
    verified.emplace(scenario, replicate);
  }
};

}  // namespace polder
