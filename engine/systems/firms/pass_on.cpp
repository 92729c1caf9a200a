// What a closure or an arrival does to others: suppliers by the input-output table, local services by lost spending.
#include <algorithm>
#include <cmath>

#include "systems/firms/firms.h"

namespace polder::firms {
namespace {

/// Jobs in local services that follow `tradable` jobs whose holders live in `region`: by the region's jobs that serve
/// it.
void follow_locally(World& world, const Inputs& inputs, RegionIndex region, double tradable) {
  const Country& country = inputs.country;
  std::vector<double> serving(country.sectors.size(), 0);
  double all = 0;
  for (const SectorIndex sector : rows_of(country.sectors)) {
    serving[number(sector)] =
        world.economy.planned_jobs[cell(country, region, sector)] * (1 - country.sectors[sector].tradable);
    all += serving[number(sector)];
  }
  if (all <= 0) return;
  for (const SectorIndex sector : rows_of(country.sectors))
    world.economy.local_loss[cell(country, region, sector)] +=
        inputs.parameters.chain.local * tradable * serving[number(sector)] / all;
}

/// Suppliers of `rows` jobs in a municipality and sector, and what follows their own tradable jobs.
void follow_at_suppliers(World& world, const Inputs& inputs, MunicipalityIndex where, SectorIndex sector, double rows) {
  const Country& country = inputs.country;
  const std::size_t sectors = country.sectors.size();
  const std::vector<double>& share = country.municipalities[where].supplier_share;
  for (const RegionIndex region : rows_of(country.regions)) {
    double tradable = 0;
    for (const SectorIndex supplier : rows_of(country.sectors)) {
      const std::size_t c = cell(country, region, supplier);
      if (c >= share.size()) continue;  // the border of the scope
      const double linked = country.linked_jobs[number(supplier) * sectors + number(sector)];
      const double lost = inputs.parameters.chain.effect * linked * rows * share[c];
      world.economy.supplier_loss[c] += lost;
      tradable += lost * country.sectors[supplier].tradable;
    }
    follow_locally(world, inputs, region, tradable);
  }
}

/// Moves a share 1/months of what is still to go into the planned jobs.
void move(std::vector<double>& pending, std::vector<double>& planned, double months) {
  for (std::size_t c = 0; c < pending.size(); ++c) {
    const double now = std::min(pending[c] / months, planned[c]);
    planned[c] -= now;
    pending[c] -= now;
  }
}

}  // namespace

void follow_jobs(World& world, const Inputs& inputs, MunicipalityIndex where, SectorIndex sector, double rows) {
  if (world.economy.supplier_loss.empty()) return;
  const Country& country = inputs.country;
  follow_at_suppliers(world, inputs, where, sector, rows);
  const std::size_t size = country.municipalities.size();
  double workers = 0;
  for (std::size_t home = 0; home < size; ++home) workers += country.commuters[home * size + number(where)];
  if (workers <= 0) return;
  for (const MunicipalityIndex home : rows_of(country.municipalities)) {
    if (country.municipalities[home].elsewhere) continue;
    const double share = country.commuters[number(home) * size + number(where)] / workers;
    follow_locally(world, inputs, country.municipalities[home].region, rows * country.sectors[sector].tradable * share);
  }
}

void pass_on(World& world, const Inputs& inputs, const Random&) {
  Economy& economy = world.economy;
  move(economy.supplier_loss, economy.planned_jobs, inputs.parameters.chain.months);
  move(economy.local_loss, economy.planned_jobs, inputs.parameters.chain.local_months);
}

}  // namespace polder::firms
