#include "world/occupation_graph.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <compare>
#include <limits>

#include "polder/base/error.h"

namespace polder {
namespace {

/// What a route costs: time first, then steps. Every step costs, so no route passes a group twice.
struct Cost {
  Tenths time = 0;
  std::uint32_t steps = 0;
  friend auto operator<=>(const Cost&, const Cost&) = default;
};
constexpr Cost unreachable{std::numeric_limits<Tenths>::max(), 0};

Cost after(const Cost& cost, Tenths time) { return {cost.time + time, cost.steps + 1}; }

using Network = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                      boost::property<boost::edge_weight_t, Cost>>;

Network network_of(const OccupationGraph& graph) {
  Network network(graph.groups.size());
  for (const Retraining& change : graph.changes)
    boost::add_edge(number(change.from), number(change.to), Cost{change.time, 1}, network);
  return network;
}

std::vector<Cost> costs_from(const Network& network, GroupIndex from) {
  std::vector<Cost> costs(boost::num_vertices(network), unreachable);
  const auto add = [](const Cost& cost, const Cost& step) { return after(cost, step.time); };
  boost::dijkstra_shortest_paths(
      network, number(from),
      boost::distance_map(boost::make_iterator_property_map(costs.begin(), boost::get(boost::vertex_index, network)))
          .distance_compare(std::less<Cost>())
          .distance_combine(add)
          .distance_inf(unreachable)
          .distance_zero(Cost{}));
  return costs;
}

/// The last step of each best route: of those that cost the same the one from the lowest row. Read off the costs, so
/// that the order in which the search met them does not matter.
std::vector<GroupIndex> last_steps(const OccupationGraph& graph, const std::vector<Cost>& costs) {
  std::vector<GroupIndex> steps(costs.size(), none<GroupIndex>);
  for (const Retraining& change : graph.changes) {  // by from: the first that fits is the lowest
    const Cost& start = costs[number(change.from)];
    GroupIndex& step = steps[number(change.to)];
    if (start != unreachable && step == none<GroupIndex> && after(start, change.time) == costs[number(change.to)])
      step = change.from;
  }
  return steps;
}

Column<GroupIndex, std::optional<Route>> routes_in(const OccupationGraph& graph, const Network& network,
                                                   GroupIndex from) {
  const std::vector<Cost> costs = costs_from(network, from);
  const std::vector<GroupIndex> steps = last_steps(graph, costs);
  Column<GroupIndex, std::optional<Route>> routes(graph.groups.size());
  for (const GroupIndex to : rows_of(graph.groups)) {
    if (costs[number(to)] == unreachable) continue;
    Route route{{to}, costs[number(to)].time};
    while (route.path.back() != from) route.path.push_back(steps[number(route.path.back())]);
    std::reverse(route.path.begin(), route.path.end());
    routes[to] = std::move(route);
  }
  return routes;
}

/// The classes of a country without groups.
Column<GroupIndex, OccupationGroup> classes_as_groups(const Country& country) {
  Column<GroupIndex, OccupationGroup> groups;
  for (const OccupationIndex o : rows_of(country.occupations)) {
    const OccupationFacts& facts = country.occupations[o];
    groups.push_back({facts.code, facts.name_nl, facts.name_en, o, facts.job_zone});
  }
  return groups;
}

}  // namespace

Tenths training_time(double cosine, double zone_from, double zone_to, const Parameters& parameters) {
  const auto& route = parameters.route;
  const double months =
      route.each_change + route.per_distance * (1 - cosine) + route.per_zone * std::max(0.0, zone_to - zone_from);
  return static_cast<Tenths>(months * 10 + .5);
}

OccupationGraph occupation_graph(const Country& country, const Parameters& parameters) {
  OccupationGraph graph;
  const bool has_groups = !country.groups.empty();
  graph.groups = has_groups ? country.groups : classes_as_groups(country);
  graph.similarity = has_groups ? country.group_similarity : country.similarity;
  ensure(graph.similarity.size() == graph.groups.size() * graph.groups.size(), "every pair of groups has a likeness");
  for (const GroupIndex from : rows_of(graph.groups)) {
    for (const GroupIndex to : rows_of(graph.groups)) {
      const double cosine = graph.similarity[number(from) * graph.groups.size() + number(to)];
      if (from == to || cosine < parameters.route.least_likeness) continue;
      graph.changes.push_back(
          {from, to, training_time(cosine, graph.groups[from].job_zone, graph.groups[to].job_zone, parameters)});
    }
  }
  return graph;
}

Column<GroupIndex, std::optional<Route>> shortest_routes(const OccupationGraph& graph, GroupIndex from) {
  return routes_in(graph, network_of(graph), from);
}

std::vector<std::optional<Route>> best_routes(const OccupationGraph& graph, std::span<const GroupIndex> from,
                                              std::span<const GroupIndex> to) {
  const Network network = network_of(graph);
  std::vector<GroupIndex> ends(to.begin(), to.end());
  std::sort(ends.begin(), ends.end());
  std::vector<std::optional<Route>> best;
  for (const GroupIndex start : from) {
    const auto routes = routes_in(graph, network, start);
    const Route* shortest = nullptr;
    const auto cost = [](const Route& route) {
      return Cost{route.time, static_cast<std::uint32_t>(route.path.size())};
    };
    for (const GroupIndex end : ends)
      if (routes[end] && (shortest == nullptr || cost(*routes[end]) < cost(*shortest))) shortest = &*routes[end];
    best.push_back(shortest == nullptr ? std::nullopt : std::optional(*shortest));
  }
  return best;
}

std::vector<double> class_training_months(const Country& country, const Parameters& parameters) {
  const std::size_t classes = country.occupations.size();
  const OccupationGraph graph = occupation_graph(country, parameters);
  const Network network = network_of(graph);
  std::vector<double> months(classes * classes, 0), ways(classes * classes, 0);
  for (const GroupIndex from : rows_of(graph.groups)) {
    std::vector<double> best(classes, -1);
    const std::vector<Cost> costs = costs_from(network, from);
    for (const GroupIndex to : rows_of(graph.groups)) {
      if (costs[number(to)] == unreachable) continue;
      double& least = best[number(graph.groups[to].occupation)];
      const double time = months_of(costs[number(to)].time);
      if (least < 0 || time < least) least = time;
    }
    for (std::size_t to = 0; to < classes; ++to) {
      if (best[to] < 0) continue;
      months[number(graph.groups[from].occupation) * classes + to] += best[to];
      ++ways[number(graph.groups[from].occupation) * classes + to];
    }
  }
  for (std::size_t cell = 0; cell < months.size(); ++cell)
    months[cell] = ways[cell] > 0 ? months[cell] / ways[cell] : -1;
  return months;
}

}  // namespace polder
