// Parameters for tests that must not depend on the parameter files: the values of scenarios/parameters, rounded.
#pragma once

#include "polder/scenario/parameters.h"

namespace polder {

Parameters tiny_parameters();

}  // namespace polder
