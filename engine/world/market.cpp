#include "world/market.h"

namespace polder {

std::vector<MarketCell> count_market(const World& world, const Country& country) {
  const std::size_t occupations = country.occupations.size();
  std::vector<MarketCell> market(country.regions.size() * occupations);
  const auto cell = [&](const MunicipalityFacts& place, std::size_t o) -> MarketCell& {
    return market[number(place.region) * occupations + o];
  };
  for (const VacancyIndex row : rows_of(world.vacancies.firm)) {
    const MunicipalityFacts& place = country.municipalities[world.firms.municipality[world.vacancies.firm[row]]];
    if (!place.elsewhere) ++cell(place, number(world.vacancies.occupation[row])).vacancies;
  }
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const MunicipalityFacts& place = country.municipalities[m];
    const Stocks& stocks = world.municipalities.stocks[m];
    for (std::size_t o = 0; !place.elsewhere && o < occupations; ++o) {
      cell(place, o).seekers += stocks.unemployed_in[o];
      cell(place, o).workers += stocks.unemployed_in[o] + stocks.employed_in[o];
    }
  }
  return market;
}

}  // namespace polder
