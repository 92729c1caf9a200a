#include "support/tiny_experiment.h"

namespace polder::testing {

Experiment tiny_experiment(const Study& study, const CountryFiles& files) { return prepare(study, files); }

Scenario scenario(std::string name) {
  Scenario empty;
  empty.name = std::move(name);
  return empty;
}

Study tiny_closure(std::uint32_t weight) {
  Study study = tiny_study(weight);
  study.to = Month::of(2027, 12);
  study.warm_up = 6;
  study.placed.push_back({"works", "GM9101", "B-E", 600, {}});
  study.scenarios = {scenario("reference"), scenario("closure")};
  study.scenarios[1].events.emplace_back(FirmCloses{"works", "", "", 0, Month::of(2026, 3), Month::of(2026, 9), {}});
  return study;
}

LeverSetting setting(std::string_view key, double value, std::optional<Month> from) {
  LeverSetting lever;
  lever.key = key;
  lever.value = value;
  lever.from = from;
  return lever;
}

std::vector<LeverSetting> all_programmes() {
  return {setting("hc_agenda.retrain.budget", 1.53e6),
          setting("hc_agenda.train.budget", 1.51e6),
          setting("hc_agenda.attract.budget", 1.57e6),
          setting("wage_subsidy.budget", 3.03e6),
          setting("wage_subsidy.rate", .4),
          setting("sheltered_places", 200)};
}

CountryFiles near_occupations() {
  CountryFiles files = tiny_country();
  files.country.similarity = {1, .6, .7, .6, 1, .5, .7, .5, 1};
  return files;
}

CountryFiles with_border(CountryFiles files) {
  files.country.border = {{"DE-NEAR", "Near", "DE", 52.10, 5.80, 400000, 1, 800, 0}};
  return files;
}

RunState run_whole(const Experiment& experiment, std::size_t scenario, std::uint32_t replicate) {
  RunState state = begin_run(experiment);
  const Random random{experiment.seed, replicate};
  simulate_until(state, experiment, experiment.scripts[scenario], random, experiment.to + 1, {});
  return state;
}

}  // namespace polder::testing
