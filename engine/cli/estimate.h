// What a run would do and cost.
#pragma once

#include "ensemble/work.h"

namespace polder::cli {

/// Runs of a plan, and those of them that are stored already.
struct Tally {
  std::size_t total = 0, finished = 0;
};
Tally tally_of(const Study& study, const RunPlan& plan);

struct Estimate {
  std::size_t runs = 0, runs_finished = 0;
  std::size_t months = 0, months_shared = 0;  // to simulate, and saved by sharing
  std::size_t states = 0;                     // alive at the same time in a worker, at most
  std::size_t jobs = 0, worlds = 0;           // that can be worked on at the same time; of a design: worlds made
  std::size_t threads = 1;                    // that find work
  double seconds = 0, memory = 0, disk = 0;   // [s], [bytes], [bytes]
};
/// Measured on two months of `experiment`: of a design its first part.
Estimate estimate_of(const Study& study, const Experiment& experiment, const RunPlan& plan);

/// Seconds for the months of `work`, so many replicates at the same time.
double estimated_seconds(const Experiment& experiment, const EnsembleWork& work, std::size_t workers);

inline constexpr std::size_t many_runs = 1000;  // of a design, for which `run` wants a --yes

}  // namespace polder::cli
