#include "government/appraisal.h"

#include <algorithm>

#include "government/cards.h"

namespace polder::government {

Appraisal::Appraisal(const World& world, const Model& model, const GovernmentParameters& parameters)
    : world_(world),
      model_(model),
      parameters_(parameters),
      portfolios_(world, model.country, parameters.integration),
      trusts_(world, model.country, parameters.trust) {}

double Appraisal::value_at(MunicipalityIndex m, Task task, Level level, const Setting& of_council) const {
  const Territory& territory = model_.territories[m][number(level)];
  return card_value(task, level, setting_in(of_council, territory, portfolios_.at(m, level), trusts_.at(m, level)),
                    territory.inside, parameters_);
}

double Appraisal::value_in_force(MunicipalityIndex m, Task task, const Setting& of_council) const {
  const Territory& territory = world_.municipalities.territory[m][number(task)];
  return card_value(task, world_.municipalities.provision[m][number(task)].level,
                    setting_in(of_council, territory, portfolios_.in_force(m, task), trusts_.in_force(m, task)),
                    territory.inside, parameters_);
}

double Appraisal::at(MunicipalityIndex m, Task task, Level level) const {
  return value_at(m, task, level, setting_of(world_.municipalities.council[m], parameters_));
}

double Appraisal::in_force(MunicipalityIndex m, Task task) const {
  return value_in_force(m, task, setting_of(world_.municipalities.council[m], parameters_));
}

double Appraisal::fit(MunicipalityIndex m) const {
  const Setting of_council = setting_of(world_.municipalities.council[m], parameters_);
  double sum = 0;
  for (std::size_t t = 0; t < task_count; ++t) {
    const Task task = index_of<Task>(t);
    const double now = value_in_force(m, task, of_council);
    double best = now;
    for (std::size_t l = 0; l < level_count; ++l)
      if (can_have(task, index_of<Level>(l))) best = std::max(best, value_at(m, task, index_of<Level>(l), of_council));
    sum += best > 0 ? now / best : 1;
  }
  return sum;
}

}  // namespace polder::government
