// How far the synthetic population is from the tables that it was made from.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "world/age_structure.h"
#include "world/build.h"
#include "world/establishment_size.h"

namespace polder {
namespace {

/// One margin: pairs of figure and count, of which the largest difference and the mean one are kept.
class Margin {
 public:
  explicit Margin(std::string name) { line_.margin = std::move(name); }
  void add(const std::string& where, double table, double world) {
    const double off = table > world ? table - world : world - table;
    sum_off_ += off;
    sum_ += table;
    if (!line_.worst.empty() && off <= worst_) return;
    worst_ = off;
    line_.worst = where;
    line_.table = table;
    line_.world = world;
  }
  MarginLine line() const {
    MarginLine line = line_;
    line.mean_off = sum_ > 0 ? sum_off_ / sum_ : 0;
    return line;
  }

 private:
  MarginLine line_;
  double worst_ = 0, sum_off_ = 0, sum_ = 0;
};

/// Residents counted once, in rows.
struct Tally {
  std::vector<double> residents, employed, unemployed, ww, bijstand, educated, adults, at_home;
  std::vector<double> sector, occupation, self_employed, flexible;  // by sector or occupation
  std::array<double, age_bands> band{};

  explicit Tally(const Country& country) {
    for (auto* column : {&residents, &employed, &unemployed, &ww, &bijstand, &educated, &adults, &at_home})
      column->assign(country.municipalities.size(), 0);
    for (auto* column : {&sector, &self_employed, &flexible}) column->assign(country.sectors.size(), 0);
    occupation.assign(country.occupations.size(), 0);
  }
};

void count_worker(const World& world, const Profile& profile, const Situation& now, Tally& tally) {
  const std::size_t home = profile.home, s = now.last_sector;
  tally.employed[home] += 1;
  tally.sector[s] += 1;
  tally.occupation[profile.occupation] += 1;
  if (now.labour == Labour::SelfEmployed)
    tally.self_employed[s] += 1;
  else if (now.labour != Labour::Permanent)
    tally.flexible[s] += 1;
  if (number(world.firms.municipality[now.employer]) == home) tally.at_home[home] += 1;
}

Tally tally_of(const World& world, const Country& country) {
  Tally tally(country);
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Profile& profile = world.residents.profile[person];
    const Situation& now = world.residents.now[person];
    if (now.labour == Labour::Absent) continue;
    if (works(now.labour)) count_worker(world, profile, now, tally);
    if (country.municipalities[profile.municipality()].elsewhere) continue;
    const int age = world.age_months(profile) / 12;
    tally.residents[profile.home] += 1;
    tally.band[band_of(age)] += 1;
    if (age >= 15 && age < 75) {
      tally.adults[profile.home] += 1;
      if (profile.education == 2) tally.educated[profile.home] += 1;
    }
    if (now.labour == Labour::Unemployed) tally.unemployed[profile.home] += 1;
    if (receives_ww(now.benefit)) tally.ww[profile.home] += 1;
    if (receives_bijstand(now.benefit)) tally.bijstand[profile.home] += 1;
  }
  return tally;
}

template <class Table>
MarginLine by_municipality(const Country& country, std::string name, Table table, const std::vector<double>& rows,
                           double weight) {
  Margin margin(std::move(name));
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const MunicipalityFacts& facts = country.municipalities[m];
    if (!facts.elsewhere) margin.add(facts.name, table(m, facts), rows[number(m)] * weight);
  }
  return margin.line();
}

MarginLine ages(const Country& country, const Tally& tally, double weight) {
  constexpr std::array<const char*, age_bands> names{"0-14", "15-24", "25-44", "45-64", "65 and over"};
  std::array<double, age_bands> table{};
  for (const MunicipalityFacts& facts : country.municipalities) {
    if (facts.elsewhere) continue;
    const double all = std::accumulate(facts.age_share.begin(), facts.age_share.end(), 0.0);
    for (std::size_t b = 0; b < age_bands; ++b) table[b] += facts.population * facts.age_share[b] / all;
  }
  Margin margin("residents by age");
  for (std::size_t b = 0; b < age_bands; ++b) margin.add(names[b], table[b], tally.band[b] * weight);
  return margin.line();
}

/// Jobs in the world over those in the tables, which residents hold: people from abroad hold some on top, in the same
/// proportions.
double jobs_on_top(const Country& country) {
  double inbound = 0, abroad = 0, here = 0;
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const MunicipalityFacts& facts = country.municipalities[m];
    const double jobs = std::accumulate(facts.jobs.begin(), facts.jobs.end(), 0.0);
    if (country.is_abroad(m)) inbound += facts.employed;
    (country.is_abroad(m) ? abroad : here) += jobs;
  }
  return (here + inbound) / (here + abroad);
}

/// Jobs by sector in the tables, those elsewhere that residents in scope hold included.
std::vector<double> sector_jobs(const Country& country) {
  std::vector<double> jobs(country.sectors.size(), 0);
  for (const MunicipalityFacts& facts : country.municipalities)
    for (std::size_t s = 0; s < jobs.size(); ++s) jobs[s] += facts.jobs[s];
  const double on_top = jobs_on_top(country);
  for (double& sector : jobs) sector *= on_top;
  return jobs;
}

