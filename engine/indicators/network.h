// The network of trust between governments: how dense it is, in how many parts it falls, and through whom it runs.
#pragma once

#include <vector>

#include "polder/indicators/indicator.h"

namespace polder {

/// Trust above which a tie counts as strong.
inline constexpr double strong_trust = .6;

/// Strong ties among some municipalities with a council and the provinces and agencies with which any of them has a
/// tie: density = strong ties over ties; parts = connected components; `brokerage` by member, and of the network that
/// of the chief broker among the members = share of the shortest paths between two other governments that runs through
/// it (betweenness of Freeman 1977; of several shortest paths each counts for its part). NaN where there is no tie.
TrustNetwork trust_network(const World& world, const std::vector<MunicipalityIndex>& members,
                           std::vector<double>& brokerage);

}  // namespace polder
