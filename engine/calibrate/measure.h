// Runs the reference of a study and looks at it between months. Nothing in the model or its results changes.
#pragma once

#include "calibrate/targets.h"
#include "polder/simulation/simulation.h"

namespace polder::calibrate {

/// What the reference showed in the months of the window.
Seen watch_reference(const Targets& targets, const Experiment& experiment, std::uint32_t replicate);

/// The moments of the file, in its order, as means over the replicates in which they are measured; replicates run at
/// the same time.
std::vector<double> measure(const Targets& targets, const Study& study, unsigned threads);

}  // namespace polder::calibrate
