// How unequal incomes and unemployment are (I12).
#pragma once

#include <vector>

#include "polder/indicators/indicator.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder {

/// Counts the residents of each municipality by income.
void count_incomes(Column<MunicipalityIndex, Sums>& sums, const World& world, const Inputs& inputs);

void add(Incomes& to, const Incomes& from);

/// Gini coefficient of incomes taken at the middle of their step; NaN where none were counted.
double gini(const Incomes& incomes);

/// Unemployment rate of the municipality at 90 % of the inhabitants over that at 10 %, municipalities in the order of
/// their rates; NaN where the lower is 0.
double spread_of_unemployment(const Column<MunicipalityIndex, Sums>& municipal,
                              const std::vector<MunicipalityIndex>& members);

}  // namespace polder
