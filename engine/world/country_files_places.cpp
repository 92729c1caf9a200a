// Provinces, regions, municipalities past and present, commuting.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "world/country_files_parts.h"

namespace polder {
namespace {

constexpr std::array<const char*, age_bands> age_columns = {"age_0_14", "age_15_24", "age_25_44", "age_45_64",
                                                            "age_65_plus"};

template <class Index>
void read_area(CountrySheet& sheet, CodeList& list, Column<Index, Area>& areas) {
  sheet.require({"code", "name"});
  for (std::size_t row = 0; row < sheet.rows(); ++row)
    if (list.add(sheet, row, sheet.text(row, "name")))
      areas.push_back({sheet.text(row, "code"), sheet.text(row, "name")});
  check_count(sheet, list, number(none<Index>));
}

/// The digits of a code as a number: "GM0153" is 153.
std::uint32_t official_number(CountrySheet& sheet, std::size_t row) {
  const std::string& code = sheet.text(row, "code");
  std::uint64_t value = 0;
  std::size_t digits = 0;
  for (const char c : code) {
    if (c < '0' || c > '9') continue;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
    if (++digits > 9) break;
  }
  if (digits == 0 || digits > 9)
    sheet.problem(row, "E217", fmt::format("the code '{}' of a municipality must have 1 to 9 digits", code),
                  "they are its identity in the random draws");
  return static_cast<std::uint32_t>(value);
}

Cents keur(CountrySheet& sheet, std::size_t row, std::string_view column) {
  return static_cast<Cents>(std::round(sheet.amount(row, column) * cents_per_keur));
}

void read_people(CountrySheet& sheet, std::size_t row, MunicipalityFacts& facts) {
  facts.population = sheet.amount(row, "population");
  const std::size_t before = sheet.reported();
  double sum = 0;
  bool complete = true;
  for (std::size_t band = 0; band < age_bands; ++band) {
    facts.age_share[band] = sheet.share(row, age_columns[band]);
    sum += facts.age_share[band];
    complete = complete && sheet.has(age_columns[band]);
  }
  if (complete && sheet.reported() == before)
    sheet.must_add_up(row, fmt::format("the age shares of {}", facts.code), sum);
  facts.high_education_share = sheet.share(row, "high_education_share");
  facts.employed = sheet.amount(row, "employed");
  facts.unemployed = sheet.amount(row, "unemployed");
  facts.ww = sheet.amount(row, "ww");
  facts.bijstand = sheet.amount(row, "bijstand");
  facts.guidance_budget = keur(sheet, row, "guidance_budget_keur");
  facts.income_spending = keur(sheet, row, "income_spending_keur");
}

void check_people(CountrySheet& sheet, std::size_t row, const MunicipalityFacts& facts) {
  if (!sheet.has("population")) return;
  if (facts.population <= 0) return sheet.problem(row, "E217", fmt::format("{} has no inhabitants", facts.code));
  const double adults = facts.population * (1 - facts.age_share[0]);
  if (facts.employed + facts.unemployed > adults)
    sheet.problem(row, "E217",
                  fmt::format("{} has {} employed and unemployed but {} inhabitants of 15 and over", facts.code,
                              shown(facts.employed + facts.unemployed), shown(adults)));
}

MunicipalityFacts read_municipality(CountryReading& reading, CountrySheet& sheet, std::size_t row) {
  MunicipalityFacts facts;
  facts.code = sheet.text(row, "code");
  facts.name = sheet.text(row, "name");
  facts.province = index_of<ProvinceIndex>(reading.provinces.find(sheet, row, "province").value_or(0));
  facts.region = index_of<RegionIndex>(reading.regions.find(sheet, row, "region").value_or(0));
  facts.official_number = official_number(sheet, row);
  facts.latitude = sheet.between(row, "latitude", -90, 90);
  facts.longitude = sheet.between(row, "longitude", -180, 180);
  const std::size_t before = sheet.reported();
  read_people(sheet, row, facts);
  if (sheet.reported() == before) check_people(sheet, row, facts);
  return facts;
}

}  // namespace

void read_areas(CountryReading& reading) {
  read_area(reading.sheet("provinces.csv"), reading.provinces, reading.country().provinces);
  read_area(reading.sheet("regions.csv"), reading.regions, reading.country().regions);
}

void read_municipalities(CountryReading& reading) {
  CountrySheet& sheet = reading.sheet("municipalities.csv");
  sheet.require({"code", "name", "province", "region", "latitude", "longitude", "population", "high_education_share",
                 "employed", "unemployed", "ww", "bijstand", "guidance_budget_keur", "income_spending_keur"});
  for (const char* column : age_columns) sheet.require({column});
  std::map<std::uint32_t, std::string> numbers;
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    if (!reading.municipalities.add(sheet, row, sheet.text(row, "name"))) continue;
    const MunicipalityFacts facts = read_municipality(reading, sheet, row);
    const auto [other, is_new] = numbers.emplace(facts.official_number, facts.code);
    if (!is_new)
      sheet.problem(row, "E212", fmt::format("{} and {} have the same number", other->second, facts.code),
                    "the digits of a code are its identity in the random draws");
    reading.country().municipalities.push_back(facts);
  }
  check_count(sheet, reading.municipalities, most_municipalities);
}

void read_commuting(CountryReading& reading) {
  CountrySheet& sheet = reading.sheet("commuting.csv");
  sheet.require({"home", "work", "jobs"});
  std::set<std::pair<std::size_t, std::size_t>> seen;
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    const auto home = reading.municipalities.find(sheet, row, "home");
    const auto work = reading.municipalities.find(sheet, row, "work");
    const double jobs = sheet.amount(row, "jobs");
    if (!home || !work) continue;
    if (!seen.emplace(*home, *work).second)
      sheet.problem(row, "E212",
                    fmt::format("the pair {} to {} is given twice", sheet.text(row, "home"), sheet.text(row, "work")));
    reading.out.commuting.push_back({index_of<MunicipalityIndex>(*home), index_of<MunicipalityIndex>(*work), jobs});
  }
}

void read_history(CountryReading& reading) {
  CountrySheet& sheet = reading.sheet("municipality_history.csv");
  sheet.require({"code", "name", "last_year", "successor", "share", "status"});
  struct Split {
    std::size_t row = 0;  // its last
    double shares = 0;
  };
  std::map<std::string, Split> splits;  // by code
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    check_status(sheet, row);
    const std::string& code = sheet.text(row, "code");
    if (reading.municipalities.find(code))
      sheet.problem(row, "E212", fmt::format("'{}' is a municipality of today", code));
    auto& history = reading.out.history;
    auto old = std::find_if(history.begin(), history.end(), [&](const OldMunicipality& m) { return m.code == code; });
    if (old == history.end())
      old = history.insert(
          old, {code, sheet.text(row, "name"), static_cast<int>(sheet.between(row, "last_year", 1800, 2200)), {}});
    Split& split = splits[code];
    split.row = row;
    split.shares += sheet.share(row, "share");
    if (const auto successor = reading.municipalities.find(sheet, row, "successor"))
      old->successors.push_back(reading.municipalities.codes()[*successor]);
  }
  if (!sheet.there() || !sheet.has("share")) return;
  for (const auto& [code, split] : splits)
    sheet.must_add_up(split.row, fmt::format("the shares of the successors of {}", code), split.shares);
}

}  // namespace polder
