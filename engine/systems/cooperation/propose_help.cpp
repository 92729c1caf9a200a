#include <algorithm>
#include <map>

#include "systems/cooperation/decisions.h"
#include "systems/jobs/jobs.h"

namespace polder::cooperation {
namespace {

using government::Jurisdiction;
using government::Reason;

/// Who proposes help: of every provider that took the task up, the member with most of the plant's workers.
std::map<Jurisdiction, MunicipalityIndex> proposers(const World& world, const Inputs& inputs, const Workers& workers) {
  std::map<Jurisdiction, MunicipalityIndex> chief;
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    if (workers[m] == 0 || !inputs.country.municipalities[m].government.has_council()) continue;
    if (world.municipalities.provision[m][number(Task::Crisis)].author == Author::Figures) continue;
    const auto [found, is_first] =
        chief.emplace(government::jurisdiction_of(world, inputs.country, m, Task::Crisis), m);
    if (!is_first && workers[m] > workers[found->second]) found->second = m;
  }
  return chief;
}

void propose(World& world, const Inputs& inputs, std::uint32_t subject, const Jurisdiction& provider,
             MunicipalityIndex proposer) {
  Proposal proposal;
  proposal.number = ++world.proposals_made;
  proposal.subject = static_cast<std::uint16_t>(subject);
  proposal.proposer = proposer;
  if (is_regional(provider.level)) proposal.body = index_of<BodyIndex>(provider.which);
  proposal.since = world.month;
  proposal.task = Task::Crisis;
  proposal.level = provider.level;
  const bool protocol = inputs.policy.mandates.crisis_protocol;
  const int months = protocol
                         ? whole_months(inputs.parameters.government.agreement.protocol_months)
                         : months_of_preparation(world, inputs, proposal,
                                                 government::served_by(world, inputs.country, provider, Task::Crisis));
  proposal.next = world.month + months;
  if (protocol) proposal.stage = DecisionStep::Adopted;
  record(world, proposal, DecisionStep::Proposed, true, protocol ? Reason::Protocol : Reason::ClosureAnnounced);
  world.proposals.push_back(proposal);
}

bool taken_up(const World& world, const Country& country) {
  for (const MunicipalityIndex m : rows_of(country.municipalities))
    if (country.municipalities[m].government.has_council() &&
        world.municipalities.provision[m][number(Task::Crisis)].author != Author::Figures)
      return true;
  return false;
}

}  // namespace

Workers workers_of(const World& world, const Model& model, FirmIndex plant) {
  Workers workers(world.municipalities.stocks.size(), 0);
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Situation& now = world.residents.now[person];
    const bool there = works(now.labour) && now.employer == plant;
    const bool was_there =
        now.cohort != 0 && now.cohort <= model.tracked.size() && model.tracked[now.cohort - 1u] == plant;
    if (there || (was_there && jobs::hit_by_closure(world, model, now)))
      ++workers[model.country.governor(world.residents.profile[person].municipality())];
  }
  return workers;
}

void propose_help(World& world, const Inputs& inputs) {
  if (world.endangered.empty() || !taken_up(world, inputs.country)) return;
  for (std::uint32_t subject = 0; subject < world.endangered.size(); ++subject) {
    const Endangered& plant = world.endangered[subject];
    const bool known =
        std::ranges::any_of(world.proposals, [&](const Proposal& p) { return is_help(p) && p.subject == subject; });
    if (known || plant.fate != Endangered::Fate::Closes) continue;
    if (world.month >= jobs::help_ends(world, inputs.model, plant.firm)) continue;
    for (const auto& [provider, proposer] : proposers(world, inputs, workers_of(world, inputs.model, plant.firm)))
      propose(world, inputs, subject, provider, proposer);
  }
}

void give_help(World& world, const Inputs& inputs, const Proposal& proposal) {
  Endangered& plant = world.endangered[proposal.subject];
  if (plant.first_care == never) plant.first_care = world.month;
  forget_consents(world, proposal);
  if (!is_regional(proposal.level)) return;
  for (const MunicipalityIndex m : partners_in(world, inputs.country, proposal))
    world.consents.push_back({proposal.number, m, 1});
}

}  // namespace polder::cooperation
