#include "government/cards.h"
#include "government/jurisdiction.h"
#include "government/setting.h"
#include "government/ties.h"
#include "systems/cooperation/levels.h"

namespace polder::cooperation {
namespace {

class Review {
 public:
  Review(const World& world, const Inputs& inputs, const Random& random)
      : world_(world),
        inputs_(inputs),
        random_(random),
        portfolios_(world, inputs.country, inputs.parameters.government.integration) {}

  /// Where a region's municipalities take a task that is now at `current`.
  Level choose(RegionIndex region, const std::vector<MunicipalityIndex>& members, Task task, Level current) const {
    std::array<bool, level_count> allowed{};
    for (std::size_t l = 0; l < level_count; ++l) allowed[l] = can_have(task, index_of<Level>(l));
    if (inputs_.policy.mandates.switching == Switching::Random) return any(region, task, allowed);
    std::array<double, level_count> value{};
    for (const MunicipalityIndex m : members)
      for (std::size_t l = 0; l < level_count; ++l)
        if (allowed[l]) value[l] += inputs_.country.municipalities[m].population * card(m, task, index_of<Level>(l));
    return government::best_level(current, value, allowed, inputs_.parameters.government.switching.hysteresis);
  }

 private:
  Level any(RegionIndex region, Task task, const std::array<bool, level_count>& allowed) const {
    std::vector<Level> levels;
    for (std::size_t l = 0; l < level_count; ++l)
      if (allowed[l]) levels.push_back(index_of<Level>(l));
    const std::uint32_t luck =
        random_.word(Draw::Review, world_.month, static_cast<std::uint32_t>(region), static_cast<std::uint32_t>(task));
    return levels[below(luck, static_cast<std::uint32_t>(levels.size()))];
  }

  double card(MunicipalityIndex m, Task task, Level level) const {
    const GovernmentParameters& parameters = inputs_.parameters.government;
    const Territory& territory = inputs_.model.territories[m][number(level)];
    const std::vector<MunicipalityIndex> region =
        government::councils_in(inputs_.country, inputs_.country.municipalities[m].region);
    const government::Setting setting = government::setting_in(
        world_.municipalities.council[m], territory, portfolios_.at(m, level),
        government::trust_at(world_, inputs_.country, m, level, region, parameters.trust), parameters);
    return government::card_value(task, level, setting, territory.inside, parameters);
  }

  const World& world_;
  const Inputs& inputs_;
  const Random& random_;
  government::Portfolios portfolios_;
};

}  // namespace

void review(World& world, const Inputs& inputs, const Random& random, Mover& mover) {
  const Switching switching = inputs.policy.mandates.switching;
  if (switching != Switching::Adaptive && switching != Switching::Random) return;
  const Review reviewed(world, inputs, random);
  for (const RegionIndex region : rows_of(inputs.country.regions)) {
    const std::vector<MunicipalityIndex> all = government::councils_in(inputs.country, region);
    for (std::size_t t = 0; t < task_count; ++t) {
      std::vector<MunicipalityIndex> free;
      for (const MunicipalityIndex m : all)
        if (world.municipalities.provision[m][t].author != Author::Scenario) free.push_back(m);
      if (free.empty()) continue;
      const MunicipalityIndex leading = government::largest(inputs.country, free);
      const Level level =
          reviewed.choose(region, free, index_of<Task>(t), world.municipalities.provision[leading][t].level);
      for (const MunicipalityIndex m : free) mover.move(m, index_of<Task>(t), level, Author::Councils);
    }
  }
}

}  // namespace polder::cooperation
