// Sectors, occupations, jobs by sector, and which occupations a sector employs.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "world/country_files_parts.h"
#include "world/proportional_fitting.h"

namespace polder {
namespace {

constexpr double total_tolerance = 0.01;  // totals of two tables may differ by this share
constexpr double no_limit = std::numeric_limits<double>::infinity();

std::string size_column(const SizeClass& size) {
  return size.from == size.to ? fmt::format("size_{}", size.from) : fmt::format("size_{}-{}", size.from, size.to);
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) found.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

SectorFacts read_sector(CountrySheet& sheet, std::size_t row, const std::vector<SizeClass>& sizes) {
  SectorFacts facts;
  facts.code = sheet.text(row, "code");
  facts.name_nl = sheet.text(row, "name_nl");
  facts.name_en = sheet.text(row, "name_en");
  facts.members = words(sheet.text(row, "members"));
  facts.cycle_sensitivity = sheet.amount(row, "cycle_sensitivity");
  facts.self_employed_share = sheet.share(row, "self_employed_share");
  facts.flexible_share = sheet.share(row, "flexible_share");
  facts.vacancy_rate = sheet.share(row, "vacancy_rate");
  const std::size_t before = sheet.reported();
  double sum = 0;
  bool complete = !sizes.empty();
  for (const SizeClass& size : sizes) {
    facts.size_share.push_back(sheet.share(row, size_column(size)));
    sum += facts.size_share.back();
    complete = complete && sheet.has(size_column(size));
  }
  if (complete && sheet.reported() == before)
    sheet.must_add_up(row, fmt::format("the sizes of sector {}", facts.code), sum);
  return facts;
}

void check_totals(CountrySheet& sheet, const std::string& what, double total, double jobs) {
  if (!(jobs > 0) || !(total > 0) || std::abs(total / jobs - 1) <= total_tolerance) return;
  sheet.problem("E215",
                fmt::format("{} add up to {}, but jobs.csv adds up to {}: {:+.1f} %", what, shown(total), shown(jobs),
                            100 * (total / jobs - 1)),
                "both count the employed persons of the country");
}

double sum_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum;
}

std::vector<double> jobs_by_sector(const Country& country) {
  std::vector<double> jobs(country.sectors.size(), 0.0);
  for (const MunicipalityFacts& municipality : country.municipalities)
    for (std::size_t s = 0; s < municipality.jobs.size(); ++s) jobs[s] += municipality.jobs[s];
  return jobs;
}

}  // namespace

void read_sectors(CountryReading& reading) {
  CountrySheet& sheet = reading.sheet("sectors.csv");
  sheet.require({"code", "name_nl", "name_en", "members", "cycle_sensitivity", "self_employed_share", "flexible_share",
                 "vacancy_rate"});
  const auto& sizes = reading.country().size_classes;
  for (const SizeClass& size : sizes) sheet.require_per_code(size_column(size));
  std::map<std::string, std::string> sector_of;  // by member
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    if (!reading.sectors.add(sheet, row, sheet.text(row, "name_en"))) continue;
    const SectorFacts facts = read_sector(sheet, row, sizes);
    for (const std::string& member : facts.members)
      if (const auto [other, is_new] = sector_of.emplace(member, facts.code); !is_new)
        sheet.problem(row, "E212", fmt::format("'{}' is a member of {} and of {}", member, other->second, facts.code));
    reading.country().sectors.push_back(facts);
  }
  check_count(sheet, reading.sectors, most_classes);
}

void read_occupations(CountryReading& reading) {
  CountrySheet& sheet = reading.sheet("occupations.csv");
  sheet.require({"code", "name_nl", "name_en", "employed", "job_zone"});
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    if (!reading.occupations.add(sheet, row, sheet.text(row, "name_en"))) continue;
    OccupationFacts facts;
    facts.code = sheet.text(row, "code");
    facts.name_nl = sheet.text(row, "name_nl");
    facts.name_en = sheet.text(row, "name_en");
    facts.employed = sheet.amount(row, "employed");
    facts.job_zone = sheet.between(row, "job_zone", 1, 5);
    reading.country().occupations.push_back(facts);
  }
  check_count(sheet, reading.occupations, most_classes);
}

