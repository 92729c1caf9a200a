// Occupation groups, finer than the classes, and how alike they are: two tables that a country may lack.
#include <fmt/format.h>

#include <vector>

#include "world/country_files_parts.h"

namespace polder {
namespace {

constexpr double unknown = 2;  // a cosine that no table gave: none is above 1
constexpr std::size_t most_groups = 1000;  // three digits
constexpr std::size_t most_pairs_named = 5;      // pairs in one message

/// E213 for classes without a group: nothing would lead to them.
void report_empty_classes(CountrySheet& sheet, CountryReading& reading) {
  std::vector<bool> filled(reading.occupations.size(), false);
  for (const OccupationGroup& group : reading.country().groups) filled[number(group.occupation)] = true;
  for (std::size_t o = 0; o < filled.size(); ++o)
    if (!filled[o]) sheet.problem("E213", fmt::format("no group for occupation {}", reading.occupations.codes()[o]));
}

/// False if a mistake may have left a group out: the pairs would repeat what was reported here.
bool read_group_names(CountryReading& reading) {
  CountrySheet& sheet = reading.sheet("isco3.csv");
  sheet.require({"code", "name_nl", "name_en", "occupation", "job_zone"});
  const std::size_t before = sheet.reported();
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    if (!reading.groups.add(sheet, row, sheet.text(row, "name_en"))) continue;
    const auto occupation = reading.occupations.find(sheet, row, "occupation");
    OccupationGroup group;
    group.code = sheet.text(row, "code");
    group.name_nl = sheet.text(row, "name_nl");
    group.name_en = sheet.text(row, "name_en");
    group.occupation = index_of<OccupationIndex>(occupation.value_or(0));
    group.job_zone = sheet.between(row, "job_zone", 1, 5);
    reading.country().groups.push_back(group);
  }
  check_count(sheet, reading.groups, most_groups);
  const bool complete = sheet.there() && sheet.reported() == before && sheet.has("code");
  if (complete && sheet.has("occupation")) report_empty_classes(sheet, reading);
  return complete;
}

/// One pair into both its cells.
void read_pair(CountrySheet& sheet, std::size_t row, CountryReading& reading, bool groups_hold) {
  const double cosine = sheet.between(row, "cosine", -1, 1);
  if (!groups_hold) return;
  const auto a = reading.groups.find(sheet, row, "a"), b = reading.groups.find(sheet, row, "b");
  if (!a || !b) return;
  const auto& codes = reading.groups.codes();
  if (a == b)
    return sheet.problem(row, "E217", fmt::format("occupation group {} is paired with itself", codes[*a]),
                         "leave it out: every group is 1 similar to itself");
  std::vector<double>& cells = reading.country().group_similarity;
  double &one_way = cells[*a * codes.size() + *b], &other_way = cells[*b * codes.size() + *a];
  if (one_way != unknown)
    return sheet.problem(row, "E212", fmt::format("{} and {} are given twice", codes[*a], codes[*b]),
                         "a pair has one row, in either order");
  one_way = other_way = cosine;
}

/// E213 with the first pairs that no row gave.
void report_missing_pairs(CountrySheet& sheet, CountryReading& reading) {
  const auto& codes = reading.groups.codes();
  std::size_t missing = 0;
  std::string named;
  for (std::size_t a = 0; a < codes.size(); ++a) {
    for (std::size_t b = a + 1; b < codes.size(); ++b) {
      if (reading.country().group_similarity[a * codes.size() + b] != unknown) continue;
      if (++missing <= most_pairs_named) named += fmt::format("{}{}-{}", missing == 1 ? "" : ", ", codes[a], codes[b]);
    }
  }
  if (missing == 0) return;
  if (missing > most_pairs_named) named += fmt::format(" and {} more", missing - most_pairs_named);
  sheet.problem("E213", fmt::format("no row for the pair {}", named), "every pair of groups has a row");
}

void read_group_similarity(CountryReading& reading, bool groups_hold) {
  CountrySheet& sheet = reading.sheet("isco3_similarity.csv");
  sheet.require({"a", "b", "cosine"});
  const std::size_t size = reading.groups.size();
  std::vector<double>& cells = reading.country().group_similarity;
  cells.assign(size * size, unknown);
  for (std::size_t i = 0; i < size; ++i) cells[i * size + i] = 1;
  const std::size_t before = sheet.reported();
  for (std::size_t row = 0; row < sheet.rows(); ++row) read_pair(sheet, row, reading, groups_hold);
  if (groups_hold && sheet.there() && sheet.reported() == before && sheet.has("a") && sheet.has("b"))
    report_missing_pairs(sheet, reading);
}

}  // namespace

void read_groups(CountryReading& reading) {
  if (!reading.has_sheet("isco3.csv")) return;
  const bool groups_hold = read_group_names(reading);
  read_group_similarity(reading, groups_hold);
}

}  // namespace polder
