#include <bit>

#include "scenario/portfolio_design.h"
#include "systems/governance/coalition.h"
#include "systems/governance/governance.h"

namespace polder::governance {
namespace {

using Members = std::array<double, sizeof(Course) / sizeof(double)>;

/// The members of `imposed` that have a bit, the others of `free`.
Course chosen(const Course& free, const Course& imposed, std::uint64_t bits) {
  Members members = std::bit_cast<Members>(free);
  const Members by_scenario = std::bit_cast<Members>(imposed);
  for (std::size_t i = 0; i < members.size(); ++i)
    if ((bits >> i & 1u) != 0) members[i] = by_scenario[i];
  return std::bit_cast<Course>(members);
}

/// A design of the portfolios as a share.
double integration(double imposed, const IntegrationParameters& parameters) {
  const auto is = [&](PortfolioDesign design) { return imposed == integration_of_design(design); };
  if (is(PortfolioDesign::OneHand)) return parameters.one_hand;
  if (is(PortfolioDesign::Adjacent)) return parameters.adjacent;
  if (is(PortfolioDesign::Separate)) return parameters.separate;
  return parameters.coordinated;
}

}  // namespace

void set_course(World& world, const Inputs& inputs, const Random&) {
  const Mandates& mandates = inputs.policy.mandates;
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    const GovernmentFacts& facts = inputs.country.municipalities[m].government;
    if (!facts.has_council()) continue;
    Council& council = world.municipalities.council[m];
    const std::uint64_t imposed = mandates.course_imposed.empty() ? 0 : mandates.course_imposed[m];
    Course free;
    if (council.agreed != never)
      free.emphasis = agreed_emphasis(council, inputs.model.local_position[m], inputs.country.parties);
    council.course = imposed == 0 ? free : chosen(free, mandates.course[m], imposed);
    council.course.integration = integration(council.course.integration, inputs.parameters.government.integration);
  }
}

}  // namespace polder::governance
