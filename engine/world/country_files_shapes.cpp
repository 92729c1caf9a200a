// Shapes by age, national figures, and the dictionary of all columns.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "world/country_files_parts.h"

namespace polder {
namespace {

constexpr int first_working_age = 15, last_working_age = 66;  // emigration has mean 1 over these [years]

void check_emigration(CountrySheet& sheet, const std::vector<double>& shape) {
  double sum = 0;
  for (int age = first_working_age; age <= last_working_age; ++age) sum += shape[static_cast<std::size_t>(age)];
  const double mean = sum / (last_working_age - first_working_age + 1);
  if (std::abs(mean - 1) > share_tolerance)
    sheet.problem("E210", fmt::format("emigration must be 1 on average over ages {} to {}; it is {}", first_working_age,
                                      last_working_age, shown(mean)));
}

/// One band into the years of age; gives the first age after it, or 0 when the bands do not connect.
int read_band(CountrySheet& sheet, std::size_t row, int expected, AgeRates& rates) {
  const double from = sheet.number(row, "from"), to = sheet.number(row, "to");
  if (from != expected || !(to >= from) || to > oldest_age || to != std::floor(to)) {
    sheet.problem(row, "E217",
                  fmt::format("the band {} to {} must start at {} and end at {} or before", shown(from), shown(to),
                              expected, oldest_age));
    return 0;
  }
  const double employment = sheet.amount(row, "employment"), disability = sheet.share(row, "disability"),
               partner = sheet.share(row, "partner"), emigration = sheet.amount(row, "emigration");
  for (auto age = static_cast<std::size_t>(from); age <= static_cast<std::size_t>(to); ++age) {
    rates.employment[age] = employment;
    rates.disability[age] = disability;
    rates.partner[age] = partner;
    rates.emigration[age] = emigration;
  }
  return static_cast<int>(to) + 1;
}

bool names_column(const CountrySheet& sheet, const std::string& column) {
  return column == "*" || std::find(sheet.columns().begin(), sheet.columns().end(), column) != sheet.columns().end();
}

}  // namespace

void read_ages(CountryReading& reading) {
  CountrySheet& sheet = reading.sheet("ages.csv");
  AgeRates& rates = reading.country().by_age;
  for (auto* column : {&rates.death, &rates.emigration, &rates.employment, &rates.disability, &rates.partner})
    column->assign(oldest_age + 1, 0.0);
  sheet.require({"from", "to", "employment", "disability", "partner", "emigration"});
  if (!sheet.there() || !sheet.has("from") || !sheet.has("to")) return;
  int next = 0;
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    next = read_band(sheet, row, next, rates);
    if (next == 0) return;
  }
  if (next <= oldest_age) {
    sheet.problem("E217", fmt::format("the bands end at {}; they must cover 0 to {}", next - 1, oldest_age));
  } else if (sheet.has("emigration")) {
    check_emigration(sheet, rates.emigration);
  }
}

void read_figures(CountryReading& reading) {
  CountrySheet& sheet = reading.sheet("figures.csv");
  sheet.require({"key", "value", "unit", "period", "status", "source"});
  std::set<std::string> keys;
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    NationalFigure figure{sheet.text(row, "key"),    sheet.number(row, "value"), sheet.text(row, "unit"),
                          sheet.text(row, "period"), sheet.text(row, "status"),  sheet.text(row, "source")};
    check_status(sheet, row);
    if (sheet.has("key") && !keys.insert(figure.key).second)
      sheet.problem(row, "E212", fmt::format("figure '{}' is given twice", figure.key));
    reading.out.figures.push_back(std::move(figure));
  }
}

void read_dictionary(CountryReading& reading) {
  CountrySheet& sheet = reading.sheet("dictionary.csv");
  sheet.require({"file", "column", "unit", "status", "meaning", "source"});
  if (!sheet.there() || !sheet.has("file") || !sheet.has("column")) return;
  std::vector<std::string> files;
  for (const auto& [file, table] : reading.sheets) files.push_back(file);
  std::set<std::pair<std::string, std::string>> told;
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    const std::string &file = sheet.text(row, "file"), &column = sheet.text(row, "column");
    check_status(sheet, row);
    const auto found = reading.sheets.find(file);
    if (found == reading.sheets.end()) {
      const std::string near = data::nearest(file, files);
      sheet.problem(row, "E216", fmt::format("there is no table '{}'", file),
                    near.empty() ? near : fmt::format("did you mean '{}'?", near));
    } else if (found->second.there() && !names_column(found->second, column)) {
      const std::string near = data::nearest(column, found->second.columns());
      sheet.problem(row, "E216", fmt::format("{} has no column '{}'", file, column),
                    near.empty() ? near : fmt::format("did you mean '{}'?", near));
    }
    if (!told.emplace(file, column).second)
      sheet.problem(row, "E212", fmt::format("column '{}' of {} is told twice", column, file));
    reading.out.dictionary.push_back({file, column, sheet.text(row, "unit"), sheet.text(row, "status"),
                                      sheet.text(row, "meaning"), sheet.text(row, "source")});
  }
  for (auto& [file, table] : reading.sheets) {
    if (file == sheet.file()) continue;
    const bool told_of_all = told.contains({file, "*"});
    for (const std::string& column : table.columns())
      if (!told.contains({file, column}) && (!told_of_all || table.is_fixed(column)))
        table.problem("E216", fmt::format("column '{}' has no entry in dictionary.csv", column),
                      "say its unit, status, meaning and source there");
  }
}

}  // namespace polder
