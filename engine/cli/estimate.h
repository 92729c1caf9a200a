// How long simulating will take, measured on a month of it.
#pragma once

#include "ensemble/work.h"

namespace polder::cli {

/// Seconds for the months of `work`, so many replicates at the same time.
double estimated_seconds(const Experiment& experiment, const EnsembleWork& work, std::size_t workers);

}  // namespace polder::cli
