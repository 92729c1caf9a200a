#include <algorithm>

#include "polder/base/detmath.h"
#include "systems/firms/firms.h"

namespace polder::firms {

void move_demand(World& world, const Inputs& inputs, const Random& random) {
  if (world.warming_up()) return;
  const auto& demand = inputs.parameters.demand;
  Economy& economy = world.economy;
  const double shock = demand.innovation_sd * normal_quantile(uniform(random.word(Draw::Cycle, world.month, 0)));
  const double next = demand.persistence_1 * economy.cycle + demand.persistence_2 * economy.cycle_before + shock;
  const double change = next - economy.cycle;
  economy.cycle_before = economy.cycle;
  economy.cycle = next;
  for (const SectorIndex sector : rows_of(inputs.country.sectors)) {
    const double noise =
        normal_quantile(uniform(random.word(Draw::SectorDemand, world.month, static_cast<std::uint32_t>(sector))));
    economy.log_demand[number(sector)] +=
        inputs.country.sectors[sector].cycle_sensitivity * change + demand.sector_sd * noise;
  }
}

double demand_factor(const World& world, const Inputs& inputs, RegionIndex region, SectorIndex sector) {
  const Model& model = inputs.model;
  const auto month = static_cast<std::size_t>(std::max(0, world.month - world.start));
  const double growth =
      model.reference_growth.empty() ? 1 : model.reference_growth[std::min(month, model.reference_growth.size() - 1)];
  const double trend = inputs.demand.trend.empty() ? 0 : inputs.demand.trend[cell(inputs.country, region, sector)];
  const double shift = inputs.country.sectors[sector].cycle_sensitivity * inputs.demand.cycle_shift;
  return detmath::exp(world.economy.log_demand[number(sector)] + trend + shift) * growth;
}

}  // namespace polder::firms
