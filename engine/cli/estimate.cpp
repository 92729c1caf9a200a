#include "cli/estimate.h"

#include <algorithm>
#include <chrono>

namespace polder::cli {
namespace {

/// Seconds for one month: the second one, because the first still has to fetch its memory.
double seconds_per_month(const Experiment& experiment) {
  RunState state = begin_run(experiment);
  const Random random{experiment.seed, 0};
  double seconds = 0;
  for (int month = 0; month < 2 && state.world.month <= experiment.to; ++month) {
    const auto start = std::chrono::steady_clock::now();
    simulate_month(state, experiment, experiment.scripts.front(), random);
    seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }
  return seconds;
}

}  // namespace

double estimated_seconds(const Experiment& experiment, const EnsembleWork& work, std::size_t workers) {
  if (work.months == 0) return 0;
  return seconds_per_month(experiment) * static_cast<double>(work.months) /
         static_cast<double>(std::max<std::size_t>(1, workers));
}

}  // namespace polder::cli
