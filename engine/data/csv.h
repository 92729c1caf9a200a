// Comma-separated tables with a header row: fields stay text, with their line, until they are read as something.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "data/problems.h"

namespace polder::data {

class Table {
 public:
  std::string name;                    // as shown in messages
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // each as long as `columns`
  std::vector<unsigned> lines;         // 1-based line of each row
  std::vector<std::vector<unsigned>> places;  // where its fields begin [1-based, characters]
  std::vector<unsigned> header_places;        // the same of `columns`

  /// Stands for a column that is not there: its fields are empty texts and zeros, and give no further problems.
  static constexpr std::size_t missing = static_cast<std::size_t>(-1);

  /// Number of a column; reports a missing one once, and gives `missing`.
  std::size_t column(std::string_view key, Problems& problems) const;
  const std::string& text(std::size_t row, std::size_t column) const;
  /// A decimal number; reports what is not one, with line, and gives 0.
  double number(std::size_t row, std::size_t column, Problems& problems) const;
};

/// Reads a file: UTF-8, comma, double quotes, one header row. Reports all problems, never throws for them.
Table read_csv(const std::filesystem::path& path, Problems& problems);
Table parse_csv(std::string_view name, std::string_view bytes, Problems& problems);

}  // namespace polder::data
