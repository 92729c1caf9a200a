// The results of a study that moves one task to one level per scenario, as a table of tasks and levels.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"
#include "compare/comparison.h"

namespace polder::cli {

/// The scenarios of a result that are named TASK_LEVEL, as in the study `scale`, and its other ones left out.
std::vector<std::string> scenarios_by_level(const std::vector<std::string>& scenarios);

/// A row per task, a column per level: the difference, or `~` and the half width of its interval where no difference is
/// visible. `lines`: one per scenario of `scenarios_by_level`, all of one question. Ends with a line feed.
std::string level_matrix(const std::vector<ComparisonLine>& lines, Language language);

}  // namespace polder::cli
