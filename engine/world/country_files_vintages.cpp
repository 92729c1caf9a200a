// National totals of other periods: a table that a country may lack.
#include <fmt/format.h>

#include <algorithm>

#include "world/country_files_parts.h"
#include "world/vintage.h"

namespace polder {
namespace {

std::vector<std::string> known_keys() {
  std::vector<std::string> keys;
  for (const VintageKey& one : vintage_keys()) keys.emplace_back(one.key);
  return keys;
}

/// E196 unless the key is one that a vintage may set, E217 unless its value is possible, E364 without accounts.
void check_figure(CountrySheet& sheet, std::size_t row, const NationalFigure& figure, const CountryReading& reading) {
  const auto known = std::find_if(vintage_keys().begin(), vintage_keys().end(),
                                  [&](const VintageKey& one) { return one.key == figure.key; });
  if (known == vintage_keys().end()) {
    const std::string near = data::nearest(figure.key, known_keys());
    sheet.problem(row, "E196", fmt::format("a vintage does not set '{}'", figure.key),
                  near.empty() ? fmt::format("it sets {}", fmt::join(known_keys(), ", "))
                               : fmt::format("did you mean '{}'?", near));
  } else if (known->is_share) {
    sheet.share(row, "value");
  } else if (account_line(figure.key) && !reading.has_sheet("accounts.csv")) {
    sheet.problem_in(row, "key", "E364", fmt::format("'{}' of a country without accounts.csv", figure.key),
                     "a vintage scales accounts that are there: add the tables of governments, or leave it out");
  } else if (!(figure.value > 0)) {
    sheet.problem(row, "E217",
                  fmt::format("{} of a vintage is {}; it must be more than 0", figure.key, shown(figure.value)));
  }
}

void check_complete(CountrySheet& sheet, std::size_t row, const Vintage& vintage) {
  for (const VintageKey& one : vintage_keys()) {
    const auto has = [&](const NationalFigure& figure) { return figure.key == one.key; };
    if (one.needed && std::none_of(vintage.figures.begin(), vintage.figures.end(), has))
      sheet.problem(row, "E197", fmt::format("vintage {} has no row for '{}'", vintage.name, one.key),
                    "totals of one period only hold together: give them all, and say which are recalled");
  }
}

/// E198 if the totals, spread as in the tables, ask of a place or a sector what it cannot have; the first one is told.
void check_scaled(CountrySheet& sheet, std::size_t row, const CountryReading& reading, const Vintage& vintage) {
  const Country scaled = country_of(reading.out, vintage.name);
  for (const MunicipalityFacts& facts : scaled.municipalities) {
    const double adults = facts.population * (1 - facts.age_share[0]);
    if (facts.employed + facts.unemployed <= adults) continue;
    return sheet.problem(
        row, "E198",
        fmt::format("in vintage {}, {} would have {:.0f} employed and unemployed but {:.0f} inhabitants of 15 and over",
                    vintage.name, facts.code, facts.employed + facts.unemployed, adults),
        "totals are spread over places as in municipalities.csv; are they all in persons?");
  }
  for (const SectorFacts& sector : scaled.sectors)
    if (sector.flexible_share > 1 || sector.vacancy_rate > 1)
      return sheet.problem(row, "E198",
                           fmt::format("in vintage {}, sector {} would have a share of {:.2f} flexible employees and "
                                       "{:.2f} vacancies per job",
                                       vintage.name, sector.code, sector.flexible_share, sector.vacancy_rate),
                           "totals are spread over sectors as in sectors.csv");
}

}  // namespace

void read_vintages(CountryReading& reading) {
  if (!reading.has_sheet("vintages.csv")) return;
  CountrySheet& sheet = reading.sheet("vintages.csv");
  const std::size_t of_others = reading.problems.all().size();
  sheet.require({"vintage", "key", "value", "unit", "period", "status", "source"});
  if (!sheet.there() || !sheet.has("vintage") || !sheet.has("key") || !sheet.has("value")) return;
  std::map<std::string, std::size_t> last;  // row, by vintage
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    const std::string& name = sheet.text(row, "vintage");
    NationalFigure figure{sheet.text(row, "key"),    sheet.number(row, "value"), sheet.text(row, "unit"),
                          sheet.text(row, "period"), sheet.text(row, "status"),  sheet.text(row, "source")};
    check_status(sheet, row);
    if (name.empty()) {
      sheet.problem(row, "E217", "a vintage needs a name", "a year will do: 2018");
      continue;
    }
    if (!last.contains(name)) reading.out.vintages.push_back({name, {}});
    last[name] = row;
    auto& figures = std::find_if(reading.out.vintages.begin(), reading.out.vintages.end(), [&](const Vintage& vintage) {
                      return vintage.name == name;
                    })->figures;
    check_figure(sheet, row, figure, reading);
    if (std::any_of(figures.begin(), figures.end(), [&](const auto& other) { return other.key == figure.key; }))
      sheet.problem(row, "E212", fmt::format("'{}' of vintage {} is given twice", figure.key, name));
    figures.push_back(std::move(figure));
  }
  for (const Vintage& vintage : reading.out.vintages) check_complete(sheet, last[vintage.name], vintage);
  if (of_others > 0 || sheet.reported() > of_others) return;  // nothing sensible to scale
  for (const Vintage& vintage : reading.out.vintages) check_scaled(sheet, last[vintage.name], reading, vintage);
}

}  // namespace polder
