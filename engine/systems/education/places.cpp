#include <algorithm>

#include "government/foresight.h"
#include "government/relative_service.h"
#include "government/service.h"
#include "systems/education/education.h"
#include "systems/education/outlook.h"
#include "world/programmes.h"

namespace polder::education {
namespace {

constexpr int october = 10;

/// The part of a decision that follows the shortage of the region, and that which follows the country's.
struct Weights {
  double regional = 0, national = 0;
};

Weights weights_of(const Mandates& mandates) {
  switch (mandates.capacity_rule) {
    case CapacityRule::Regional:
      return {1, 0};
    case CapacityRule::National:
      return {mandates.link_education, 1 - mandates.link_education};
    case CapacityRule::Fixed:
      return {mandates.link_education, 0};
  }
  return {};
}

/// A region's schools: by whose shortage they plan, and how far, relative to the reference.
struct Alignment {
  Weights weights;
  double factor = 1;
};

/// Where no capacity rule is in force, a level that the scenario sets makes places follow: from a regional one to a
/// province the region's shortage, a national one the country's, as far as municipalities (by inhabitants) have it.
Alignment alignment_of(const World& world, const Inputs& inputs, RegionIndex region) {
  Alignment alignment{weights_of(inputs.policy.mandates), 0};
  double inhabitants = 0, regional = 0, national = 0;
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    if (inputs.country.municipalities[m].region != region || !inputs.country.is_governed(m)) continue;
    const double here = inputs.country.municipalities[m].population;
    const Provision& provision = world.municipalities.provision[inputs.country.governor(m)][number(Task::Schools)];
    inhabitants += here;
    alignment.factor +=
        here * government::school_factor(government::relative_response(world, inputs.model, m, Task::Schools));
    if (!is_of_scenario(provision.author) || provision.level == Level::Local) continue;
    (provision.level == Level::National ? national : regional) += here;
  }
  if (inhabitants <= 0) return {alignment.weights, 1};
  alignment.factor /= inhabitants;
  if (inputs.policy.mandates.capacity_rule != CapacityRule::Fixed) return alignment;
  const double link = inputs.policy.mandates.link_education, others = 1 - regional / inhabitants;
  alignment.weights = {regional / inhabitants + others * link, national / inhabitants * (1 - link)};
  return alignment;
}

}  // namespace

void plan_places(World& world, const Inputs& inputs, const Random& random) {
  if (world.warming_up() || world.month.calendar_month() != october) return;
  std::vector<Alignment> alignments;
  bool follows = false;
  for (const RegionIndex region : rows_of(inputs.country.regions)) {
    alignments.push_back(alignment_of(world, inputs, region));
    follows = follows || alignments.back().weights.regional > 0 || alignments.back().weights.national > 0;
  }
  if (!follows) return;
  const auto& school = inputs.parameters.school;
  const std::vector<Information> known = government::information_of_schools(world, inputs);
  const std::vector<Outlook> regional = expected_outlooks(world, inputs, known, random);
  const std::vector<Outlook> national = expected_national(world, inputs, known, random);
  const std::size_t occupations = inputs.country.occupations.size();
  for (std::size_t p = 0; p < world.schools.programmes.size(); ++p) {
    const std::size_t occupation = p % occupations, region = p / occupations / education_levels;
    const auto& [weights, factor] = alignments[region];
    const double shortage = weights.regional * regional[region * occupations + occupation].shortage +
                            weights.national * national[occupation].shortage;
    Programme& programme = world.schools.programmes[p];
    programme.capacity_ahead = programme.capacity * (1 + std::clamp(school.kappa * factor * shortage,
                                                                    -school.most_change, school.most_change));
  }
}

}  // namespace polder::education
