// The distribution of the buig as pure functions: testable without a world.
#pragma once

#include <span>
#include <vector>

#include "polder/base/quantity.h"

namespace polder::finance {

/// Weight of the objective share: 0 up to `historic_below` inhabitants, 1 from `objective_above`, linear between.
double objective_weight(double inhabitants, double historic_below, double objective_above);

/// Part of a deficit that the municipality bears itself, as a share of its budget: all of it up to `own_risk`, half of
/// what lies between `own_risk` and `shared_risk`, nothing above. `deficit` is a share of the budget.
double own_share_of_deficit(double deficit, double own_risk, double shared_risk);

/// Divides an amount in proportion to weights, to the cent: largest remainder, ties to the first. Nobody gets anything
/// where no weight is above 0.
std::vector<Cents> divide(Cents amount, std::span<const double> weights);

}  // namespace polder::finance
