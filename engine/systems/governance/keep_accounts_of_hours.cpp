#include <algorithm>

#include "government/attention.h"
#include "government/jurisdiction.h"
#include "systems/governance/governance.h"

namespace polder::governance {
namespace {

/// Arrangements in which a municipality takes part, by form: those of the figures, of which nothing is known but who
/// takes part, count as joint bodies; then those that carry out its tasks.
std::array<double, form_count> arrangements_of(const World& world, const GovernmentFacts& facts, MunicipalityIndex m) {
  std::array<double, form_count> count{};
  count[form_number(Level::Joint)] = static_cast<double>(facts.arrangements.size());
  for (const government::Participation& part : government::bodies_of(world, m))
    ++count[form_number(world.bodies[number(part.body)].form)];
  return count;
}

/// Hours that a merger takes of all aldermen in a month.
double merging_hours(Month month, const GovernmentFacts& facts, const MergerParameters& parameters) {
  const bool recent = facts.merged_at != never && month - facts.merged_at < parameters.months;
  return recent ? parameters.hours * aldermen(facts) : 0;
}

}  // namespace

double aldermen(const GovernmentFacts& facts) { return std::max(2u, seats_of(facts) / 5); }

double capacity(const GovernmentFacts& facts, const Course& course, const GovernmentParameters& parameters) {
  const bool one_hand = course.integration == parameters.integration.one_hand;
  return parameters.attention.capacity * aldermen(facts) * (one_hand ? 1 - parameters.integration.capacity_cost : 1);
}

void keep_accounts_of_hours(World& world, const Inputs& inputs, const Random&) {
  const Mandates& mandates = inputs.policy.mandates;
  const GovernmentParameters& parameters = inputs.parameters.government;
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    const GovernmentFacts& facts = inputs.country.municipalities[m].government;
    if (!facts.has_council()) continue;
    Council& council = world.municipalities.council[m];
    const Course& course = council.course;
    government::Demands demands;
    demands.arrangements = arrangements_of(world, facts, m);
    demands.theme_sessions = course.sessions_with_entrepreneurs();
    if (!mandates.theme_sessions.empty()) demands.theme_sessions += mandates.theme_sessions[m];
    if (!mandates.joint_sessions.empty()) demands.theme_sessions += mandates.joint_sessions[m];
    demands.coupling = (course.coupling_statutory + course.coupling_network) / 2;
    demands.tools = course.tools;
    demands.linking_hours = course.linking_hours;
    demands.merging_hours = merging_hours(world.month, facts, parameters.merger);
    council.hours = government::attention_hours(demands, parameters);
    council.attention = government::attention_left(council.hours, aldermen(facts),
                                                   course.integration == parameters.integration.one_hand, parameters);
  }
}

}  // namespace polder::governance
