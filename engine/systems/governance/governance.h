// What governments decide, imposed by the scenario or decided by themselves: the only field that reads mandates.
#pragma once

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::governance {

/// Councils as in the figures, with the coalition that their seats make likely, and the course of the reference.
/// Tasks must be where they begin.
void begin(World& world, const Country& country, const Parameters& parameters);

/// Writes what the scenario imposes into the world; what it leaves open stays as in the figures.
/// Reads   policy.mandates   Writes  municipalities.services.budget of guidance, government.triage, crisis_help
void carry_out_mandates(World& world, const Inputs& inputs, const Random& random);

/// Municipalities merge as the scenario says. What those that merge had goes to the one that is left: reserves to the
/// cent, budgets, what is on record for the buig, help that was promised. Its providers carry out the tasks, and those
/// that had another one move. Ties of the others are gone, and so are their councils; no promise is broken.
/// Reads   policy.mandates.incidents, country.municipalities.government   Writes  municipalities.government, services,
/// council, provision, bodies.host, ties, proposals, consents, ledger, decided
/// Source  parameters/cooperation.yaml: merger, switching
void merge_municipalities(World& world, const Inputs& inputs, const Random& random);

/// March of every fourth year, 2026 and on, when municipalities merge and when the scenario calls an election: votes
/// become seats. A college may fall. When another has formed, its aldermen are others than partners knew.
/// Reads   seats of the figures, course, policy.mandates.incidents   Writes  municipalities.council, ties, decided
/// Source  parameters/politics.yaml, cooperation.yaml
void hold_elections(World& world, const Inputs& inputs, const Random& random);

/// The scenario's course where it imposes one; of what it leaves open the emphasis follows from the coalition, the
/// rest is the reference's.   Reads   policy.mandates.course, coalition   Writes  municipalities.council.course
void set_course(World& world, const Inputs& inputs, const Random& random);

/// What arrangements, sessions, planning and control, and tools ask of aldermen, and whether they have the hours.
/// Reads   course, provision, policy.mandates.theme_sessions   Writes  municipalities.council.{hours, attention}
void keep_accounts_of_hours(World& world, const Inputs& inputs, const Random& random);

/// Engagement of councils, their control over what is done with others, transparency, performance, and the legitimacy
/// that these make.   Reads   provision, territory, budgets, stocks   Writes  municipalities.council
/// Source  parameters/politics.yaml
void weigh_legitimacy(World& world, const Inputs& inputs, const Random& random);

/// Where the coalition that follows from the figures stands between region (0) and municipality (1); 0.5 without one.
Column<MunicipalityIndex, double> local_positions(const Country& country);

/// The coalition that follows from the figures, a bit per party; 0 without a council.
Column<MunicipalityIndex, std::uint32_t> coalitions(const Country& country);

/// Seats of a council by the figures; an election divides as many.
unsigned seats_of(const GovernmentFacts& facts);

/// Aldermen of a college: a fifth of the seats of its council, at least two (Gemeentewet art. 36).
double aldermen(const GovernmentFacts& facts);

/// Hours that a college has for what lies beyond the municipality, as its portfolios are divided [hours/month].
double capacity(const GovernmentFacts& facts, const Course& course, const GovernmentParameters& parameters);

/// Seats of the parties in a college.
unsigned coalition_seats(const Council& council);

}  // namespace polder::governance
