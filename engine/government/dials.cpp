#include "government/dials.h"

#include <algorithm>

#include "polder/base/detmath.h"

namespace polder::government {

double scale(double inhabitants, double fixed_cost, double reference_scale) {
  return (1 + fixed_cost / reference_scale) / (1 + fixed_cost / inhabitants);
}

double reach(double coverage, double weight) { return 1 - weight * (1 - coverage); }

double fit(const TaskParameters& task, double distance, double dissimilarity, double freedom) {
  const double uniformity_loss = task.tailoring * dissimilarity * (1 - freedom);
  return detmath::exp(-task.nearness_weight * distance) * std::max(0.0, 1 - uniformity_loss);
}

double linking_capacity(double hours, double norm) { return 1 - detmath::exp(-hours / norm); }

double heterogeneity(double variation, double weight) { return 1 + weight * variation; }

double guarded_links(double partners, double trust, double heterogeneity) {
  return (partners - 1) * (1 - trust) * heterogeneity;
}

double coordination_share(double fixed, double link_cost, double guarded_links) {
  return std::clamp(fixed + link_cost * guarded_links, 0.0, 1.0);
}

double integration(double integration, double weight) { return 1 - weight * (1 - integration); }

double integration_at(Level level, double own, double host, double mean, const IntegrationParameters& parameters) {
  switch (level) {
    case Level::Local:
      return own;
    case Level::Centre:
      return host;
    case Level::Network:
    case Level::Joint:
      return mean;
    case Level::Province:
      return parameters.province;
    case Level::National:
      return parameters.national;
    case Level::International:
      break;
  }
  return parameters.international;
}

Dials dials_of(Task task, Level level, const Setting& setting, const GovernmentParameters& parameters) {
  const TaskParameters& of_task = parameters.task[number(task)];
  const LevelParameters& of_level = parameters.level[number(level)];
  const DialParameters& dial = parameters.dial;
  const double links =
      guarded_links(setting.partners, setting.trust, heterogeneity(setting.variation, dial.heterogeneity));
  const double link_cost = is_regional(level) ? parameters.form[form_number(level)].link_cost *
                                                    (1 - parameters.framing.bargaining * setting.organising)
                                              : 0;
  const double distance = of_level.distance * (1 - dial.linking_relief * setting.linking);
  return {scale(setting.inhabitants, of_task.fixed_cost, dial.reference_scale),
          reach(setting.coverage, of_task.reach_weight),
          fit(of_task, distance, setting.dissimilarity, of_level.freedom),
          1 - coordination_share(of_level.coordination, link_cost, links),
          integration(setting.integration, of_task.integration_weight)};
}

}  // namespace polder::government
