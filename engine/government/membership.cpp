#include "government/membership.h"

#include <algorithm>

#include "polder/base/detmath.h"

namespace polder::government {
namespace {

double chance(const Membership& view, double gain, double gain_scale, const JoiningParameters& parameters) {
  return detmath::logistic(gain / gain_scale / parameters.scale + parameters.emphasis * view.emphasis +
                           parameters.trust * (view.trust - .5) + parameters.stress * view.stress +
                           parameters.incentive * view.incentive);
}

}  // namespace

double perceived_gain(double actual, double prior, double precision) {
  return precision * actual + (1 - precision) * prior;
}

double fiscal_stress(double deficit, double own_revenue) { return std::clamp(deficit / own_revenue, -1.0, 1.0); }

double join_chance(const Membership& view, double gain_scale, const JoiningParameters& parameters) {
  return chance(view, view.gain - parameters.cost, gain_scale, parameters);
}

double leave_chance(const Membership& view, double exit_fee, double gain_scale, const JoiningParameters& parameters) {
  return 1 - chance(view, view.gain + exit_fee / parameters.horizon, gain_scale, parameters);
}

double exit_fee(Level form, double contribution, const JoiningParameters& parameters) {
  return form == Level::Joint ? parameters.exit_fee * contribution : 0;
}

double transition_productivity(double months, const SwitchingParameters& parameters) {
  return months < parameters.months ? 1 - parameters.loss * detmath::exp(-months / parameters.recovery) : 1;
}

double switching_cost(double annual_budget, const SwitchingParameters& parameters) {
  return parameters.cost * annual_budget;
}

}  // namespace polder::government
