// Councils and accounts for the tiny country: round figures, two parties, every task has money.
#pragma once

#include "support/tiny_experiment.h"

namespace polder::testing {

CountryFiles with_governments(CountryFiles files);

/// Those of the tiny country with governments and their budgets as shipped.
Parameters governed_parameters();

/// A government that makes no difference: a euro brings the same at every level, and nobody is shown anything.
Parameters without_government(Parameters parameters);

/// Three years of the tiny country from a January on.
Study governed_study(std::uint32_t weight = 40);

}  // namespace polder::testing
