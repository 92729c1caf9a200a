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

/// What is to be spread over threads, each job a replicate.
struct Jobs {
  std::size_t count = 0;              // that are left
  std::size_t states_per_worker = 0;  // alive at the same time, at most
  std::size_t worlds = 0;             // of their own, besides the one from which all begin: the parts of a design
};

/// Jobs done at the same time: no more than there are threads, nor than fit in the plan's memory if states are as large
/// as `world`. Throws InputError when not even one fits.
std::size_t workers_of(const RunPlan& plan, const World& world, const Jobs& jobs);

/// So many states in memory [bytes]: the tables of a world each.
double bytes_together(const World& world, std::size_t states);

/// Residents present in a world, in rows.
std::uint64_t residents_in(const World& world);

/// Name and version of the library that spreads the work over threads.
std::string threading_library();

}  // namespace polder
