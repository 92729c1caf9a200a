#include <algorithm>
#include <array>

#include "government/agreement.h"
#include "government/foresight.h"
#include "systems/cooperation/decisions.h"

namespace polder::cooperation {
namespace {

using government::Reason;
using government::View;

constexpr double majority = .5;  // of the inhabitants, to be exceeded in a joint body
constexpr std::uint32_t most_rounds_in_a_key = 64;

using Position = std::array<double, 4>;

/// Where a council stands on the axes of the parties: the mean by seats, of the coalition if one is known.
Position position_of(const World& world, const Country& country, MunicipalityIndex m) {
  const Council& council = world.municipalities.council[m];
  const auto& facts = country.municipalities[m].government.seats;
  const bool elected = std::ranges::any_of(council.seats, [](std::uint8_t seats) { return seats > 0; });
  Position sum{};
  double all = 0;
  for (std::size_t p = 0; p < country.parties.size(); ++p) {
    if (council.coalition != 0 && (council.coalition >> p & 1u) == 0) continue;
    const double seats = elected ? (p < most_parties ? council.seats[p] : 0) : (p < facts.size() ? facts[p] : 0);
    const Party& party = country.parties[p];
    sum[0] += seats * party.economic;
    sum[1] += seats * party.social;
    sum[2] += seats * party.local;
    sum[3] += seats * party.fiscal;
    all += seats;
  }
  if (all > 0)
    for (double& axis : sum) axis /= all;
  return sum;
}

/// A proposal as all see it.
struct Matter {
  const World& world;
  const Inputs& inputs;
  const Proposal& proposal;
  const std::vector<MunicipalityIndex>& members;
  Column<MunicipalityIndex, std::uint32_t> workers;
  Position middle{};  // mean of the members
};

Matter matter_of(const World& world, const Inputs& inputs, const Proposal& proposal,
                 const std::vector<MunicipalityIndex>& members) {
  Matter matter{world, inputs, proposal, members, {}, {}};
  matter.workers = workers_of(world, inputs.model, world.endangered[proposal.subject].firm);
  for (const MunicipalityIndex m : members) {
    const Position own = position_of(world, inputs.country, m);
    for (std::size_t axis = 0; axis < own.size(); ++axis)
      matter.middle[axis] += own[axis] / static_cast<double>(members.size());
  }
  return matter;
}

/// What help to a municipality's workers brings it and them, less what it costs [EUR/year per inhabitant]: as if every
/// month of help brought work forward by effect x productivity of a month.
double gain(const Matter& matter, MunicipalityIndex m) {
  const Parameters& parameters = matter.inputs.parameters;
  const PocketParameters& pockets = parameters.government.pocket[1];  // from ww
  const double persons = static_cast<double>(matter.workers[m]) * matter.world.weight;
  const double productivity = matter.world.municipalities.services[m].productivity[number(matter.proposal.task)];
  const double years = parameters.crisis.effect * productivity * parameters.crisis.months / 12;
  const double each =
      years * (pockets.municipality + pockets.person) - parameters.crisis.cost * parameters.crisis.months;
  const double inhabitants = matter.inputs.country.municipalities[m].population;
  return inhabitants > 0 ? persons * each / inhabitants : 0;
}

View view_of(const Matter& matter, MunicipalityIndex m) {
  const Council& council = matter.world.municipalities.council[m];
  View view;
  view.gain = gain(matter, m);
  view.legitimacy = council.legitimacy;
  view.information =
      government::information_precision(matter.world, matter.inputs, matter.inputs.country.municipalities[m].region);
  if (!is_regional(matter.proposal.level)) return view;
  view.trust = mean_trust(matter.world, matter.inputs.country, m, matter.proposal.task,
                          matter.inputs.parameters.government.trust);
  view.emphasis = council.course.emphasis;
  view.distance = government::preference_distance(position_of(matter.world, matter.inputs.country, m), matter.middle);
  return view;
}

/// The own assembly of a province or of Rijk weighs what all its municipalities together gain.
View view_of_all(const Matter& matter) {
  View view;
  double inhabitants = 0;
  for (const MunicipalityIndex m : matter.members) {
    const double here = matter.inputs.country.municipalities[m].population;
    view.gain += gain(matter, m) * here;
    view.information += here * government::information_precision(matter.world, matter.inputs,
                                                                 matter.inputs.country.municipalities[m].region);
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

Consent* consent_of(World& world, const Proposal& proposal, MunicipalityIndex m) {
  const auto found = std::ranges::find_if(world.consents, [&](const Consent& consent) {
    return consent.proposal == proposal.number && consent.municipality == m;
  });
  return found == world.consents.end() ? nullptr : &*found;
}

/// The vote of one member: a yes of an earlier round that holds, or a new one.
bool vote_of(World& world, const Inputs& inputs, const Random& random, const Proposal& proposal, MunicipalityIndex m,
             const View& view) {
  const AgreementParameters& agreement = inputs.parameters.government.agreement;
  const Block luck = random.block(voting, proposal.since, inputs.country.municipalities[m].official_number,
                                  proposal.subject * most_rounds_in_a_key + proposal.rounds);
  Consent* earlier = consent_of(world, proposal, m);
  if (earlier != nullptr && uniform(luck[1]) < agreement.memory) return true;
  const bool yes = uniform(luck[0]) < government::acceptance(view, agreement);
  if (earlier == nullptr && yes) world.consents.push_back({proposal.number, m, 1});
  if (earlier != nullptr && !yes)
    std::erase_if(world.consents, [&](const Consent& consent) {
      return consent.proposal == proposal.number && consent.municipality == m;
    });
  const bool whole = proposal.level == Level::Province || proposal.level == Level::National;
  record(world, proposal, DecisionStep::Voted, yes, yes ? Reason::Convinced : objection(view, agreement),
         whole ? none<MunicipalityIndex> : m);
  return yes;
}

}  // namespace

Provider provider_of(const World& world, const Country& country, MunicipalityIndex m, Task task) {
  const Provision& provision = world.municipalities.provision[m][number(task)];
  if (is_regional(provision.level)) return {provision.level, number(provision.body)};
  if (provision.level == Level::Local) return {provision.level, number(m)};
  return {provision.level, provision.level == Level::Province ? number(country.municipalities[m].province) : 0};
}

Provider provider_of(const Country& country, const Proposal& proposal) {
  if (is_regional(proposal.level)) return {proposal.level, number(proposal.body)};
  if (proposal.level == Level::Local) return {proposal.level, number(proposal.proposer)};
  return {proposal.level,
          proposal.level == Level::Province ? number(country.municipalities[proposal.proposer].province) : 0};
}

std::vector<MunicipalityIndex> members_of(const World& world, const Country& country, const Provider& provider,
                                          Task task) {
  std::vector<MunicipalityIndex> members;
  for (const MunicipalityIndex m : rows_of(country.municipalities))
    if (country.municipalities[m].government.has_council() && provider_of(world, country, m, task) == provider)
      members.push_back(m);
  if (provider.level == Level::Centre) {
    const auto host = std::ranges::find(members, world.bodies[provider.which].host);
    if (host != members.end()) std::rotate(members.begin(), host, host + 1);
  }
  return members;
}

bool vote(World& world, const Inputs& inputs, const Random& random, const Proposal& proposal, Reason& why) {
  const std::vector<MunicipalityIndex> members =
      members_of(world, inputs.country, provider_of(inputs.country, proposal), proposal.task);
  const Matter matter = matter_of(world, inputs, proposal, members);
  if (!is_regional(proposal.level)) {
    const bool local = proposal.level == Level::Local;
    why = local ? Reason::OwnCouncil : Reason::OwnAssembly;
    return vote_of(world, inputs, random, proposal, proposal.proposer,
                   local ? view_of(matter, proposal.proposer) : view_of_all(matter));
  }
  std::vector<government::Vote> votes;
  for (const MunicipalityIndex m : members)
    votes.push_back(
        {vote_of(world, inputs, random, proposal, m, view_of(matter, m)), inputs.country.municipalities[m].population});
  const bool yes = government::adopted(proposal.level, votes, majority);
  if (proposal.level == Level::Network) why = yes ? Reason::AllAgree : Reason::OneRefuses;
  if (proposal.level == Level::Joint) why = yes ? Reason::Majority : Reason::NoMajority;
  if (proposal.level == Level::Centre) why = yes ? Reason::HostAgrees : Reason::HostRefuses;
  return yes;
}

}  // namespace polder::cooperation
