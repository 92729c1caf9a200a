// Runs of a result made again from the copies of their inputs, and compared with what is stored, month by month.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "polder/scenario/scenario.h"
#include "store/store.h"

namespace polder::reproduce {

/// The study as it was run, read from the copies in the result folder. `now` is what this program would write. Throws
/// InputError: E380 if another version of the model wrote the result, E303 if a copy is not what was copied, E382 if
/// the copies do not give the settings of the result.
Study study_of(const Store& store, const StoreHeader& now);

/// Finished runs, at most `count` of them, spread over scenarios and replicates; always the same ones of a result.
/// Throws InputError E381 if none is finished.
std::vector<Store::Runs> spread(const Store& store, std::size_t count);

/// Numbers of threads other than those with which the result was made, as far as that is known.
std::vector<unsigned> other_threads(const Store& store);

/// Of two results of one run: the first month that differs, and what does.
struct RunDifference {
  Month month;
  std::string what;  // "hash of the world", "indicators AM05"
};
struct Agreement {
  std::size_t months = 0, equal = 0;  // reported ones; equal: the hash of the world and all that was measured
  std::optional<RunDifference> first;
};
Agreement agreement_of(const RunResult& stored, const RunResult& again, Month from, Month to);

}  // namespace polder::reproduce
