// Effort: who pays how much, when only a part of the benefit comes back (wrong pockets upwards, spillovers sideways).
// Effect grows with spending x as a x^returns, 0 < returns < 1.
// Source: Pigou (1920) and Oates (1972); the rules of the buig by law; returns and elasticity assumed, see
// scenarios/parameters/cooperation.yaml.
#pragma once

#include "polder/scenario/government_parameters.h"

namespace polder::government {

/// What a payer who gets back `share` of the benefit spends, relative to the best for all: share^(1 / (1 - returns)).
double spending_ratio(double share, double returns);

/// Spending that is best for a payer: maximises share x a x^returns - (1 - grant) price x.
double best_spending(double share, double grant, double effect, double price, double returns);

/// The matching rate at which a payer spends what is best for all: 1 - share (Pigou).
double matching_grant(double share);

/// Share of a saving on bijstand that a municipality keeps within `years`: all of what its budget follows by the
/// objective model, and two years of what it follows by history (t - 2).
double retained_share(double objective_weight, double years);

/// Share of the next euro of a deficit (a share of the budget) that the municipality bears itself: 1 up to `own_risk`,
/// a half up to `shared_risk`, nothing beyond.
double own_share_at_margin(double deficit, double own_risk, double shared_risk);

/// All pockets together [EUR/year].
double total(const PocketParameters& pockets);

/// How wrong a pocket is: the share of the benefit of its own spending that falls to others. 0 without benefit.
double wrong_pocket_index(double own, double total);

/// Share of the benefit in the payer's own pocket, with a part of the other pockets that one portfolio counts as its
/// own (a sensitivity case), and the savings that others share by contract. At most 1.
double pocket_share(double own, double others, double integration, double shared_savings, double portfolio);

/// Share of the benefit of the task that counts for who decides: (1 - rho (1 - coverage_inside)) (1 - rho (1 -
/// commitment) (1 - 1/n)). Benefits to residents of other places do not count (coverage_inside: jobs in the
/// jurisdiction held by its residents), and only the shared part, rho = reach weight, can be left to the others.
double internalised_share(double reach_weight, double coverage_inside, double commitment, double partners);

/// What a payer gets back and is granted, each a share.
struct Incentive {
  double share = 1, grant = 0;
};

/// Annual budget of a task: base x bargained x (price of effect now over that of the reference)^elasticity, price of
/// effect = share / (1 - grant); limited to [least, most] x base. `bargained`: budget share agreed, relative to the
/// reference. An incentive that was nothing in the reference and is something now raises the budget to its limit.
double budget(double base, double bargained, const Incentive& now, const Incentive& reference,
              const EffortParameters& parameters);

}  // namespace polder::government
