#include <algorithm>

#include "government/agreement.h"
#include "government/service.h"
#include "government/ties.h"
#include "systems/cooperation/decisions.h"
#include "systems/jobs/jobs.h"

namespace polder::cooperation {
namespace {

using government::Reason;

/// A member of an agreement in this month.
struct Partner {
  MunicipalityIndex municipality{};
  bool contributes = true, breaches = false;
};

double coupling_of(const World& world, const Proposal& proposal, MunicipalityIndex m) {
  const Course& course = world.municipalities.council[m].course;
  return proposal.level == Level::Joint ? course.coupling_statutory : course.coupling_network;
}

/// Whether the partners of a regional agreement keep their promise this year.
void keep_promises(World& world, const Inputs& inputs, const Random& random, const Proposal& proposal) {
  const int elapsed = world.month - proposal.next;
  if (elapsed % 12 != 0) return;
  for (std::size_t row = 0; row < world.consents.size(); ++row) {
    if (world.consents[row].proposal != proposal.number) continue;
    const MunicipalityIndex m = world.consents[row].municipality;
    const double chance =
        government::breach_chance(coupling_of(world, proposal, m), inputs.parameters.government.agreement);
    const std::uint32_t luck = random.word(Draw::Breaching, proposal.since + elapsed,
                                           inputs.country.municipalities[m].official_number, proposal.subject);
    world.consents[row].yes = uniform(luck) < chance ? 0 : 1;
    if (world.consents[row].yes == 0)
      record(world, proposal, DecisionStep::Breached, false, Reason::ContributionFails, m);
  }
}

std::vector<Partner> partners_of(const World& world, const Country& country, const Proposal& proposal) {
  std::vector<Partner> partners;
  if (!is_regional(proposal.level)) {
    for (const MunicipalityIndex m :
         government::served_by(world, country, jurisdiction_of(country, proposal), proposal.task))
      partners.push_back({m});
    return partners;
  }
  const bool new_year = (world.month - proposal.next) % 12 == 0;
  for (const Consent& consent : world.consents)
    if (consent.proposal == proposal.number)
      partners.push_back({consent.municipality, consent.yes != 0, new_year && consent.yes == 0});
  return partners;
}

void count_promises(World& world, const std::vector<Partner>& partners) {
  for (std::size_t i = 0; i < partners.size(); ++i)
    for (std::size_t j = i + 1; j < partners.size(); ++j) {
      Tie* tie = government::find_tie(world.ties, government::government_of(partners[i].municipality),
                                      government::government_of(partners[j].municipality));
      if (tie == nullptr) continue;
      if (partners[i].breaches || partners[j].breaches) ++tie->breached;
      if (partners[i].contributes && partners[j].contributes) ++tie->delivered;
    }
}

/// Intensity of the help of a municipality's provider [share].
double care_of(const Services& services) {
  const double service = government::service_ratio(services.response[number(Task::Crisis)]);
  return government::crisis_factor(1, services.productivity[number(Task::Crisis)], service, 1) - 1;
}

}  // namespace

void help_workers(World& world, const Inputs& inputs, const Random& random) {
  for (Government& government : world.municipalities.government) government.crisis_care = 0;
  for (std::size_t row = 0; row < world.proposals.size(); ++row) {
    const Proposal proposal = world.proposals[row];
    if (proposal.stage != DecisionStep::Executed || !is_help(proposal)) continue;
    if (world.month >= jobs::help_ends(world, inputs.model, world.endangered[proposal.subject].firm)) continue;
    keep_promises(world, inputs, random, proposal);
    const std::vector<Partner> partners = partners_of(world, inputs.country, proposal);
    for (const Partner& partner : partners)
      for (const MunicipalityIndex place : inputs.country.places(partner.municipality))
        if (partner.contributes)
          world.municipalities.government[place].crisis_care =
              care_of(world.municipalities.services[partner.municipality]);
    count_promises(world, partners);
  }
}

}  // namespace polder::cooperation
