// How much residents seek this month (L6): what deciding on events and counting applications share.
#pragma once

#include <array>
#include <vector>

#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::life {

/// Enrolled on the work-based route, without a job in the class of the programme.
constexpr bool seeks_place(const Profile& profile) {
  return profile.enrolled != 0 && profile.work_based != 0 && profile.apprentice == 0;
}

/// Of this month, by what care and parameters make of it.
class Effort {
 public:
  Effort(const World& world, const Inputs& inputs);

  /// Expected suitable applications this month of somebody who may search.
  double applications(const Profile& profile, const Situation& now) const;
  double at_work(Labour labour) const;
  /// No more applications than this are expected of who is out of work and on `benefit`, neither hit by a closure nor
  /// enrolled on the work-based route.
  double most_applications(Labour labour, Benefit benefit) const;

 private:
  double of(const Profile& profile, const Situation& now) const;

  const World& world_;
  const Inputs& inputs_;
  std::array<double, 25> decay_{};  // exp(-psi_d months)
  std::vector<std::array<double, distance_classes>> in_bijstand_;  // by municipality and distance: with its care
};

}  // namespace polder::life
