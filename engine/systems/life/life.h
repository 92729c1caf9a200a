// What can happen to a resident this month: all chances in one place; the consequences stay in the fields.
#pragma once

#include <algorithm>
#include <array>
#include <vector>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"
#include "systems/jobs/jobs.h"
#include "systems/life/bounds.h"
#include "systems/life/effort.h"

namespace polder::life {

/// Chances of this month, as thresholds per class, made once a month.
class Chances {
 public:
  Chances(const World& world, const Inputs& inputs);

  const Bounds& bounds() const { return bounds_; }

  /// The first event whose cumulative chance is above `luck`, unless something is due by date.
  LifeEvent event(const Profile& profile, const Situation& now, std::uint32_t luck) const;
  /// The same for whom nothing is due by date.
  LifeEvent event_by_chance(const Profile& profile, const Situation& now, std::uint32_t luck) const;

 private:
  /// Residents beyond the border stand for the commuters across it: they lose and find work, nothing else happens.
  bool beyond(const Profile& profile) const { return beyond_[profile.home] != 0; }
  static std::size_t year_of_age(int months) {
    return static_cast<std::size_t>(std::clamp(months / 12, 0, oldest_age));
  }
  bool ages(const Profile& profile) const { return demography_ && !beyond(profile); }
  LifeEvent dated_event(const Profile& profile, const Situation& now) const;
  Threshold loses_job(const Profile& profile, const Situation& now) const;
  void set_dates();
  void set_bounds();
  /// Whether nothing happens at the employer, if there is one, that its workers would notice.
  bool is_calm(const Situation& now) const {
    return !works(now.labour) || bounds_.at_employer[number(now.employer)] == 0;
  }
  bool on_notice(const Situation& now) const { return !is_calm(now) && jobs::on_notice(world_.firms, now); }
  double most_demographic() const;
  double most_distance() const;
  std::uint32_t bound_of_jobless(Labour labour, Benefit benefit) const;
  std::uint32_t bound_of_working(Labour labour, Benefit benefit, bool far) const;
  template <class Ladder>
  void search(Ladder& ladder, const Profile& profile, const Situation& now) const;
  template <class Ladder>
  void working(Ladder& ladder, const Profile& profile, const Situation& now) const;
  template <class Ladder>
  void jobless(Ladder& ladder, const Profile& profile, const Situation& now) const;
  template <class Ladder>
  void distance(Ladder& ladder, const Profile& profile, const Situation& now) const;

  const World& world_;
  const Inputs& inputs_;
  Effort effort_;
  bool demography_;  // held during the warm-up
  std::vector<double> gate_;  // by municipality: factor of care at the gate of bijstand on other exits
  std::vector<std::uint8_t> beyond_;  // by municipality: beyond the border of the scope
  std::vector<Threshold> death_, leave_;  // by year of age
  Threshold moves_ = 0;
  std::array<std::array<std::array<Threshold, 2>, 2>, labour_count> separation_{};  // [labour][young][short tenure]
  Threshold stops_ = 0, stops_older_ = 0, becomes_disabled_ = 0;
  double disabled_ = 0, recovers_ = 0;  // [chance/month]
  double entering_ = 0;  // part of `participation.starts` that demography brings [chance/month]
  Bounds bounds_;
};

/// Draws the events of the month into world.today.
/// Reads   residents, firms.dismissal, municipalities.government.care     Writes  today
/// Draws   Draw::LifePrefix, Draw::LifeDetail (k = 1)   Keeps  at most one event per resident
/// Source  parameters/{demography,labour,benefits,search,guidance}.yaml
void draw_events(World& world, const Inputs& inputs, const Random& random);

}  // namespace polder::life
