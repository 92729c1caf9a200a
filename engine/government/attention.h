// Attention: hours of aldermen are few, and every arrangement asks for some.
// Source: assumed; the capacity lets the 27 to 33 arrangements of a Dutch municipality (2017 and 2020) just fit.
#pragma once

#include <array>

#include "polder/scenario/government_parameters.h"

namespace polder::government {

/// What asks for attention in a municipality in a month.
struct Demands {
  std::array<double, form_count> arrangements{};  // by form
  double theme_sessions = 0;                      // this month
  double coupling = 0;                            // to planning and control [share]
  double tools = 0;                               // use of others' analyses [share]
  double linking_hours = 0;                       // of boundary spanners [hours/month]
  double merging_hours = 0;                       // of a merger [hours/month]
};

/// Hours that the demands ask for [hours/month].
double attention_hours(const Demands& demands, const GovernmentParameters& parameters);

/// Share of contact and control that is left when more is asked than aldermen have: capacity / hours, at most 1. One
/// hand for economy, work and income costs a part of the capacity.
double attention_left(double hours, double aldermen, bool one_hand, const GovernmentParameters& parameters);

}  // namespace polder::government
