// The results of a study that moves one task to one level per scenario, as a table of tasks and levels.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"
#include "compare/comparison.h"
#include "polder/world/tasks.h"

namespace polder::cli {

/// The scenarios of a result that are named TASK_LEVEL, as in the study `scale`, and its other ones left out.
std::vector<std::string> scenarios_by_level(const std::vector<std::string>& scenarios);

/// The scenarios `among` those of a result (all of them) that move one task to one level, against the reference. Throws
/// InputError E318 where there is none.
std::vector<ComparisonLine> compare_levels(const Store& store, const std::string& reference, const Wish& wish,
                                           const std::vector<std::string>& among = {});

/// What the scenarios that move one task did: `lines` as of `level_matrix`, found by task and level.
class LevelEffects {
 public:
  explicit LevelEffects(const std::vector<ComparisonLine>& lines);
  bool has(Task task) const;
  /// Null where no scenario moves the task there.
  const Difference* at(Task task, Level level) const;
  /// The difference and half its interval, in brackets where it may be luck among all of them; `~` where no difference
  /// is visible, `=` where there is exactly none.
  std::string cell(Task task, Level level) const;
  /// Name, unit, area, months, what it is against and how many pairs.
  std::string title(bool dutch) const;

 private:
  const ComparisonLine* line_at(Task task, Level level) const;

  const std::vector<ComparisonLine>& lines_;
  double scale_;
  int decimals_;
};

std::string_view legend_of_effects(bool dutch);

/// A row per task, a column per level: the difference, or `~` and the half width of its interval where no difference is
/// visible. `lines`: one per scenario of `scenarios_by_level`, all of one question. Ends with a line feed.
std::string level_matrix(const std::vector<ComparisonLine>& lines, Language language);

}  // namespace polder::cli
