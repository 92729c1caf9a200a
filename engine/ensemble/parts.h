// A study with a design in parts: scenarios under the same parameters share a world.
#pragma once

#include <vector>

#include "polder/ensemble/ensemble.h"

namespace polder {

using Part = std::vector<std::size_t>;  // numbers of scenarios of the study, ascending

/// Scenarios of equal parameters, in order of the first; of a design at most 64 together, so that many points need no
/// comparison of each with each. A study without a design is one part.
std::vector<Part> parts_of(const Study& study);

/// A part as a study of its own: its parameters, its scenarios in their order, and behind them one of each other kind,
/// since what is followed and which rows are reserved depends on all scenarios of a study.
Study study_of(const Study& study, const Part& part);

/// States of a replicate alive at the same time, by the first part of a study.
std::size_t states_of_a_part(const Study& study, const Experiment& first);

/// A study as far as one world shows: itself, or of a design the first part.
Study first_part(const Study& study);

}  // namespace polder
