// Parameters of government across levels, in the groups in which the formulas of engine/government take them. Values,
// ranges and sources: government.yaml, cooperation.yaml and politics.yaml in scenarios/parameters. Every member is a
// double: the table of declarations counts on it.
#pragma once

#include <array>

#include "polder/world/tasks.h"

namespace polder {

/// What a task is like: which scale suits it.
struct TaskParameters {
  double fixed_cost;          // [persons] F: costs as much as so many inhabitants, at any scale
  double reach_weight;        // [share] rho: effect lost if the provider saw none of the residents' labour market
  double nearness_weight;     // [1/step] lambda: effect lost per step of institutional distance
  double tailoring;           // [factor] h: loss per unit of dissimilarity where provision is uniform
  double integration_weight;  // [share] omega: effect lost if work, income and economy do not act as one
};

/// What a level is like.
struct LevelParameters {
  double distance;         // [steps] D: institutional distance to the municipality
  double freedom;          // [share] theta: to differentiate between places
  double dissimilarity;    // [share] delta: of its labour market to a municipality's, where there are no figures
  double coordination;     // [share] kappa: of the budget that goes to coordination anyhow
  double decision_months;  // [months] T0: from proposal to decision when all agree at once
  double control;          // [share] of democratic control by a council that is left there
};

/// What a form of a regional arrangement (network, centre municipality, joint body) is like besides.
struct FormParameters {
  double link_cost;           // [share] of the budget per partner who is not trusted
  double hours;               // [hours/month] of an alderman, for each arrangement
  double control_coupling;    // [share] of control won by full coupling to planning and control
  double control_engagement;  // [share] of control won by fully engaged councils
};

/// How far partners do what is best for all rather than for themselves, where trust does not decide it.
struct CommitmentParameters {
  double centre, joint, province, national, international;  // [share]
};

/// How far economy, work and income act as one.
struct IntegrationParameters {
  double one_hand, adjacent, coordinated, separate;  // [share] by design of the portfolios in a college
  double province, national, international;          // [share] at levels with portfolios of their own
  double capacity_cost;                              // [share] of aldermen's capacity that one hand costs
};

/// The five dials.
struct DialParameters {
  double reference_scale;    // [persons] N_ref: scale at which the dial is 1
  double heterogeneity;      // [factor] eta: dearer coordination per unit of variation between partners
  double linking_relief;     // [share] of distance bridged by full linking capacity
  double linking_hours;      // [hours/month] of boundary spanners for 1 - 1/e of it
};

/// In whose pockets a year at work falls that would otherwise be spent on a benefit [EUR/year].
struct PocketParameters {
  double municipality, uwv, rijk, person, employer, society;
};
inline constexpr std::size_t pocket_count = 2;  // from bijstand, from ww

/// Effort: who invests how much.
struct EffortParameters {
  double returns;          // [factor] r: effect grows with spending to this power
  double retention_years;  // [years] H: over which a municipality counts a saving on bijstand
  double elasticity;       // [factor] of budgets to the share of the benefit that returns
  double least, most;      // [factor] of the budget of the figures
  double portfolio;        // [share] of other pockets that one portfolio counts as its own
  double lean;             // [share] by which parties would change the spending on a task, at most
  double emphasis;         // [share] by which full regional emphasis raises a task with a reach weight of 1
};

/// How services respond to effort.
struct ServiceParameters {
  double mediated, mediated_most;  // [share] of vacancies mediated at usual effort, and at most
  double unshared;                 // [share] kappa_0: weight of vacancies elsewhere that no provider shows
  double visibility;               // [factor] theta: on an employer's score of the far, if mediated
  double disclosure;  // [share] of vacancies that entrepreneurs make known in a session a month with the council
};

/// Words of an agreement: organising (rather than contributing), and verbs (rather than nouns).
struct FramingParameters {
  double bargaining, time;     // [share] taken off bargaining costs and decision time by organising
  double commitment;           // [share] of commitment lost by it where there is no trust
  double execution;            // [share] of agreements that are executed
  double verbs, transparency;  // [share] by which verbs raise execution, and lower transparency
};

/// Deciding together.
struct AgreementParameters {
  double base, gain, legitimacy, trust, emphasis, information, distance;  // [log points] of accepting
  double gain_scale;                                // [EUR/year] per inhabitant: one unit of gain
  double memory;                                    // [share] of yes votes that hold until the next round
  double most_rounds;                               // after which a proposal lapses
  double round_months;                              // [months] of a round
  double view_months_2015, view_months_2022;        // [months] of a round of a joint body: zienswijzen under the Wgr
  double majority;                                  // [share] of the inhabitants, to be exceeded in a joint body
  double breach;                                    // [chance/year] that an uncoupled contribution fails
  double protocol_months;                           // [months] until a pre-agreed mandate acts
  double pre_election;  // [factor] of the chance to accept in the year before an election
};

/// Trust between two governments.
struct TrustParameters {
  double start, spread;  // tau_0, and half the width of the band in which pairs begin around it
  double delivery_gain, contact_gain, engagement_gain;  // [1/month] alpha+, kappa_h, kappa_c
  double breach_loss;  // [1/month] alpha-
  double fading;  // [1/month] delta: back to tau_0
  double contact_hours;  // [hours/month] for 1 - 1/e of the contact
  double turnover;  // [share] q: of aldermen who are new after an election
  double meeting, dossiers;  // [share] of what turnover destroys saved by onboarding
  double meeting_hours, dossier_hours;  // [hours] for 1 - 1/e of it
};

/// Hours of aldermen and councils for what lies beyond the municipality.
struct AttentionParameters {
  double capacity;  // [hours/month] per alderman
  double theme_session;  // [hours] each
  double coupling;  // [hours/month] of coupling arrangements to planning and control
  double tools;  // [hours/month] of full use of others' analyses
};

/// Joining and leaving arrangements.
struct JoiningParameters {
  double cost;  // [EUR/year] per inhabitant
  double scale;  // [log points] T_b: gains in units of agreement.gain_scale
  double emphasis, trust, stress, incentive;  // [log points] beta
  double horizon;  // [years] over which an exit fee is counted
  double exit_fee;  // [years] of contribution to a joint body
  double notice;  // [months] between the decision to leave and leaving
};

/// Moving a task to another level.
struct SwitchingParameters {
  double hysteresis;  // [share] by which another level must be better
  double months;  // [months] of transition
  double loss, recovery;  // [share] of productivity lost at once; [months] to win back 1 - 1/e of it
  double cost;  // [share] of the annual budget, once
};

/// A merger of municipalities (herindeling): what it costs for a time. What it brings follows from the size.
struct MergerParameters {
  double friction, compensation;  // [EUR] per inhabitant, once: paid by the municipality, and by Rijk to it
  double hours;  // [hours/month] of every alderman, for `months`
  double months;
};

/// Democratic legitimacy and what follows from it.
struct LegitimacyParameters {
  double control, transparency, performance;  // weights [factor], only their ratios count
  double wgr_2022;  // [share] of control over joint bodies won by the Wgr of 2022
  double crowding;  // [power] of the number of partners that lowers control
  double least_weight, most_weight;  // [factor] of a municipality's weight in votes
  double trend_months;  // [months] of the slow means that performance is measured against
  double vote_shift;  // [share] of votes to local parties per unit of lost legitimacy
  double session, joint_session;  // [share] of engagement won by a theme session
  double engagement_decay;  // [1/month]
  double agenda_cost;  // [share] of performance lost by a full agenda on the region
  double input_months;  // [months] by which full input of all brings an amendment forward
};

/// Council and college.
struct CouncilParameters {
  double formation_median;  // [days]
  double formation_sd;  // [log points]
};

/// What moves votes between the seats of the figures and those of an election.
struct ElectionParameters {
  double swing;  // [log points] spread of a party's national swing
  double noise;  // [log points] spread of its swing in a municipality besides
  double performance;  // [log points] to parties of the coalition per unit of performance above a half
};

/// What a joint analysis of the labour market gives.
struct AnalysisParameters {
  double tools, joint;  // [share] of precision by use of tools, by a joint analysis of all
  double spending;  // [EUR/year] per worker for 1 - 1/e of it
  double lag, joint_lag;  // [months] of statistics, own and joint
};

/// Deals of Rijk with labour-market regions.
struct DealParameters {
  double award;  // [EUR] to a region that wins
  double cofunding;  // [share] of it that the region pays itself
  double least_partners;  // municipalities that must bid together
  double months;  // [months] over which it is spent
  double spread;  // [share] of the quality of a bid that is not known beforehand
  double earmark;  // [share] of the spending on tasks that full alignment sets apart for those of the deals
};

/// All of them, as members of Parameters.
struct GovernmentParameters {
  std::array<TaskParameters, task_count> task;
  std::array<LevelParameters, level_count> level;
  std::array<FormParameters, form_count> form;
  CommitmentParameters commitment;
  IntegrationParameters integration;
  DialParameters dial;
  std::array<PocketParameters, pocket_count> pocket;
  EffortParameters effort;
  ServiceParameters service;
  FramingParameters framing;
  AgreementParameters agreement;
  TrustParameters trust;
  AttentionParameters attention;
  MergerParameters merger;
  JoiningParameters joining;
  SwitchingParameters switching;
  LegitimacyParameters legitimacy;
  CouncilParameters council;
  ElectionParameters election;
  AnalysisParameters analysis;
  DealParameters deal;
};

}  // namespace polder
