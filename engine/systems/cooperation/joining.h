// A task that goes to another level for those who join: how the proposal comes about, and how it is decided.
#pragma once

#include <vector>

#include "government/appraisal.h"
#include "government/decisions.h"
#include "government/membership.h"
#include "systems/cooperation/levels.h"

namespace polder::cooperation {

/// A municipality's task, and a level for it.
struct Place {
  MunicipalityIndex municipality{};
  Task task{};
  Level level{};
};

/// What a municipality sees of a level that brings `value` more [card value] for its budget than the alternative,
/// weighed by the precision of information in the region against no difference at all.
government::Membership membership(const World& world, const Inputs& inputs, const Place& place, double value,
                                  double trust);

/// What weighs most for a level as a municipality sees it, and against it.
government::Reason why(const government::Membership& view, const GovernmentParameters& parameters);
government::Reason why_not(const government::Membership& view, const GovernmentParameters& parameters);

/// A proposal that a task of a region goes to a level, for those who join. None is made while there is one on its way.
void propose_move(World& world, const Inputs& inputs, RegionIndex region, Task task, Level level,
                  MunicipalityIndex proposer);

/// Who decides on it: municipalities of the region whose task no scenario sets and is elsewhere.
std::vector<MunicipalityIndex> asked(const World& world, const Country& country, const Proposal& proposal);
/// Those of them who have joined so far.
std::vector<MunicipalityIndex> joiners(const World& world, const Country& country, const Proposal& proposal);

/// A round: each of them without a yes that still holds decides. Whether enough take part, those who are there already
/// included: two in an arrangement, of a centre municipality also the host; elsewhere one.
/// Draws  Draw::Joining by municipality, month of the proposal, task and round   Writes  consents, decided (Joined)
bool ask_to_join(World& world, const Inputs& inputs, const Random& random, const Proposal& proposal,
                 government::Reason& why);

/// The task of who joined goes there; who leaves a joint body for it pays the exit fee to those who stay.
void move_joiners(World& world, const Inputs& inputs, Mover& mover, const Proposal& proposal);

}  // namespace polder::cooperation
