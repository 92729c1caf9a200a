// Democratic legitimacy of a municipality: control by its council, transparency, and what it performs.
// Source: input and output legitimacy (Scharpf 1999); many partners lower the influence of councils (Boogers, Denters
// and Sanders 2015); weights assumed, see scenarios/parameters/politics.yaml.
#pragma once

#include <span>

#include "polder/scenario/government_parameters.h"

namespace polder::government {

/// What a council has in hand where a task is carried out with others.
struct Oversight {
  double coupling = 0;       // of the arrangement to planning and control [share]
  double engagement = 0;     // of the council [share]
  bool wgr_2022 = false;     // rights of the Wgr as amended on 1 July 2022
  double partners = 1;       // n
  double vote_weight = 1;    // see vote_weight
};

/// Share of control that a council has over a task at a level. Regional forms: (base + coupling + engagement, and for a
/// joint body the Wgr of 2022) x n^-crowding x vote weight, 0 to 1; other levels: a constant.
double control(Level level, const Oversight& oversight, const GovernmentParameters& parameters);

/// Weight of a municipality in votes relative to an equal one: partners x its share, within bounds.
double vote_weight(double share, double partners, const LegitimacyParameters& parameters);

/// Mean of control over tasks, by spending. 1 without spending.
double mean_control(std::span<const double> spending, std::span<const double> control);

/// Share of the regional spending that has goals beforehand and a report afterwards, less what verbs cost. 0 to 1.
double transparency(double named_share, double verbs, const FramingParameters& parameters);

/// Performance from standard scores of benefit dependency and unemployment against the municipality's own trend:
/// logistic(-(z_dependency + z_unemployment) / 2).
double performance(double z_dependency, double z_unemployment);

/// What is left of performance where a council gives `agenda_space` [share] to the region: performance (1 - agenda_cost
/// agenda_space). All of it without space, 1 - agenda_cost of it if it talked about the region only.
double performance_left(double performance, double agenda_space, const LegitimacyParameters& parameters);

/// Weighted mean of the three, in [0, 1]; the weights are not all 0.
double legitimacy(double control, double transparency, double performance, const LegitimacyParameters& parameters);

/// Share of the votes won by local parties where legitimacy lacks: vote_shift (.5 - legitimacy).
double vote_shift(double legitimacy, const LegitimacyParameters& parameters);

/// Engagement of a council next month: what is left after decay, plus sessions, at most 1. Agenda space (a share) slows
/// decay.
double next_engagement(double engagement, double sessions, double joint_sessions, double agenda_space,
                       const LegitimacyParameters& parameters);

}  // namespace polder::government
