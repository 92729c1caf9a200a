// A firm that may leave: the chance that it does, and the bids of municipalities (L14, T8).
#pragma once

#include <vector>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::firms {

/// What a firm weighs when it decides whether to leave.
struct Temptation {
  double package = 0;  // the best package that it is offered for staying [M EUR]
  double fit = 0;      // share of its staff that is easy to find within threat.fit_km, 0..1
  double speed = 0;    // [months] by which it is answered faster than usual
  double offer = 0;    // how good the offer from elsewhere is, 0..1
  double effect = 1;   // of a package, relative to at the start: what a euro for the task `retention` brings
};

/// Chance that it leaves: logistic in base - package effect ln(1 + M EUR) - fit x fit - speed x speed + offer x offer.
double chance_to_leave(const Temptation& temptation, const Parameters& parameters);

/// Share of an establishment's workers in occupations with fewer recorded vacancies than unemployed residents (V/U < 1)
/// within threat.fit_km; 0 without workers.
double labour_fit(const World& world, const Inputs& inputs, FirmIndex firm);

/// Months by which a firm under threat is answered sooner than usual: what the municipality can do faster, and what it
/// heard earlier in its council's sessions with entrepreneurs.
double answered_sooner(const World& world, const Inputs& inputs, MunicipalityIndex home);

/// What a municipality puts on the table for a firm.
struct Bid {
  MunicipalityIndex municipality{};
  Cents cents = 0;
};

/// Bids for an establishment, its own municipality's first (0 if it has no package). Under RetentionRule::Local each
/// other municipality of the region with a package bids with chance threat.rivals, and every rival drives all bids up
/// by threat.escalation. Under Coordinated there is one, the largest package set in the region; so there is in the
/// jurisdiction to which a scenario gives the task `retention`, if that is not the municipality.
/// Draws  Draw::Threat, k = 2 + municipality
std::vector<Bid> bids_for(const World& world, const Inputs& inputs, const Random& random, FirmIndex firm);

/// Relative chance of a firm that stays in the region to take a bid: (1 + M EUR)^threat.package, times threat.home for
/// its own municipality.
double attraction(const Bid& bid, MunicipalityIndex home, const Parameters& parameters);

/// Moves an establishment within its region: workers, jobs and open vacancies go along, the latter counted as withdrawn
/// here and opened there.
void relocate(World& world, FirmIndex firm, MunicipalityIndex to);

}  // namespace polder::firms
