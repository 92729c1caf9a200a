#include "sensitivity/outcomes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "compare/comparison.h"

namespace polder::sensitivity {
namespace {

constexpr double not_measured = std::numeric_limits<double>::quiet_NaN();

/// Mean over replicates of an outcome; the difference to `reference` unless that is empty.
class Reader {
 public:
  Reader(const Store& store, const Wish& wish)
      : store_(store), question_{wish.indicator, wish.area, wish.part, wish.from, wish.to} {
    for (const Store::Runs& run : store.runs())
      if (run.status == "done") replicates_[run.scenario].push_back(run.replicate);
  }

  double of(const std::string& scenario, const std::string& reference, std::size_t& most) {
    double sum = 0;
    std::size_t count = 0;
    for (const std::uint32_t replicate : replicates_[scenario]) {
      double value = level(scenario, replicate);
      if (!reference.empty()) {
        const auto& other = replicates_[reference];
        if (std::ranges::find(other, replicate) == other.end()) continue;
        value -= level(reference, replicate);
      }
      if (std::isnan(value)) continue;
      sum += value;
      ++count;
    }
    most = std::max(most, count);
    return count > 0 ? sum / static_cast<double>(count) : not_measured;
  }

 private:
  double level(const std::string& scenario, std::uint32_t replicate) {
    const auto [found, is_new] = levels_.emplace(std::pair(scenario, replicate), 0.0);
    if (is_new) found->second = mean_over(store_, scenario, question_, replicate);
    return found->second;
  }

  const Store& store_;
  Question question_;
  std::map<std::string, std::vector<std::uint32_t>> replicates_;
  std::map<std::pair<std::string, std::uint32_t>, double> levels_;
};

/// The scenarios that the design varied, in order of the study; the reference where there is no other.
std::vector<std::string> varied_in(const StoreHeader& header, const Wish& wish) {
  std::vector<std::string> found;
  bool reference = false;
  for (const std::string& name : header.scenarios) {
    const std::string scenario(varied_scenario(name));
    if (scenario == name) continue;
    reference = reference || scenario == header.reference;
    const bool wanted = scenario != header.reference && (!wish.scenario || *wish.scenario == scenario);
    if (wanted && std::ranges::find(found, scenario) == found.end()) found.push_back(scenario);
  }
  if (found.empty() && reference && (!wish.scenario || *wish.scenario == header.reference)) found = {header.reference};
  return found;
}

}  // namespace

Observed observe(const Store& store, const Design& design, const Wish& wish) {
  const StoreHeader& header = store.header();
  const auto references = references_of(header.scenarios, header.reference);
  const std::set<std::string_view> names(header.scenarios.begin(), header.scenarios.end());
  Reader reader(store, wish);
  Observed all;
  for (const std::string& scenario : varied_in(header, wish)) {
    Series series{scenario, {}};
    all.levels = scenario == header.reference;
    const auto outcome = [&](const std::string& name) {
      const auto reference = references.find(name);
      return names.contains(name)
                 ? reader.of(name, reference == references.end() ? "" : reference->second, all.replicates)
                 : not_measured;
    };
    for (const DesignPoint& point : design.points) series.at.push_back(outcome(scenario + "@" + point.name));
    all.series.push_back(std::move(series));
  }
  for (std::size_t point = 0; point < design.points.size(); ++point)
    if (std::ranges::any_of(all.series, [&](const Series& one) { return std::isnan(one.at[point]); })) ++all.missing;
  return all;
}

}  // namespace polder::sensitivity
