// How tasks change level within a month.
#pragma once

#include <array>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::cooperation {

constexpr int month_of_review = 6;  // the kadernota

/// Moves tasks, and remembers which.
class Mover {
 public:
  Mover(World& world, const Inputs& inputs) : world_(world), inputs_(inputs) {}

  /// To the level, in the region's arrangement of it; who is there already stays.
  void move(MunicipalityIndex m, Task task, Level level, Author author);
  /// To a body that is there already.
  void join(MunicipalityIndex m, Task task, BodyIndex body, Author author);
  /// To the body of an arrangement that the scenario names, which begins with its first member.
  void join(MunicipalityIndex m, Task task, const NamedArrangement& arrangement, Author author);
  /// The territories of the tasks that moved.
  void survey_moved();

 private:
  void put(MunicipalityIndex m, Task task, Provision next, Author author);

  World& world_;
  const Inputs& inputs_;
  std::array<bool, task_count> moved_{};
};

/// The yearly review of the levels that no scenario sets, each region's municipalities together: adaptive to the level
/// with the highest card value (mean by inhabitants) if it is better by more than switching.hysteresis; random to any.
/// Draws  Draw::Review
void review(World& world, const Inputs& inputs, const Random& random, Mover& mover);

}  // namespace polder::cooperation
