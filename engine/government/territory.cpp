#include "government/territory.h"

#include <algorithm>
#include <cmath>

namespace polder::government {
namespace {

double commuters(const Country& country, MunicipalityIndex home, MunicipalityIndex work) {
  return country.commuters[number(home) * country.municipalities.size() + number(work)];
}

/// The same of a municipality and those that merged into it.
double commuters_of(const Country& country, MunicipalityIndex m, MunicipalityIndex work) {
  double sum = commuters(country, m, work);
  for (const MunicipalityIndex part : country.municipalities[m].government.merged)
    sum += commuters(country, part, work);
  return sum;
}

/// Adds the jobs of a municipality by occupation, `weight` times.
void add_trades(const Country& country, MunicipalityIndex m, double weight, std::vector<double>& trades) {
  trades.resize(country.occupations.size(), 0.0);
  const std::vector<double>& jobs = country.municipalities[m].jobs;
  for (std::size_t s = 0; s < jobs.size(); ++s) {
    const std::vector<double>& share = country.sectors[index_of<SectorIndex>(s)].occupation_share;
    for (std::size_t o = 0; o < share.size(); ++o) trades[o] += weight * jobs[s] * share[o];
  }
}

void make_shares(std::vector<double>& amounts) {
  double sum = 0;
  for (const double amount : amounts) sum += amount;
  if (sum > 0)
    for (double& amount : amounts) amount /= sum;
}

double coefficient_of_variation(const std::vector<double>& values) {
  double mean = 0, square = 0;
  for (const double value : values) mean += value / static_cast<double>(values.size());
  for (const double value : values) square += (value - mean) * (value - mean) / static_cast<double>(values.size());
  return mean > 0 ? std::sqrt(square) / mean : 0;
}

}  // namespace

Together together(const Country& country, std::vector<MunicipalityIndex> members, double least) {
  Together all;
  all.members = std::move(members);
  std::vector<bool> inside(country.municipalities.size(), false);
  std::vector<double> size, need;
  for (const MunicipalityIndex m : all.members) {
    const MunicipalityFacts& facts = country.municipalities[m];
    inside[number(m)] = true;
    all.inhabitants += facts.population;
    add_trades(country, m, 1, all.trades);
    if (country.is_merged(m)) continue;
    ++all.partners;
    const double inhabitants = country.inhabitants(m);
    if (inhabitants <= 0 || facts.elsewhere) continue;
    size.push_back(inhabitants);
    need.push_back(country.governed(m, &MunicipalityFacts::bijstand) / inhabitants);
  }
  all.inhabitants = std::max(all.inhabitants, least);
  make_shares(all.trades);
  if (!size.empty()) all.variation = (coefficient_of_variation(size) + coefficient_of_variation(need)) / 2;
  double held = 0, jobs = 0;
  for (const MunicipalityIndex work : all.members)
    for (const MunicipalityIndex home : rows_of(country.municipalities)) {
      jobs += commuters(country, home, work);
      if (inside[number(home)]) held += commuters(country, home, work);
    }
  if (jobs > 0) all.inside = held / jobs;
  return all;
}

Territory territory_of(const Country& country, MunicipalityIndex m, const Together& all) {
  Territory territory;
  territory.inhabitants = all.inhabitants;
  territory.partners = all.partners;
  territory.inside = all.inside;
  territory.variation = all.variation;
  double here = 0, everywhere = 0;
  std::vector<double> own;
  for (const MunicipalityIndex work : rows_of(country.municipalities)) {
    const double going = commuters_of(country, m, work);
    if (going <= 0) continue;
    everywhere += going;
    const std::vector<double>& jobs = country.municipalities[work].jobs;
    double there = 0;
    for (const double amount : jobs) there += amount;
    if (there > 0) add_trades(country, work, going / there, own);
  }
  for (const MunicipalityIndex work : all.members) here += commuters_of(country, m, work);
  if (everywhere > 0) territory.coverage = here / everywhere;
  make_shares(own);
  for (std::size_t o = 0; o < own.size() && o < all.trades.size(); ++o)
    territory.dissimilarity += std::abs(own[o] - all.trades[o]) / 2;
  return territory;
}

}  // namespace polder::government
