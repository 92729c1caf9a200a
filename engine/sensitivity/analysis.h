// What a stored design says: which inputs matter, which scenario is best in how many futures, and which assumptions are
// worth knowing better.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "polder/scenario/design.h"
#include "sensitivity/estimators.h"
#include "store/store.h"

namespace polder::sensitivity {

/// The outcome: the mean of an indicator over months, in an area or a part of it, less that of the reference in the
/// same world; of the reference itself (where the study has no other scenario) the level.
struct Wish {
  std::string indicator, area;
  std::string from, to;  // "YYYY-MM", both included
  std::optional<std::string> scenario;  // that a design varied; none: all
  std::string part{};  // of the area; empty: all of it
};

/// A number about an input of a scenario.
///   morris: mu_star, mu, sigma        sobol: first, total        latin_hypercube: rank_correlation
///   grid: variance (share of the variance of the outcome that goes with the input), total (with what it does together
///     with others), and a mean for each value        one_at_a_time, list: a mean for each value
///   over scenarios: best (futures in which it is best), ranking (in which all are ranked as on average), knowing (what
///     the outcome would gain by knowing the input before choosing; "all" for every input)
struct Finding {
  std::string scenario, input, measure, value_name;  // value_name: of a mean the value
  Estimate estimate;
  std::size_t observations = 0;
};

struct Analysis {
  Design design;
  std::string unit;
  int direction = 0;  // +1 higher is better, -1 lower, 0 neither: ranked as if higher were better
  std::size_t replicates = 0;  // of a point, at most
  std::size_t missing = 0;  // points without a finished run, or where nothing was measured
  std::vector<Finding> findings;
};

/// The design of a result, from its resolved.yaml; nothing for a study without one.
std::optional<Design> design_of(const Store& store);

/// Throws InputError E358 where there is no design or nothing to analyse, E307 and E309 for unknown names.
Analysis analyse(const Store& store, const Wish& wish);

}  // namespace polder::sensitivity
