// Upper bounds of the chance that anything happens to a resident in a month: they tell who need not be asked.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "polder/world/world.h"
#include "systems/life/effort.h"

namespace polder::life {

/// Tables of a month, in units of 2^-16: no event is possible if the upper half of the luck is above the bound.
struct Bounds {
  static constexpr std::uint32_t anything = 0xFFFF;  // the bound of who may meet something by date
  static constexpr std::size_t labours = 16, births = 1u << 11, classes = 1u << 9;

  std::array<std::uint32_t, classes> of_class{};     // by labour status, benefit and whether at a distance
  std::array<std::uint32_t, births> of_retired{};    // by month of birth
  /// By firm: what its dismissals, or its closure, add; 0: calm. One more at the end, as two are read at a time.
  std::vector<std::uint16_t> at_employer;
  // Months as in Month::index: who was born, or began a job, until then meets what depends on it; below 0: nobody.
  std::array<std::array<int, education_levels + 1>, labours> born_until{};  // by labour status and education
  int flexible_until = -1;

  static std::size_t class_of(Labour labour, Benefit benefit, bool far) {
    return static_cast<std::size_t>(labour) | static_cast<std::size_t>(benefit) << 4 | (far ? 1u << 8 : 0u);
  }

  std::uint32_t of(const Profile& profile, const Situation& now) const {
    if (now.labour == Labour::Retired) return of_retired[profile.birth];
    if (is_special(profile, now)) return anything;
    const std::uint32_t bound = of_class[class_of(now.labour, now.benefit, now.distance > 0)];
    return works(now.labour) ? std::min(anything, bound + at_employer[number(now.employer)]) : bound;
  }

 private:
  /// Whether something may be due that no bound of a class knows: by date, or for want of a place.
  bool is_special(const Profile& profile, const Situation& now) const {
    return now.cohort != 0 || seeks_place(profile) ||
           profile.birth <= born_until[static_cast<std::size_t>(now.labour)][profile.education] ||
           (now.labour == Labour::Flexible && now.since.index <= flexible_until);
  }
};

}  // namespace polder::life
