// Digests of what results.db holds. SQLite notices a torn page, not a changed byte: these do.
#pragma once

#include <cstdint>
#include <string>

#include "store/database.h"

namespace polder::store {

/// Notes what every reader relies on: the layout, the dictionary, the parameters. Once, when the tables are made.
void seal_layout(Database& database);
/// Notes the list of runs and the words, after every run.
void seal_lists(Database& database);
/// Notes a run's rows in all tables.
void seal_run(Database& database, const std::string& scenario, std::uint32_t replicate);

/// Throws InputError E303 if the layout or the lists are not those that were written.
void check_tables(Database& database);
/// Throws InputError E303 if the rows of a finished run are not those that were written.
void check_run(const Database& database, const std::string& scenario, std::uint32_t replicate);

}  // namespace polder::store
