// Scenarios that no other is better than on all of several goals (Pareto front).
#pragma once

#include <span>

#include "compare/comparison.h"

namespace polder {

/// What the measures of governments cost all of them together, by the ledger of the whole result [EUR/year]; payments
/// between governments cancel.
inline constexpr std::string_view cost_total = "cost_total";
double cost_of_measures(const Store& store, const std::string& scenario, std::uint32_t replicate, Month from, Month to);

/// What compare shows beside the indicators of the catalogue.
struct Figure {
  std::string_view key, unit, name_en, name_nl, meaning_en, meaning_nl;
};
std::span<const Figure> figures_of_compare();

/// An indicator, and whether higher (+1) or lower (-1) is better.
struct Goal {
  std::string indicator;
  int direction = 1;
  std::string unit{};
};

/// "cost_total,unemployment_rate": indicators of the result, with `:higher` or `:lower` behind one that has no wished
/// direction of its own. Throws InputError E309 for an unknown one, E318 for fewer than two goals or a direction that
/// is missing.
std::vector<Goal> goals_of(const Store& store, const std::string& text);

struct ParetoPoint {
  std::string scenario;
  std::vector<double> means;  // by goal, over its finished replicates
  struct Dominance {
    std::string by;
    bool certain = false;  // beyond noise: the 95 % intervals of the paired differences hold nothing worse on any goal,
                           // and something better on one
  };
  std::vector<Dominance> dominated;  // by the mean of the pairs: nowhere worse, somewhere better
};

/// Every scenario that finished a replicate, in the order of the study; `months` and area are those of the question.
std::vector<ParetoPoint> pareto(const Store& store, const std::vector<Goal>& goals, const Question& where);

}  // namespace polder
