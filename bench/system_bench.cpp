// Where the time of a month goes: every system of the schedule, observing and hashing under their own clocks, in
// nanoseconds per resident row (residents and spare rows); without events and checks.
#include <benchmark/benchmark.h>

#include <chrono>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "indicators/observe.h"
#include "simulation/month.h"
#include "support/study.h"

namespace polder {
namespace {

constexpr int timed_months = 24;

struct Timed {
  std::vector<double> seconds = std::vector<double>(schedule().size());
  double observing = 0, hashing = 0;
  double rows = 0;
};

double seconds_of(const auto& work) {
  const auto before = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
}

Timed time_systems(int one_in) {
  StudyOptions options;
  options.sample = "1:" + std::to_string(one_in);
  const Experiment experiment = prepare(load_study(testing::study_file("nl-reference"), options));
  const Script& script = experiment.scripts.front();
  const Random random{experiment.seed, 0};
  RunState run = begin_run(experiment);
  simulate_until(run, experiment, script, random, experiment.from + 12, {});
  Timed timed;
  timed.rows = static_cast<double>(run.world.residents.size());
  for (int month = 0; month < timed_months; ++month) {
    const Inputs inputs = inputs_for(experiment, script, run.world.month);
    begin_month(run.world);
    run.world.today = Today{};
    for (std::size_t s = 0; s < schedule().size(); ++s)
      timed.seconds[s] += seconds_of([&] { schedule()[s].run(run.world, inputs, random); });
    timed.observing += seconds_of([&] { observe(run.observations, run.world, inputs, {{}, false, false}); });
    timed.hashing += seconds_of([&] { benchmark::DoNotOptimize(hash_of(run.world)); });
    run.world.month = run.world.month + 1;
  }
  return timed;
}

/// Nanoseconds per resident row and month, by system; those below a thousandth of the month are left out.
void systems(benchmark::State& state) {
  Timed timed;
  with_threads(static_cast<unsigned>(state.range(1)), [&] {
    for (auto _ : state) timed = time_systems(static_cast<int>(state.range(0)));
  });
  double all = timed.observing + timed.hashing;
  for (const double seconds : timed.seconds) all += seconds;
  state.counters["ms/month"] = all / timed_months * 1e3;
  state.counters["observing %"] = 100 * timed.observing / all;
  state.counters["hashing %"] = 100 * timed.hashing / all;
  for (std::size_t s = 0; s < schedule().size(); ++s)
    if (timed.seconds[s] > all / 1000)
      state.counters[std::string(schedule()[s].name) + " ns"] = timed.seconds[s] / timed_months / timed.rows * 1e9;
}
BENCHMARK(systems)
    ->ArgNames({"one_in", "threads"})
    ->Args({100, 1})
    ->Args({10, 1})
    ->Args({10, 2})
    ->Iterations(1)
    ->Unit(benchmark::kSecond);

}  // namespace
}  // namespace polder
