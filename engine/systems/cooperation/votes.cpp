#include <algorithm>
#include <array>

#include "government/agreement.h"
#include "government/foresight.h"
#include "government/pot.h"
#include "government/ties.h"
#include "systems/cooperation/decisions.h"
#include "world/parties.h"

namespace polder::cooperation {
namespace {

using government::Reason;
using government::View;

/// Where a college stands on the axes of the parties: the mean by seats.
Position position_of(const World& world, const Country& country, MunicipalityIndex m) {
  const Council& council = world.municipalities.council[m];
  Position sum{};
  double all = 0;
  for (std::size_t p = 0; p < country.parties.size(); ++p) {
    if (!council.governs(p)) continue;
    const Position party = position(country.parties[p]);
    for (std::size_t axis = 0; axis < sum.size(); ++axis) sum[axis] += council.seats[p] * party[axis];
    all += council.seats[p];
  }
  if (all > 0)
    for (double& axis : sum) axis /= all;
  return sum;
}

struct Matter {
  const World& world;
  const Inputs& inputs;
  const Ballot& ballot;
  Position middle{};  // mean of the members
};

Matter matter_of(const World& world, const Inputs& inputs, const Ballot& ballot) {
  Matter matter{world, inputs, ballot, {}};
  for (const MunicipalityIndex m : ballot.members) {
    const Position own = position_of(world, inputs.country, m);
    for (std::size_t axis = 0; axis < own.size(); ++axis)
      matter.middle[axis] += own[axis] / static_cast<double>(ballot.members.size());
  }
  return matter;
}

/// What help to a municipality's workers brings it and them, less what it costs [EUR/year per inhabitant]: as if every
/// month of help brought work forward by effect x productivity of a month.
double gain(const Matter& matter, MunicipalityIndex m) {
  const Parameters& parameters = matter.inputs.parameters;
  const PocketParameters& pockets = parameters.government.pocket[1];  // from ww
  const double persons = static_cast<double>(matter.ballot.workers[m]) * matter.world.weight;
  const double productivity = matter.world.municipalities.services[m].productivity[number(matter.ballot.proposal.task)];
  const double years = parameters.crisis.effect * productivity * parameters.crisis.months / 12;
  const double each =
      years * (pockets.municipality + pockets.person) - parameters.crisis.cost * parameters.crisis.months;
  const double inhabitants = matter.inputs.country.inhabitants(m);
  return inhabitants > 0 ? persons * each / inhabitants : 0;
}

View view_of(const Matter& matter, MunicipalityIndex m) {
  const Council& council = matter.world.municipalities.council[m];
  View view;
  view.gain = gain(matter, m);
  view.legitimacy = council.legitimacy;
  view.information =
      government::information_in(matter.world, matter.inputs, matter.inputs.country.municipalities[m].region).precision;
  if (!is_regional(matter.ballot.proposal.level)) return view;
  view.trust = government::trust_in_force(matter.world, matter.inputs.country, m, matter.ballot.proposal.task,
                                          matter.inputs.parameters.government.trust);
  view.emphasis = council.course.emphasis;
  view.distance = government::preference_distance(position_of(matter.world, matter.inputs.country, m), matter.middle);
  return view;
}

/// The own assembly of a province or of Rijk weighs what all its municipalities together gain.
View view_of_all(const Matter& matter) {
  View view;
  double inhabitants = 0;
  for (const MunicipalityIndex m : matter.ballot.members) {
    const double here = matter.inputs.country.inhabitants(m);
    view.gain += gain(matter, m) * here;
    view.information +=
        here * government::information_in(matter.world, matter.inputs, matter.inputs.country.municipalities[m].region)
                   .precision;
    inhabitants += here;
  }
  if (inhabitants <= 0) return view;
  view.gain /= inhabitants;
  view.information /= inhabitants;
  return view;
}

/// What weighs most against it.
Reason objection(const View& view, const AgreementParameters& p) {
  const std::array<std::pair<double, Reason>, 4> weights{{{p.gain * view.gain / p.gain_scale, Reason::Contribution},
                                                          {p.legitimacy * (view.legitimacy - .5), Reason::Legitimacy},
                                                          {p.trust * (view.trust - .5), Reason::Distrust},
                                                          {-p.distance * view.distance, Reason::Preferences}}};
  const auto* least =
      std::ranges::min_element(weights, {}, [](const std::pair<double, Reason>& weight) { return weight.first; });
  return least->first < 0 ? least->second : Reason::Doubt;
}

/// The vote of one member: a yes of an earlier round that holds, or a new one.
bool vote_of(World& world, const Inputs& inputs, const Random& random, const Proposal& proposal, MunicipalityIndex m,
             const View& view) {
  const AgreementParameters& agreement = inputs.parameters.government.agreement;
  const Block luck = random.block(Draw::Voting, proposal.since, inputs.country.municipalities[m].official_number,
                                  proposal.subject * most_rounds_in_a_key + proposal.rounds);
  if (holds(world, proposal, m, luck[1], agreement)) return true;
  const bool whole = proposal.level == Level::Province || proposal.level == Level::National;
  const double readiness = whole ? 1 : government::readiness(world.month, agreement);
  const bool yes = uniform(luck[0]) < government::acceptance(view, agreement) * readiness;
  set_consent(world, proposal, m, yes);
  record(world, proposal, DecisionStep::Voted, yes, yes ? Reason::Convinced : objection(view, agreement),
         whole ? none<MunicipalityIndex> : m);
  return yes;
}

}  // namespace

government::Jurisdiction jurisdiction_of(const Country& country, const Proposal& proposal) {
  if (is_regional(proposal.level)) return {proposal.level, number(proposal.body)};
  if (proposal.level == Level::Local) return {proposal.level, number(proposal.proposer)};
  return {proposal.level,
          proposal.level == Level::Province ? number(country.municipalities[proposal.proposer].province) : 0};
}

bool vote(World& world, const Inputs& inputs, const Random& random, const Ballot& ballot, Reason& why) {
  const Proposal& proposal = ballot.proposal;
  const Matter matter = matter_of(world, inputs, ballot);
  if (!is_regional(proposal.level)) {
    const bool local = proposal.level == Level::Local;
    why = local ? Reason::OwnCouncil : Reason::OwnAssembly;
    return vote_of(world, inputs, random, proposal, proposal.proposer,
                   local ? view_of(matter, proposal.proposer) : view_of_all(matter));
  }
  const NamedArrangement* named = government::named_of(world, inputs.policy.mandates, proposal.body);
  const bool weighed = named != nullptr && !named->votes.empty();
  std::vector<government::Vote> votes;
  for (const MunicipalityIndex m : ballot.members)
    votes.push_back({vote_of(world, inputs, random, proposal, m, view_of(matter, m)),
                     weighed ? government::named_weight(*named, m, inputs.parameters.government.legitimacy)
                             : inputs.country.inhabitants(m)});
  const bool yes = government::adopted(proposal.level, votes, inputs.parameters.government.agreement.majority);
  if (proposal.level == Level::Network) why = yes ? Reason::AllAgree : Reason::OneRefuses;
  if (proposal.level == Level::Joint) why = yes ? Reason::Majority : Reason::NoMajority;
  if (proposal.level == Level::Joint && weighed) why = yes ? Reason::WeighedMajority : Reason::NoWeighedMajority;
  if (proposal.level == Level::Centre) why = yes ? Reason::HostAgrees : Reason::HostRefuses;
  return yes;
}

}  // namespace polder::cooperation
