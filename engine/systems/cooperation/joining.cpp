#include "systems/cooperation/joining.h"

#include <algorithm>
#include <array>
#include <span>

#include "government/agreement.h"
#include "government/foresight.h"
#include "government/grants.h"
#include "government/jurisdiction.h"
#include "government/ties.h"
#include "systems/cooperation/cooperation.h"
#include "systems/cooperation/decisions.h"
#include "systems/cooperation/leave.h"

namespace polder::cooperation {
namespace {

using government::Membership;
using government::Reason;

/// Deficit on bijstand of last year over the own levies of the figures.
double stress_of(const World& world, const Country& country, MunicipalityIndex m) {
  const Government& government = world.municipalities.government[m];
  const auto levies = static_cast<double>(country.municipalities[m].government.accounts.own_levies);
  return levies > 0
             ? government::fiscal_stress(government.deficit * static_cast<double>(government.buig_last_year), levies)
             : 0;
}

/// Share of the spending at a level that province and Rijk match.
double incentive(const Mandates& mandates, const Place& place) {
  const auto shares = government::matching(mandates, place.municipality, place.task, place.level);
  return shares[static_cast<std::size_t>(Grantor::Province)] + shares[static_cast<std::size_t>(Grantor::Rijk)];
}

struct Weight {
  double weight = 0;  // [log points]
  Reason in_favour{}, against{};
};

std::array<Weight, 5> weights_of(const Membership& view, const GovernmentParameters& parameters) {
  const JoiningParameters& p = parameters.joining;
  return {{{(view.gain - p.cost) / parameters.agreement.gain_scale / p.scale, Reason::Convinced, Reason::LittleGain},
           {p.emphasis * view.emphasis, Reason::RegionalCoalition, Reason::Doubt},
           {p.trust * (view.trust - .5), Reason::TrustsPartners, Reason::Distrust},
           {p.stress * view.stress, Reason::OwnPurseShort, Reason::OwnPurseSuffices},
           {p.incentive * view.incentive, Reason::GrantHelps, Reason::Doubt}}};
}

BodyIndex body_of(const World& world, const Inputs& inputs, const Proposal& proposal) {
  return find_body(world, proposal.region, proposal.level,
                   bundle_of(proposal.task, inputs.policy.mandates.architecture));
}

/// Who has the task there already.
std::vector<MunicipalityIndex> there(const World& world, const Inputs& inputs, const Proposal& proposal) {
  const BodyIndex body = body_of(world, inputs, proposal);
  if (body == none<BodyIndex>) return {};
  return government::served_by(world, inputs.country, {proposal.level, number(body)}, proposal.task);
}

MunicipalityIndex host_of(const World& world, const Inputs& inputs, const Proposal& proposal) {
  const BodyIndex body = body_of(world, inputs, proposal);
  return body == none<BodyIndex>
             ? government::largest(inputs.country, government::councils_in(inputs.country, proposal.region))
             : world.bodies[number(body)].host;
}

double trust_of(const World& world, const Inputs& inputs, const Proposal& proposal, MunicipalityIndex m) {
  const std::vector<MunicipalityIndex> region = government::councils_in(inputs.country, proposal.region);
  return government::trust_at(world, inputs.country, m, proposal.level, region, inputs.parameters.government.trust);
}

/// A municipality decides, unless its yes of an earlier round holds.
void decide_to_join(World& world, const Inputs& inputs, const Random& random, const Proposal& proposal,
                    MunicipalityIndex m, const government::Appraisal& appraisal) {
  const GovernmentParameters& parameters = inputs.parameters.government;
  const Block luck = random.block(Draw::Joining, proposal.since, inputs.country.municipalities[m].official_number,
                                  static_cast<std::uint32_t>(proposal.task) * most_rounds_in_a_key + proposal.rounds);
  if (holds(world, proposal, m, luck[1], parameters.agreement)) return;
  const Membership view =
      membership(world, inputs, {m, proposal.task, proposal.level},
                 appraisal.at(m, proposal.task, proposal.level) - appraisal.in_force(m, proposal.task),
                 trust_of(world, inputs, proposal, m));
  const double chance = government::join_chance(view, parameters.agreement.gain_scale, parameters.joining) *
                        government::readiness(world.month, parameters.agreement);
  const bool yes = uniform(luck[0]) < chance;
  set_consent(world, proposal, m, yes);
  record(world, proposal, DecisionStep::Joined, yes, yes ? why(view, parameters) : why_not(view, parameters), m);
}

}  // namespace

Membership membership(const World& world, const Inputs& inputs, const Place& place, double value, double trust) {
  const auto [m, task, level] = place;
  const MunicipalityFacts& facts = inputs.country.municipalities[m];
  const double budget = static_cast<double>(world.municipalities.services[m].budget[number(task)]) / 100;
  Membership view;
  view.gain = government::perceived_gain(value * budget / inputs.country.inhabitants(m), 0,
                                         government::information_in(world, inputs, facts.region).precision);
  view.emphasis = world.municipalities.council[m].course.emphasis;
  view.trust = trust;
  view.stress = stress_of(world, inputs.country, m);
  view.incentive = incentive(inputs.policy.mandates, place);
  return view;
}

Reason why(const Membership& view, const GovernmentParameters& parameters) {
  const std::array<Weight, 5> weights = weights_of(view, parameters);
  const auto most = std::ranges::max_element(weights, {}, &Weight::weight);
  return most->weight > 0 ? most->in_favour : Reason::BenefitOfDoubt;
}

Reason why_not(const Membership& view, const GovernmentParameters& parameters) {
  const std::array<Weight, 5> weights = weights_of(view, parameters);
  const auto least = std::ranges::min_element(weights, {}, &Weight::weight);
  return least->weight < 0 ? least->against : Reason::Doubt;
}

void propose_move(World& world, const Inputs& inputs, RegionIndex region, Task task, Level level,
                  MunicipalityIndex proposer) {
  const bool on_its_way = std::ranges::any_of(
      world.proposals, [&](const Proposal& p) { return p.region == region && p.task == task && !has_ended(p); });
  if (on_its_way) return;
  Proposal proposal;
  proposal.number = ++world.proposals_made;
  proposal.region = region;
  proposal.proposer = proposer;
  proposal.since = world.month;
  proposal.task = task;
  proposal.level = level;
  proposal.next = world.month + months_of_preparation(world, inputs, proposal, asked(world, inputs.country, proposal));
  record(world, proposal, DecisionStep::Proposed, true, Reason::LevelSuits, proposer);
  world.proposals.push_back(proposal);
}

std::vector<MunicipalityIndex> asked(const World& world, const Country& country, const Proposal& proposal) {
  std::vector<MunicipalityIndex> members = government::councils_in(country, proposal.region);
  std::erase_if(members, [&](MunicipalityIndex m) {
    const Provision& provision = world.municipalities.provision[m][number(proposal.task)];
    return provision.author == Author::Scenario || provision.level == proposal.level;
  });
  return members;
}

std::vector<MunicipalityIndex> joiners(const World& world, const Country& country, const Proposal& proposal) {
  std::vector<MunicipalityIndex> members = asked(world, country, proposal);
  std::erase_if(members, [&](MunicipalityIndex m) { return consent_of(world, proposal, m) == nullptr; });
  return members;
}

bool ask_to_join(World& world, const Inputs& inputs, const Random& random, const Proposal& proposal, Reason& why) {
  const government::Appraisal appraisal(world, inputs.model, inputs.parameters.government);
  for (const MunicipalityIndex m : asked(world, inputs.country, proposal))
    decide_to_join(world, inputs, random, proposal, m, appraisal);
  std::vector<MunicipalityIndex> take_part = joiners(world, inputs.country, proposal);
  const bool anybody_new = !take_part.empty();
  std::size_t least = 1;
  if (is_regional(proposal.level)) {
    least = 2;
    for (const MunicipalityIndex m : there(world, inputs, proposal)) take_part.push_back(m);
  }
  const bool has_host = proposal.level != Level::Centre ||
                        std::ranges::find(take_part, host_of(world, inputs, proposal)) != take_part.end();
  const bool yes = anybody_new && take_part.size() >= least && has_host;
  why = yes ? Reason::EnoughTakePart : has_host ? Reason::TooFewTakePart : Reason::HostStaysOut;
  return yes;
}

void move_joiners(World& world, const Inputs& inputs, Mover& mover, const Proposal& proposal) {
  const std::vector<MunicipalityIndex> moving = joiners(world, inputs.country, proposal);
  for (const MunicipalityIndex m : moving) {
    if (world.municipalities.provision[m][number(proposal.task)].level != Level::Joint) continue;
    std::vector<MunicipalityIndex> staying = government::served_by(
        world, inputs.country, government::jurisdiction_of(world, inputs.country, m, proposal.task), proposal.task);
    std::erase_if(staying, [&](MunicipalityIndex other) { return std::ranges::find(moving, other) != moving.end(); });
    pay_exit_fee(world, inputs, m, proposal.task, staying);
  }
  for (const MunicipalityIndex m : moving) mover.move(m, proposal.task, proposal.level, Author::Councils);
}

}  // namespace polder::cooperation
