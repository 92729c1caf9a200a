#include "sensitivity/analysis.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>

#include "compare/comparison.h"
#include "data/yaml.h"
#include "sensitivity/outcomes.h"

namespace polder::sensitivity {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

InputError problem(std::string code, std::string message, std::string help) {
  Problem one;
  one.code = std::move(code);
  one.message = std::move(message);
  one.help = std::move(help);
  return InputError({one});
}

/// As resolved.yaml writes it: the shortest text that reads back as the same.
double number_in(const data::Node& node) {
  double number = 0;
  std::from_chars(node.text.data(), node.text.data() + node.text.size(), number);
  return number;
}

/// Collects findings about the inputs of one scenario.
class Inputs {
 public:
  Inputs(const Design& design, const Series& series, std::vector<Finding>& findings)
      : design_(design), series_(series), findings_(findings) {}

  void analyse() {
    for (std::size_t axis = 0; axis < design_.axes.size(); ++axis) {
      switch (design_.kind) {
        case DesignKind::Morris:
          trajectories(axis);
          break;
        case DesignKind::Sobol:
          indices(axis);
          break;
        case DesignKind::LatinHypercube:
          correlation(axis);
          break;
        case DesignKind::Grid:
          variances(axis);
          means(axis);
          break;
        case DesignKind::OneAtATime:
        case DesignKind::List:
          means(axis);
          break;
      }
    }
  }

 private:
  void add(std::size_t axis, std::string measure, Estimate estimate, std::size_t observations, std::string name = {}) {
    findings_.push_back(
        {series_.scenario, design_.axes[axis].key, std::move(measure), std::move(name), estimate, observations});
  }

  /// The place of a point on an axis, in parts of its range.
  double unit(std::size_t point, std::size_t axis) const {
    const Axis& on = design_.axes[axis];
    const double at = design_.points[point].at[axis];
    if (on.values.empty()) return (at - on.from) / (on.to - on.from);
    return on.values.size() > 1 ? at / (static_cast<double>(on.values.size()) - 1) : 0;
  }

  void trajectories(std::size_t axis) {
    std::vector<double> effects;
    const std::size_t length = design_.axes.size() + 1;
    for (std::size_t first = 0; first + length <= design_.points.size(); first += length)
      for (std::size_t point = first + 1; point < first + length; ++point) {
        const double step = unit(point, axis) - unit(point - 1, axis);
        const double effect = (series_.at[point] - series_.at[point - 1]) / step;
        if (step != 0 && !std::isnan(effect)) effects.push_back(effect);
      }
    const Morris found = morris(effects);
    add(axis, "mu_star", found.mu_star, effects.size());
    add(axis, "mu", {found.mu, nothing, nothing}, effects.size());
    add(axis, "sigma", {found.sigma, nothing, nothing}, effects.size());
  }

  void indices(std::size_t axis) {
    std::vector<double> a, b, ab;
    const std::size_t per_row = design_.axes.size() + 2;
    for (std::size_t row = 0; row + per_row <= series_.at.size(); row += per_row) {
      if (std::isnan(series_.at[row] + series_.at[row + 1] + series_.at[row + 2 + axis])) continue;
      a.push_back(series_.at[row]);
      b.push_back(series_.at[row + 1]);
      ab.push_back(series_.at[row + 2 + axis]);
    }
    const Sobol found = sobol(a, b, ab);
    add(axis, "first", found.first, a.size());
    add(axis, "total", found.total, a.size());
  }

  void correlation(std::size_t axis) {
    std::vector<double> input, outcome;
    for (std::size_t point = 0; point < series_.at.size(); ++point) {
      if (std::isnan(series_.at[point])) continue;
      input.push_back(design_.points[point].at[axis]);
      outcome.push_back(series_.at[point]);
    }
    add(axis, "rank_correlation", rank_correlation(input, outcome), input.size());
  }

  void means(std::size_t axis) {
    const Axis& on = design_.axes[axis];
    for (std::size_t value = 0; value < on.values.size(); ++value) {
      double sum = 0;
      std::size_t count = 0;
      for (std::size_t point = 0; point < series_.at.size(); ++point) {
        if (design_.points[point].at[axis] != static_cast<double>(value) || std::isnan(series_.at[point])) continue;
        sum += series_.at[point];
        ++count;
      }
      add(axis, "mean", {count > 0 ? sum / static_cast<double>(count) : nothing, nothing, nothing}, count,
          on.values[value]);
    }
  }

