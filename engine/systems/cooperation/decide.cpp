#include <algorithm>
#include <map>

#include "government/agreement.h"
#include "systems/cooperation/decisions.h"
#include "systems/cooperation/joining.h"

namespace polder::cooperation {
namespace {

using government::Reason;
using Members = std::vector<MunicipalityIndex>;

/// Mean over the partners of a value of their course; 0 where nobody is a partner.
template <class Value>
double mean_of_course(const World& world, const Members& members, Value value) {
  double sum = 0;
  for (const MunicipalityIndex m : members) sum += value(world.municipalities.council[m].course);
  return members.empty() ? 0 : sum / static_cast<double>(members.size());
}

/// Share of decision time that is left where the agreement is about organising.
double pace(const World& world, const Inputs& inputs, const Proposal& proposal, const Members& members) {
  if (!is_regional(proposal.level)) return 1;
  const double organising = mean_of_course(world, members, [](const Course& course) { return course.framing; });
  return 1 - inputs.parameters.government.framing.time * organising;
}

/// Months until the budget moment for which an agreement waits.
int months_to_wait(const World& world, const Proposal& proposal, const Members& members) {
  if (!is_regional(proposal.level)) return 0;
  const double coupling = mean_of_course(world, members, [&](const Course& course) {
    return proposal.level == Level::Joint ? course.coupling_statutory : course.coupling_network;
  });
  return whole_months(coupling * government::months_to_budget(world.month));
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

/// The way that all proposals go. What is voted on, and what is done in the end, differs between help and moves.
class Pipeline {
 public:
  Pipeline(World& world, const Inputs& inputs, const Random& random)
      : world_(world), inputs_(inputs), random_(random), mover_(world, inputs) {}

  void run() {
    for (Proposal& proposal : world_.proposals)
      while (!has_ended(proposal) && world_.month >= proposal.next) advance(proposal);
    mover_.survey_moved();
  }

 private:
  void advance(Proposal& proposal) {
    const bool is_void = !is_help(proposal) && inputs_.policy.mandates.switching != Switching::Adaptive;
    if (is_void) return lapse(proposal, Reason::LevelsAreSet);
    if (proposal.stage == DecisionStep::Proposed) return prepare(proposal);
    if (proposal.stage == DecisionStep::Prepared) return end_round(proposal);
    carry_out(proposal);
  }

  Members concerned(const Proposal& proposal) const {
    return is_help(proposal) ? partners_in(world_, inputs_.country, proposal)
                             : asked(world_, inputs_.country, proposal);
  }

  Month after_a_round(const Proposal& proposal, const Members& members) const {
    const double round = government::round_months(proposal.level, inputs_.policy.rules.wgr_2022,
                                                  inputs_.parameters.government.agreement);
    return world_.month + whole_months(round * pace(world_, inputs_, proposal, members));
  }

  void prepare(Proposal& proposal) {
    proposal.stage = DecisionStep::Prepared;
    record(world_, proposal, DecisionStep::Prepared, true, Reason::StaffWork);
    proposal.next = after_a_round(proposal, concerned(proposal));
  }

  bool vote_on(const Proposal& proposal, const Members& members, Reason& why) {
    return is_help(proposal) ? vote(world_, inputs_, random_,
                                    {proposal, members, headcount_.of(world_, inputs_.model, proposal.subject)}, why)
                             : ask_to_join(world_, inputs_, random_, proposal, why);
  }

  /// The end of a round: adopted, another round, or none any more.
  void end_round(Proposal& proposal) {
    const Members members = concerned(proposal);
    if (members.empty()) return lapse(proposal, Reason::TaskMoved);
    Reason why = Reason::None;
    const bool yes = vote_on(proposal, members, why);
    ++proposal.rounds;
    if (yes) {
      proposal.stage = DecisionStep::Adopted;
      record(world_, proposal, DecisionStep::Adopted, true, why);
      const Members partners = is_help(proposal) ? members : joiners(world_, inputs_.country, proposal);
      proposal.next = world_.month + months_to_wait(world_, proposal, partners);
      return;
    }
    record(world_, proposal, DecisionStep::Rejected, false, why);
    if (proposal.rounds >= inputs_.parameters.government.agreement.most_rounds)
      return lapse(proposal, Reason::TooManyRounds);
    proposal.next = after_a_round(proposal, members);
  }

  /// `rounds` of a proposal under a protocol stays 0.
  void carry_out(Proposal& proposal) {
    if (!is_help(proposal) && joiners(world_, inputs_.country, proposal).empty())
      return lapse(proposal, Reason::TaskMoved);
    const bool adopted_today = std::ranges::any_of(world_.decided, [&](const Decision& decision) {
      return decision.proposal == proposal.number && decision.step == DecisionStep::Adopted;
    });
    proposal.stage = DecisionStep::Executed;
    proposal.next = world_.month;
    record(world_, proposal, DecisionStep::Executed, true,
           proposal.rounds == 0 ? Reason::Protocol
           : adopted_today      ? Reason::AtOnce
                                : Reason::BudgetMoment);
    if (is_help(proposal)) return give_help(world_, inputs_, proposal);
    move_joiners(world_, inputs_, mover_, proposal);
    forget_consents(world_, proposal);
  }

  void lapse(Proposal& proposal, Reason reason) {
    proposal.stage = DecisionStep::Lapsed;
    record(world_, proposal, DecisionStep::Lapsed, false, reason);
    forget_consents(world_, proposal);
  }

  World& world_;
  const Inputs& inputs_;
  const Random& random_;
  Headcount headcount_;
  Mover mover_;
};

}  // namespace

int months_of_preparation(const World& world, const Inputs& inputs, const Proposal& proposal, const Members& members) {
  return whole_months(inputs.parameters.government.level[number(proposal.level)].decision_months *
                      pace(world, inputs, proposal, members));
}

Members partners_in(const World& world, const Country& country, const Proposal& proposal) {
  return government::served_by(world, country, jurisdiction_of(country, proposal), proposal.task);
}

void record(World& world, const Proposal& proposal, DecisionStep step, bool yes, Reason reason,
            MunicipalityIndex actor) {
  const bool decides_alone = is_help(proposal) && proposal.level == Level::Local;
  Decision decision;
  decision.proposal = proposal.number;
  decision.actor = actor == none<MunicipalityIndex> && decides_alone ? proposal.proposer : actor;
  decision.body = proposal.body;
  decision.task = proposal.task;
  decision.level = proposal.level;
  decision.step = step;
  decision.outcome = yes ? 1 : 0;
  decision.waited = static_cast<std::uint16_t>(world.month - proposal.since);
  decision.reason = static_cast<std::uint16_t>(reason);
  world.decided.push_back(decision);
}

void note(World& world, MunicipalityIndex actor, const Provision& where, Task task, DecisionStep step, bool yes,
          Reason reason, int waited) {
  Decision decision;
  decision.actor = actor;
  decision.body = where.body;
  decision.task = task;
  decision.level = where.level;
  decision.step = step;
  decision.outcome = yes ? 1 : 0;
  decision.waited = static_cast<std::uint16_t>(waited);
  decision.reason = static_cast<std::uint16_t>(reason);
  world.decided.push_back(decision);
}

void decide(World& world, const Inputs& inputs, const Random& random) {
  propose_help(world, inputs);
  Pipeline(world, inputs, random).run();
}

}  // namespace polder::cooperation
