#include "government/buig_terms.h"

namespace polder::government {

BuigTerms usual_terms(const Parameters& parameters) {
  return {parameters.buig.historic_below, parameters.buig.objective_above, 0};
}

BuigTerms terms_in_force(const Rules& rules, const Parameters& parameters) {
  BuigTerms terms = usual_terms(parameters);
  if (rules.objective_from > 0) terms.historic_below = rules.objective_from;
  if (rules.objective_full > 0) terms.objective_above = rules.objective_full;
  terms.macro_cut = rules.macro_cut;
  return terms;
}

}  // namespace polder::government