  /// Variance of the means of groups of points, by a key, in parts of the whole.
  template <class Key>
  double share_between(Key key) const {
    std::map<std::vector<double>, std::pair<double, double>> groups;  // sum, count
    double sum = 0, squares = 0, count = 0;
    for (std::size_t point = 0; point < series_.at.size(); ++point) {
      const double value = series_.at[point];
      if (std::isnan(value)) return nothing;
      auto& group = groups[key(design_.points[point].at)];
      group.first += value;
      ++group.second;
      sum += value;
      ++count;
    }
    const double mean = sum / count;
    for (const double value : series_.at) squares += (value - mean) * (value - mean);
    double between = 0;
    for (const auto& [_, group] : groups) {
      const double off = group.first / group.second - mean;
      between += group.second * off * off;
    }
    return squares > 0 ? between / squares : nothing;
  }

  /// Exact for a full grid: what the means of an input's values vary, and what is left when all other inputs are known.
  void variances(std::size_t axis) {
    const double own = share_between([&](const std::vector<double>& at) { return std::vector{at[axis]}; });
    const double others = share_between([&](std::vector<double> at) {
      at.erase(at.begin() + static_cast<std::ptrdiff_t>(axis));
      return at;
    });
    add(axis, "variance", {own, nothing, nothing}, series_.at.size());
    add(axis, "total", {1 - others, nothing, nothing}, series_.at.size());
  }

  const Design& design_;
  const Series& series_;
  std::vector<Finding>& findings_;
};

/// Points that are futures: values of parameters, independent of each other; none where a lever varies too.
std::vector<std::size_t> futures_in(const Design& design) {
  const bool is_decided = !std::ranges::all_of(design.axes, &Axis::is_parameter);  // levers are no assumptions
  if (is_decided || design.kind == DesignKind::Morris || design.kind == DesignKind::OneAtATime) return {};
  std::vector<std::size_t> points;
  for (std::size_t point = 0; point < design.points.size(); ++point)
    if (design.kind != DesignKind::Sobol || point % (design.axes.size() + 2) < 2) points.push_back(point);
  return points;
}

/// Which scenario is best in how many futures, and what knowing an assumption would be worth.
class Choice {
 public:
  Choice(const Design& design, const Observed& observed, const std::string& reference, int direction,
         std::vector<Finding>& findings)
      : design_(design), findings_(findings) {
    names_ = {reference};
    for (const Series& series : observed.series) names_.push_back(series.scenario);
    outcomes_.resize(names_.size());
    for (const std::size_t point : futures_in(design)) {
      const bool whole =
          std::ranges::none_of(observed.series, [&](const Series& s) { return std::isnan(s.at[point]); });
      if (!whole) continue;
      futures_.push_back(point);
      outcomes_[0].push_back(0);  // the reference differs from itself by nothing
      for (std::size_t i = 0; i < observed.series.size(); ++i)
        outcomes_[i + 1].push_back((direction < 0 ? -1 : 1) * observed.series[i].at[point]);
    }
  }

  void analyse() {
    if (futures_.empty()) return;
    const std::size_t futures = futures_.size();
    for (std::size_t option = 0; option < names_.size(); ++option)
      add(names_[option], "", "best", {static_cast<double>(times_best(option)), nothing, nothing});
    add("", "", "ranking", {static_cast<double>(times_ranked()), nothing, nothing});
    const bool sampled = design_.kind == DesignKind::LatinHypercube || design_.kind == DesignKind::Sobol;
    if (!sampled || futures < 10) return;
    for (std::size_t axis = 0; axis < design_.axes.size(); ++axis) {
      std::vector<double> input;
      for (const std::size_t point : futures_) input.push_back(design_.points[point].at[axis]);
      add("", design_.axes[axis].key, "knowing", value_of_knowing(input, design_.axes[axis].values.size(), outcomes_));
    }
    add("", "all", "knowing", value_of_knowing_all(outcomes_));
  }

 private:
  void add(std::string scenario, std::string input, std::string measure, Estimate estimate) {
    findings_.push_back({std::move(scenario), std::move(input), std::move(measure), "", estimate, futures_.size()});
  }

