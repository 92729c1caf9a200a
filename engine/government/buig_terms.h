// The rules of the buig that a scenario can change, for who pays it and for who responds to it.
#pragma once

#include "polder/scenario/inputs.h"

namespace polder::government {

/// What decides a municipality's budget: inhabitants up to which it follows history and from which it follows the
/// objective model, and what is taken off the macro budget.
struct BuigTerms {
  double historic_below = 0, objective_above = 0;  // [persons]
  double macro_cut = 0;                            // [share]
  friend bool operator==(const BuigTerms&, const BuigTerms&) = default;
};

/// As the parameters say, and with what a scenario puts in their place.
BuigTerms usual_terms(const Parameters& parameters);
BuigTerms terms_in_force(const Rules& rules, const Parameters& parameters);

}  // namespace polder::government
