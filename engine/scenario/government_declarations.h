// The declaration of the parameters of government across levels; values stand in scenarios/parameters.
#pragma once

#include <array>

#include "scenario/parameter_macros.h"

namespace polder {

#define TASK(row, of)                                                                                         \
  OF_ROW("government", task, row, number(Task::of), fixed_cost, Persons, 0, 1e7,                              \
         "inhabitants whose service costs as much as what it costs at any scale"),                            \
      OF_ROW("government", task, row, number(Task::of), reach_weight, Share, 0, 1,                            \
             "effect lost if the provider saw none of the residents' labour market; shared with neighbours"), \
      OF_ROW("government", task, row, number(Task::of), nearness_weight, Factor, 0, 2,                        \
             "effect lost per step of institutional distance, as a power of e"),                              \
      OF_ROW("government", task, row, number(Task::of), tailoring, Factor, 0, 10,                             \
             "effect lost per unit of dissimilarity where provision is uniform"),                             \
      OF_ROW("government", task, row, number(Task::of), integration_weight, Share, 0, 1,                      \
             "effect lost if economy, work and income do not act as one")
#define LEVEL(row, of)                                                                                               \
  OF_ROW("government", level, row, number(Level::of), distance, Factor, 0, 10,                                       \
         "steps of institutional distance to the municipality"),                                                     \
      OF_ROW("government", level, row, number(Level::of), freedom, Share, 0, 1, "freedom to differ between places"), \
      OF_ROW("government", level, row, number(Level::of), dissimilarity, Share, 0, 1,                                \
             "dissimilarity of its labour market to a municipality's, where there are no figures"),                  \
      OF_ROW("government", level, row, number(Level::of), coordination, Share, 0, 1,                                 \
             "share of the budget that goes to coordination, whoever takes part"),                                   \
      OF_ROW("government", level, row, number(Level::of), decision_months, Months, 0, 60,                            \
             "months from proposal to decision when all agree at once"),                                             \
      OF_ROW("government", level, row, number(Level::of), control, Share, 0, 1,                                      \
             "democratic control by the council that is left there")
#define FORM(row, of)                                                                           \
  OF_ROW("cooperation", form, row, form_number(Level::of), link_cost, Share, 0, 1,              \
         "share of the budget for coordination per partner who is not trusted"),                \
      OF_ROW("cooperation", form, row, form_number(Level::of), hours, HoursPerMonth, 0, 200,    \
             "of an alderman for each arrangement"),                                            \
      OF_ROW("cooperation", form, row, form_number(Level::of), control_coupling, Share, 0, 1,   \
             "control won by full coupling to planning and control"),                           \
      OF_ROW("cooperation", form, row, form_number(Level::of), control_engagement, Share, 0, 1, \
             "control won by fully engaged councils")
#define POCKET(row, number, member, meaning) \
  OF_ROW("government", pocket, row, number, member, EurPerYear, 0, 1e6, meaning)
#define POCKETS(row, number, before)                                                                        \
  POCKET(row, number, municipality, "gained by the municipality by a year at work instead of " before),     \
      POCKET(row, number, uwv, "gained by uwv by a year at work instead of " before),                       \
      POCKET(row, number, rijk, "gained by Rijk, tax and transfers, by a year at work instead of " before), \
      POCKET(row, number, person, "gained by the person by a year at work instead of " before),             \
      POCKET(row, number, employer, "gained by the employer by a year at work instead of " before),         \
      POCKET(row, number, society, "gained by society besides by a year at work instead of " before)
#define GOVERNMENT(...) OF_GOVERNMENT("government", __VA_ARGS__)
#define COOPERATION(...) OF_GOVERNMENT("cooperation", __VA_ARGS__)
#define POLITICS(...) OF_GOVERNMENT("politics", __VA_ARGS__)

inline constexpr std::array government_declarations{
    TASK(guidance, Guidance),
    TASK(income_support, IncomeSupport),
    TASK(employer_services, EmployerServices),
    TASK(retraining, Retraining),
    TASK(analysis, Analysis),
    TASK(crisis, Crisis),
    TASK(schools, Schools),
    TASK(retention, Retention),
    TASK(border, Border),
    LEVEL(local, Local),
    LEVEL(network, Network),
    LEVEL(centre, Centre),
    LEVEL(joint, Joint),
    LEVEL(province, Province),
    LEVEL(national, National),
    LEVEL(international, International),
    FORM(network, Network),
    FORM(centre, Centre),
    FORM(joint, Joint),

    GOVERNMENT(commitment.centre, Share, 0, 1, "to what is best for all: contract with a centre municipality"),
    GOVERNMENT(commitment.joint, Share, 0, 1, "to what is best for all: binding budget and exit fee of a joint body"),
    GOVERNMENT(commitment.province, Share, 0, 1, "to what is best for all: a province"),
    GOVERNMENT(commitment.national, Share, 0, 1, "to what is best for all: Rijk or uwv"),
    GOVERNMENT(commitment.international, Share, 0, 1, "to what is best for all: an international body"),
    GOVERNMENT(integration.one_hand, Share, 0, 1, "economy, work and income with one alderman"),
    GOVERNMENT(integration.adjacent, Share, 0, 1, "with two of the same party, or adjacent portfolios"),
    GOVERNMENT(integration.coordinated, Share, 0, 1, "separate portfolios that are coordinated"),
    GOVERNMENT(integration.separate, Share, 0, 1, "separate portfolios"),
    GOVERNMENT(integration.province, Share, 0, 1, "of economy, work and income at a province"),
    GOVERNMENT(integration.national, Share, 0, 1, "of economy, work and income at Rijk"),
    GOVERNMENT(integration.international, Share, 0, 1, "of economy, work and income at an international body"),
    GOVERNMENT(integration.capacity_cost, Share, 0, 1, "of aldermen's capacity that one hand costs"),
    GOVERNMENT(dial.reference_scale, Persons, 1, 1e9, "inhabitants at which the dial scale is 1"),
    GOVERNMENT(dial.heterogeneity, Factor, 0, 10, "dearer coordination per unit of variation between partners"),
    GOVERNMENT(dial.linking_relief, Share, 0, 1, "of institutional distance bridged by full linking capacity"),
    GOVERNMENT(dial.linking_hours, HoursPerMonth, 1, 1000, "hours for 63 % of the linking capacity"),
    POCKETS(bijstand, 0, "bijstand"),
    POCKETS(ww, 1, "ww"),
    GOVERNMENT(effort.returns, Factor, .01, .99, "effect grows with spending to this power"),
    GOVERNMENT(effort.retention_years, Years, 1, 40, "over which a municipality counts a saving on bijstand"),
    GOVERNMENT(effort.elasticity, Factor, 0, 10, "of budgets to the share of the benefit that returns"),
    GOVERNMENT(effort.least, Factor, 0, 1, "smallest budget relative to the figures"),
    GOVERNMENT(effort.most, Factor, 1, 10, "largest budget relative to the figures"),
    GOVERNMENT(effort.portfolio, Share, 0, 1, "of other pockets that one portfolio counts as its own"),
    GOVERNMENT(effort.lean, Share, 0, 1, "by which parties would change the spending on a task, at most"),
    GOVERNMENT(effort.emphasis, Share, 0, 1,
               "by which full regional emphasis raises the spending on a task whose benefit is all regional"),
    GOVERNMENT(service.mediated, Share, 0, 1, "of vacancies mediated by employer services at the usual effort"),
    GOVERNMENT(service.mediated_most, Share, 0, 1, "of vacancies mediated by employer services at most"),
    GOVERNMENT(service.unshared, Share, .01, 1,
               "weight in the search of vacancies in another municipality that no provider shows there"),
    GOVERNMENT(service.visibility, Factor, 0, 10,
               "added to an employer's score of applicants at distance class 2 or further, of a mediated vacancy"),
    GOVERNMENT(service.disclosure, Share, 0, 1,
               "of vacancies that entrepreneurs make known in a session a month with the council"),
    OF_GOVERNMENT("information", analysis.tools, Share, 0, 1, "precision won by full use of others' tools"),
    OF_GOVERNMENT("information", analysis.joint, Share, 0, 1, "precision won by a thorough joint analysis of all"),
    OF_GOVERNMENT("information", analysis.spending, EurPerYear, .01, 1000, "per worker for 63 % of it"),
    OF_GOVERNMENT("information", analysis.lag, Months, 0, 60, "of statistics without a joint analysis"),
    OF_GOVERNMENT("information", analysis.joint_lag, Months, 0, 60, "of statistics with a joint analysis"),

    COOPERATION(framing.bargaining, Share, 0, 1, "taken off the cost of links by organising rather than contributing"),
    COOPERATION(framing.time, Share, 0, 1, "taken off decision time by organising rather than contributing"),
    COOPERATION(framing.commitment, Share, 0, 1, "commitment lost by organising where there is no trust"),
    COOPERATION(framing.execution, Share, 0, 1, "of agreements that are executed"),
    COOPERATION(framing.verbs, Share, -1, 1, "by which agreements in verbs are executed more than those in nouns"),
    COOPERATION(framing.transparency, Share, 0, 1, "transparency lost by agreements in verbs"),
    COOPERATION(agreement.base, LogPoints, -10, 10, "log odds to accept a proposal that changes nothing"),
    COOPERATION(agreement.gain, LogPoints, 0, 20, "per unit of own gain"),
    COOPERATION(agreement.legitimacy, LogPoints, 0, 20, "per unit of legitimacy above a half"),
    COOPERATION(agreement.trust, LogPoints, 0, 20, "per unit of trust above a half"),
    COOPERATION(agreement.emphasis, LogPoints, 0, 20, "by full regional emphasis of the coalition"),
    COOPERATION(agreement.information, LogPoints, 0, 20, "by full precision of information"),
    COOPERATION(agreement.distance, LogPoints, 0, 20, "lost per unit of distance between preferences"),
    COOPERATION(agreement.gain_scale, EurPerYear, .01, 10000, "gain per inhabitant that counts as one unit"),
    COOPERATION(agreement.memory, Share, 0, 1, "of yes votes that hold until the next round"),
    COOPERATION(agreement.most_rounds, Count, 1, 64, "rounds after which a proposal lapses"),
    COOPERATION(agreement.round_months, Months, 0, 24, "length of a round"),
    COOPERATION(agreement.view_months_2015, Months, 0, 24, "length of a round with zienswijzen before July 2022"),
    COOPERATION(agreement.view_months_2022, Months, 0, 24, "length of a round with zienswijzen since July 2022"),
    COOPERATION(agreement.majority, Share, 0, 1, "of the inhabitants, to be exceeded in a joint body"),
    COOPERATION(agreement.breach, ChancePerYear, 0, 1, "a contribution fails that is in no budget"),
    COOPERATION(agreement.protocol_months, Months, 0, 24, "until a pre-agreed mandate acts"),
    COOPERATION(agreement.pre_election, Factor, 0, 1, "of the chance to accept in the year before an election"),
    COOPERATION(trust.start, Share, 0, 1, "trust between governments that know nothing of each other"),
    COOPERATION(trust.spread, Share, 0, 1, "half the width of the band in which pairs of governments begin"),
    COOPERATION(trust.delivery_gain, PerMonth, 0, .2, "growth of trust when all agreements are delivered"),
    COOPERATION(trust.contact_gain, PerMonth, 0, .2, "growth of trust by full contact"),
    COOPERATION(trust.engagement_gain, PerMonth, 0, .2, "growth of trust by fully engaged councils"),
    COOPERATION(trust.breach_loss, PerMonth, 0, .6, "loss of trust by a broken promise"),
    COOPERATION(trust.fading, PerMonth, 0, .2, "return to the trust at the start"),
    COOPERATION(trust.contact_hours, HoursPerMonth, .1, 1000, "for 63 % of full contact"),
    COOPERATION(trust.turnover, Share, 0, 1, "of aldermen who are new after an election"),
    COOPERATION(trust.meeting, Share, 0, .5, "of what turnover destroys saved by meeting partners"),
    COOPERATION(trust.dossiers, Share, 0, .5, "of what turnover destroys saved by studying dossiers"),
    COOPERATION(trust.meeting_hours, Hours, .1, 1000, "for 63 % of what meeting partners saves"),
    COOPERATION(trust.dossier_hours, Hours, .1, 1000, "for 63 % of what studying dossiers saves"),
    COOPERATION(attention.capacity, HoursPerMonth, 1, 1000, "of an alderman for what lies beyond the municipality"),
    COOPERATION(attention.theme_session, Hours, 0, 1000, "for a theme session of the council"),
    COOPERATION(attention.coupling, HoursPerMonth, 0, 1000, "for full coupling to planning and control"),
    COOPERATION(attention.tools, HoursPerMonth, 0, 1000, "for full use of others' analyses"),
    COOPERATION(joining.cost, EurPerYear, 0, 10000, "per inhabitant, that joining an arrangement must gain"),
    COOPERATION(joining.scale, Factor, .01, 100, "units of gain that change the log odds by 1"),
    COOPERATION(joining.emphasis, LogPoints, 0, 20, "by full regional emphasis of the coalition"),
    COOPERATION(joining.trust, LogPoints, 0, 20, "per unit of trust above a half"),
    COOPERATION(joining.stress, LogPoints, -20, 20, "per unit of fiscal stress"),
    COOPERATION(joining.incentive, LogPoints, 0, 20, "by a full incentive of province or Rijk"),
    COOPERATION(joining.horizon, Years, 1, 40, "over which gains and an exit fee are counted"),
    COOPERATION(joining.exit_fee, Years, 0, 40, "of contribution that leaving a joint body costs"),
    COOPERATION(joining.notice, Months, 0, 60, "between the decision to leave an arrangement and leaving it"),
    COOPERATION(switching.hysteresis, Share, 0, 10, "by which another level must be better before a task moves"),
    COOPERATION(switching.months, Months, 0, 120, "of transition after a task moved"),
    COOPERATION(switching.loss, Share, 0, 1, "of productivity lost when a task moves"),
    COOPERATION(switching.recovery, Months, 1, 120, "in which 63 % of it comes back"),
    COOPERATION(switching.cost, Share, 0, 10, "of the annual budget, once"),

    COOPERATION(merger.friction, Eur, 0, 10000, "per inhabitant, that a merger costs the municipality once"),
    COOPERATION(merger.compensation, Eur, 0, 10000, "per inhabitant, that Rijk pays for a merger once"),
    COOPERATION(merger.hours, HoursPerMonth, 0, 1000, "of every alderman that a merger takes for a time"),
    COOPERATION(merger.months, Months, 0, 120, "in which a merger takes hours of aldermen"),

    COOPERATION(deal.award, Eur, 0, 1e9, "of Rijk to a region that wins a call"),
    COOPERATION(deal.cofunding, Share, 0, 1, "of it that municipalities and province pay besides"),
    COOPERATION(deal.least_partners, Count, 1, 100, "municipalities that must bid together"),
    COOPERATION(deal.months, Months, 1, 240, "over which it is spent"),
    COOPERATION(deal.spread, Share, 0, 1, "of the quality of a bid that is not known beforehand"),
    COOPERATION(deal.earmark, Share, 0, 1, "of spending on tasks set apart for those of the deals by full alignment"),

    POLITICS(legitimacy.control, Factor, 0, 1, "weight of control by the council"),
    POLITICS(legitimacy.transparency, Factor, 0, 1, "weight of transparency"),
    POLITICS(legitimacy.performance, Factor, 0, 1, "weight of performance"),
    POLITICS(legitimacy.wgr_2022, Share, 0, 1, "control over joint bodies won by the Wgr of July 2022"),
    POLITICS(legitimacy.crowding, Factor, 0, 2, "power of the number of partners by which control falls"),
    POLITICS(legitimacy.least_weight, Factor, 0, 1, "smallest weight in votes, relative to equal ones"),
    POLITICS(legitimacy.most_weight, Factor, 1, 10, "largest weight in votes, relative to equal ones"),
    POLITICS(legitimacy.trend_months, Months, 1, 600, "months of the slow means that performance is measured against"),
    POLITICS(legitimacy.vote_shift, Share, 0, 1, "votes to local parties per unit of legitimacy that lacks"),
    POLITICS(legitimacy.session, Share, 0, 1, "engagement of a council won by a theme session"),
    POLITICS(legitimacy.joint_session, Share, 0, 1, "engagement won by a theme session with other councils"),
    POLITICS(legitimacy.engagement_decay, PerMonth, 0, 1, "loss of engagement"),
    POLITICS(legitimacy.agenda_cost, Share, 0, 1, "of performance lost by a council that talks about the region only"),
    POLITICS(legitimacy.input_months, Months, 0, 120,
             "by which full input of all brings an amendment of the Wgr forward"),
    POLITICS(council.formation_median, Days, 1, 1000, "until a college is formed"),
    POLITICS(council.formation_sd, LogPoints, 0, 2, "spread of the time until a college is formed"),
    POLITICS(election.swing, LogPoints, 0, 2, "spread of a party's national swing at an election"),
    POLITICS(election.noise, LogPoints, 0, 2, "spread of a party's swing in a municipality besides"),
    POLITICS(election.performance, LogPoints, -2, 2,
             "to parties of the coalition per unit of performance above a half"),
};

#undef TASK
#undef LEVEL
#undef FORM
#undef POCKET
#undef POCKETS
#undef GOVERNMENT
#undef COOPERATION
#undef POLITICS

}  // namespace polder
