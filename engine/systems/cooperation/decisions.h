// How governments decide together, and what trust they have in each other.
#pragma once

#include <vector>

#include "government/decisions.h"
#include "government/jurisdiction.h"
#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::cooperation {

/// Whether a proposal is about help to workers; the others are about a task that goes to another level.
constexpr bool is_help(const Proposal& proposal) { return proposal.region == none<RegionIndex>; }
constexpr bool has_ended(const Proposal& proposal) {
  return proposal.stage == DecisionStep::Executed || proposal.stage == DecisionStep::Lapsed;
}
/// Rounds are the last part of the key of their luck.
inline constexpr std::uint32_t most_rounds_in_a_key = 64;

constexpr int whole_months(double months) { return static_cast<int>(months + .5); }

/// Where the task of a proposal of help is carried out.
government::Jurisdiction jurisdiction_of(const Country& country, const Proposal& proposal);

/// Who have the task there now.
std::vector<MunicipalityIndex> partners_in(const World& world, const Country& country, const Proposal& proposal);

/// Months in which staff prepares a proposal, `members` being who decide on it.
int months_of_preparation(const World& world, const Inputs& inputs, const Proposal& proposal,
                          const std::vector<MunicipalityIndex>& members);

/// Workers of a plant who live in each municipality, as it is governed [rows].
using Workers = Column<MunicipalityIndex, std::uint32_t>;

/// A round of votes on a proposal of help, as all see it.
struct Ballot {
  const Proposal& proposal;
  std::vector<MunicipalityIndex> members;  // who are asked, see served_by
  const Workers& workers;
};

/// Workers of a plant that closes who may be helped.
Workers workers_of(const World& world, const Model& model, FirmIndex plant);

/// Help is proposed after an announcement, by every provider of workers that took the task up.
void propose_help(World& world, const Inputs& inputs);
/// Help that was adopted begins: the partners have promised it.
void give_help(World& world, const Inputs& inputs, const Proposal& proposal);

/// The yes of a municipality; null without one.
const Consent* consent_of(const World& world, const Proposal& proposal, MunicipalityIndex m);
/// Whether there is one that holds in this round: the chance is agreement.memory.
bool holds(const World& world, const Proposal& proposal, MunicipalityIndex m, std::uint32_t luck,
           const AgreementParameters& parameters);
void set_consent(World& world, const Proposal& proposal, MunicipalityIndex m, bool yes);
void forget_consents(World& world, const Proposal& proposal);

/// A round: every member without a yes that still holds votes. Writes consents and decided; what decided it in `why`.
/// Draws `Voting` by municipality, month of the proposal, plant and round: the same luck in every scenario.
bool vote(World& world, const Inputs& inputs, const Random& random, const Ballot& ballot, government::Reason& why);
/// Adds a step to the record of the month.
void record(World& world, const Proposal& proposal, DecisionStep step, bool yes, government::Reason reason,
            MunicipalityIndex actor = none<MunicipalityIndex>);

/// The same of a step that belongs to no proposal, about a task as it is, or was, carried out `where`.
void note(World& world, MunicipalityIndex actor, const Provision& where, Task task, DecisionStep step, bool yes,
          government::Reason reason, int waited = 0);

/// The way of proposals: preparation, rounds of votes, the budget moment, and what was decided. Help to the workers of
/// plants that close is proposed here, where the scenario has put the task `crisis` somewhere; moves of tasks by the
/// yearly review, and only while levels adapt.
/// Reads   endangered, provision, council, ties   Draws  Voting, Joining
/// Writes  proposals, consents, decided, endangered.first_care, provision, territory, ledger
/// Keeps   a proposal ends: carried out or lapsed
/// Source  parameters/cooperation.yaml: agreement
void decide(World& world, const Inputs& inputs, const Random& random);

/// Help that was decided reaches the workers who live with those who keep their promise.
/// Reads   proposals, provision, services   Writes  government.crisis_care, consents, decided, ties.delivered, breached
/// Draws   Breaching, once a year
void help_workers(World& world, const Inputs& inputs, const Random& random);

/// Ties of the municipalities of a labour-market region with each other, and with their province, uwv, employers and
/// Rijk, at the trust in which an ordinary month keeps them.
void begin_trust(World& world, const Country& country, const Parameters& parameters);

/// Trust grows with contact and with promises kept, and falls with broken ones.
/// Reads   ties, provision, council   Writes  ties   Keeps  trust in 0..1
/// Source  parameters/cooperation.yaml: trust
void update_trust(World& world, const Inputs& inputs, const Random& random);

}  // namespace polder::cooperation
