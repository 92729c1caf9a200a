// Which municipalities border on each other, and in which compulsory arrangements they are together.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "world/country_files_parts.h"

namespace polder {
namespace {

void read_neighbours(CountryReading& reading) {
  CountrySheet& sheet = reading.sheet("adjacency.csv");
  sheet.require({"a", "b", "status"});
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    check_status(sheet, row);
    const auto a = reading.municipalities.find(sheet, row, "a"), b = reading.municipalities.find(sheet, row, "b");
    if (!a || !b) continue;
    if (a == b) {
      sheet.problem_in(row, "b", "E361", fmt::format("{} borders on itself", sheet.text(row, "a")),
                       "leave it out: a pair is two municipalities");
      continue;
    }
    auto& of_a = reading.government(*a).neighbours;
    const auto other = index_of<MunicipalityIndex>(*b);
    if (std::find(of_a.begin(), of_a.end(), other) != of_a.end()) {
      sheet.problem(row, "E212", fmt::format("{} and {} are given twice", sheet.text(row, "a"), sheet.text(row, "b")),
                    "a pair has one row, in either order");
      continue;
    }
    of_a.push_back(other);
    reading.government(*b).neighbours.push_back(index_of<MunicipalityIndex>(*a));
  }
  for (std::size_t m = 0; m < reading.municipalities.size(); ++m) {
    auto& neighbours = reading.government(m).neighbours;
    std::sort(neighbours.begin(), neighbours.end());
  }
}

/// The arrangement of a row, made when it is its first; E362 if it had another kind or name before.
Arrangement& arrangement_of(CountrySheet& sheet, std::size_t row, CountryReading& reading) {
  std::vector<Arrangement>& all = reading.country().arrangements;
  const std::string &kind = sheet.text(row, "kind"), &code = sheet.text(row, "code"), &name = sheet.text(row, "name");
  auto found = std::find_if(all.begin(), all.end(), [&](const Arrangement& one) { return one.code == code; });
  if (found == all.end()) found = all.insert(all.end(), Arrangement{kind, code, name, {}});
  if (found->kind != kind || found->name != name)
    sheet.problem_in(
        row, "code", "E362",
        fmt::format("{} is the {} '{}' here, but the {} '{}' before", code, kind, name, found->kind, found->name),
        "an arrangement has one kind and one name in all its rows");
  return *found;
}

void read_arrangements(CountryReading& reading) {
  CountrySheet& sheet = reading.sheet("arrangements.csv");
  sheet.require({"kind", "code", "name", "municipality"});
  std::map<std::string, std::vector<bool>> members;  // by kind: which municipalities have one
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    Arrangement& arrangement = arrangement_of(sheet, row, reading);
    std::vector<bool>& given = members[arrangement.kind];
    given.resize(reading.municipalities.size(), false);
    const auto municipality = reading.municipalities.find(sheet, row, "municipality");
    if (!municipality) continue;
    if (given[*municipality])
      sheet.problem_in(row, "municipality", "E212",
                       fmt::format("{} is in a {} twice", sheet.text(row, "municipality"), arrangement.kind),
                       "a municipality is in one arrangement of each kind");
    given[*municipality] = true;
    arrangement.members.push_back(index_of<MunicipalityIndex>(*municipality));
  }
  if (sheet.has("municipality") && sheet.has("kind"))
    for (const auto& [kind, given] : members) report_missing_rows(sheet, reading.municipalities, given, kind);
}

}  // namespace

void read_cooperation(CountryReading& reading) {
  read_neighbours(reading);
  read_arrangements(reading);
  for (Arrangement& arrangement : reading.country().arrangements)
    std::sort(arrangement.members.begin(), arrangement.members.end());
}

}  // namespace polder
