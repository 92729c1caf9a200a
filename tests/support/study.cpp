#include "support/study.h"

namespace polder::testing {

std::filesystem::path study_file(const std::string& name) {
  return std::filesystem::path(POLDER_ROOT) / "scenarios/studies" / name / "study.yaml";
}

Study toy_study(const std::string& sample, const std::string& to) {
  StudyOptions options;
  options.sample = sample;
  options.set = {"period.to=" + to, "period.warm_up=12 months"};
  return load_study(study_file("toy-closure"), options);
}

RunState run_all(const Experiment& experiment, std::size_t scenario, std::uint32_t replicate) {
  RunState state = begin_run(experiment);
  const Random random{experiment.seed, replicate};
  simulate_until(state, experiment, experiment.scripts[scenario], random, experiment.to + 1, {});
  return state;
}

}  // namespace polder::testing
