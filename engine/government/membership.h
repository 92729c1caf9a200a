// Joining and leaving arrangements, and moving a task to another level.
// Source: institutional collective action (Feiock 2013); fiscal stress and spatial factors drive cooperation (Bel and
// Warner 2016); coefficients assumed, see scenarios/parameters/cooperation.yaml.
#pragma once

#include "polder/scenario/government_parameters.h"

namespace polder::government {

/// An arrangement as a government that may join or leave it sees it.
struct Membership {
  double gain = 0;       // perceived own benefit less contribution [EUR/year per inhabitant]
  double emphasis = 0;   // regional emphasis of its coalition [share]
  double trust = .5;     // in the partners [share]
  double stress = 0;     // see fiscal_stress
  double incentive = 0;  // by province or Rijk [share]
};

/// What a gain seems to be: precision x true + (1 - precision) x prior.
double perceived_gain(double actual, double prior, double precision);

/// Deficit over own revenue, -1 to 1.
double fiscal_stress(double deficit, double own_revenue);

/// Chance to join or found: logistic of ((gain - cost) / gain_scale / T_b + emphasis + trust (tau - .5) + stress +
/// incentive), with the coefficients of `parameters`. `gain_scale`: [EUR/year] per inhabitant, as of agreements.
double join_chance(const Membership& view, double gain_scale, const JoiningParameters& parameters);

/// Chance to leave: that of not joining, if staying saved the exit fee and cost nothing. `exit_fee`: [EUR per
/// inhabitant], spread over the years for which gains are counted.
double leave_chance(const Membership& view, double exit_fee, double gain_scale, const JoiningParameters& parameters);

/// Exit fee of a form: years of contribution to a joint body, nothing elsewhere. `contribution`: [EUR/year].
double exit_fee(Level form, double contribution, const JoiningParameters& parameters);

/// Productivity `months` after a task moved, relative to after the transition: 1 - loss exp(-months / recovery), and 1
/// once the transition is over.
double transition_productivity(double months, const SwitchingParameters& parameters);

/// What a move costs once [as the budget a year].
double switching_cost(double annual_budget, const SwitchingParameters& parameters);

}  // namespace polder::government
