// Agreements: who accepts, how many rounds it takes, how long, and whether the promise is kept.
// Source: veto players and decision costs (Tsebelis 2002, Feiock 2013); terms of zienswijzen by the Wgr; coefficients
// assumed, see scenarios/parameters/cooperation.yaml.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "polder/base/month.h"
#include "polder/scenario/government_parameters.h"

namespace polder::government {

/// A proposal as one government sees it.
struct View {
  double gain = 0;         // own benefit less contribution [EUR/year per inhabitant]
  double legitimacy = .5;  // of that government [share]
  double trust = .5;       // in the partners [share]
  double emphasis = 0;     // regional emphasis of its coalition [share]
  double information = 0;  // precision [share]
  double distance = 0;     // between preferences, see preference_distance
};

/// p_j: chance that a government accepts in a round, the logistic function of
/// base + gain dU / scale + legitimacy (L - .5) + trust (tau - .5) + emphasis e + information w - distance d.
double acceptance(const View& view, const AgreementParameters& parameters);

/// Factor on the chance to commit to something new: pre_election in the twelve months before councils are elected.
double readiness(Month month, const AgreementParameters& parameters);

/// Distance of two positions on party axes scaled to [0, 1]: Euclid, [0, sqrt(axes)]. Equal numbers of axes.
double preference_distance(std::span<const double> a, std::span<const double> b);

/// Expected rounds until all accept, when every round starts anew (memory 0): 1 / product of chances. Infinite if one
/// never accepts.
double rounds_anew(std::span<const double> chances);

/// The same when a yes holds (memory 1): the mean of the largest of geometric numbers, sum over t >= 0 of
/// 1 - product of (1 - (1 - p_j)^t).
double rounds_kept(std::span<const double> chances);

/// Expected rounds with any memory, for `governments` who accept with the same chance: a yes holds until the next round
/// with chance `memory`. Exact (a chain over the yes votes that held); infinite if they never accept.
double expected_rounds(unsigned governments, double chance, double memory);

struct Vote {
  bool yes = false;
  double weight = 1;  // inhabitants, or by key
};

/// Whether an arrangement adopts: a network by unanimity; a joint body by more than `majority` of the weight; a centre
/// municipality, the first vote, by itself after consultation. Regional levels only.
bool adopted(Level form, std::span<const Vote> votes, double majority);

/// Length of a round [months]: a joint body waits for zienswijzen, 8 weeks before the Wgr of 2022, 12 since.
double round_months(Level level, bool wgr_2022, const AgreementParameters& parameters);

/// Whole months from `month` until the next moment at which budgets are decided: kadernota in June, budget in November.
int months_to_budget(Month month);

/// Months from proposal to execution: (decision months + round months x rounds) (1 - framing.time x organising), and
/// then the wait for a budget moment, as far as planning and control is coupled and the item not named beforehand.
double months_to_execution(double decision_months, double round_months, double rounds, double organising,
                           double months_to_budget, double coupling, const FramingParameters& parameters);

/// Chance that a year's contribution fails: breach (1 - coupling).
double breach_chance(double coupling, const AgreementParameters& parameters);

}  // namespace polder::government
