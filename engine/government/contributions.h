// Contributions inside an arrangement: the linear-quadratic game of a public good. Partner i has benefit b_i of every
// unit contributed by anybody, and cost k g_i^2 / (2 w_i) of its own contribution g_i.
// Source: textbook game of voluntary contributions; commitment by form after Feiock (2013), assumed with wide ranges.
#pragma once

#include <span>
#include <vector>

#include "polder/scenario/government_parameters.h"

namespace polder::government {

/// What each contributes for itself alone (Nash): b_i w_i / k.
std::vector<double> own_contributions(std::span<const double> benefit, std::span<const double> weight, double cost);

/// What is best for all together: w_i (sum of b) / k. With equal partners the first is 1/n of this.
std::vector<double> joint_contributions(std::span<const double> benefit, std::span<const double> weight, double cost);

/// What is contributed in fact: own + commitment (joint - own).
double realised_contribution(double own, double joint, double commitment);

/// How far partners do what is best for all: 1 at home; trust in a network; what contract, budget or law impose in
/// other forms and levels. Organising rather than contributing costs a part of it where trust lacks. 0 to 1.
double commitment(Level level, double trust, double organising, const GovernmentParameters& parameters);

/// Share of agreements that are executed: verbs rather than nouns may help, do nothing or harm. 0 to 1.
double execution(double verbs, const FramingParameters& parameters);

}  // namespace polder::government
