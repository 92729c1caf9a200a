// The tiny country with governments at its first month, whose systems run one by one.
#pragma once

#include <gtest/gtest.h>

#include "support/tiny_governments.h"
#include "systems/cooperation/cooperation.h"

namespace polder::testing {

inline constexpr MunicipalityIndex city{0}, village{1}, port{2}, moor{3}, abroad{4};  // west, west, east, east

class Governed : public ::testing::Test {
 protected:
  Experiment experiment;
  World world;
  Inputs inputs;

  Governed()
      : experiment(make()),
        world(experiment.world),
        inputs(inputs_for(experiment, experiment.scripts[0], experiment.from)) {
    world.month = world.start = experiment.from;
  }
  static Experiment make() {
    Study study = tiny_study(20);
    study.parameters = governed_parameters();
    study.to = Month::of(2027, 12);
    study.scenarios = {scenario("reference")};
    return tiny_experiment(study, with_governments(with_border(near_occupations())));
  }
  const Country& country() const { return experiment.model.country; }
  const Parameters& parameters() const { return experiment.model.parameters; }

  void want(Task task, Level level, std::initializer_list<MunicipalityIndex> who) {
    std::array<std::int8_t, task_count> unset{};
    unset.fill(unset_level);
    auto& levels = inputs.policy.mandates.task_level;
    if (levels.empty()) levels.assign(country().municipalities.size(), unset);
    for (const MunicipalityIndex m : who) levels[m][number(task)] = static_cast<std::int8_t>(level);
  }
  void move() { cooperation::move_tasks(world, inputs, Random{1, 0}); }
  void provide() { cooperation::provide_services(world, inputs, Random{1, 0}); }
  const Provision& provision(MunicipalityIndex m, Task task) const {
    return world.municipalities.provision[m][number(task)];
  }
  const Territory& territory(MunicipalityIndex m, Task task) const {
    return world.municipalities.territory[m][number(task)];
  }
  double productivity(MunicipalityIndex m, Task task) const {
    return world.municipalities.services[m].productivity[number(task)];
  }
};

}  // namespace polder::testing
