// Studies of the repository, made ready for tests.
#pragma once

#include <filesystem>
#include <string>

#include "polder/simulation/simulation.h"
#include "scenario/study.h"

namespace polder::testing {

inline std::filesystem::path study_file(const std::string& name) {
  return std::filesystem::path(POLDER_ROOT) / "scenarios/studies" / name / "study.yaml";
}

/// The toy closure, shortened to `months` reported months after a warm-up of a year, at the given sample.
inline Study toy_study(const std::string& sample = "1:10", const std::string& to = "2027-06") {
  StudyOptions options;
  options.sample = sample;
  options.set = {"period.to=" + to, "period.warm_up=12 months"};
  return load_study(study_file("toy-closure"), options);
}

/// A whole run of one scenario.
inline RunState run_all(const Experiment& experiment, std::size_t scenario, std::uint32_t replicate = 0) {
  RunState state = begin_run(experiment);
  const Random random{experiment.seed, replicate};
  simulate_until(state, experiment, experiment.scripts[scenario], random, experiment.to + 1, {});
  return state;
}

}  // namespace polder::testing
