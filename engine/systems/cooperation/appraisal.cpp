#include "systems/cooperation/appraisal.h"

#include "government/cards.h"
#include "government/jurisdiction.h"
#include "government/ties.h"

namespace polder::cooperation {

double Appraisal::at(MunicipalityIndex m, Task task, Level level) const {
  const GovernmentParameters& parameters = inputs_.parameters.government;
  const Territory& territory = inputs_.model.territories[m][number(level)];
  const std::vector<MunicipalityIndex> region =
      government::councils_in(inputs_.country, inputs_.country.municipalities[m].region);
  const government::Setting setting = government::setting_in(
      world_.municipalities.council[m], territory, portfolios_.at(m, level),
      government::trust_at(world_, inputs_.country, m, level, region, parameters.trust), parameters);
  return government::card_value(task, level, setting, territory.inside, parameters);
}

double Appraisal::in_force(MunicipalityIndex m, Task task) const {
  const GovernmentParameters& parameters = inputs_.parameters.government;
  const Territory& territory = world_.municipalities.territory[m][number(task)];
  const government::Setting setting = government::setting_in(
      world_.municipalities.council[m], territory, portfolios_.in_force(m, task),
      government::trust_in_force(world_, inputs_.country, m, task, parameters.trust), parameters);
  return government::card_value(task, world_.municipalities.provision[m][number(task)].level, setting, territory.inside,
                                parameters);
}

}  // namespace polder::cooperation
