// The schedule of a month, as data.
#pragma once

#include <array>
#include <string_view>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder {

struct ScheduledSystem {
  std::string_view name;
  void (*run)(World& world, const Inputs& inputs, const Random& random);
  std::string_view does;
};

std::span<const ScheduledSystem> schedule();

/// Everything that begins anew with a month: flows, postings, the ageing of searches.
void begin_month(World& world);

/// Events of the scenario that are dated this month.
void apply_events(World& world, const Inputs& inputs, const struct Script& script);

}  // namespace polder
