// Studies of the tiny country made ready without files.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "polder/simulation/simulation.h"
#include "simulation/resolve.h"
#include "support/tiny_country.h"

namespace polder::testing {

/// `prepare` with figures that stand in no file. Throws InputError.
inline Experiment tiny_experiment(const Study& study, const CountryFiles& files = tiny_country()) {
  return prepare(study, files);
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

inline LeverSetting setting(std::string_view key, double value, std::optional<Month> from = {}) {
  LeverSetting lever;
  lever.key = key;
  lever.value = value;
  lever.from = from;
  return lever;
}

/// Money for training beside a job and without one, attraction, wage subsidies and sheltered places.
inline std::vector<LeverSetting> all_programmes() {
  return {setting("hc_agenda.retrain.budget", 1.53e6),
          setting("hc_agenda.train.budget", 1.51e6),
          setting("hc_agenda.attract.budget", 1.57e6),
          setting("wage_subsidy.budget", 3.03e6),
          setting("wage_subsidy.rate", .4),
          setting("sheltered_places", 200)};
}

/// The tiny country with occupations near enough for training to lead from one to another.
inline CountryFiles near_occupations() {
  CountryFiles files = tiny_country();
  files.country.similarity = {1, .6, .7, .6, 1, .5, .7, .5, 1};
  return files;
}

/// A place abroad near its east.
inline CountryFiles with_border(CountryFiles files = tiny_country()) {
  files.country.border = {{"DE-NEAR", "Near", "DE", 52.10, 5.80, 400000, 1, 800, 0}};
  return files;
}

/// A whole run of one scenario.
inline RunState run_whole(const Experiment& experiment, std::size_t scenario, std::uint32_t replicate = 0) {
  RunState state = begin_run(experiment);
  const Random random{experiment.seed, replicate};
  simulate_until(state, experiment, experiment.scripts[scenario], random, experiment.to + 1, {});
  return state;
}

}  // namespace polder::testing
