// A small answer as a table: aligned text for people, JSON or CSV for programs.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/options.h"

namespace polder::cli {

struct Table {
  using Row = std::vector<nlohmann::ordered_json>;  // text, numbers or null, one per column

  std::vector<std::string> keys;    // of the columns, for programs
  std::vector<std::string> titles;  // of the columns, for people; may be empty: no heading
  std::vector<Row> rows;
  std::vector<std::string> changes{};  // keys of columns of relative change: people read +4.1 %
};

nlohmann::ordered_json to_json(const Table& table);  // a list of objects
/// Text, CSV (RFC 4180), or a JSON list of objects; ends with a line feed.
std::string to_text(const Table& table, Format format);

}  // namespace polder::cli
