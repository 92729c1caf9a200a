// How much residents seek this month (L6): what deciding on events and counting applications share.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::life {

/// Enrolled on the work-based route, without a job in the class of the programme.
constexpr bool seeks_place(const Profile& profile) {
  return profile.enrolled != 0 && profile.work_based != 0 && profile.apprentice == 0;
}

/// Suitable applications of somebody this month.
struct Search {
  double expected = 0;
  double none = 1;     // chance of none: exp(-expected)
  Threshold some = 0;  // chance of at least one
};

/// Of this month, by what care and parameters make of it.
class Effort {
 public:
  Effort(const World& world, const Inputs& inputs);

  /// Of somebody who may search; `on_notice`: jobs::on_notice.
  Search search(const Profile& profile, const Situation& now, bool on_notice) const;
  double at_work(Labour labour) const;
  /// No more applications than this are expected of who is out of work and on `benefit`, neither hit by a closure nor
  /// enrolled on the work-based route.
  double most_applications(Labour labour, Benefit benefit) const;

 private:
  /// What effort goes by, besides care in bijstand, training and help after a closure.
  enum class Kind : std::uint8_t {
    Nothing,
    Place,
    Notice,
    Job,
    SideJob,
    Ww,
    LastOfWw,
    Unemployed,
    Marginal,
    Inactive,
    Bijstand
  };
  static constexpr std::size_t kinds = 10;  // but Bijstand
  Kind kind(const Profile& profile, const Situation& now, bool on_notice) const;
  Search search_by(double effort, std::size_t months) const;
  void set_usual();

  const World& world_;
  const Inputs& inputs_;
  std::array<double, 25> decay_{};  // exp(-psi_d months)
  std::array<double, kinds> effort_{};
  std::array<std::array<Search, 25>, kinds> usual_{};  // the same by months of search: what most residents do
  std::vector<std::array<double, distance_classes>> in_bijstand_;  // by municipality and distance: with its care
};

}  // namespace polder::life
