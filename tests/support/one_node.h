// The constant-parameter network of del Rio-Chanona et al. (2021) with one node, as the model runs it.
#pragma once

#include <utility>

#include "simulation/resolve.h"
#include "support/study.h"
#include "world/situation.h"

namespace polder::testing {

inline constexpr double drc_separation = .016, drc_opening = .012, drc_gamma = .16;
/// Shares of the labour force at its deterministic fixed point (T-M6).
inline constexpr double drc_employed = .9589342726, drc_unemployed = .0410657274, drc_vacancies = .0168011962;

/// A country of one municipality, sector and occupation with `people` adults, in the mode of constant parameters.
Experiment one_node(std::uint32_t people);

}  // namespace polder::testing
