#include "indicators/network.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <map>

namespace polder {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

/// Vertices of the governments concerned: the members first, in their order, then those with whom they have ties.
class Vertices {
 public:
  explicit Vertices(const std::vector<MunicipalityIndex>& members) {
    for (const MunicipalityIndex m : members) add(number(m));
  }
  void add(std::size_t government) { of_.try_emplace(government, of_.size()); }
  bool knows(std::size_t government) const { return of_.contains(government); }
  std::size_t of(std::size_t government) const { return of_.at(government); }
  std::size_t size() const { return of_.size(); }

 private:
  std::map<std::size_t, std::size_t> of_;
};

/// Ties with a member, and those among the other governments that members have ties with.
std::vector<const Tie*> ties_among(const World& world, Vertices& vertices) {
  const std::size_t municipalities = world.municipalities.council.size();
  const auto is_member = [&](GovernmentIndex one) {
    return number(one) < municipalities && vertices.knows(number(one));
  };
  for (const Tie& tie : world.ties) {
    if (is_member(tie.a) && number(tie.b) >= municipalities) vertices.add(number(tie.b));
    if (is_member(tie.b) && number(tie.a) >= municipalities) vertices.add(number(tie.a));
  }
  std::vector<const Tie*> ties;
  for (const Tie& tie : world.ties)
    if (vertices.knows(number(tie.a)) && vertices.knows(number(tie.b))) ties.push_back(&tie);
  return ties;
}

std::vector<double> betweenness(const Graph& graph) {
  std::vector<double> central(boost::num_vertices(graph), 0);
  const auto map = boost::make_iterator_property_map(central.begin(), boost::get(boost::vertex_index, graph));
  boost::brandes_betweenness_centrality(graph, map);
  boost::relative_betweenness_centrality(graph, map);
  return central;
}

}  // namespace

TrustNetwork trust_network(const World& world, const std::vector<MunicipalityIndex>& members,
                           std::vector<double>& brokerage) {
  TrustNetwork network;
  brokerage.assign(members.size(), network.brokerage);
  Vertices vertices(members);
  const std::vector<const Tie*> ties = ties_among(world, vertices);
  if (ties.empty()) return network;
  Graph graph(vertices.size());
  for (const Tie* tie : ties)
    if (tie->trust > strong_trust) boost::add_edge(vertices.of(number(tie->a)), vertices.of(number(tie->b)), graph);
  std::vector<std::size_t> part(vertices.size());
  network.parts = static_cast<double>(boost::connected_components(
      graph, boost::make_iterator_property_map(part.begin(), boost::get(boost::vertex_index, graph))));
  network.density = static_cast<double>(boost::num_edges(graph)) / static_cast<double>(ties.size());
  if (vertices.size() > 2) {
    const std::vector<double> central = betweenness(graph);
    std::copy_n(central.begin(), members.size(), brokerage.begin());
    network.brokerage = *std::ranges::max_element(brokerage);
  }
  return network;
}

}  // namespace polder
