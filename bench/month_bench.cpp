// Speed of the world's building and of a month, per resident row: quote ratios, machines differ.
#include <benchmark/benchmark.h>

#include "support/study.h"

namespace polder {
namespace {

Study national(const std::string& sample) {
  StudyOptions options;
  options.sample = sample;
  return load_study(testing::study_file("nl-reference"), options);
}

void build_world(benchmark::State& state) {
  const Study study = national("1:" + std::to_string(state.range(0)));
  std::size_t rows = 0;
  for (auto _ : state) {
    const Experiment experiment = prepare(study);
    rows = experiment.world.residents.size();
    benchmark::DoNotOptimize(rows);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows));
}
BENCHMARK(build_world)->Arg(100)->Arg(10)->Unit(benchmark::kMillisecond);

/// Items are resident-months: a year after the start of the reported period.
void simulate_months(benchmark::State& state) {
  const Experiment experiment = prepare(national("1:" + std::to_string(state.range(0))));
  const Script& script = experiment.scripts.front();
  const Random random{experiment.seed, 0};
  RunState run = begin_run(experiment);
  simulate_until(run, experiment, script, random, experiment.from + 12, {});
  for (auto _ : state) simulate_month(run, experiment, script, random);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(run.world.residents.size()));
}
BENCHMARK(simulate_months)->Arg(100)->Arg(10)->Unit(benchmark::kMillisecond)->Iterations(24);

}  // namespace
}  // namespace polder

BENCHMARK_MAIN();
