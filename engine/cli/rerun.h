// Simulating stored runs again, with progress, for the commands that compare them with what is stored.
#pragma once

#include "cli/progress.h"
#include "reproduce/rerun.h"

namespace polder::cli {

/// The finished runs of a result, as a plan for its study: no more and no fewer.
RunPlan plan_of(const Store& store, const Study& study);
/// One run.
RunPlan plan_of(const Study& study, const Store::Runs& run, unsigned threads);

/// Hands every run to `finished` as it ends. Returns false when stopped by Ctrl-C. Throws BrokenInvariant if a run
/// that once ended does not.
using Progressing = std::function<void(const Progress&)>;
bool simulate_again(const Study& study, const Experiment& experiment, const RunPlan& plan, const Progressing& show,
                    const std::function<void(RunResult&&)>& finished);

/// Month and what differs there, for people; empty if nothing does.
std::string difference_text(const std::optional<reproduce::RunDifference>& difference);

}  // namespace polder::cli
