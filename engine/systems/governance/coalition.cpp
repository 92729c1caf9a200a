#include "systems/governance/coalition.h"

#include <algorithm>

#include "government/agreement.h"
#include "government/council.h"
#include "systems/governance/governance.h"
#include "world/parties.h"

namespace polder::governance {

namespace {

/// Puts the two parties of a college that are furthest apart further apart than any others; of equals the first.
void break_up(std::uint32_t fell, std::size_t parties, std::vector<double>& distance) {
  constexpr double apart = 1000;
  std::size_t most = 0;
  for (std::size_t pair = 0; pair < distance.size(); ++pair) {
    const bool both = (fell >> pair / parties & 1u) != 0 && (fell >> pair % parties & 1u) != 0;
    if (both && distance[pair] > distance[most]) most = pair;
  }
  if (distance.empty() || !(distance[most] > 0)) return;
  distance[most] = distance[most % parties * parties + most / parties] = apart;
}

}  // namespace

std::uint32_t coalition_of(std::span<const std::uint8_t> seats, const std::vector<Party>& parties, std::uint32_t fell) {
  const std::vector<unsigned> won(seats.begin(), seats.end());
  std::vector<double> distance;
  for (std::size_t a = 0; a < won.size(); ++a)
    for (std::size_t b = 0; b < won.size(); ++b)
      distance.push_back(
          won[a] > 0 && won[b] > 0 ? government::preference_distance(position(parties[a]), position(parties[b])) : 0);
  if (fell != 0) break_up(fell, won.size(), distance);
  std::uint32_t coalition = 0;
  for (const std::size_t party : government::smallest_range_coalition(won, distance)) coalition |= 1u << party;
  return coalition;
}

double local_position(std::span<const std::uint8_t> seats, std::uint32_t coalition, const std::vector<Party>& parties) {
  double all = 0, local = 0;
  for (std::size_t party = 0; party < parties.size(); ++party) {
    if ((coalition >> party & 1u) == 0) continue;
    all += seats[party];
    local += seats[party] * parties[party].local;
  }
  return all > 0 ? local / all : .5;
}

double agreed_emphasis(const Council& council, double position_of_figures, const std::vector<Party>& parties) {
  return std::clamp(position_of_figures - local_position(council.seats, council.coalition, parties), 0.0, 1.0);
}

Column<MunicipalityIndex, double> local_positions(const Country& country) {
  Column<MunicipalityIndex, double> positions;
  for (const MunicipalityFacts& facts : country.municipalities) {
    const std::vector<std::uint8_t>& seats = facts.government.seats;
    positions.push_back(seats.empty() ? .5
                                      : local_position(seats, coalition_of(seats, country.parties), country.parties));
  }
  return positions;
}

Column<MunicipalityIndex, std::uint32_t> coalitions(const Country& country) {
  Column<MunicipalityIndex, std::uint32_t> all;
  for (const MunicipalityFacts& facts : country.municipalities) {
    const std::vector<std::uint8_t>& seats = facts.government.seats;
    all.push_back(seats.empty() ? 0 : coalition_of(seats, country.parties));
  }
  return all;
}

unsigned coalition_seats(const Council& council) {
  unsigned seats = 0;
  for (std::size_t party = 0; party < council.seats.size(); ++party)
    if (council.governs(party)) seats += council.seats[party];
  return seats;
}

unsigned seats_of(const GovernmentFacts& facts) {
  unsigned seats = 0;
  for (const std::uint8_t of_party : facts.seats) seats += of_party;
  return seats;
}

}  // namespace polder::governance
