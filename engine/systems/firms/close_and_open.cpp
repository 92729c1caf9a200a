#include <algorithm>
#include <vector>

#include "base/parallel.h"
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

/// The share of active establishments in their sector and region leaves its planned jobs.
void take_jobs_away(World& world, const Inputs& inputs, const std::vector<FirmIndex>& leaving) {
  std::vector<double> all(world.economy.planned_jobs.size(), 0), gone(all.size(), 0);
  const Firms& firms = world.firms;
  for (const FirmIndex firm : rows_of(firms.state))
    if (is_active(firms.state[firm])) all[cell_of(world, inputs.country, firm)] += firms.target[firm];
  for (const FirmIndex firm : leaving)
    if (is_active(firms.state[firm])) gone[cell_of(world, inputs.country, firm)] += firms.target[firm];
  for (std::size_t c = 0; c < all.size(); ++c)
    if (all[c] > 0 && gone[c] > 0) world.economy.planned_jobs[c] *= 1 - gone[c] / all[c];
}

/// In the order of rows.
std::vector<FirmIndex> small_ones_that_exit(const World& world, const Parameters& parameters, const Random& random) {
  constexpr std::size_t chunk_rows = 1u << 14;
  const Firms& firms = world.firms;
  const Threshold exit = threshold(parameters.firm.exit);
  std::vector<std::vector<FirmIndex>> found(chunks_of(firms.size(), chunk_rows));
  for_each_chunk(firms.size(), chunk_rows, [&](std::size_t chunk, std::size_t first, std::size_t last) {
    std::vector<std::uint32_t> small;
    for (std::size_t row = first; row < last; ++row) {
      const auto firm = index_of<FirmIndex>(row);
      if (firms.state[firm] == FirmState::Open && firms.persons[firm] < parameters.firm.exit_below)
        small.push_back(static_cast<std::uint32_t>(row));
    }
    std::vector<Block> luck(small.size());
    random.blocks(Draw::Exit, world.month, small, 0, luck);
    for (std::size_t i = 0; i < small.size(); ++i)
      if (luck[i][0] < exit) found[chunk].push_back(index_of<FirmIndex>(small[i]));
  });
  std::vector<FirmIndex> all;
  for (const auto& part : found) all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace

void give_notice(World& world, const Inputs& inputs, FirmIndex firm, Month at) {
  take_jobs_away(world, inputs, {firm});
  world.firms.state[firm] = FirmState::Notice;
  world.firms.closes[firm] = at;
  world.firms.dismissal[firm] = 0;
}

void announce_closure(World& world, const Inputs& inputs, FirmIndex firm, Month at) {
  give_notice(world, inputs, firm, at);
  Endangered endangered;
  endangered.firm = firm;
  endangered.jobs = world.firms.jobs[firm];
  endangered.decides = world.month;
  endangered.notice = static_cast<std::uint32_t>(at - world.month);
  endangered.fate = Endangered::Fate::Closes;
  world.endangered.push_back(endangered);
}

void go_bankrupt(World& world, const Inputs& inputs, const Random& random) {
  if (inputs.demand.bankruptcy.empty()) return;
  Firms& firms = world.firms;
  std::vector<FirmIndex> failed;
  for (const FirmIndex firm : rows_of(firms.state)) {
    if (firms.state[firm] != FirmState::Open) continue;
    const Threshold chance = threshold(inputs.demand.bankruptcy[cell_of(world, inputs.country, firm)]);
    if (random.word(Draw::Bankruptcy, world.month, static_cast<std::uint32_t>(firm)) < chance) failed.push_back(firm);
  }
  take_jobs_away(world, inputs, failed);
  for (const FirmIndex firm : failed) {
    firms.closes[firm] = world.month;
    firms.state[firm] = FirmState::Closed;
    follow_jobs(world, inputs, firms.municipality[firm], firms.sector[firm], firms.target[firm]);
  }
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
  Firms& firms = world.firms;
  for (const FirmIndex firm : rows_of(firms.state)) {
    if (firms.closes[firm] != never && firms.closes[firm] < world.month)
      firms.state[firm] = FirmState::Closed;
    else if (firms.state[firm] == FirmState::Notice && firms.closes[firm] == world.month)
      follow_jobs(world, inputs, firms.municipality[firm], firms.sector[firm], firms.target[firm]);
  }
  const std::vector<FirmIndex> replaced = small_ones_that_exit(world, inputs.parameters, random);
  for (const FirmIndex firm : replaced) {
    firms.closes[firm] = world.month;
    firms.state[firm] = FirmState::Closed;
  }
  for (const FirmIndex firm : replaced)
    open_establishment(world, inputs, random, firms.municipality[firm], firms.sector[firm]);
}

}  // namespace polder::firms
