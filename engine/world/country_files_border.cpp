// Places beyond the national border: a table that a country may lack.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "world/country_files_parts.h"
#include "world/great_circle.h"
#include "world/reach.h"

namespace polder {
namespace {

bool is_country_code(const std::string& text) {
  return text.size() == 2 && std::all_of(text.begin(), text.end(), [](char c) { return 'A' <= c && c <= 'Z'; });
}

BorderPlace read_place(CountrySheet& sheet, std::size_t row) {
  BorderPlace place;
  place.code = sheet.text(row, "code");
  place.name = sheet.text(row, "name");
  place.country = sheet.text(row, "country");
  if (sheet.has("country") && !is_country_code(place.country))
    sheet.problem(row, "E217", fmt::format("'{}' is no country code", place.country), "two capitals, such as DE");
  place.latitude = sheet.between(row, "latitude", -90, 90);
  place.longitude = sheet.between(row, "longitude", -180, 180);
  place.jobs = sheet.amount(row, "jobs");
  place.wage_factor = sheet.between(row, "wage_factor", .1, 10);
  place.inbound = sheet.amount(row, "inbound");
  return place;
}

/// Coordinates that are off, or swapped, put a place where nobody commutes.
void check_distance(CountryReading& reading, CountrySheet& sheet, std::size_t row, const BorderPlace& place) {
  double nearest = std::numeric_limits<double>::infinity();
  std::string name;
  for (const MunicipalityFacts& there : reading.country().municipalities) {
    const double km = great_circle_km(there.latitude, there.longitude, place.latitude, place.longitude);
    if (km < nearest) nearest = km, name = there.name;
  }
  if (nearest > farthest_commute && !name.empty())
    sheet.problem(
        row, "E190",
        fmt::format("{} is {:.0f} km from {}, the nearest municipality: nobody commutes farther than {:.0f} km",
                    place.name, nearest, name, farthest_commute),
        "latitude and longitude in degrees, north and east positive; or leave the place out");
}

}  // namespace

void read_border(CountryReading& reading) {
  if (!reading.has_sheet("border.csv")) return;
  CountrySheet& sheet = reading.sheet("border.csv");
  sheet.require({"code", "name", "country", "latitude", "longitude", "jobs", "wage_factor", "inbound"});
  CodeList places{"place abroad"};
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    if (!places.add(sheet, row, sheet.text(row, "name"))) continue;
    const std::size_t before = sheet.reported();
    const BorderPlace place = read_place(sheet, row);
    if (sheet.reported() == before && sheet.has("latitude") && sheet.has("longitude"))
      check_distance(reading, sheet, row, place);
    reading.country().border.push_back(place);
  }
  check_count(sheet, places, most_municipalities - std::min(most_municipalities, reading.municipalities.size()));
}

}  // namespace polder
