// What an ensemble has to do: the runs that are not finished yet, as a tree per replicate.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ensemble/branches.h"
#include "polder/ensemble/ensemble.h"

namespace polder {

struct ReplicateWork {
  std::uint32_t replicate = 0;
  std::vector<std::size_t> scenarios;   // not finished, ascending
  std::vector<std::string> identities;  // of the same
  std::vector<Segment> segments;
};

struct EnsembleWork {
  std::vector<ReplicateWork> replicates;  // ascending; those with nothing to do are left out
  std::size_t runs = 0, runs_finished = 0;
  std::size_t months = 0;                 // to simulate, shared ones once
  std::size_t months_apart = 0;           // if every run were simulated by itself
  std::size_t states_per_worker = 0;      // alive at the same time, at most
};

EnsembleWork work_of(const Study& study, const Experiment& experiment, const RunPlan& plan);

/// Threads of a plan; as many as there are cores when it names none.
unsigned threads_of(const RunPlan& plan);

/// Replicates simulated at the same time: no more than there are threads, nor than fit in the plan's memory. Throws
/// InputError when not even one fits.
std::size_t workers_of(const EnsembleWork& work, const Experiment& experiment, const RunPlan& plan);

/// What an ensemble holds in memory with so many at the same time [bytes]: the tables of the world from which all begin
/// and of their own states.
double bytes_together(const EnsembleWork& work, const Experiment& experiment, std::size_t workers);

/// Residents present in a world, in rows.
std::uint64_t residents_in(const World& world);

/// Name and version of the library that spreads the work over threads.
std::string threading_library();

}  // namespace polder
