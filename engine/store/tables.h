// The tables of results.db: their layout, and a run's rows into them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "store/store.h"

namespace polder::store {

/// Makes all tables with the columns of the catalogue, and fills dictionary and parameters. One transaction.
void create_tables(Database& database, const Study& study);

std::vector<Store::Column> read_dictionary(const Database& database);

/// Writes a run and its digest; replaces an earlier failed attempt. `first` is the month of the first hash of the
/// world, `columns` the number of indicators. One transaction.
void insert_run(Database& database, const RunResult& result, std::uint32_t seed, Month first, std::size_t columns);

std::string quoted(std::string_view name);                          // a name as SQL wants it
std::string insert_sql(std::string_view table, std::size_t columns);  // with a parameter per column

}  // namespace polder::store
