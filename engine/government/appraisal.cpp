#include "government/appraisal.h"

#include <algorithm>

#include "government/cards.h"
#include "government/jurisdiction.h"
#include "government/ties.h"

namespace polder::government {

Appraisal::Appraisal(const World& world, const Model& model, const GovernmentParameters& parameters)
    : world_(world),
      model_(model),
      parameters_(parameters),
      portfolios_(world, model.country, parameters.integration),
      trust_(model.country.municipalities.size()) {
  for (const RegionIndex region : rows_of(model.country.regions)) {
    const std::vector<MunicipalityIndex> members = councils_in(model.country, region);
    for (const MunicipalityIndex m : members)
      for (std::size_t l = 0; l < level_count; ++l)
        trust_[m][l] = trust_at(world, model.country, m, index_of<Level>(l), members, parameters.trust);
  }
}

double Appraisal::at(MunicipalityIndex m, Task task, Level level) const {
  const Territory& territory = model_.territories[m][number(level)];
  const Setting setting = setting_in(world_.municipalities.council[m], territory, portfolios_.at(m, level),
                                     trust_[m][number(level)], parameters_);
  return card_value(task, level, setting, territory.inside, parameters_);
}

double Appraisal::in_force(MunicipalityIndex m, Task task) const {
  return card_value(task, world_.municipalities.provision[m][number(task)].level,
                    setting_in_force(world_, model_.country, m, task, portfolios_.in_force(m, task), parameters_),
                    world_.municipalities.territory[m][number(task)].inside, parameters_);
}

double Appraisal::fit(MunicipalityIndex m) const {
  double sum = 0;
  for (std::size_t t = 0; t < task_count; ++t) {
    const Task task = index_of<Task>(t);
    const double now = in_force(m, task);
    double best = now;
    for (std::size_t l = 0; l < level_count; ++l)
      if (can_have(task, index_of<Level>(l))) best = std::max(best, at(m, task, index_of<Level>(l)));
    sum += best > 0 ? now / best : 1;
  }
  return sum;
}

}  // namespace polder::government
