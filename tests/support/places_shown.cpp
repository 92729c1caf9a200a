#include "support/places_shown.h"

namespace polder::testing {
namespace {

void add_month(const World& world, ShownByPlace& sum) {
  for (const MunicipalityIndex m : rows_of(world.municipalities.stocks)) {
    const Stocks& stocks = world.municipalities.stocks[m];
    const auto with = [&](auto counts, const auto& by) {
      double persons = 0;
      for (std::size_t i = 0; i < by.size(); ++i)
        if (counts(i)) persons += by[i];
      return persons;
    };
    Shown& shown = sum[number(m)];
    shown[0] += with([](std::size_t i) { return works(static_cast<Labour>(i)); }, stocks.labour);
    shown[1] += stocks.labour[static_cast<std::size_t>(Labour::Unemployed)];
    shown[2] += with([](std::size_t i) { return receives_ww(static_cast<Benefit>(i)); }, stocks.benefit);
    shown[3] += with([](std::size_t i) { return receives_bijstand(static_cast<Benefit>(i)); }, stocks.benefit);
    shown[6] += world.municipalities.flows[m].hires;
  }
  for (const FirmIndex firm : rows_of(world.firms.state)) {
    Shown& shown = sum[number(world.firms.municipality[firm])];
    shown[4] += world.firms.jobs[firm];
    shown[5] += world.firms.vacancies[firm];
  }
}

}  // namespace

ShownByPlace last_year(const Experiment& experiment, std::uint32_t replicate) {
  RunState state = begin_run(experiment);
  const Random random{experiment.seed, replicate};
  simulate_until(state, experiment, experiment.scripts[0], random, experiment.to - 11, {});
  ShownByPlace sum(experiment.model.country.municipalities.size(), Shown{});
  while (state.world.month <= experiment.to) {
    simulate_month(state, experiment, experiment.scripts[0], random);
    add_month(state.world, sum);
  }
  for (Shown& shown : sum)
    for (double& value : shown) value /= 12;
  return sum;
}

std::vector<ShownByPlace> runs_of(Study study, const CountryFiles& files, std::uint32_t seeds) {
  std::vector<ShownByPlace> runs;
  for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
    study.seed = seed;
    runs.push_back(last_year(tiny_experiment(study, files), 0));
  }
  return runs;
}

Figures over_runs(const std::vector<ShownByPlace>& runs, std::size_t shown, std::size_t first, std::size_t last) {
  Figures figures;
  for (const ShownByPlace& run : runs) {
    double sum = 0;
    for (std::size_t m = first; m <= last; ++m) sum += run[m][shown];
    figures.push_back(sum);
  }
  return figures;
}

}  // namespace polder::testing
