// Deliveries between sectors, and what a job produces: two tables that a country may lack.
#include <fmt/format.h>

#include "world/country_files_parts.h"
#include "world/supply_chain.h"

namespace polder {
namespace {

void read_output(CountryReading& reading) {
  CountrySheet& sheet = reading.sheet("sector_output.csv");
  sheet.require({"code", "output_per_job", "tradable"});
  std::vector<bool> given(reading.sectors.size(), false);
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    const auto sector = reading.sectors.find(sheet, row, "code");
    const double output = sheet.between(row, "output_per_job", 1e-6, 1e9), tradable = sheet.share(row, "tradable");
    if (!sector) continue;
    if (given[*sector]) {
      sheet.problem(row, "E212", fmt::format("sector {} is there twice", reading.sectors.codes()[*sector]));
      continue;
    }
    given[*sector] = true;
    SectorFacts& facts = reading.country().sectors[index_of<SectorIndex>(*sector)];
    facts.output_per_job = output;
    facts.tradable = tradable;
  }
  for (std::size_t s = 0; s < given.size() && sheet.has("code"); ++s)
    if (!given[s]) sheet.problem("E213", fmt::format("no row for sector {}", reading.sectors.codes()[s]));
}

/// Each sector must produce more than its domestic inputs are worth, or no output could meet a demand.
bool is_productive(CountrySheet& sheet, const CodeMatrix& deliveries, const CodeList& sectors) {
  const std::size_t n = sectors.size(), before = sheet.reported();
  for (std::size_t user = 0; user < n; ++user) {
    double bought = 0;
    for (std::size_t supplier = 0; supplier < n; ++supplier) bought += deliveries.cells[supplier * n + user];
    if (bought >= 1)
      sheet.problem("E221",
                    fmt::format("sector {} buys {} of what it produces from domestic sectors", sectors.codes()[user],
                                shown(bought)),
                    "the deliveries in a column are shares of the user's output and add up to less than 1");
  }
  return sheet.reported() == before;
}

}  // namespace

void read_chain(CountryReading& reading) {
  if (!reading.has_sheet("deliveries.csv")) return;
  CountrySheet& sheet = reading.sheet("deliveries.csv");
  const std::size_t before = sheet.reported();
  const CodeMatrix deliveries = read_matrix(sheet, reading.sectors, reading.sectors, 0, 1);
  read_output(reading);
  if (sheet.reported() != before || !is_productive(sheet, deliveries, reading.sectors)) return;
  reading.country().deliveries = deliveries.cells;
}

}  // namespace polder
