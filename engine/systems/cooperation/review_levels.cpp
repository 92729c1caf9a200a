#include "government/appraisal.h"
#include "government/cards.h"
#include "government/jurisdiction.h"
#include "systems/cooperation/joining.h"
#include "systems/cooperation/leave.h"
#include "systems/cooperation/levels.h"

namespace polder::cooperation {
namespace {

using Levels = std::array<bool, level_count>;

Levels allowed_for(Task task) {
  Levels allowed{};
  for (std::size_t l = 0; l < level_count; ++l) allowed[l] = can_have(task, index_of<Level>(l));
  return allowed;
}

Level any_level(const World& world, const Random& random, RegionIndex region, Task task) {
  const Levels allowed = allowed_for(task);
  std::vector<Level> levels;
  for (std::size_t l = 0; l < level_count; ++l)
    if (allowed[l]) levels.push_back(index_of<Level>(l));
  const std::uint32_t luck =
      random.word(Draw::Review, world.month, static_cast<std::uint32_t>(region), static_cast<std::uint32_t>(task));
  return levels[below(luck, static_cast<std::uint32_t>(levels.size()))];
}

/// Where municipalities of a region would have a task that is now at `current`.
Level better_level(const government::Appraisal& appraisal, const Inputs& inputs,
                   const std::vector<MunicipalityIndex>& members, Task task, Level current) {
  const Levels allowed = allowed_for(task);
  std::array<double, level_count> value{};
  for (const MunicipalityIndex m : members)
    for (std::size_t l = 0; l < level_count; ++l)
      if (allowed[l]) value[l] += inputs.country.inhabitants(m) * appraisal.at(m, task, index_of<Level>(l));
  return government::best_level(current, value, allowed, inputs.parameters.government.switching.hysteresis);
}

/// Municipalities of a region whose task no scenario sets.
std::vector<MunicipalityIndex> free_in(const World& world, const Country& country, RegionIndex region, Task task) {
  std::vector<MunicipalityIndex> members = government::councils_in(country, region);
  std::erase_if(members, [&](MunicipalityIndex m) {
    return world.municipalities.provision[m][number(task)].author == Author::Scenario;
  });
  return members;
}

/// The largest municipality proposes a level that is better than its own; if its own is good, the largest of those who
/// have the task elsewhere, and so on.
void propose_better_level(World& world, const Inputs& inputs, const government::Appraisal& appraisal,
                          RegionIndex region, Task task) {
  const std::vector<MunicipalityIndex> members = free_in(world, inputs.country, region, task);
  const auto level_of = [&](MunicipalityIndex m) { return world.municipalities.provision[m][number(task)].level; };
  for (std::vector<MunicipalityIndex> others = members; !others.empty();) {
    const MunicipalityIndex leading = government::largest(inputs.country, others);
    const Level current = level_of(leading), better = better_level(appraisal, inputs, members, task, current);
    if (better != current) return propose_move(world, inputs, region, task, better, leading);
    std::erase_if(others, [&](MunicipalityIndex m) { return level_of(m) == current; });
  }
}

}  // namespace

void review(World& world, const Inputs& inputs, const Random& random, Mover& mover) {
  const Switching switching = inputs.policy.mandates.switching;
  if (switching == Switching::Random) {
    for (const RegionIndex region : rows_of(inputs.country.regions))
      for (std::size_t t = 0; t < task_count; ++t) {
        const Level level = any_level(world, random, region, index_of<Task>(t));
        for (const MunicipalityIndex m : free_in(world, inputs.country, region, index_of<Task>(t)))
          mover.move(m, index_of<Task>(t), level, Author::Councils);
      }
  }
  if (switching != Switching::Adaptive) return;
  weigh_leaving(world, inputs, random);
  const government::Appraisal appraisal(world, inputs.model, inputs.parameters.government);
  for (const RegionIndex region : rows_of(inputs.country.regions))
    for (std::size_t t = 0; t < task_count; ++t)
      propose_better_level(world, inputs, appraisal, region, index_of<Task>(t));
}

}  // namespace polder::cooperation
