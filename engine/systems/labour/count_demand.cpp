#include <span>

#include "systems/labour/labour.h"
#include "world/forecast.h"

namespace polder::labour {

void count_demand(World& world, const Inputs& inputs, const Random&) {
  if (!statistics_month(world)) return;
  const Country& country = inputs.country;
  const std::size_t sectors = country.sectors.size(), occupations = country.occupations.size();
  std::vector<double> rows(country.regions.size() * sectors, 0.0);
  for (const FirmIndex firm : rows_of(world.firms.state)) {
    const RegionIndex region = country.municipalities[world.firms.municipality[firm]].region;
    rows[number(region) * sectors + number(world.firms.sector[firm])] +=
        world.firms.jobs[firm] + world.firms.vacancies[firm];
  }
  std::vector<double>& history = world.economy.demand;
  history.resize(history.size() + country.regions.size() * occupations, 0.0);
  const std::span demand = std::span(history).last(country.regions.size() * occupations);
  for (std::size_t region = 0; region < country.regions.size(); ++region)
    for (const SectorIndex sector : rows_of(country.sectors))
      for (std::size_t o = 0; o < occupations; ++o)
        demand[region * occupations + o] +=
            rows[region * sectors + number(sector)] * country.sectors[sector].occupation_share[o];
}

}  // namespace polder::labour
