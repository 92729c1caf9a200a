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
    if (now.labour == Labour::Retired) return retired_bound_[profile.birth];
    if (is_special(profile, now)) return anything;
    const std::uint32_t of_class =
        bound_[static_cast<std::size_t>(now.labour)][static_cast<std::size_t>(now.benefit)][now.distance > 0 ? 1 : 0];
    return works(now.labour) ? std::min(anything, of_class + at_employer_[number(now.employer)]) : of_class;
  }
  static constexpr std::uint32_t anything = 0xFFFF;  // the bound of who may meet something by date

  /// The first event whose cumulative chance is above `luck`, unless something is due by date.
  LifeEvent event(const Profile& profile, const Situation& now, std::uint32_t luck) const;
  /// The same for whom nothing is due by date.
  LifeEvent event_by_chance(const Profile& profile, const Situation& now, std::uint32_t luck) const;

  /// Expected suitable applications this month of somebody who may search (L6).
  double applications(const Profile& profile, const Situation& now) const {
    return effort_.search(profile, now).expected;
  }

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
  /// Whether something may be due that no bound of a class knows: by date, or for want of a place.
  bool is_special(const Profile& profile, const Situation& now) const {
    const auto labour = static_cast<std::size_t>(now.labour);
    return now.cohort != 0 || seeks_place(profile) || profile.birth <= born_until_[labour][profile.education] ||
           now.since.index <= since_until_[labour];
  }
  /// Whether nothing happens at the employer, if there is one, that its workers would notice.
  bool is_calm(const Situation& now) const { return !works(now.labour) || at_employer_[number(now.employer)] == 0; }
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
  std::vector<std::uint16_t> at_employer_;  // by firm: what its dismissals, or its closure, add to a bound; 0: calm
  // Months as in Month::index: who was born, or began a job, until then meets what depends on it; below 0: nobody.
  std::array<std::array<int, 4>, labour_count> born_until_{};  // by labour status and education
  std::array<int, labour_count> since_until_{};  // by labour status
  std::array<std::uint16_t, 1u << 11> retired_bound_{};  // by month of birth
  std::array<std::array<std::array<std::uint32_t, 2>, benefit_count>, labour_count> bound_{};  // at a distance or not
};

/// Draws the events of the month into world.today.
/// Reads   residents, firms.dismissal, municipalities.government.care     Writes  today
/// Draws   Draw::LifePrefix, Draw::LifeDetail (k = 1)   Keeps  at most one event per resident
/// Source  parameters/{demography,labour,benefits,search,guidance}.yaml
void draw_events(World& world, const Inputs& inputs, const Random& random);

}  // namespace polder::life
