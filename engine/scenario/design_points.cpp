// Where the points of a design lie, and what they are called.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scenario/samples.h"
#include "scenario/vary.h"

namespace polder {
namespace {

/// The last words of a key that no other axis ends with: `level` for tasks.retraining.level.
std::string short_key(const ReadAxis& axis, const std::vector<ReadAxis>& axes) {
  const std::string& key = axis.axis.key;
  for (std::size_t at = key.rfind('.'); at != std::string::npos && at > 0; at = key.rfind('.', at - 1)) {
    const std::string tail = key.substr(at);
    const auto ends = [&](const ReadAxis& other) { return other.axis.key.ends_with(tail); };
    if (std::ranges::count_if(axes, ends) == 1) return tail.substr(1);
  }
  return key;
}

std::string part_of_name(const std::vector<ReadAxis>& axes, std::size_t axis, double at) {
  return fmt::format("{}={}", short_key(axes[axis], axes), axes[axis].axis.values[static_cast<std::size_t>(at)]);
}

std::vector<DesignPoint> grid_points(const std::vector<ReadAxis>& axes) {
  std::vector<DesignPoint> points{{"", {}}};
  for (const ReadAxis& axis : axes) {
    std::vector<DesignPoint> longer;
    for (const DesignPoint& point : points)
      for (std::size_t value = 0; value < axis.choices.size(); ++value) {
        longer.push_back(point);
        longer.back().at.push_back(static_cast<double>(value));
      }
    points = std::move(longer);
  }
  for (DesignPoint& point : points) point.name = name_by_values(axes, point.at, false);
  return points;
}

std::vector<DesignPoint> single_points(const std::vector<ReadAxis>& axes) {
  std::vector<DesignPoint> points;
  for (std::size_t axis = 0; axis < axes.size(); ++axis)
    for (std::size_t value = 0; value < axes[axis].choices.size(); ++value) {
      DesignPoint point{part_of_name(axes, axis, static_cast<double>(value)), std::vector<double>(axes.size(), -1)};
      point.at[axis] = static_cast<double>(value);
      points.push_back(std::move(point));
    }
  return points;
}

std::vector<DesignPoint> listed_points(const std::vector<ReadAxis>& axes) {
  std::vector<DesignPoint> points;
  for (std::size_t i = 0; i < axes.front().choices.size(); ++i)
    points.push_back({std::to_string(i + 1), std::vector<double>(axes.size(), static_cast<double>(i))});
  return points;
}

/// A number in the unit interval on an axis: the number of a value, each as likely, or a value of the range.
double place_on(const ReadAxis& axis, double unit) {
  if (!axis.choices.empty()) {
    const auto values = static_cast<double>(axis.choices.size());
    return std::min(std::floor(unit * values), values - 1);
  }
  const double value = axis.axis.from + unit * (axis.axis.to - axis.axis.from);
  return axis.whole ? std::floor(value + .5) : value;
}

std::string sampled_name(DesignKind kind, std::size_t point, std::size_t axes) {
  if (kind == DesignKind::LatinHypercube) return std::to_string(point + 1);
  if (kind == DesignKind::Morris) return fmt::format("{}.{}", point / (axes + 1) + 1, point % (axes + 1));
  const std::size_t row = point / (axes + 2) + 1, place = point % (axes + 2);
  return place < 2 ? fmt::format("{}{}", row, place == 0 ? 'a' : 'b') : fmt::format("{}x{}", row, place - 1);
}

std::vector<DesignPoint> sampled_points(const std::vector<ReadAxis>& axes, DesignKind kind, std::uint32_t size,
                                        std::uint32_t seed) {
  const std::vector<UnitPoint> units = kind == DesignKind::LatinHypercube ? latin_hypercube(seed, size, axes.size())
                                       : kind == DesignKind::Sobol        ? saltelli(seed, size, axes.size())
                                                                   : morris_trajectories(seed, size, axes.size());
  std::vector<DesignPoint> points;
  for (std::size_t i = 0; i < units.size(); ++i) {
    DesignPoint point{sampled_name(kind, i, axes.size()), {}};
    for (std::size_t axis = 0; axis < axes.size(); ++axis) point.at.push_back(place_on(axes[axis], units[i][axis]));
    points.push_back(std::move(point));
  }
  return points;
}

}  // namespace

std::string name_by_values(const std::vector<ReadAxis>& axes, const std::vector<double>& at, bool parameters_only) {
  std::string name;
  for (std::size_t i = 0; i < axes.size(); ++i) {
    if (at[i] < 0 || (parameters_only && !axes[i].axis.is_parameter())) continue;
    name += (name.empty() ? "" : "@") + part_of_name(axes, i, at[i]);
  }
  return name;
}

double number_of_points(const std::vector<ReadAxis>& axes, DesignKind kind, std::uint32_t size) {
  const auto k = static_cast<double>(axes.size());
  double product = 1, sum = 0;
  for (const ReadAxis& axis : axes) {
    product *= static_cast<double>(axis.choices.size());
    sum += static_cast<double>(axis.choices.size());
  }
  switch (kind) {
    case DesignKind::Grid:
      return product;
    case DesignKind::OneAtATime:
      return sum;
    case DesignKind::List:
      return sum / k;
    case DesignKind::LatinHypercube:
      return size;
    case DesignKind::Sobol:
      return size * (k + 2);
    case DesignKind::Morris:
      return size * (k + 1);
  }
  return 0;
}

std::vector<DesignPoint> points_of(const std::vector<ReadAxis>& axes, DesignKind kind, std::uint32_t size,
                                   std::uint32_t seed) {
  if (kind == DesignKind::Grid) return grid_points(axes);
  if (kind == DesignKind::OneAtATime) return single_points(axes);
  return kind == DesignKind::List ? listed_points(axes) : sampled_points(axes, kind, size, seed);
}

}  // namespace polder
