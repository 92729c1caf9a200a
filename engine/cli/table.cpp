#include "cli/table.h"

#include <algorithm>
#include <cmath>

namespace polder::cli {
namespace {

using Json = nlohmann::ordered_json;

/// Characters on the screen: continuation bytes of UTF-8 take no room.
std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string cell_text(const Json& cell, bool for_people) {
  if (cell.is_null()) return "";
  if (cell.is_string()) return cell.get<std::string>();
  if (!cell.is_number_float()) return cell.dump();
  const double value = cell.get<double>();
  if (std::isnan(value)) return "";
  if (!for_people) return fmt::format("{}", value);
  return std::abs(value) >= 1000 ? fmt::format("{:.0f}", value) : fmt::format("{:.4g}", value);
}

std::string aligned(const Table& table) {
  const auto text_of = [&](const Json& cell, std::size_t column) {
    const bool change = std::ranges::find(table.changes, table.keys[column]) != table.changes.end();
    if (!change || !cell.is_number() || std::isnan(cell.get<double>())) return cell_text(cell, true);
    return fmt::format("{:+.1f} %", 100 * cell.get<double>());
  };
  std::vector<std::vector<std::string>> lines;
  if (!table.titles.empty()) lines.push_back(table.titles);
  for (const Table::Row& row : table.rows) {
    auto& line = lines.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) line.push_back(text_of(row[i], i));
  }
  std::vector<std::size_t> widths(table.keys.size());
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width(line[i]));
  }
  std::string text;
  for (const auto& line : lines) {
    std::string row;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string room(widths[i] - width(line[i]), ' ');
      const bool is_number = !table.rows.empty() && table.rows.front()[i].is_number();
      row += (i == 0 ? "" : "  ") + (is_number ? room + line[i] : line[i] + room);
    }
    row.erase(row.find_last_not_of(' ') + 1);
    text += row + '\n';
  }
  return text;
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

std::string csv(const Table& table) {
  std::string text = fmt::format("{}\n", fmt::join(table.keys, ","));
  for (const Table::Row& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : ",") + csv_field(cell_text(row[i], false));
    text += '\n';
  }
  return text;
}

}  // namespace

Json to_json(const Table& table) {
  Json list = Json::array();
  for (const Table::Row& row : table.rows) {
    Json object;
    for (std::size_t i = 0; i < row.size(); ++i) object[table.keys[i]] = row[i];
    list.push_back(std::move(object));
  }
  return list;
}

std::string to_text(const Table& table, Format format) {
  if (format == Format::Json) return to_json(table).dump(2) + '\n';
  return format == Format::Csv ? csv(table) : aligned(table);
}

}  // namespace polder::cli
