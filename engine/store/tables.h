// The tables of results.db: their layout, a run's rows in and out, and the digests that show damage.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/database.h"
#include "store/store.h"

namespace polder::store {

/// Makes all tables with the columns of the catalogue, and fills dictionary and parameters. One transaction.
void create_tables(Database& database, const Study& study);

std::vector<Store::Column> read_dictionary(const Database& database);

/// Writes a run and its digest; replaces an earlier failed attempt. One transaction.
void insert_run(Database& database, const RunResult& result, std::uint32_t seed, Month first, std::size_t columns);

/// Throws InputError E303 if what every reader relies on is damaged: the layout, the dictionary, the list of runs.
void check_tables(Database& database);
/// Throws InputError E303 if the rows of a finished run are not those that were written.
void check_run(const Database& database, const std::string& scenario, std::uint32_t replicate);

/// A name as SQL wants it.
std::string quoted(std::string_view name);

}  // namespace polder::store
