#include <algorithm>

#include "government/decisions.h"
#include "government/jurisdiction.h"
#include "government/membership.h"
#include "government/ties.h"
#include "systems/governance/governance.h"
#include "systems/governance/legitimacy_of.h"

namespace polder::governance {
namespace {

constexpr Account account(Actor actor, MunicipalityIndex m) { return {actor, static_cast<std::uint16_t>(m)}; }

Cents whole(double cents) { return static_cast<Cents>(cents + .5); }

/// One municipality that merges into another.
class Merging {
 public:
  Merging(World& world, const Inputs& inputs, MunicipalityIndex from, MunicipalityIndex into)
      : world_(world), inputs_(inputs), from_(from), into_(into) {}

  void happen() {
    record();
    hand_over_tasks();
    hand_over_money();
    hand_over_promises();
    find_hosts();
    const auto is_own = [&](const Tie& tie) {
      return tie.a == government::government_of(from_) || tie.b == government::government_of(from_);
    };
    std::erase_if(world_.ties, is_own);
    world_.municipalities.council[from_] = Council{};
  }

 private:
  void record() {
    Decision decision;
    decision.actor = from_;
    decision.proposal = static_cast<std::uint32_t>(into_);
    decision.step = DecisionStep::Merged;
    decision.outcome = 1;
    decision.reason = static_cast<std::uint16_t>(government::Reason::Herindeling);
    world_.decided.push_back(decision);
  }

  /// A task with another provider than that of the municipality that is left goes to it, and costs what a move costs.
  void hand_over_tasks() {
    Services& to = world_.municipalities.services[into_];
    Services& of = world_.municipalities.services[from_];
    for (std::size_t t = 0; t < task_count; ++t) {
      Provision& before = world_.municipalities.provision[from_][t];
      Provision& now = world_.municipalities.provision[into_][t];
      if (before.level == Level::Local || before.level != now.level || before.body != now.body) {
        now.since = world_.month;
        const double cost =
            government::switching_cost(static_cast<double>(of.budget[t]), inputs_.parameters.government.switching);
        transfer(world_.ledger, account(Actor::Municipality, into_), account(Actor::Providers, from_), whole(cost),
                 Purpose::Switching);
      }
      before = Provision{};
      for (const auto amounts : {&Services::budget, &Services::decided, &Services::adopted}) {
        (to.*amounts)[t] += (of.*amounts)[t];
        (of.*amounts)[t] = 0;
      }
    }
  }

  void hand_over_money() {
    Government& to = world_.municipalities.government[into_];
    Government& of = world_.municipalities.government[from_];
    for (Cents Government::* amount :
         {&Government::buig, &Government::usual_buig, &Government::buig_last_year, &Government::bijstand_paid,
          &Government::bijstand_last_year, &Government::bijstand_year_before, &Government::ww_paid,
          &Government::ww_at_start}) {
      to.*amount += of.*amount;
      of.*amount = 0;
    }
    of.deficit = of.usual_deficit = 0;
    const auto reserves = world_.ledger.balance.find(account(Actor::Municipality, from_));
    if (reserves != world_.ledger.balance.end())
      transfer(world_.ledger, reserves->first, account(Actor::Municipality, into_), Cents{reserves->second},
               Purpose::Merger);
  }

  /// Help that is given goes on; what councils agreed to and is not carried out yet does not bind the new one.
  void hand_over_promises() {
    for (Proposal& proposal : world_.proposals)
      if (proposal.proposer == from_) proposal.proposer = into_;
    const auto holds = [&](const Consent& consent) {
      const auto own = [&](const Consent& other) {
        return other.proposal == consent.proposal && other.municipality == into_;
      };
      const auto proposal = std::ranges::find(world_.proposals, consent.proposal, &Proposal::number);
      return proposal != world_.proposals.end() && proposal->stage == DecisionStep::Executed &&
             std::ranges::none_of(world_.consents, own);
    };
    std::vector<Consent> kept;
    for (Consent consent : world_.consents) {
      if (consent.municipality == from_ && !holds(consent)) continue;
      if (consent.municipality == from_) consent.municipality = into_;
      kept.push_back(consent);
    }
    world_.consents = std::move(kept);
  }

  void find_hosts() {
    for (std::size_t row = 0; row < world_.bodies.size(); ++row) {
      Body& body = world_.bodies[row];
      if (body.host != from_) continue;
      const std::vector<MunicipalityIndex> members =
          government::members_of(world_, inputs_.country, index_of<BodyIndex>(row));
      const bool is_member = members.empty() || std::ranges::find(members, into_) != members.end();
      body.host = is_member ? into_ : government::largest(inputs_.country, members);
    }
  }

  World& world_;
  const Inputs& inputs_;
  MunicipalityIndex from_, into_;
};

/// What a merger costs, and what Rijk pays for it, by inhabitants.
void pay_friction(World& world, const Inputs& inputs, MunicipalityIndex m) {
  const MergerParameters& merger = inputs.parameters.government.merger;
  const double inhabitants = inputs.country.inhabitants(m);
  transfer(world.ledger, account(Actor::Municipality, m), account(Actor::Providers, m),
           whole(merger.friction * 100 * inhabitants), Purpose::Merger);
  transfer(world.ledger, {Actor::Rijk, 0}, account(Actor::Municipality, m),
           whole(merger.compensation * 100 * inhabitants), Purpose::MunicipalFund);
}

}  // namespace

void merge_municipalities(World& world, const Inputs& inputs, const Random&) {
  std::vector<MunicipalityIndex> left;
  for (const Incident& incident : inputs.policy.mandates.incidents) {
    if (incident.kind != Incident::Kind::Merger) continue;
    Merging(world, inputs, incident.who, incident.into).happen();
    if (std::ranges::find(left, incident.into) == left.end()) left.push_back(incident.into);
  }
  for (const MunicipalityIndex m : left) {
    begin_trend(world.municipalities.council[m], stocks_of(world, inputs.country, m));
    pay_friction(world, inputs, m);
  }
}

}  // namespace polder::governance
