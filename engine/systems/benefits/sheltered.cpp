#include <algorithm>

#include "systems/benefits/benefits.h"
#include "world/situation.h"

namespace polder::benefits {
namespace {

struct Candidate {
  std::uint32_t luck = 0;
  ResidentIndex person{};
  friend bool operator<(const Candidate& a, const Candidate& b) {
    return a.luck != b.luck ? a.luck < b.luck : a.person < b.person;
  }
};

/// Places of each municipality that are not taken [rows]; rounded so that all together are as many as asked for.
Column<MunicipalityIndex, std::size_t> free_places(const World& world,
                                                   const Column<MunicipalityIndex, double>& places) {
  Column<MunicipalityIndex, std::size_t> free(places.size(), 0);
  double so_far = 0;
  for (const MunicipalityIndex m : rows_of(places)) {
    const auto before = static_cast<std::size_t>(so_far / world.weight + .5);
    so_far += places[m];
    const std::size_t wanted = static_cast<std::size_t>(so_far / world.weight + .5) - before;
    const std::size_t taken = world.firms.jobs[sheltered_workplace(world, m)];
    free[m] = wanted > taken ? wanted - taken : 0;
  }
  return free;
}

void take_sheltered_job(World& world, const Inputs& inputs, ResidentIndex person) {
  const FirmIndex firm = sheltered_workplace(world, world.residents.profile[person].municipality());
  Situation next = world.residents.now[person];
  next.employer = firm;
  next.since = world.month;
  next.wage = static_cast<std::uint16_t>(inputs.parameters.sheltered.wage / 10 + .5);
  next.labour = Labour::Permanent;
  next.benefit = Benefit::None;
  next.set_sector(world.firms.sector[firm]);
  move_to(world, person, next);
  ++world.firms.jobs[firm];
}

}  // namespace

void fill_sheltered_places(World& world, const Inputs& inputs, const Random& random) {
  const auto& places = inputs.policy.mandates.sheltered_places;
  if (places.empty() || world.sheltered == none<FirmIndex>) return;
  const Column<MunicipalityIndex, std::size_t> free = free_places(world, places);
  Column<MunicipalityIndex, std::vector<Candidate>> candidates(free.size());
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Situation& now = world.residents.now[person];
    const MunicipalityIndex home = world.residents.profile[person].municipality();
    if (now.benefit != Benefit::Bijstand || now.learns != 0 || free[home] == 0) continue;
    if (now.distance < inputs.parameters.subsidy.from_distance) continue;
    const auto row = static_cast<std::uint32_t>(person);
    candidates[home].push_back({random.word(Draw::Sheltered, world.month, row), person});
  }
  for (const MunicipalityIndex m : rows_of(candidates)) {
    std::sort(candidates[m].begin(), candidates[m].end());
    candidates[m].resize(std::min(candidates[m].size(), free[m]));
    for (const Candidate& chosen : candidates[m]) take_sheltered_job(world, inputs, chosen.person);
  }
}

}  // namespace polder::benefits
