#include "calibrate/measure.h"

#include <cmath>
#include <limits>

#include "base/parallel.h"

namespace polder::calibrate {
namespace {

constexpr int months_apart = 3;  // between two looks at the same resident

/// Mean over the runs in which a moment is a number.
double mean_of(const std::vector<std::vector<double>>& runs, std::size_t moment) {
  double sum = 0, measured = 0;
  for (const auto& run : runs) {
    if (std::isnan(run[moment])) continue;
    sum += run[moment];
    ++measured;
  }
  return measured > 0 ? sum / measured : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

Seen watch_reference(const Targets& targets, const Experiment& experiment, std::uint32_t replicate) {
  const Country& country = experiment.model.country;
  const Script& reference = experiment.scripts.front();
  const Random random{experiment.seed, replicate};
  const Counted counted = counted_places(country, experiment.scoped);
  Seen seen;
  seen.class_change = targets.class_change;
  RunState state = begin_run(experiment);
  simulate_until(state, experiment, reference, random, targets.from, {});
  Snapshot earlier = snapshot_of(state.world);
  while (state.world.month <= targets.to) {
    const MonthBefore before = month_before(state.world, counted);
    simulate_month(state, experiment, reference, random);
    count_month(seen.tally, before, state.world, counted);
    if (state.world.month - earlier.month < months_apart) continue;
    count_changes(seen.tally, earlier, state.world, counted);
    count_commuting(seen.tally, state.world, country, counted);
    earlier = snapshot_of(state.world);
  }
  const AreaLevel level = experiment.scoped ? AreaLevel::Region : AreaLevel::Country;
  seen.indicators = mean_indicators(state.observations, level, targets.from, targets.to);
  return seen;
}

std::vector<double> measure(const Targets& targets, const Study& study, unsigned threads) {
  const Experiment experiment = prepare(study);
  std::vector<std::vector<double>> runs(targets.replicates);
  with_threads(threads, [&] {
    for_each_chunk(runs.size(), 1, [&](std::size_t replicate, std::size_t, std::size_t) {
      const Seen seen = watch_reference(targets, experiment, static_cast<std::uint32_t>(replicate));
      for (const Target& target : targets.moments) runs[replicate].push_back(target.moment->measure(seen));
    });
  });
  std::vector<double> means;
  for (std::size_t moment = 0; moment < targets.moments.size(); ++moment) means.push_back(mean_of(runs, moment));
  return means;
}

}  // namespace polder::calibrate
