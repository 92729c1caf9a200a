// What docs/validation.md lists as a miss or a drift: | `key` | size | reason |.
#pragma once

#include <charconv>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace polder {

struct Listed {
  double size = 0;
  std::string reason;
};

/// Cells of a row of a Markdown table, without blanks around them.
inline std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  for (std::size_t begin = line.find('|'); begin != std::string::npos;) {
    const std::size_t end = line.find('|', begin + 1);
    if (end == std::string::npos) break;
    std::string cell = line.substr(begin + 1, end - begin - 1);
    cell.erase(0, cell.find_first_not_of(' '));
    cell.erase(cell.find_last_not_of(' ') + 1);
    cells.push_back(cell);
    begin = end;
  }
  return cells;
}

/// The table of three columns below a heading, "### Misses of 2018", up to the next heading.
inline std::map<std::string, Listed> listed_below(const std::string& heading) {
  std::ifstream file(POLDER_ROOT "/docs/validation.md");
  std::map<std::string, Listed> found;
  bool in_list = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) in_list = line == heading;
    const std::vector<std::string> cells = cells_of(line);
    if (!in_list || cells.size() != 3 || !cells[0].starts_with('`')) continue;
    Listed entry;
    std::from_chars(cells[1].data() + (cells[1].starts_with('+') ? 1 : 0), cells[1].data() + cells[1].size(),
                    entry.size);
    entry.reason = cells[2];
    found[cells[0].substr(1, cells[0].size() - 2)] = entry;
  }
  return found;
}

}  // namespace polder
