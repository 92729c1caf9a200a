// What a user waits for: months of the whole country and of a region, replicates side by side, the store; beside two
// figures that tell machines apart. Times are per resident (not per row) and month.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <numeric>

#include "base/parallel.h"
#include "ensemble/work.h"
#include "store/store.h"
#include "support/study.h"

namespace polder {
namespace {

constexpr int months = 12;

Study study_at(const std::string& name, std::int64_t one_in) {
  StudyOptions options;
  options.sample = "1:" + std::to_string(one_in);
  options.set = {"period.warm_up=1 month", "period.to=2026-12"};
  return load_study(testing::study_file(name), options);
}

/// Largest memory that this process has had [bytes].
double peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (word == "VmHWM:") {
      double kilobytes = 0;
      status >> kilobytes;
      return kilobytes * 1024;
    }
  return 0;
}

/// Nanoseconds per random word, eight blocks at a time.
void calibrate_random(benchmark::State& state) {
  std::vector<std::uint32_t> identities(4096);
  std::iota(identities.begin(), identities.end(), 0u);
  std::vector<Block> blocks(identities.size());
  for (auto _ : state) {
    Random{1, 0}.blocks(Draw::World, Month::of(2026, 1), identities, 0, blocks);
    benchmark::DoNotOptimize(blocks.data());
  }
  state.counters["ns/word"] =
      benchmark::Counter(4e-9 * static_cast<double>(identities.size()),
                         benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(calibrate_random);

/// Bytes per second that one core reads from memory.
void calibrate_reading(benchmark::State& state) {
  const std::vector<std::uint64_t> numbers(std::size_t{32} << 20, 1);
  for (auto _ : state) benchmark::DoNotOptimize(std::accumulate(numbers.begin(), numbers.end(), std::uint64_t{0}));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(numbers.size() * sizeof numbers[0]));
}
BENCHMARK(calibrate_reading)->Unit(benchmark::kMillisecond);

/// Whole months with observation, the first of which is not timed: its memory is new.
void simulate(benchmark::State& state, const std::string& name) {
  const Study study = study_at(name, state.range(0));
  const Experiment experiment = prepare(study);
  const Random random{experiment.seed, 0};
  RunState run = begin_run(experiment);
  with_threads(static_cast<unsigned>(state.range(1)), [&] {
    simulate_month(run, experiment, experiment.scripts.front(), random);
    for (auto _ : state)
      for (int month = 0; month < months; ++month) simulate_month(run, experiment, experiment.scripts.front(), random);
  });
  const auto residents = static_cast<double>(residents_in(run.world));
  state.counters["residents"] = residents;
  state.counters["ms/month"] =
      benchmark::Counter(1e-3 * months, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
  state.counters["ns/resident-month"] = benchmark::Counter(
      1e-9 * months * residents, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
  state.counters["bytes/resident"] = bytes_together(experiment.world, 1) / residents;
  state.counters["peak bytes"] = peak_memory();
}
void country(benchmark::State& state) { simulate(state, "nl-reference"); }
BENCHMARK(country)
    ->ArgNames({"one_in", "threads"})
    ->Args({100, 1})
    ->Args({30, 1})
    ->Args({9, 1})
    ->Args({9, 2})
    ->Args({3, 1})
    ->Args({1, 1})
    ->Args({1, 2})
    ->UseRealTime()
    ->Iterations(1)
    ->Unit(benchmark::kSecond);
void region_with_ring(benchmark::State& state) { simulate(state, "closure"); }
BENCHMARK(region_with_ring)
    ->ArgNames({"one_in", "threads"})
    ->Args({10, 1})
    ->Args({1, 1})
    ->Args({1, 2})
    ->UseRealTime()
    ->Iterations(1)
    ->Unit(benchmark::kSecond);

/// Two replicates with as many threads as the argument says.
void two_replicates(benchmark::State& state) {
  const Study study = study_at("nl-reference", 30);
  const Experiment experiment = prepare(study);
  RunPlan plan;
  plan.replicates = 2;
  plan.threads = static_cast<unsigned>(state.range(0));
  EnsembleHooks hooks;
  for (auto _ : state) run_ensemble(study, experiment, plan, hooks);
}
BENCHMARK(two_replicates)->ArgName("threads")->Arg(1)->Arg(2)->UseRealTime()->Iterations(1)->Unit(benchmark::kSecond);

/// The world from the tables.
void build_world_of(benchmark::State& state) {
  const Study study = study_at("nl-reference", state.range(0));
  double residents = 0;
  for (auto _ : state) residents = static_cast<double>(residents_in(prepare(study).world));
  state.counters["residents"] = residents;
}
BENCHMARK(build_world_of)->ArgName("one_in")->Arg(100)->Arg(9)->Arg(1)->Iterations(1)->Unit(benchmark::kSecond);

/// A finished run into the store, and its share of the time that the run took.
void store_run(benchmark::State& state) {
  const Study study = study_at("nl-reference", state.range(0));
  const Experiment experiment = prepare(study);
  RunResult result;
  EnsembleHooks hooks;
  hooks.finished = [&](RunResult&& finished) { result = std::move(finished); };
  RunPlan plan;
  plan.threads = 1;
  run_ensemble(study, experiment, plan, hooks);
  const auto folder = std::filesystem::temp_directory_path() / ("polder-bench-" + std::to_string(::getpid()));
  std::filesystem::remove_all(folder);
  for (auto _ : state) {
    Store store = Store::open_or_create(folder, study, {});
    const auto start = std::chrono::steady_clock::now();
    store.add(result);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    state.counters["% of the run"] = 100 * seconds / result.seconds;
  }
  std::filesystem::remove_all(folder);
}
BENCHMARK(store_run)->ArgName("one_in")->Arg(100)->Arg(9)->Iterations(1)->Unit(benchmark::kMillisecond);

/// A state to a checkpoint.
void write_checkpoint(benchmark::State& state) {
  const Experiment experiment = prepare(study_at("nl-reference", state.range(0)));
  const RunState run = begin_run(experiment);
  std::size_t bytes = 0;
  for (auto _ : state) bytes = to_checkpoint(run).size();
  state.counters["bytes/row"] = static_cast<double>(bytes) / static_cast<double>(run.world.residents.size());
}
BENCHMARK(write_checkpoint)->ArgName("one_in")->Arg(9)->Arg(1)->Iterations(1)->Unit(benchmark::kMillisecond);

/// And back.
void read_checkpoint(benchmark::State& state) {
  const std::string packed = to_checkpoint(begin_run(prepare(study_at("nl-reference", state.range(0)))));
  for (auto _ : state) benchmark::DoNotOptimize(from_checkpoint(packed, "bench").world.month);
}
BENCHMARK(read_checkpoint)->ArgName("one_in")->Arg(9)->Arg(1)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace polder
