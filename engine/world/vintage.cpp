#include "world/vintage.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace polder {
namespace {

double total_of(const Country& country, double MunicipalityFacts::* margin) {
  double sum = 0;
  for (const MunicipalityFacts& facts : country.municipalities) sum += facts.*margin;
  return sum;
}

void scale(Country& country, double MunicipalityFacts::* margin, double total) {
  const double before = total_of(country, margin);
  for (MunicipalityFacts& facts : country.municipalities) facts.*margin *= before > 0 ? total / before : 1;
}

void scale_jobs(Country& country, double factor) {
  for (MunicipalityFacts& facts : country.municipalities)
    for (double& jobs : facts.jobs) jobs *= factor;
  for (OccupationFacts& occupation : country.occupations) occupation.employed *= factor;
}

double jobs_in(const Country& country, SectorIndex sector) {
  double sum = 0;
  for (const MunicipalityFacts& facts : country.municipalities) sum += facts.jobs[number(sector)];
  return sum;
}

void scale_vacancies(Country& country, double total) {
  double before = 0;
  for (const SectorIndex s : rows_of(country.sectors)) before += jobs_in(country, s) * country.sectors[s].vacancy_rate;
  for (SectorFacts& sector : country.sectors) sector.vacancy_rate *= before > 0 ? total / before : 1;
}

void scale_flexible(Country& country, double share) {
  double flexible = 0, employees = 0;
  for (const SectorIndex s : rows_of(country.sectors)) {
    const SectorFacts& sector = country.sectors[s];
    const double here = jobs_in(country, s) * (1 - sector.self_employed_share);
    employees += here;
    flexible += here * sector.flexible_share;
  }
  for (SectorFacts& sector : country.sectors) sector.flexible_share *= flexible > 0 ? share * employees / flexible : 1;
}

/// Each municipality rounded by itself, so the total may be some cents off. The total is in EUR 1000.
void scale_accounts(Country& country, Cents Accounts::* amount, double total) {
  constexpr double cents_per_keur = 100'000;
  double before = 0;
  for (const MunicipalityFacts& facts : country.municipalities)
    before += static_cast<double>(facts.government.accounts.*amount);
  for (MunicipalityFacts& facts : country.municipalities) {
    Cents& here = facts.government.accounts.*amount;
    if (before > 0) here = static_cast<Cents>(std::round(static_cast<double>(here) * total * cents_per_keur / before));
  }
}

void set_total(Country& country, std::string_view key, double value) {
  if (const AccountLine* line = account_line(key)) return scale_accounts(country, line->amount, value);
  if (key == "population") scale(country, &MunicipalityFacts::population, value);
  if (key == "employed") {
    scale_jobs(country, value / total_of(country, &MunicipalityFacts::employed));
    scale(country, &MunicipalityFacts::employed, value);
  }
  if (key == "unemployed") scale(country, &MunicipalityFacts::unemployed, value);
  if (key == "ww_recipients") scale(country, &MunicipalityFacts::ww, value);
  if (key == "bijstand_recipients") scale(country, &MunicipalityFacts::bijstand, value);
  if (key == "vacancies") scale_vacancies(country, value);
  if (key == "flexible_share") scale_flexible(country, value);
}

const Vintage& vintage_called(const CountryFiles& files, const std::string& name) {
  if (const Vintage* found = find_vintage(files, name)) return *found;
  throw std::out_of_range("no vintage " + name);
}

}  // namespace

const std::vector<VintageKey>& vintage_keys() {
  // In this order they are set: vacancies are a share of the jobs.
  static const std::vector<VintageKey> keys = [] {
    std::vector<VintageKey> all{{"population", false, true},    {"employed", false, true},
                                {"unemployed", false, true},    {"ww_recipients", false, true},
                                {"vacancies", false, true},     {"bijstand_recipients", false, true},
                                {"flexible_share", true, false}};
    for (const AccountLine& line : account_lines) all.push_back({line.vintage_key, false, false});
    return all;
  }();
  return keys;
}

const AccountLine* account_line(std::string_view vintage_key) {
  const auto found = std::find_if(account_lines.begin(), account_lines.end(),
                                  [&](const AccountLine& line) { return line.vintage_key == vintage_key; });
  return found == account_lines.end() ? nullptr : &*found;
}

const Vintage* find_vintage(const CountryFiles& files, const std::string& name) {
  const auto found = std::find_if(files.vintages.begin(), files.vintages.end(),
                                  [&](const Vintage& vintage) { return vintage.name == name; });
  return found == files.vintages.end() ? nullptr : &*found;
}

Country country_of(const CountryFiles& files, const std::string& vintage) {
  Country country = files.country;
  if (vintage.empty()) return country;
  const Vintage& chosen = vintage_called(files, vintage);
  for (const VintageKey& key : vintage_keys())
    for (const NationalFigure& figure : chosen.figures)
      if (figure.key == key.key) set_total(country, key.key, figure.value);
  return country;
}

std::vector<NationalFigure> figures_of(const CountryFiles& files, const std::string& vintage) {
  std::vector<NationalFigure> figures = files.figures;
  if (vintage.empty()) return figures;
  for (const NationalFigure& figure : vintage_called(files, vintage).figures) {
    if (account_line(figure.key)) continue;
    const auto same = std::find_if(figures.begin(), figures.end(),
                                   [&](const NationalFigure& other) { return other.key == figure.key; });
    if (same == figures.end())
      figures.push_back(figure);
    else
      *same = figure;
  }
  return figures;
}

}  // namespace polder
