#include "support/shares_of_events.h"

namespace polder::testing {

EventsOf::EventsOf(SmallWorld& small, ResidentIndex person) {
  const Inputs inputs = small.inputs();
  const life::Chances chances(small.world, inputs);
  for (std::uint32_t luck = 0; luck < lucks; ++luck) {
    const LifeEvent event = chances.event(small.profile(person), small.now(person), luck << 16 | 0x8000u);
    if (order_.empty() || order_.back() != event) order_.push_back(event);
    share_[static_cast<std::size_t>(event)] += one_luck;
  }
  bound_ = chances.bounds().of(small.profile(person), small.now(person));
}

}  // namespace polder::testing
