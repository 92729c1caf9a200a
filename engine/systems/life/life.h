// What can happen to a resident this month: all chances in one place; the consequences stay in the fields.
#pragma once

#include <algorithm>
#include <array>
#include <vector>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"
#include "systems/life/effort.h"

namespace polder::life {

/// Chances of this month, as thresholds per class, made once a month.
class Chances {
 public:
  Chances(const World& world, const Inputs& inputs);

  /// No event is possible if the luck's upper 16 bits are above this: saves the exact calculation.
  std::uint32_t bound(const Profile& profile, const Situation& now) const {
    if (now.labour == Labour::Retired)
      return retired_bound_[static_cast<std::size_t>(std::clamp(world_.age_months(profile) / 12, 0, oldest_age))];
    if (is_special(profile, now)) return no_bound;
    const std::uint32_t of_class =
        bound_[static_cast<std::size_t>(now.labour)][static_cast<std::size_t>(now.benefit)][now.distance > 0];
    return works(now.labour) ? std::min(no_bound, of_class + at_employer_[number(now.employer)]) : of_class;
  }

  /// The first event whose cumulative chance is above `luck`.
  LifeEvent event(const Profile& profile, const Situation& now, std::uint32_t luck) const;

  /// Expected suitable applications this month of somebody who may search (L6).
  double applications(const Profile& profile, const Situation& now) const { return effort_.applications(profile, now); }

 private:
  static constexpr std::uint32_t no_bound = 0xFFFF;  // anything may happen

  /// Residents beyond the border stand for the commuters across it: they lose and find work, nothing else happens.
  bool beyond(const Profile& profile) const { return beyond_[profile.home] != 0; }
  bool ages(const Profile& profile) const { return demography_ && !beyond(profile); }
  LifeEvent dated_event(const Profile& profile, const Situation& now) const;
  Threshold looks(const Profile& profile, const Situation& now) const;
  Threshold loses_job(const Profile& profile, const Situation& now) const;
  void set_dates();
  void set_bounds();
  /// Whether something may be due that no bound of a class knows: by date, or for want of a place.
  bool is_special(const Profile& profile, const Situation& now) const {
    if (now.cohort != 0 || seeks_place(profile)) return true;
    const int birth = profile.birth;
    if (now.labour == Labour::Child) return birth <= born_until_school_;
    if (birth <= born_until_pension_) return true;
    if (now.labour == Labour::Student || now.labour == Labour::StudentJob)
      if (birth <= born_until_leaving_[profile.education]) return true;
    return now.labour == Labour::Flexible && int{now.since.index} <= flexible_until_;
  }
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
  bool demography_;                        // held during the warm-up
  std::vector<double> gate_;               // by municipality: factor of care at the gate of bijstand on other exits
  std::vector<std::uint8_t> beyond_;       // by municipality: beyond the border of the scope
  std::vector<Threshold> death_, leave_;   // by year of age
  Threshold moves_ = 0;
  std::array<std::array<std::array<Threshold, 2>, 2>, labour_count> separation_{};  // [labour][young][short tenure]
  Threshold stops_ = 0, stops_older_ = 0;
  double disabled_ = 0, recovers_ = 0;  // [chance/month]
  double entering_ = 0;  // part of `participation.starts` that demography brings [chance/month]
  std::vector<std::uint16_t> at_employer_;  // by firm: what its dismissals, or its closure, add to a bound
  // Months as in Month::index: who was born, or began a flexible job, until then meets what depends on it.
  int born_until_school_ = 0, born_until_pension_ = 0, flexible_until_ = 0;
  std::array<int, 4> born_until_leaving_{};  // by education
  std::array<std::uint32_t, oldest_age + 1> retired_bound_{};  // by year of age
  std::array<std::array<std::array<std::uint32_t, 2>, benefit_count>, labour_count> bound_{};  // at a distance or not
};

/// Draws the events of the month into world.today.
/// Reads   residents, firms.dismissal, municipalities.government.care     Writes  today
/// Draws   Draw::LifePrefix, Draw::LifeDetail (k = 1)   Keeps  at most one event per resident
/// Source  parameters/{demography,labour,benefits,search,guidance}.yaml
void draw_events(World& world, const Inputs& inputs, const Random& random);

}  // namespace polder::life
