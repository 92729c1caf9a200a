#include "indicators/occupation_balance.h"

#include <limits>

namespace polder {
namespace {

double share_of(double part, double whole) {
  return whole > 0 ? part / whole : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

Column<RegionIndex, OccupationCounts> count_occupations(const World& world, const Country& country,
                                                        double recorded_share) {
  Column<RegionIndex, OccupationCounts> regions(country.regions.size(), OccupationCounts(country.occupations.size()));
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    if (country.municipalities[m].elsewhere) continue;
    const Stocks& stocks = world.municipalities.stocks[m];
    OccupationCounts& counts = regions[country.municipalities[m].region];
    for (const OccupationIndex o : rows_of(counts)) {
      counts[o].employed += static_cast<double>(world.weight) * stocks.employed_in[number(o)];
      counts[o].seekers += static_cast<double>(world.weight) * stocks.unemployed_in[number(o)];
    }
  }
  for (const VacancyIndex v : rows_of(world.vacancies.firm)) {
    const MunicipalityFacts& place = country.municipalities[world.firms.municipality[world.vacancies.firm[v]]];
    if (!place.elsewhere)
      regions[place.region][world.vacancies.occupation[v]].vacancies += recorded_share * world.weight;
  }
  return regions;
}

OccupationCounts count_occupations(const World& world, const Country& country, RegionIndex region,
                                   double recorded_share) {
  return count_occupations(world, country, recorded_share)[region];
}

Column<OccupationIndex, OccupationBalance> balance_occupations(std::span<const OccupationCounts> months) {
  if (months.empty()) return {};
  Column<OccupationIndex, OccupationBalance> balances(months.front().size());
  double all_seekers = 0, all_vacancies = 0;
  for (const OccupationIndex o : rows_of(balances)) {
    OccupationBalance& balance = balances[o];
    for (const OccupationCounts& month : months) {
      balance.seekers += month[o].seekers / static_cast<double>(months.size());
      balance.vacancies += month[o].vacancies / static_cast<double>(months.size());
    }
    balance.tightness = share_of(balance.vacancies, balance.seekers);
    balance.employed = months.back()[o].employed;
    balance.change = share_of(balance.employed, months.front()[o].employed) - 1;
    if (balance.seekers > balance.vacancies) balance.demand = Demand::Shrinking;
    if (balance.vacancies > balance.seekers) balance.demand = Demand::Growing;
    all_seekers += balance.seekers;
    all_vacancies += balance.vacancies;
  }
  for (OccupationBalance& balance : balances)
    balance.relative = share_of(balance.tightness, share_of(all_vacancies, all_seekers));
  return balances;
}

}  // namespace polder
