// Months of the country for counting instructions and cache misses: bench/count.py runs them under callgrind.
#include <benchmark/benchmark.h>

#include <string>

#include "base/parallel.h"
#include "support/study.h"

namespace polder {
namespace {

void counted(benchmark::State& state) {
  const std::int64_t one_in = state.range(0), months = state.range(1);
  StudyOptions options;
  options.sample = "1:" + std::to_string(one_in);
  options.set = {"period.warm_up=1 month", "period.to=2026-12"};
  const Experiment experiment = prepare(load_study(testing::study_file("nl-reference"), options));
  RunState run = begin_run(experiment);
  with_threads(1, [&] {  // callgrind sees what the thread does that simulates, not what others do for it
    for (auto _ : state)
      for (std::int64_t month = 0; month < months; ++month)
        simulate_month(run, experiment, experiment.scripts.front(), Random{experiment.seed, 0});
  });
  state.counters["row-months"] = static_cast<double>(run.world.residents.size()) * static_cast<double>(months);
}
BENCHMARK(counted)->ArgNames({"one_in", "months"})->Args({100, 12})->Args({10, 2})->Iterations(1);

}  // namespace
}  // namespace polder

BENCHMARK_MAIN();
