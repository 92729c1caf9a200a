#include "world/occupation_weights.h"

#include <algorithm>

#include "polder/base/detmath.h"
#include "world/education.h"

namespace polder {
namespace {

/// A[o,o'] of one occupation.
std::vector<double> mobility(const Country& country, const Parameters& parameters, OccupationIndex from) {
  const auto& choice = parameters.occupation;
  std::vector<double> share(country.occupations.size(), 0);
  double others = 0;
  for (const OccupationIndex to : rows_of(country.occupations)) {
    if (to == from) continue;
    share[number(to)] = country.occupations[to].employed * detmath::exp(choice.similarity * country.similar(from, to));
    others += share[number(to)];
  }
  for (const OccupationIndex to : rows_of(country.occupations)) {
    double& cell = share[number(to)];
    cell = to == from ? choice.same : others > 0 ? (1 - choice.same) * cell / others : 0;
  }
  return share;
}

void add_bridge(std::vector<double>& share, const Country& country, const Parameters& parameters, OccupationIndex from,
                double bridge) {
  const auto leads_to = [&](OccupationIndex to) {
    return to != from && country.similar(from, to) > parameters.agenda.bridge_from;
  };
  double reached = 0;
  for (const OccupationIndex to : rows_of(country.occupations))
    if (leads_to(to)) reached += country.occupations[to].employed;
  for (const OccupationIndex to : rows_of(country.occupations))
    if (leads_to(to) && reached > 0) share[number(to)] += bridge * country.occupations[to].employed / reached;
}

void append(std::vector<std::uint16_t>& table, const std::vector<double>& weight) {
  const double largest = *std::max_element(weight.begin(), weight.end());
  for (const double each : weight)
    table.push_back(largest > 0 ? static_cast<std::uint16_t>(each / largest * 65535 + .5) : std::uint16_t{0});
}

}  // namespace

std::vector<std::uint16_t> occupation_weights(const Country& country, const Parameters& parameters, double bridge) {
  std::vector<std::uint16_t> table;
  for (const OccupationIndex from : rows_of(country.occupations)) {
    std::vector<double> weight = mobility(country, parameters, from);
    if (bridge > 0) add_bridge(weight, country, parameters, from, bridge);
    for (const OccupationIndex to : rows_of(country.occupations))
      weight[number(to)] *= detmath::pow(country.occupations[to].class_wage / country.occupations[from].class_wage,
                                         parameters.occupation.wage_power);
    append(table, weight);
  }
  for (std::size_t level = 0; level < education_levels; ++level) {
    std::vector<double> weight;
    for (const OccupationFacts& facts : country.occupations) weight.push_back(education_fit(facts, level));
    append(table, weight);
  }
  return table;
}

}  // namespace polder
