#include <algorithm>

#include "polder/base/detmath.h"
#include "systems/benefits/benefits.h"
#include "world/triage.h"

namespace polder::benefits {

std::array<double, distance_classes> care(double budget, const std::array<double, distance_classes>& recipients,
                                          Triage triage, double norm) {
  const auto weight = attention(triage);
  double claims = 0;
  for (std::size_t c = 0; c < distance_classes; ++c) claims += weight[c] * recipients[c];
  std::array<double, distance_classes> result{};
  if (claims <= 0) return result;
  for (std::size_t c = 0; c < distance_classes; ++c)
    result[c] = detmath::log(1 + budget / 12 * weight[c] / claims / norm);
  return result;
}

void offer_guidance(World& world, const Inputs& inputs, const Random&) {
  for (const MunicipalityIndex m : rows_of(world.municipalities.government)) {
    if (inputs.country.is_merged(m)) continue;
    Government& government = world.municipalities.government[m];
    const std::vector<MunicipalityIndex> places = inputs.country.places(m);
    std::array<double, distance_classes> recipients{};
    for (const MunicipalityIndex place : places)
      for (std::size_t c = 0; c < distance_classes; ++c)
        recipients[c] += static_cast<double>(world.municipalities.stocks[place].bijstand_at[c]) * world.weight;
    const Services& services = world.municipalities.services[m];
    const double productivity = services.productivity[number(Task::Guidance)];
    government.care = care(static_cast<double>(services.budget[number(Task::Guidance)]) / 100 * productivity,
                           recipients, government.triage, inputs.parameters.care.norm);
    for (const MunicipalityIndex place : places) world.municipalities.government[place].care = government.care;
  }
}

}  // namespace polder::benefits
