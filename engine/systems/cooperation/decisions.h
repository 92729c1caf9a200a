// How governments decide together, and what trust they have in each other.
#pragma once

#include <vector>

#include "government/decisions.h"
#include "government/jurisdiction.h"
#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::cooperation {

/// Where the task of a proposal is carried out.
government::Jurisdiction jurisdiction_of(const Country& country, const Proposal& proposal);

/// A round of votes on a proposal, as all see it.
struct Ballot {
  const Proposal& proposal;
  std::vector<MunicipalityIndex> members;                    // who are asked, see served_by
  const Column<MunicipalityIndex, std::uint32_t>& workers;  // of the plant, by municipality [rows]
};

/// Workers of a plant that closes who live in each municipality and may be helped [rows].
Column<MunicipalityIndex, std::uint32_t> workers_of(const World& world, const Model& model, FirmIndex plant);

/// A round: every member without a yes that still holds votes. Writes consents and decided; what decided it in `why`.
/// Draws `Voting` by municipality, month of the proposal, plant and round: the same luck in every scenario.
bool vote(World& world, const Inputs& inputs, const Random& random, const Ballot& ballot, government::Reason& why);
/// Adds a step to the record of the month.
void record(World& world, const Proposal& proposal, DecisionStep step, bool yes, government::Reason reason,
            MunicipalityIndex actor = none<MunicipalityIndex>);

/// Proposals of help to the workers of plants that close, and their way: preparation, rounds of votes, the budget
/// moment. Where the scenario has not put the task `crisis` anywhere, nobody proposes.
/// Reads   endangered, provision, council, ties   Writes  proposals, consents, decided, endangered.first_care
/// Draws   Voting                                 Keeps   a proposal ends: carried out or lapsed
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