void read_jobs(CountryReading& reading) {
  CountrySheet& sheet = reading.sheet("jobs.csv");
  const std::size_t sectors = reading.sectors.size(), before = sheet.reported();
  const CodeMatrix jobs = read_matrix(sheet, reading.municipalities, reading.sectors, 0, no_limit);
  auto& municipalities = reading.country().municipalities;
  const bool complete = sheet.reported() == before;
  double employed = 0, occupied = 0;
  for (const MunicipalityIndex m : rows_of(municipalities)) {
    const auto first = jobs.cells.begin() + static_cast<std::ptrdiff_t>(number(m) * sectors);
    municipalities[m].jobs.assign(first, first + static_cast<std::ptrdiff_t>(sectors));
    employed += municipalities[m].employed;
  }
  for (const OccupationFacts& occupation : reading.country().occupations) occupied += occupation.employed;
  const double total = sum_of(jobs.cells);
  if (!complete) return;
  check_totals(reading.sheet("municipalities.csv"), "employed residents", employed, total);
  check_totals(reading.sheet("occupations.csv"), "employed persons by occupation", occupied, total);
}

void read_similarity(CountryReading& reading) {
  CountrySheet& sheet = reading.sheet("occupation_similarity.csv");
  const CodeMatrix matrix = read_matrix(sheet, reading.occupations, reading.occupations, -1, 1);
  const std::size_t n = reading.occupations.size();
  const auto& codes = reading.occupations.codes();
  const auto is_read = [&](std::size_t i) { return sheet.there() && matrix.row_of[i] < sheet.rows(); };
  for (std::size_t i = 0; i < n; ++i) {
    if (!is_read(i)) continue;
    if (matrix.cells[i * n + i] != 1)
      sheet.problem(matrix.row_of[i], "E217", fmt::format("occupation {} must be 1 similar to itself", codes[i]));
    for (std::size_t j = 0; j < i; ++j)
      if (is_read(j) && std::abs(matrix.cells[i * n + j] - matrix.cells[j * n + i]) > 1e-9)
        sheet.problem(matrix.row_of[i], "E217",
                      fmt::format("the similarity of {} and {} is {} one way, {} the other", codes[i], codes[j],
                                  shown(matrix.cells[i * n + j]), shown(matrix.cells[j * n + i])));
  }
  reading.country().similarity = matrix.cells;
}

/// Source: assumed, proportional fitting with an affinity prior; Deming and Stephan 1940.
void fit_occupations_to_sectors(CountryReading& reading, bool totals_hold) {
  CountrySheet& sheet = reading.sheet("sector_occupation.csv");
  const std::size_t before = reading.problems.all().size();
  const CodeMatrix affinity = read_matrix(sheet, reading.sectors, reading.occupations, 0, no_limit);
  Country& country = reading.country();
  const std::vector<double> sector_jobs = jobs_by_sector(country);
  std::vector<double> occupied;
  for (const OccupationFacts& occupation : country.occupations) occupied.push_back(occupation.employed);
  const double jobs = sum_of(sector_jobs), persons = sum_of(occupied);
  if (!totals_hold || !sheet.there() || reading.problems.all().size() > before || !(jobs > 0) || !(persons > 0)) return;
  for (double& value : occupied) value *= jobs / persons;
  const FittedTable fitted = fit_margins(affinity.cells, sector_jobs, occupied);
  if (!fitted.converged)
    return sheet.problem("E219", "these affinities cannot meet the jobs per sector and the persons per occupation",
                         "replace some zeros: each sector needs enough persons of the occupations it allows");
  const std::size_t n = country.occupations.size();
  for (const SectorIndex s : rows_of(country.sectors)) {
    const double* row = fitted.cells.data() + number(s) * n;
    if (!(sector_jobs[number(s)] > 0)) {
      sheet.problem(affinity.row_of[number(s)], "E219", fmt::format("sector {} has no jobs", country.sectors[s].code),
                    "leave it out of sectors.csv, or give it jobs in jobs.csv");
      continue;
    }
    double sum = 0;
    for (std::size_t o = 0; o < n; ++o) sum += row[o];
    for (std::size_t o = 0; o < n; ++o) country.sectors[s].occupation_share.push_back(row[o] / sum);
  }
}

}  // namespace polder
