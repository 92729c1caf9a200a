// Random worlds for properties: samples, seeds, events and levers at random, looked at after every system; each with
// schools, programmes of training, a firm under threat and, in every other world, work across the border.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "polder/base/random.h"
#include "polder/scenario/lever.h"
#include "simulation/month.h"
#include "simulation/resolve.h"
#include "support/study.h"

namespace polder::testing {

/// Made ready, every other one with a place beyond the border.
Experiment random_experiment(std::uint32_t number);

/// A look at a random world: the system that has just run ("" when the month is over), and the world before it (the
/// month, for "").
struct Moment {
  std::string_view system;
  const World& before;
  const World& now;
  const Inputs& inputs;
  const Random& random;
};

void mark_workers(World& world, const Experiment& experiment);

/// Runs the scenario with everything in it (closure, recession, help, levers) of a random world.
template <class Look>
void look_at_random_world(std::uint32_t number, Look look) {
  const Experiment experiment = random_experiment(number);
  const Script& script = experiment.scripts[2];
  World world = experiment.world;
  const Random random{experiment.seed, number};
  for (; world.month <= experiment.to; world.month = world.month + 1) {
    begin_month(world);
    mark_workers(world, experiment);
    const Inputs inputs = inputs_for(experiment, script, world.month);
    apply_events(world, inputs, script);
    const World at_start = world;
    for (const ScheduledSystem& system : schedule()) {
      const World before = world;
      system.run(world, inputs, random);
      look(Moment{system.name, before, world, inputs, random});
    }
    look(Moment{"", at_start, world, inputs, random});
    world.today = Today{};
  }
}

inline constexpr std::uint32_t random_worlds = 6;

}  // namespace polder::testing