template <class Table>
MarginLine by_sector(const Country& country, std::string name, Table table, const std::vector<double>& rows,
                     double weight) {
  const std::vector<double> jobs = sector_jobs(country);
  Margin margin(std::move(name));
  for (const SectorIndex s : rows_of(country.sectors))
    margin.add(country.sectors[s].name_en, jobs[number(s)] * table(country.sectors[s]), rows[number(s)] * weight);
  return margin.line();
}

MarginLine occupations(const Country& country, const Tally& tally, double weight) {
  const std::vector<double> jobs = sector_jobs(country);
  Margin margin("employed by occupation");
  for (const OccupationIndex o : rows_of(country.occupations)) {
    double table = 0;
    for (const SectorIndex s : rows_of(country.sectors))
      table += jobs[number(s)] * country.sectors[s].occupation_share[number(o)];
    margin.add(country.occupations[o].name_en, table, tally.occupation[number(o)] * weight);
  }
  return margin.line();
}

/// Employees by size of their establishment; the table has shares of establishments.
MarginLine sizes(const World& world, const Country& country, double weight) {
  const std::size_t classes = country.size_classes.size();
  const std::vector<double> jobs = sector_jobs(country);
  std::vector<double> table(classes, 0), counted(classes, 0);
  for (const SectorIndex s : rows_of(country.sectors)) {
    const SectorFacts& facts = country.sectors[s];
    const std::vector<double> mass = employees_by_class(country, facts);
    const double all = std::accumulate(mass.begin(), mass.end(), 0.0);
    for (std::size_t c = 0; c < classes && all > 0; ++c)
      table[c] += jobs[number(s)] * (1 - facts.self_employed_share) * mass[c] / all;
  }
  for (const FirmIndex firm : rows_of(world.firms.jobs)) {
    const double persons = world.firms.jobs[firm] * weight;
    for (std::size_t c = 0; c < classes && world.firms.state[firm] == FirmState::Open; ++c)
      if (persons <= country.size_classes[c].to || c + 1 == classes) {
        counted[c] += persons;
        break;
      }
  }
  Margin margin("employees by size of establishment");
  for (std::size_t c = 0; c < classes; ++c)
    margin.add(fmt::format("{}-{}", country.size_classes[c].from, country.size_classes[c].to), table[c], counted[c]);
  return margin.line();
}

MarginLine jobs(const World& world, const Country& country, double weight) {
  std::vector<double> rows(country.municipalities.size(), 0);
  for (const FirmIndex f : rows_of(world.firms.jobs)) rows[number(world.firms.municipality[f])] += world.firms.jobs[f];
  const double on_top = jobs_on_top(country);
  return by_municipality(
      country, "jobs by municipality",
      [&](MunicipalityIndex, const MunicipalityFacts& facts) {
        return on_top * std::accumulate(facts.jobs.begin(), facts.jobs.end(), 0.0);
      },
      rows, weight);
}

/// Who works where they live, against the fitted commuting table.
MarginLine own_municipality(const Country& country, const Tally& tally, double weight) {
  const std::size_t size = country.municipalities.size();
  return by_municipality(
      country, "employed who work in their own municipality",
      [&](MunicipalityIndex m, const MunicipalityFacts&) { return country.commuters[number(m) * size + number(m)]; },
      tally.at_home, weight);
}

}  // namespace

std::vector<MarginLine> compare_margins(const World& world, const Country& country) {
  const double weight = world.weight;
  const Tally tally = tally_of(world, country);
  const auto figure = [&](std::string name, double MunicipalityFacts::* persons, const std::vector<double>& rows) {
    return by_municipality(
        country, std::move(name), [&](MunicipalityIndex, const MunicipalityFacts& facts) { return facts.*persons; },
        rows, weight);
  };
  std::vector<MarginLine> lines{
      figure("residents by municipality", &MunicipalityFacts::population, tally.residents),
      ages(country, tally, weight),
      by_municipality(
          country, "highly educated of 15-74 by municipality",
          [&](MunicipalityIndex m, const MunicipalityFacts& facts) {
            return facts.high_education_share * tally.adults[number(m)] * weight;
          },
          tally.educated, weight),
      figure("employed by municipality", &MunicipalityFacts::employed, tally.employed),
      figure("unemployed by municipality", &MunicipalityFacts::unemployed, tally.unemployed),
      figure("ww recipients by municipality", &MunicipalityFacts::ww, tally.ww),
      figure("bijstand recipients by municipality", &MunicipalityFacts::bijstand, tally.bijstand),
      jobs(world, country, weight),
      by_sector(
          country, "employed by sector", [](const SectorFacts&) { return 1.0; }, tally.sector, weight),
      by_sector(
          country, "self-employed by sector", [](const SectorFacts& s) { return s.self_employed_share; },
          tally.self_employed, weight),
      by_sector(
          country, "flexible contracts by sector",
          [](const SectorFacts& s) { return (1 - s.self_employed_share) * s.flexible_share; }, tally.flexible, weight),
      occupations(country, tally, weight),
      own_municipality(country, tally, weight)};
  if (world.weight == 1) lines.push_back(sizes(world, country, weight));
  return lines;
}

}  // namespace polder
