#include <algorithm>

#include "systems/firms/firms.h"
#include "world/establishment_size.h"

namespace polder::firms {
namespace {

/// A size [persons] below `limit` from the sector's size classes and Zipf's law, as in the synthetic population.
double small_size(const Country& country, SectorIndex sector, double limit, const Block& luck) {
  const SectorFacts& facts = country.sectors[sector];
  double all = 0;
  const auto fits = [&](std::size_t c) { return country.size_classes[c].from < limit; };
  for (std::size_t c = 0; c < facts.size_share.size(); ++c) all += fits(c) ? facts.size_share[c] : 0;
  double left = uniform(luck[0]) * all;
  for (std::size_t c = 0; c < facts.size_share.size(); ++c) {
    if (!fits(c)) continue;
    left -= facts.size_share[c];
    if (left < 0) {
      const SizeClass size = country.size_classes[c];
      const auto most = std::min(size.to, static_cast<std::uint32_t>(limit - 1));
      return zipf_size({size.from, std::max(size.from, most)}, uniform(luck[1]));
    }
  }
  return 1;
}

/// Activates the next spare row of the municipality; nothing happens when there is none left.
void open_establishment(World& world, const Inputs& inputs, const Random& random, MunicipalityIndex where,
                        SectorIndex sector) {
  std::uint32_t& next = world.municipalities.next_firm[where];
  if (next >= world.municipalities.last_firm[where]) return;
  const auto firm = index_of<FirmIndex>(next++);
  const Block luck = random.block(Draw::Opening, world.month, static_cast<std::uint32_t>(firm));
  Firms& firms = world.firms;
  firms.sector[firm] = sector;
  firms.municipality[firm] = where;
  firms.state[firm] = FirmState::Open;
  const double persons = small_size(inputs.country, sector, inputs.parameters.firm.exit_below, luck);
  firms.persons[firm] = static_cast<std::uint32_t>(persons);
  firms.start_size[firm] = std::max(1.0, persons / world.weight);  // a row stands for the small ones without a row
  firms.target[firm] = firms.start_size[firm];
}

}  // namespace

void announce_closure(World& world, const Inputs& inputs, FirmIndex firm, Month at) {
  const Country& country = inputs.country;
  Firms& firms = world.firms;
  const auto cell_of = [&](FirmIndex f) {
    return cell(country, country.municipalities[firms.municipality[f]].region, firms.sector[f]);
  };
  const std::size_t c = cell_of(firm);
  double targets = 0;
  for (const FirmIndex other : rows_of(firms.state))
    if (is_active(firms.state[other]) && cell_of(other) == c) targets += firms.target[other];
  if (targets > 0 && is_active(firms.state[firm])) world.economy.planned_jobs[c] *= 1 - firms.target[firm] / targets;
  firms.state[firm] = FirmState::Notice;
  firms.closes[firm] = at;
  firms.dismissal[firm] = 0;
}

void arrive(World& world, const Inputs& inputs, FirmIndex firm, MunicipalityIndex where, SectorIndex sector,
            double jobs) {
  const Country& country = inputs.country;
  Firms& firms = world.firms;
  const double rows = jobs / world.weight;
  firms.sector[firm] = sector;
  firms.municipality[firm] = where;
  firms.state[firm] = FirmState::Open;
  firms.persons[firm] = static_cast<std::uint32_t>(jobs + .5);
  firms.start_size[firm] = rows;
  firms.target[firm] = rows;
  const RegionIndex region = country.municipalities[where].region;
  // Planned jobs are those of the start, before demand: others keep their targets.
  world.economy.planned_jobs[cell(country, region, sector)] += rows / demand_factor(world, inputs, region, sector);
  follow_jobs(world, inputs, where, sector, -rows);
}

void close_and_open(World& world, const Inputs& inputs, const Random& random) {
  const auto& p = inputs.parameters.firm;
  Firms& firms = world.firms;
  const Threshold exit = threshold(p.exit);
  std::vector<FirmIndex> replaced;
  for (const FirmIndex firm : rows_of(firms.state)) {
    if (firms.closes[firm] != never && firms.closes[firm] < world.month) {
      firms.state[firm] = FirmState::Closed;
      continue;
    }
    if (firms.state[firm] == FirmState::Notice && firms.closes[firm] == world.month)
      follow_jobs(world, inputs, firms.municipality[firm], firms.sector[firm], firms.target[firm]);
    if (firms.state[firm] != FirmState::Open || firms.persons[firm] >= p.exit_below) continue;
    if (random.word(Draw::Exit, world.month, static_cast<std::uint32_t>(firm)) >= exit) continue;
    firms.closes[firm] = world.month;
    firms.state[firm] = FirmState::Closed;
    replaced.push_back(firm);
  }
  for (const FirmIndex firm : replaced)
    open_establishment(world, inputs, random, firms.municipality[firm], firms.sector[firm]);
}

}  // namespace polder::firms
