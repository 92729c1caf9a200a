// A year of the country at 1:100 for counting instructions: bench/count.py runs it under callgrind.
#include <benchmark/benchmark.h>

#include "base/parallel.h"
#include "support/study.h"

namespace polder {
namespace {

constexpr int counted_months = 12;

void counted(benchmark::State& state) {
  StudyOptions options;
  options.sample = "1:100";
  options.set = {"period.warm_up=1 month", "period.to=2026-12"};
  const Experiment experiment = prepare(load_study(testing::study_file("nl-reference"), options));
  RunState run = begin_run(experiment);
  with_threads(1, [&] {  // callgrind sees what the thread does that simulates, not what others do for it
    for (auto _ : state)
      for (int month = 0; month < counted_months; ++month)
        simulate_month(run, experiment, experiment.scripts.front(), Random{experiment.seed, 0});
  });
  state.counters["row-months"] = static_cast<double>(run.world.residents.size()) * counted_months;
}
BENCHMARK(counted)->Iterations(1);

}  // namespace
}  // namespace polder

BENCHMARK_MAIN();
