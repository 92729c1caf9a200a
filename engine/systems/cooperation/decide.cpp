#include <algorithm>
#include <map>

#include "government/agreement.h"
#include "systems/cooperation/decisions.h"
#include "systems/jobs/jobs.h"

namespace polder::cooperation {
namespace {

using government::Jurisdiction;
using government::Reason;

std::vector<MunicipalityIndex> partners_in(const World& world, const Country& country, const Proposal& proposal) {
  return government::served_by(world, country, jurisdiction_of(country, proposal), proposal.task);
}

int whole(double months) { return static_cast<int>(months + .5); }

/// Mean over the partners of a value of their course; 0 where nobody is a partner.
template <class Value>
double mean_of_course(const World& world, const std::vector<MunicipalityIndex>& members, Value value) {
  double sum = 0;
  for (const MunicipalityIndex m : members) sum += value(world.municipalities.council[m].course);
  return members.empty() ? 0 : sum / static_cast<double>(members.size());
}

/// Share of decision time that is left where the agreement is about organising.
double pace(const World& world, const Inputs& inputs, const Proposal& proposal,
            const std::vector<MunicipalityIndex>& members) {
  if (!is_regional(proposal.level)) return 1;
  const double organising = mean_of_course(world, members, [](const Course& course) { return course.framing; });
  return 1 - inputs.parameters.government.framing.time * organising;
}

/// Months until the budget moment for which an agreement waits.
int months_to_wait(const World& world, const Proposal& proposal, const std::vector<MunicipalityIndex>& members) {
  if (!is_regional(proposal.level)) return 0;
  const double coupling = mean_of_course(world, members, [&](const Course& course) {
    return proposal.level == Level::Joint ? course.coupling_statutory : course.coupling_network;
  });
  return whole(coupling * government::months_to_budget(world.month));
}

/// Workers of a plant by municipality.
using Workers = Column<MunicipalityIndex, std::uint32_t>;

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
  const GovernmentParameters& parameters = inputs.parameters.government;
  Proposal proposal;
  proposal.number = ++world.proposals_made;
  proposal.subject = static_cast<std::uint16_t>(subject);
  proposal.proposer = proposer;
  if (is_regional(provider.level)) proposal.body = index_of<BodyIndex>(provider.which);
  proposal.since = world.month;
  proposal.task = Task::Crisis;
  proposal.level = provider.level;
  const bool protocol = inputs.policy.mandates.crisis_protocol;
  const double months = protocol ? parameters.agreement.protocol_months
                                 : parameters.level[number(provider.level)].decision_months *
                                       pace(world, inputs, proposal,
                                            government::served_by(world, inputs.country, provider, Task::Crisis));
  proposal.next = world.month + whole(months);
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

void propose_help(World& world, const Inputs& inputs) {
  if (world.endangered.empty() || !taken_up(world, inputs.country)) return;
  for (std::uint32_t subject = 0; subject < world.endangered.size(); ++subject) {
    const Endangered& plant = world.endangered[subject];
    const bool known = std::ranges::any_of(
        world.proposals, [&](const Proposal& p) { return p.task == Task::Crisis && p.subject == subject; });
    if (known || plant.fate != Endangered::Fate::Closes) continue;
    if (world.month >= jobs::help_ends(world, inputs.model, plant.firm)) continue;
    for (const auto& [provider, proposer] : proposers(world, inputs, workers_of(world, inputs.model, plant.firm)))
      propose(world, inputs, subject, provider, proposer);
  }
}

void forget_consents(World& world, std::uint32_t proposal) {
  std::erase_if(world.consents, [&](const Consent& consent) { return consent.proposal == proposal; });
}

void lapse(World& world, Proposal& proposal, Reason reason) {
  proposal.stage = DecisionStep::Lapsed;
  record(world, proposal, DecisionStep::Lapsed, false, reason);
  forget_consents(world, proposal.number);
}

/// The end of a round: adopted, another round, or none any more.
void end_round(World& world, const Inputs& inputs, const Random& random, Proposal& proposal, const Workers& workers) {
  const std::vector<MunicipalityIndex> members = partners_in(world, inputs.country, proposal);
  if (members.empty()) return lapse(world, proposal, Reason::TaskMoved);
  Reason why = Reason::None;
  const AgreementParameters& agreement = inputs.parameters.government.agreement;
  const bool yes = vote(world, inputs, random, {proposal, members, workers}, why);
  ++proposal.rounds;
  if (yes) {
    proposal.stage = DecisionStep::Adopted;
    record(world, proposal, DecisionStep::Adopted, true, why);
    proposal.next = world.month + months_to_wait(world, proposal, members);
    return;
  }
  record(world, proposal, DecisionStep::Rejected, false, why);
  if (proposal.rounds >= agreement.most_rounds) return lapse(world, proposal, Reason::TooManyRounds);
  const double round = government::round_months(proposal.level, inputs.policy.rules.wgr_2022, agreement);
  proposal.next = world.month + whole(round * pace(world, inputs, proposal, members));
}

/// `rounds` of a proposal under a protocol stays 0.
void carry_out(World& world, const Inputs& inputs, Proposal& proposal, bool adopted_today) {
  proposal.stage = DecisionStep::Executed;
  proposal.next = world.month;
  record(world, proposal, DecisionStep::Executed, true,
         proposal.rounds == 0 ? Reason::Protocol
         : adopted_today      ? Reason::AtOnce
                              : Reason::BudgetMoment);
  Endangered& plant = world.endangered[proposal.subject];
  if (plant.first_care == never) plant.first_care = world.month;
  forget_consents(world, proposal.number);
  if (!is_regional(proposal.level)) return;
  for (const MunicipalityIndex m : partners_in(world, inputs.country, proposal))
    world.consents.push_back({proposal.number, m, 1});
}

/// Workers of the plants that are voted on this month, each counted once.
class Headcount {
 public:
  const Workers& of(const World& world, const Model& model, std::uint32_t subject) {
    const auto [found, is_new] = known_.try_emplace(subject);
    if (is_new) found->second = workers_of(world, model, world.endangered[subject].firm);
    return found->second;
  }

