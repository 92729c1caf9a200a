// Oates' decentralisation theorem with quadratic benefits, the foundation of the dial fit: a uniform level ignores
// what places need, separate decisions ignore what falls to neighbours.
// Place m has need x*_m: provision x is worth slope (x*_m x - x^2 / 2) to all together, of which the part
// slope x*_m x times `spillover` falls to others.
// Source: Oates (1972); the quadratic case is exact.
#pragma once

#include <span>

namespace polder::government {

/// What the best uniform level (the mean need) costs all places together: slope / 2 x sum (x*_m - mean)^2.
double uniformity_loss(std::span<const double> needs, double slope);

/// What separate decisions cost: each place provides (1 - spillover) x*_m, so slope / 2 x sum (spillover x*_m)^2.
double spillover_loss(std::span<const double> needs, double slope, double spillover);

/// The share of spillovers above which one uniform level is better than separate decisions: standard deviation of the
/// needs over their root mean square. Needs are not all 0.
double spillover_threshold(std::span<const double> needs);

}  // namespace polder::government
