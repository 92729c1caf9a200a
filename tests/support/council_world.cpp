#include "support/council_world.h"

namespace polder::testing {

CouncilWorld::CouncilWorld() {
  parameters().government = shipped_government();
  give_councils(model.country);
  const std::size_t places = model.country.municipalities.size();
  model.country.commuters.assign(places * places, 100);
  cooperation::begin(world, model.country, parameters(), cooperation::territories_if_all(model.country));
  governance::begin(world, model.country, parameters());
  model.local_position = governance::local_positions(model.country);
  model.coalition = governance::coalitions(model.country);
}

CouncilWorld::~CouncilWorld() = default;

void CouncilWorld::impose(MunicipalityIndex m, double Course::* member, std::size_t bit, double value) {
  Mandates& mandates = policy.mandates;
  mandates.course.resize(model.country.municipalities.size());
  mandates.course_imposed.resize(model.country.municipalities.size());
  mandates.course[m].*member = value;
  mandates.course_imposed[m] |= std::uint64_t{1} << bit;
}

void CouncilWorld::spend_on(MunicipalityIndex m, Task task, Level level, double partners) {
  services(m).budget = {};
  services(m).budget[number(task)] = 100'000'00;
  model.country.municipalities[m].government.accounts.joint_arrangements = 0;
  world.municipalities.provision[m][number(task)].level = level;
  Territory& territory = world.municipalities.territory[m][number(task)];
  territory.partners = partners;
  territory.inhabitants = model.country.municipalities[m].population * partners;
}

}  // namespace polder::testing
