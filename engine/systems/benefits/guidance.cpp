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
    Government& government = world.municipalities.government[m];
    std::array<double, distance_classes> recipients{};
    for (std::size_t c = 0; c < distance_classes; ++c)
      recipients[c] = static_cast<double>(world.municipalities.stocks[m].bijstand_at[c]) * world.weight;
    const Services& services = world.municipalities.services[m];
    const double productivity = services.productivity[number(Task::Guidance)];
    government.care = care(static_cast<double>(services.budget[number(Task::Guidance)]) / 100 * productivity,
                           recipients, government.triage, inputs.parameters.care.norm);
  }
}

}  // namespace polder::benefits
