#include <algorithm>

#include "polder/base/detmath.h"
#include "systems/benefits/benefits.h"

namespace polder::benefits {
namespace {

/// Relative attention per recipient of distance class 0..4.
constexpr std::array<double, distance_classes> attention(Triage triage) {
  switch (triage) {
    case Triage::Closest:
      return {5, 4, 3, 2, 1};
    case Triage::Farthest:
      return {1, 2, 3, 4, 5};
    case Triage::Profiled:
      return {1, 2, 3, 2, 1};  // where help is least wasted on who needs none or cannot use it
    case Triage::Equal:
      break;
  }
  return {1, 1, 1, 1, 1};
}

}  // namespace

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
    government.care = care(static_cast<double>(government.guidance_budget) / 100, recipients, government.triage,
                           inputs.parameters.care.norm);
  }
}

}  // namespace polder::benefits
