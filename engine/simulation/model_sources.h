// Which engine this is: its version, and a hash of the sources that decide what a run gives.
#pragma once

#include <string_view>

namespace polder {

/// SHA-256 (64 lower-case digits) over the model's sources with their paths, taken when building: the public headers
/// and engine/{base,data,world,scenario,systems,simulation,indicators,ensemble}. The store, comparisons and commands
/// are not in it: changing them repeats no run.
std::string_view model_sources_hash();

/// "0.1.0"
std::string_view engine_version();

}  // namespace polder
