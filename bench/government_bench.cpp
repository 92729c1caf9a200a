// Speed of what governments add to a month of the country: all councils, tasks and levels.
#include <benchmark/benchmark.h>

#include "government/appraisal.h"
#include "government/mediation.h"
#include "support/study.h"
#include "systems/cooperation/cooperation.h"

namespace polder {
namespace {

struct Country342 {
  StudyOptions options{};
  Experiment experiment;
  World world;
  Inputs inputs;
  Country342()
      : experiment((options.sample = "1:100", prepare(load_study(testing::study_file("nl-reference"), options)))),
        world(experiment.world),
        inputs(inputs_for(experiment, experiment.scripts.front(), experiment.from)) {}
};

void provide_services(benchmark::State& state) {
  Country342 country;
  for (auto _ : state) {
    cooperation::move_tasks(country.world, country.inputs, Random{1, 0});
    cooperation::provide_services(country.world, country.inputs, Random{1, 0});
  }
}
BENCHMARK(provide_services)->Unit(benchmark::kMillisecond);

void mediate(benchmark::State& state) {
  Country342 country;
  for (auto _ : state) benchmark::DoNotOptimize(government::mediate(country.world, country.inputs, Random{1, 0}));
}
BENCHMARK(mediate)->Unit(benchmark::kMillisecond);

/// A review of all levels in June, every region at once.
void review_levels(benchmark::State& state) {
  Country342 country;
  country.inputs.policy.mandates.switching = Switching::Adaptive;
  country.world.month = country.world.start = Month::of(2026, 6);
  for (auto _ : state) cooperation::move_tasks(country.world, country.inputs, Random{1, 0});
}
BENCHMARK(review_levels)->Unit(benchmark::kMillisecond);

void measure_fit(benchmark::State& state) {
  Country342 country;
  for (auto _ : state) {
    const government::Appraisal appraisal(country.world, country.inputs.model, country.inputs.parameters.government);
    double sum = 0;
    for (const MunicipalityIndex m : rows_of(country.inputs.country.municipalities))
      if (country.inputs.country.municipalities[m].government.has_council()) sum += appraisal.fit(m);
    benchmark::DoNotOptimize(sum);
  }
}
BENCHMARK(measure_fit)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace polder
