// Where results stand when nobody says so, and which of them a command means.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "polder/scenario/scenario.h"
#include "store/store.h"

namespace polder::cli {

/// Of a header what this program is: version, commit, flags, hash of the model's sources.
StoreHeader this_program();
StoreHeader header_of(const Study& study);

/// results/<study>-<six digits>: the digits change with any input, setting or version of the model, but not with the
/// number of replicates.
std::filesystem::path default_folder(const Study& study);

/// Removes a result folder so that a study starts again. Does nothing if there is no such folder; throws InputError
/// if it is not a result of polder (E310) or one of another study (E317), or another process writes to it.
void remove_result(const std::filesystem::path& folder, const Study& study);

/// Copies into `store` what neighbouring results of the same study and model already hold of the runs wanted, by
/// identity: an edit begins a new folder, and most edits leave most runs as they were. Returns how many; a damaged
/// neighbour is passed by. `wanted` is asked only if there is such a neighbour.
std::size_t take_over_from_neighbours(Store& store, const std::function<std::set<std::string>()>& wanted);

/// Notes in a plan which runs a result holds.
void note_finished(const Store& store, RunPlan& plan);

/// Names of areas by code, from the copy of the country's tables; empty for a result that this version cannot read.
std::map<std::string, std::string> area_names(const Store& store);

/// The named folder, or the newest one under results/. Throws InputError if there is none.
std::filesystem::path result_or_newest(const std::filesystem::path& named);

}  // namespace polder::cli
