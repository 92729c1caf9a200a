// For which occupations training pays, by region.
#pragma once

#include <vector>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::training {

/// A course from one occupation to another.
struct Course {
  OccupationIndex target{};
  int months = 0;
  double value = 0;  // gain in outlook less what the months cost [log points of V/U]
};

/// The courses of this month, by the rule of the agenda (TrainingTarget).
class Courses {
 public:
  Courses(const World& world, const Inputs& inputs, const Random& random);

  const std::vector<Course>& from(RegionIndex region, OccupationIndex occupation) const {
    return courses_[number(region) * occupations_ + number(occupation)];
  }

 private:
  std::size_t occupations_;
  std::vector<std::vector<Course>> courses_;  // [region x occupation]
};

/// The course that somebody takes: logit over those from his or her occupation with scale `training.choice_noise`.
/// `in_sector`: only occupations of the sector of the last job, as its money pays for no other. Null: none.
const Course* choose(const std::vector<Course>& courses, const Inputs& inputs, SectorIndex sector, bool in_sector,
                     std::uint32_t luck);

}  // namespace polder::training