  /// Equal best counts for each.
  std::size_t times_best(std::size_t option) const {
    std::size_t times = 0;
    for (std::size_t future = 0; future < futures_.size(); ++future)
      times +=
          std::ranges::all_of(outcomes_, [&](const auto& other) { return other[future] <= outcomes_[option][future]; })
              ? 1u
              : 0u;
    return times;
  }

  std::size_t times_ranked() const {
    std::vector<double> sums;
    for (const auto& option : outcomes_) sums.push_back(std::accumulate(option.begin(), option.end(), 0.0));
    std::vector<std::size_t> order(names_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return sums[a] > sums[b]; });
    std::size_t times = 0;
    for (std::size_t future = 0; future < futures_.size(); ++future) {
      bool same = true;
      for (std::size_t i = 1; i < order.size(); ++i)
        same = same && outcomes_[order[i - 1]][future] >= outcomes_[order[i]][future];
      times += same ? 1u : 0u;
    }
    return times;
  }

  const Design& design_;
  std::vector<Finding>& findings_;
  std::vector<std::string> names_;
  std::vector<std::size_t> futures_;
  Outcomes outcomes_;
};

void check_wish(const Store& store, const Design& design, const Wish& wish) {
  const auto areas = store.areas();
  if (!areas.empty() && std::ranges::find(areas, wish.area) == areas.end())
    throw problem("E309", fmt::format("this result has no area '{}'", wish.area),
                  fmt::format("it has: {}", fmt::join(areas, ", ")));
  if (!wish.scenario) return;
  std::vector<std::string> varied;
  for (const std::string& name : store.header().scenarios) {
    const std::string scenario(varied_scenario(name));
    if (scenario != name && std::ranges::find(varied, scenario) == varied.end()) varied.push_back(scenario);
  }
  if (std::ranges::find(varied, *wish.scenario) == varied.end())
    throw problem("E309", fmt::format("the design varied no scenario '{}'", *wish.scenario),
                  fmt::format("{} has {}", to_text(design.kind), fmt::join(varied, ", ")));
}

}  // namespace

std::optional<Design> design_of(const Store& store) {
  data::Problems damaged;
  const data::Node tree = data::read_yaml(store.folder() / "resolved.yaml", damaged);
  const data::Node* node = damaged.any_error() ? nullptr : tree.find("design");
  if (node == nullptr) return std::nullopt;
  Design design;
  for (const DesignKind kind : {DesignKind::Grid, DesignKind::OneAtATime, DesignKind::List, DesignKind::LatinHypercube,
                                DesignKind::Sobol, DesignKind::Morris})
    if (node->find("kind")->text == to_text(kind)) design.kind = kind;
  design.size = static_cast<std::uint32_t>(number_in(*node->find("size")));
  for (const data::Node& item : node->find("axes")->items) {
    Axis axis{item.find("key")->text, {}, 0, 0};
    if (const data::Node* values = item.find("values")) {
      for (const data::Node& value : values->items) axis.values.push_back(value.text);
    } else {
      axis.from = number_in(*item.find("from"));
      axis.to = number_in(*item.find("to"));
    }
    design.axes.push_back(std::move(axis));
  }
  for (const data::Node& item : node->find("points")->items) {
    DesignPoint point{item.find("name")->text, {}};
    for (const data::Node& at : item.find("at")->items) point.at.push_back(number_in(at));
    design.points.push_back(std::move(point));
  }
  return design;
}

Analysis analyse(const Store& store, const Wish& wish) {
  const auto design = design_of(store);
  if (!design)
    throw problem("E358", "this result has no design, so nothing was varied",
                  "a study with vary: and design: has one; polder compare compares its scenarios");
  check_wish(store, *design, wish);
  const Observed observed = observe(store, *design, wish);
  Analysis analysis{*design, "", direction_of(wish.indicator), observed.replicates, observed.missing, {}};
  for (const Store::Column& column : store.dictionary())
    if (column.key == wish.indicator) analysis.unit = column.unit;
  if (observed.replicates == 0)
    throw problem("E358", fmt::format("no point of the design has a finished run that measures '{}'", wish.indicator),
                  "polder status shows what is finished");
  for (const Series& series : observed.series) Inputs(*design, series, analysis.findings).analyse();
  if (!observed.levels && analysis.direction != 0)  // otherwise nobody says what is better
    Choice(*design, observed, store.header().reference, analysis.direction, analysis.findings).analyse();
  return analysis;
}

}  // namespace polder::sensitivity
