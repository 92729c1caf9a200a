// Occupations as a directed graph: how long it takes to retrain from one to another, and by which steps.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "polder/scenario/parameters.h"
#include "polder/world/country.h"

namespace polder {

/// Training time in tenths of a month: whole numbers, so that sums are exact and equal routes are equal.
using Tenths = std::uint32_t;
constexpr double months_of(Tenths time) { return time / 10.0; }

/// A direct change of occupation.
struct Retraining {
  GroupIndex from{}, to{};
  Tenths time = 0;
  friend bool operator==(const Retraining&, const Retraining&) = default;
};

struct OccupationGraph {
  Column<GroupIndex, OccupationGroup> groups;  // the vertices
  std::vector<double> similarity;              // centred cosine [from x to]
  std::vector<Retraining> changes;             // the edges, by from, then to

  /// 1 - cosine: 0 the same skills, 1 nothing shared, 2 opposite ones.
  double skill_distance(GroupIndex a, GroupIndex b) const {
    return 1 - similarity[number(a) * groups.size() + number(b)];
  }
};

/// A way from the first to the last of `path`; both are the same for a route of no step.
struct Route {
  std::vector<GroupIndex> path;
  Tenths time = 0;
};

/// Training of a direct change: each_change + per_distance (1 - cosine) + per_zone max(0, zone_to - zone_from) months.
/// The first term is the floor: without it a chain of many small steps would always beat a direct change, since the
/// distance grows with the square of the angle between skills. Work of a lower zone asks for no training on top.
Tenths training_time(double cosine, double zone_from, double zone_to, const Parameters& parameters);

/// The groups of the country, or where it has none its classes, each as a group of its own. Only pairs that are at
/// least `route.least_likeness` alike are connected, both ways, each way with its own time.
OccupationGraph occupation_graph(const Country& country, const Parameters& parameters);

/// The shortest route from one group to each (Dijkstra 1959); nothing where no chain of changes leads. Of routes that
/// take equally long the one with fewest steps, then the one whose last step starts at the lowest row, and so back.
Column<GroupIndex, std::optional<Route>> shortest_routes(const OccupationGraph& graph, GroupIndex from);

/// For each of `from`, in that order: its shortest route to any of `to`, the one with fewest steps and then the lowest
/// row of `to` where they take equally long; nothing where none leads there.
std::vector<std::optional<Route>> best_routes(const OccupationGraph& graph, std::span<const GroupIndex> from,
                                              std::span<const GroupIndex> to);

/// Months of training from one class of occupations to another: over the groups of the first, the mean of the shortest
/// routes to any group of the second; below 0 where no group has one [from x to].
std::vector<double> class_training_months(const Country& country, const Parameters& parameters);

}  // namespace polder
