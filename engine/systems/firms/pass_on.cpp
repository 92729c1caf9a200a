// What a closure or an arrival does to others: suppliers by the input-output table, local services by lost spending.
#include <algorithm>
#include <cmath>

#include "systems/firms/firms.h"

namespace polder::firms {
namespace {

/// Adds the jobs in local services that follow `tradable` jobs whose holders live in `region`: by the region's jobs
/// that serve it.
void follow_locally(const World& world, const Inputs& inputs, RegionIndex region, double tradable,
                    std::vector<double>& local) {
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
    local[cell(country, region, sector)] += inputs.parameters.chain.local * tradable * serving[number(sector)] / all;
}

/// Adds the jobs at suppliers of `rows` jobs in a municipality and sector, and what follows their own tradable jobs.
void follow_at_suppliers(const World& world, const Inputs& inputs, MunicipalityIndex where, SectorIndex sector,
                         double rows, std::vector<double>& suppliers, std::vector<double>& local) {
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
      suppliers[c] += lost;
      tradable += lost * country.sectors[supplier].tradable;
    }
    follow_locally(world, inputs, region, tradable, local);
  }
}

/// Adds the jobs in services where the holders of `rows` jobs in a municipality and sector live.
void follow_workers(const World& world, const Inputs& inputs, MunicipalityIndex where, SectorIndex sector, double rows,
                    std::vector<double>& local) {
  const Country& country = inputs.country;
  const std::size_t size = country.municipalities.size();
  double workers = 0;
  for (std::size_t home = 0; home < size; ++home) workers += country.commuters[home * size + number(where)];
  if (workers <= 0) return;
  for (const MunicipalityIndex home : rows_of(country.municipalities)) {
    if (country.municipalities[home].elsewhere) continue;
    const double share = country.commuters[number(home) * size + number(where)] / workers;
    follow_locally(world, inputs, country.municipalities[home].region, rows * country.sectors[sector].tradable * share,
                   local);
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

Followers followers_of(const World& world, const Inputs& inputs, MunicipalityIndex where, SectorIndex sector,
                       double rows) {
  const std::vector<double> none(world.economy.planned_jobs.size(), 0);
  Followers followers{none, none, none};
  follow_at_suppliers(world, inputs, where, sector, rows, followers.suppliers, followers.services_of_suppliers);
  follow_workers(world, inputs, where, sector, rows, followers.services_of_workers);
  return followers;
}

void follow_jobs(World& world, const Inputs& inputs, MunicipalityIndex where, SectorIndex sector, double rows) {
  Economy& economy = world.economy;
  if (economy.supplier_loss.empty()) return;
  follow_at_suppliers(world, inputs, where, sector, rows, economy.supplier_loss, economy.local_loss);
  follow_workers(world, inputs, where, sector, rows, economy.local_loss);
}

void pass_on(World& world, const Inputs& inputs, const Random&) {
  Economy& economy = world.economy;
  move(economy.supplier_loss, economy.planned_jobs, inputs.parameters.chain.months);
  move(economy.local_loss, economy.planned_jobs, inputs.parameters.chain.local_months);
}

}  // namespace polder::firms
