// Random worlds for properties: samples, seeds, events and levers at random, looked at after every system.
#pragma once

#include <fmt/format.h>

#include <string_view>

#include "polder/base/random.h"
#include "simulation/month.h"
#include "support/study.h"

namespace polder::testing {

/// A closure, a recession, a trend and levers with sizes drawn from the case's number.
inline Study random_study(std::uint32_t number) {
  const Block luck = Random{99, number}.block(Draw::World, Month{1}, number);
  const char* samples[] = {"1:5", "1:10", "1:25", "1:40"};
  StudyOptions options;
  options.sample = samples[luck[0] & 3];
  options.seed = luck[1] % 1000 + 1;
  const double depth = 1 + below(luck[2], 8);
  options.set = {
      "period.to=2027-06",
      "period.warm_up=6 months",
      fmt::format("scenarios.early_help.events=[{{recession: {{from: 2026-0{}, depth: {} %, months: {} months}}}}, "
                  "{{bankruptcy_wave: {{sector: C, rate: {} % per month, from: 2026-0{}, months: 6 months}}}}]",
                  1 + below(luck[2], 9), depth, 6 + below(luck[3], 30), 1 + below(luck[2], 5), 1 + below(luck[3], 9)),
      fmt::format("scenarios.early_help.levers.budget.guidance={} %", below(luck[3], 300)),
      fmt::format("scenarios.early_help.levers.caseload.triage={}", (luck[0] & 4) != 0 ? "farthest" : "closest"),
      fmt::format("parameters.demo.move={}", (luck[0] & 8) != 0 ? "0.002" : "0"),
      fmt::format("parameters.firm.exit={}", (luck[0] & 16) != 0 ? "0.02" : "0.002"),
  };
  return load_study(study_file("toy-closure"), options);
}

/// A look at a random world: the system that has just run ("" when the month is over), and the world before it (the
/// month, for "").
struct Moment {
  std::string_view system;
  const World& before;
  const World& now;
  const Inputs& inputs;
  const Random& random;
};

inline void mark_workers(World& world, const Experiment& experiment) {
  for (std::size_t c = 0; c < experiment.tracked.size(); ++c) {
    if (experiment.tracked[c].from != world.month) continue;
    for (Situation& now : world.residents.now)
      if (works(now.labour) && now.employer == experiment.tracked[c].firm)
        now.cohort = static_cast<std::uint8_t>(c + 1);
  }
}

/// Runs the scenario with everything in it (closure, recession, help, levers) of a random world.
template <class Look>
void look_at_random_world(std::uint32_t number, Look look) {
  const Experiment experiment = prepare(random_study(number));
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
