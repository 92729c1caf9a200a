#include <algorithm>

#include "systems/education/education.h"
#include "systems/education/outlook.h"
#include "world/forecast.h"
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

}  // namespace

void plan_places(World& world, const Inputs& inputs, const Random& random) {
  if (world.warming_up() || world.month.calendar_month() != october) return;
  const Weights weight = weights_of(inputs.policy.mandates);
  if (weight.regional <= 0 && weight.national <= 0) return;
  const auto& school = inputs.parameters.school;
  const double precision = precision_of_schools(inputs);
  const std::vector<Outlook> regional = expected_outlooks(world, inputs, precision, random);
  const std::vector<Outlook> national = expected_national(world, inputs, precision, random);
  const std::size_t occupations = inputs.country.occupations.size();
  for (std::size_t p = 0; p < world.schools.programmes.size(); ++p) {
    const std::size_t occupation = p % occupations, region = p / occupations / education_levels;
    const double shortage = weight.regional * regional[region * occupations + occupation].shortage +
                            weight.national * national[occupation].shortage;
    Programme& programme = world.schools.programmes[p];
    programme.capacity_ahead =
        programme.capacity * (1 + std::clamp(school.kappa * shortage, -school.most_change, school.most_change));
  }
}

}  // namespace polder::education