 private:
  std::map<std::uint32_t, Workers> known_;
};

/// One step of a proposal; whether it took one.
bool advance(World& world, const Inputs& inputs, const Random& random, std::size_t row, Headcount& headcount) {
  Proposal& proposal = world.proposals[row];
  if (proposal.task != Task::Crisis || world.month < proposal.next) return false;
  if (proposal.stage == DecisionStep::Proposed) {
    const double round =
        government::round_months(proposal.level, inputs.policy.rules.wgr_2022, inputs.parameters.government.agreement);
    proposal.stage = DecisionStep::Prepared;
    record(world, proposal, DecisionStep::Prepared, true, Reason::StaffWork);
    proposal.next =
        world.month + whole(round * pace(world, inputs, proposal, partners_in(world, inputs.country, proposal)));
    return true;
  }
  if (proposal.stage == DecisionStep::Prepared) {
    end_round(world, inputs, random, proposal, headcount.of(world, inputs.model, proposal.subject));
    return true;
  }
  if (proposal.stage != DecisionStep::Adopted) return false;
  const bool adopted_today = std::ranges::any_of(world.decided, [&](const Decision& decision) {
    return decision.proposal == proposal.number && decision.step == DecisionStep::Adopted;
  });
  carry_out(world, inputs, proposal, adopted_today);
  return true;
}

}  // namespace

Column<MunicipalityIndex, std::uint32_t> workers_of(const World& world, const Model& model, FirmIndex plant) {
  Column<MunicipalityIndex, std::uint32_t> workers(world.municipalities.stocks.size(), 0);
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Situation& now = world.residents.now[person];
    const bool there = works(now.labour) && now.employer == plant;
    const bool was_there =
        now.cohort != 0 && now.cohort <= model.tracked.size() && model.tracked[now.cohort - 1u] == plant;
    if (there || (was_there && jobs::hit_by_closure(world, model, now)))
      ++workers[world.residents.profile[person].municipality()];
  }
  return workers;
}

void record(World& world, const Proposal& proposal, DecisionStep step, bool yes, Reason reason,
            MunicipalityIndex actor) {
  Decision decision;
  decision.proposal = proposal.number;
  decision.actor = actor == none<MunicipalityIndex> && proposal.level == Level::Local ? proposal.proposer : actor;
  decision.body = proposal.body;
  decision.task = proposal.task;
  decision.level = proposal.level;
  decision.step = step;
  decision.outcome = yes ? 1 : 0;
  decision.waited = static_cast<std::uint16_t>(world.month - proposal.since);
  decision.reason = static_cast<std::uint16_t>(reason);
  world.decided.push_back(decision);
}

void decide(World& world, const Inputs& inputs, const Random& random) {
  propose_help(world, inputs);
  Headcount headcount;
  for (std::size_t row = 0; row < world.proposals.size(); ++row)
    while (advance(world, inputs, random, row, headcount)) {
    }
}

}  // namespace polder::cooperation
