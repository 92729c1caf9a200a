#include "government/legitimacy.h"

#include <algorithm>

#include "polder/base/detmath.h"
#include "polder/base/error.h"

namespace polder::government {

double control(Level level, const Oversight& oversight, const GovernmentParameters& parameters) {
  const double base = parameters.level[number(level)].control;
  if (!is_regional(level)) return base;
  const FormParameters& form = parameters.form[form_number(level)];
  const double rights = level == Level::Joint && oversight.wgr_2022 ? parameters.legitimacy.wgr_2022 : 0;
  const double full =
      base + form.control_coupling * oversight.coupling + form.control_engagement * oversight.engagement + rights;
  const double crowd = detmath::pow(oversight.partners, -parameters.legitimacy.crowding);
  return std::clamp(full * crowd * oversight.vote_weight, 0.0, 1.0);
}

double vote_weight(double share, double partners, const LegitimacyParameters& parameters) {
  return std::clamp(partners * share, parameters.least_weight, parameters.most_weight);
}

double mean_control(std::span<const double> spending, std::span<const double> control) {
  ensure(spending.size() == control.size(), "every task has spending and control");
  double all = 0, controlled = 0;
  for (std::size_t task = 0; task < spending.size(); ++task) {
    all += spending[task];
    controlled += spending[task] * control[task];
  }
  return all > 0 ? controlled / all : 1;
}

double transparency(double named_share, double verbs, const FramingParameters& parameters) {
  return std::clamp(named_share - parameters.transparency * verbs, 0.0, 1.0);
}

double performance(double z_dependency, double z_unemployment) {
  return detmath::logistic(-(z_dependency + z_unemployment) / 2);
}

double performance_left(double performance, double agenda_space, const LegitimacyParameters& parameters) {
  return performance * (1 - parameters.agenda_cost * agenda_space);
}

double legitimacy(double control, double transparency, double performance, const LegitimacyParameters& parameters) {
  const double weights = parameters.control + parameters.transparency + parameters.performance;
  return (parameters.control * control + parameters.transparency * transparency +
          parameters.performance * performance) /
         weights;
}

double vote_shift(double legitimacy, const LegitimacyParameters& parameters) {
  return parameters.vote_shift * (.5 - legitimacy);
}

double next_engagement(double engagement, double sessions, double joint_sessions, double agenda_space,
                       const LegitimacyParameters& parameters) {
  const double left = engagement * (1 - parameters.engagement_decay * (1 - agenda_space));
  return std::min(1.0, left + parameters.session * sessions + parameters.joint_session * joint_sessions);
}

}  // namespace polder::government
