// Studies of the repository, made ready for tests.
#pragma once

#include <filesystem>
#include <string>

#include "polder/simulation/simulation.h"
#include "scenario/study.h"

namespace polder::testing {

std::filesystem::path study_file(const std::string& name);

/// The toy closure, shortened to `months` reported months after a warm-up of a year, at the given sample.
Study toy_study(const std::string& sample = "1:10", const std::string& to = "2027-06");

/// A whole run of one scenario.
RunState run_all(const Experiment& experiment, std::size_t scenario, std::uint32_t replicate = 0);

}  // namespace polder::testing
