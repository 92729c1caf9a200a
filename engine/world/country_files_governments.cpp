// Parties, councils and accounts: tables that a country may lack.
#include <fmt/format.h>

#include <cmath>
#include <numeric>

#include "world/country_files_parts.h"

namespace polder {
namespace {

constexpr std::size_t parties_at_most = 20;  // a coalition is sought among all of them
constexpr double most_seats = 255;

void read_parties(CountryReading& reading) {
  CountrySheet& sheet = reading.sheet("parties.csv");
  sheet.require({"code", "name_nl", "name_en", "economic", "social", "local", "fiscal"});
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    if (!reading.parties.add(sheet, row, sheet.text(row, "name_en"))) continue;
    Party party;
    party.code = sheet.text(row, "code");
    party.name_nl = sheet.text(row, "name_nl");
    party.name_en = sheet.text(row, "name_en");
    party.economic = sheet.share(row, "economic");
    party.social = sheet.share(row, "social");
    party.local = sheet.share(row, "local");
    party.fiscal = sheet.share(row, "fiscal");
    reading.country().parties.push_back(std::move(party));
  }
  check_count(sheet, reading.parties, parties_at_most);
}

/// E360 unless the parties have the seats that the council has.
void check_seats(CountrySheet& sheet, std::size_t row, const std::vector<std::uint8_t>& seats) {
  const double legal = sheet.amount(row, "seats");
  const int given = std::accumulate(seats.begin(), seats.end(), 0);
  if (given != legal)
    sheet.problem_in(row, "seats", "E360",
                     fmt::format("the parties of {} have {} seats together; its council has {}",
                                 sheet.text(row, "code"), given, shown(legal)),
                     "the seats of the parties add up to the legal number of seats");
}

/// The seats of a row by party; nothing if one of them is no number of seats.
std::vector<std::uint8_t> seats_in(CountrySheet& sheet, std::size_t row, const CodeList& parties, const double* cells) {
  std::vector<std::uint8_t> seats;
  for (std::size_t p = 0; p < parties.size(); ++p) {
    if (cells[p] != std::floor(cells[p])) {
      sheet.problem_in(row, parties.codes()[p], "E217", fmt::format("{} seats: seats are whole", shown(cells[p])));
      return {};
    }
    seats.push_back(static_cast<std::uint8_t>(cells[p]));
  }
  return seats;
}

void read_councils(CountryReading& reading) {
  CountrySheet& sheet = reading.sheet("councils.csv");
  sheet.require({"code", "seats"});
  const std::size_t before = sheet.reported();
  const CodeMatrix matrix = read_matrix(sheet, reading.municipalities, reading.parties, 0, most_seats);
  if (sheet.reported() != before || !sheet.has("seats") || !sheet.has("code")) return;
  for (std::size_t m = 0; m < reading.municipalities.size(); ++m) {
    const std::size_t row = matrix.row_of[m];
    std::vector<std::uint8_t> seats = seats_in(sheet, row, reading.parties, &matrix.cells[m * reading.parties.size()]);
    if (!seats.empty()) check_seats(sheet, row, seats);
    reading.government(m).seats = std::move(seats);
  }
}

void read_accounts(CountryReading& reading) {
  CountrySheet& sheet = reading.sheet("accounts.csv");
  sheet.require({"code", "status"});
  for (const AccountLine& line : account_lines) sheet.require({line.column});
  std::vector<bool> given(reading.municipalities.size(), false);
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    check_status(sheet, row);
    Accounts accounts;
    for (const AccountLine& line : account_lines)
      accounts.*line.amount = static_cast<Cents>(std::round(sheet.amount(row, line.column) * cents_per_keur));
    const auto municipality = reading.municipalities.find(sheet, row, "code");
    if (!municipality) continue;
    if (given[*municipality]) {
      sheet.problem_in(row, "code", "E212", fmt::format("{} is there twice", sheet.text(row, "code")));
      continue;
    }
    given[*municipality] = true;
    reading.government(*municipality).accounts = accounts;
  }
  if (sheet.has("code")) report_missing_rows(sheet, reading.municipalities, given);
}

}  // namespace

void read_governments(CountryReading& reading) {
  if (!reading.has_sheet("parties.csv")) return;
  read_parties(reading);
  read_councils(reading);
  read_accounts(reading);
  read_cooperation(reading);
}

}  // namespace polder
