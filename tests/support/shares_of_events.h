// What happens to one resident over evenly spaced luck: shares are the chances, to one part in 65536 per event.
#pragma once

#include <array>
#include <vector>

#include "support/small_world.h"
#include "systems/jobs/jobs.h"
#include "systems/life/life.h"

namespace polder::testing {

inline constexpr std::uint32_t lucks = 1u << 16;
inline constexpr double one_luck = 1.0 / lucks;

class EventsOf {
 public:
  EventsOf(SmallWorld& small, ResidentIndex person);
  double operator[](LifeEvent event) const { return share_[static_cast<std::size_t>(event)]; }
  /// The events in the order in which rising luck meets them.
  const std::vector<LifeEvent>& order() const { return order_; }
  /// Share of luck that gives something.
  double something() const { return 1 - share_[0]; }
  /// Share of luck that the bound lets through.
  double let_through() const { return (bound_ + 1.0) / 65536; }

 private:
  std::array<double, life_event_count> share_{};
  std::vector<LifeEvent> order_;
  std::uint32_t bound_ = 0;
};

/// Expected suitable applications of a resident this month.
inline double applications_of(SmallWorld& small, ResidentIndex person) {
  const Inputs inputs = small.inputs();
  const Situation& now = small.now(person);
  return life::Effort(small.world, inputs)
      .search(small.profile(person), now, jobs::on_notice(small.world.firms, now))
      .expected;
}

}  // namespace polder::testing
