// Studies of the tiny country made ready without files.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "polder/simulation/simulation.h"
#include "simulation/resolve.h"
#include "support/tiny_country.h"
#include "world/build.h"
#include "world/programmes.h"

namespace polder::testing {

/// Like `prepare`, for figures that stand in no file. Throws InputError.
inline Experiment tiny_experiment(const Study& study, const CountryFiles& files = tiny_country()) {
  data::Problems problems;
  Country country = build_country(files, study, problems);
  BuiltWorld built = build_world(country, study, problems);
  problems.raise();
  enrol_students(built.world, country, study.parameters, Random{study.seed, 0});
  Experiment experiment;
  experiment.scripts = write_scripts(study, country, built.world, built.placed, problems, experiment.notes);
  problems.raise();
  experiment.tracked = tracked_plants(study, experiment.scripts, built.placed, country, built.world);
  experiment.model = make_model(std::move(country), study.parameters, built.world, study.to - study.from + 1);
  for (const TrackedPlant& plant : experiment.tracked) experiment.model.tracked.push_back(plant.firm);
  experiment.world = std::move(built.world);
  experiment.from = study.from;
  experiment.to = study.to;
  experiment.warm_up_from = experiment.world.month;
  experiment.seed = study.seed;
  experiment.municipalities_monthly = study.municipalities_monthly;
  experiment.scoped = study.scope.has_value();
  return experiment;
}

inline Scenario scenario(std::string name) {
  Scenario empty;
  empty.name = std::move(name);
  return empty;
}

/// Two years of the tiny country after half a year of warm-up: a reference, and the closure of a plant of 600 jobs.
inline Study tiny_closure(std::uint32_t weight = 20) {
  Study study = tiny_study(weight);
  study.to = Month::of(2027, 12);
  study.warm_up = 6;
  study.placed.push_back({"works", "GM9101", "B-E", 600, {}});
  study.scenarios = {scenario("reference"), scenario("closure")};
  study.scenarios[1].events.emplace_back(FirmCloses{"works", "", "", 0, Month::of(2026, 3), Month::of(2026, 9), {}});
  return study;
}

/// A whole run of one scenario.
inline RunState run_whole(const Experiment& experiment, std::size_t scenario, std::uint32_t replicate = 0) {
  RunState state = begin_run(experiment);
  const Random random{experiment.seed, replicate};
  simulate_until(state, experiment, experiment.scripts[scenario], random, experiment.to + 1, {});
  return state;
}

}  // namespace polder::testing
