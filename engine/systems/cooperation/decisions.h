// How governments decide together, and what trust they have in each other.
#pragma once

#include <compare>
#include <vector>

#include "government/decisions.h"
#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::cooperation {

/// What the draws of this folder are for; numbers of `Draw`.
inline constexpr Draw voting{140};    // municipality: accepts a proposal; a yes holds until the next round
inline constexpr Draw breaching{141};  // municipality: does not keep its promise
inline constexpr Draw trusting{142};   // pair of governments: trust with which it begins

/// Who carries out a task for a municipality: itself, a body, a province or Rijk.
struct Provider {
  Level level = Level::Local;
  std::size_t which = 0;  // row of the municipality, the body or the province
  friend auto operator<=>(const Provider&, const Provider&) = default;
};
Provider provider_of(const World& world, const Country& country, MunicipalityIndex m, Task task);
/// Municipalities with a council for which a provider carries out a task; the host of a centre municipality first.
std::vector<MunicipalityIndex> members_of(const World& world, const Country& country, const Provider& provider,
                                          Task task);
/// The provider that a proposal was made by.
Provider provider_of(const Country& country, const Proposal& proposal);

/// Workers of a plant that closes who live in each municipality and may be helped [rows].
Column<MunicipalityIndex, std::uint32_t> workers_of(const World& world, const Model& model, FirmIndex plant);

/// A round: every member without a yes that still holds votes. Writes consents and decided; what decided it in `why`.
/// Draws `voting` by municipality, month of the proposal, plant and round: the same luck in every scenario.
bool vote(World& world, const Inputs& inputs, const Random& random, const Proposal& proposal, government::Reason& why);
/// Adds a step to the record of the month.
void record(World& world, const Proposal& proposal, DecisionStep step, bool yes, government::Reason reason,
            MunicipalityIndex actor = none<MunicipalityIndex>);

/// Proposals of help to the workers of plants that close, and their way: preparation, rounds of votes, the budget
/// moment. Where the scenario has not put the task `crisis` anywhere, nobody proposes.
/// Reads   endangered, provision, council, ties   Writes  proposals, consents, decided, endangered.first_care
/// Draws   voting                                 Keeps   a proposal ends: carried out or lapsed
/// Source  parameters/cooperation.yaml: agreement
void decide(World& world, const Inputs& inputs, const Random& random);

/// Help that was decided reaches the workers who live with those who keep their promise.
/// Reads   proposals, provision, services   Writes  government.crisis_care, consents, decided, ties.delivered, breached
/// Draws   breaching, once a year
void help_workers(World& world, const Inputs& inputs, const Random& random);

/// Ties of the municipalities of a labour-market region with each other, and with their province, uwv, employers and
/// Rijk, at the trust in which an ordinary month keeps them.
void begin_trust(World& world, const Country& country, const Parameters& parameters);

/// Trust grows with contact and with promises kept, and falls with broken ones.
/// Reads   ties, provision, council   Writes  ties   Keeps  trust in 0..1
/// Source  parameters/cooperation.yaml: trust
void update_trust(World& world, const Inputs& inputs, const Random& random);

/// Mean trust of a municipality in who carries out a task with it: the other members of the body, its province, or
/// Rijk. `trust.start` where there is nobody.
double mean_trust(const World& world, const Country& country, MunicipalityIndex m, Task task,
                  const TrustParameters& parameters);

/// The tie of two municipalities; null without one.
Tie* find_tie(std::vector<Tie>& ties, GovernmentIndex a, GovernmentIndex b);

}  // namespace polder::cooperation
