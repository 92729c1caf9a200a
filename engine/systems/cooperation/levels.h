// How tasks change level within a month.
#pragma once

#include <array>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::cooperation {

constexpr int month_of_review = 6;  // the kadernota

/// The arrangement of a form and bundle around a region; none if nobody founded it yet.
BodyIndex find_body(const World& world, RegionIndex region, Level form, std::uint8_t bundle);

/// Moves tasks, and remembers which.
class Mover {
 public:
  Mover(World& world, const Inputs& inputs) : world_(world), inputs_(inputs) {}

  /// To the level, in the region's arrangement of it; who is there already stays. A move costs the municipality
  /// switching.cost of the task's annual budget, paid to the providers.
  void move(MunicipalityIndex m, Task task, Level level, Author author);
  /// To a body that is there already.
  void join(MunicipalityIndex m, Task task, BodyIndex body, Author author);
  /// To the body of an arrangement that the scenario names, which begins with its first member.
  void join(MunicipalityIndex m, Task task, const NamedArrangement& arrangement, Author author);
  /// Municipalities merged: all territories are other ones.
  void redraw() { moved_.fill(true); }
  /// The territories of the tasks that moved.
  void survey_moved();

 private:
  void put(MunicipalityIndex m, Task task, Provision next, Author author);

  World& world_;
  const Inputs& inputs_;
  std::array<bool, task_count> moved_{};
};

/// The yearly review of the levels that no scenario sets. Adaptive: who is in an arrangement may give notice, and each
/// region's largest municipality proposes the level with the highest card value (mean by inhabitants) if it is better
/// by more than switching.hysteresis. Random: each region's municipalities move at once to any level. Draws
/// Draw::Review, Draw::Leaving
void review(World& world, const Inputs& inputs, const Random& random, Mover& mover);

}  // namespace polder::cooperation
