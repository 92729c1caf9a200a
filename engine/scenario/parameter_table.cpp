// The declaration of every parameter: file, key, unit, hard bounds and meaning. Values stand in scenarios/parameters.
#include <algorithm>
#include <array>

#include "scenario/government_declarations.h"
#include "scenario/parameter_macros.h"

namespace polder {
namespace {

constexpr std::array others{
    PARAMETER("demography", demo.birth_rate, ChancePerYear, 0, .1, "births per inhabitant"),
    PARAMETER("demography", demo.immigration_rate, ChancePerYear, 0, .2, "arrivals from abroad per inhabitant"),
    PARAMETER("demography", demo.emigration_rate, ChancePerYear, 0, .2, "departures abroad per inhabitant"),
    PARAMETER("demography", demo.mortality_at_70, ChancePerYear, 0, .2, "chance of dying at 70 (Gompertz)"),
    PARAMETER("demography", demo.mortality_growth, PerYear, 0, .3, "growth of the chance of dying with age"),
    PARAMETER("demography", demo.move, ChancePerMonth, 0, .1, "moving house to another region"),
    PARAMETER("demography", demo.early_retirement, ChancePerMonth, 0, .2, "retiring from 60 until the pension age"),
    PARAMETER("demography", demo.pension_age, Years, 50, 80, "age at which the state pension starts"),
    PARAMETER("demography", demo.school_age_low, Years, 15, 35, "age at leaving school with low education"),
    PARAMETER("demography", demo.school_age_medium, Years, 15, 35, "age at leaving school with medium education"),
    PARAMETER("demography", demo.school_age_high, Years, 15, 35, "age at leaving school with high education"),
    PARAMETER("demography", demo.arrival_youngest, Years, 0, 100, "youngest age of arrivals from abroad"),
    PARAMETER("demography", demo.arrival_oldest, Years, 0, 100, "oldest age of arrivals from abroad"),
    PARAMETER("demography", demo.arrival_seeking, Share, 0, 1, "share of arrivals from abroad who look for work"),

    PARAMETER("schools", school.calendar, Switch, 0, 1, "1: school begins in August, ends in July; 0: by birth month"),
    PARAMETER("schools", school.years_low, Years, 1, 10, "length of the last programme with low education"),
    PARAMETER("schools", school.years_medium, Years, 1, 10, "length of a programme of mbo"),
    PARAMETER("schools", school.years_high, Years, 1, 10, "length of a programme of hbo or wo"),
    PARAMETER("schools", school.dropout_medium, Share, 0, .9, "of those who begin mbo, leave without diploma"),
    PARAMETER("schools", school.dropout_high, Share, 0, .9, "of those who begin hbo or wo, leave without diploma"),
    PARAMETER("schools", school.bbl, Share, 0, 1, "of mbo students, seek a job in the field of the programme"),
    PARAMETER("schools", school.bbl_effort, Factor, 0, 20, "their search effort until they have it"),
    PARAMETER("schools", school.chance, Factor, 0, 20, "weight of the chance of a job in choosing a programme"),
    PARAMETER("schools", school.slack, Share, 0, 10, "places beyond the usual intake of a programme"),
    PARAMETER("schools", school.kappa, Factor, 0, 5, "change of capacity a year per unit of expected shortage"),
    PARAMETER("schools", school.most_change, Share, 0, 1, "largest change of capacity in a year"),
    PARAMETER("schools", school.link, Share, 0, 1, "of what precision lacks, won when schools take part fully"),

    PARAMETER("demand", demand.persistence_1, Factor, -2, 2, "weight of last month's cycle in this month's"),
    PARAMETER("demand", demand.persistence_2, Factor, -1, 1, "weight of the cycle of two months ago"),
    PARAMETER("demand", demand.innovation_sd, LogPoints, 0, .1, "standard deviation of the cycle's monthly shock"),
    PARAMETER("demand", demand.sector_sd, LogPoints, 0, .2, "standard deviation of a sector's monthly shock"),

    PARAMETER("firms", firm.gamma, ChancePerMonth, 0, 1, "share of the gap to the target closed in a month"),
    PARAMETER("firms", firm.productivity_persistence, Factor, 0, 1, "share of an establishment's luck kept a month"),
    PARAMETER("firms", firm.productivity_sd, LogPoints, 0, 1, "standard deviation of the luck of one person"),
    PARAMETER("firms", firm.size_exponent, Factor, 0, 1, "how fast the luck averages out with size"),
    PARAMETER("firms", firm.plan_every, Months, 1, 24, "months between two revisions of dismissals"),
    PARAMETER("firms", firm.slack, Share, 0, 1, "overstaffing that is borne without dismissals"),
    PARAMETER("firms", firm.unmet, Share, 0, 1, "targets over jobs and vacancies at the start"),
    PARAMETER("firms", firm.exit, ChancePerMonth, 0, 1, "a small establishment closes and another opens"),
    PARAMETER("firms", firm.exit_below, Persons, 0, 1000, "establishments below this size can close by chance"),
    PARAMETER("firms", firm.withdraw, ChancePerMonth, 0, 1, "an open vacancy is withdrawn"),
    PARAMETER("firms", firm.recorded_share, Share, 0, 1, "share of the vacancies that statistics record"),
    PARAMETER("firms", firm.drc, Switch, 0, 1, "1: constant-parameter occupational network"),
    PARAMETER("firms", firm.drc_separation, ChancePerMonth, 0, 1, "separations in the occupational network"),
    PARAMETER("firms", firm.drc_opening, ChancePerMonth, 0, 1, "openings per job in the occupational network"),

    PARAMETER("labour", separation.flexible, ChancePerMonth, 0, 1, "relative hazard of flexible contracts"),
    PARAMETER("labour", separation.permanent, ChancePerMonth, 0, 1, "relative hazard of permanent contracts"),
    PARAMETER("labour", separation.self_employed, ChancePerMonth, 0, 1, "relative hazard of the self-employed"),
    PARAMETER("labour", separation.young_factor, Factor, 0, 20, "multiplies the hazard below 25 years"),
    PARAMETER("labour", separation.short_tenure_factor, Factor, 0, 20, "multiplies the hazard below 2 years of tenure"),
    PARAMETER("labour", separation.to_unemployed, ChancePerMonth, 0, 1, "all employed to unemployed, at the start"),
    PARAMETER("labour", separation.out_of_labour_force, ChancePerMonth, 0, 1, "all employed out of the labour force"),
    PARAMETER("labour", separation.attached, Share, 0, 1, "share of them that stays marginally attached"),
    PARAMETER("labour", separation.cycle, Factor, 0, 100, "reaction of job loss to the cycle, per log point"),
    PARAMETER("labour", separation.flexible_at_hire, Factor, 0, 20, "flexible share of hires over that of jobs"),
    PARAMETER("labour", separation.permanent_after, Months, 1, 600, "after which a flexible job becomes permanent"),
    PARAMETER("labour", participation.gives_up, ChancePerMonth, 0, 1, "unemployed to marginally attached"),
    PARAMETER("labour", participation.returns, ChancePerMonth, 0, 1, "marginally attached to unemployed"),
    PARAMETER("labour", participation.withdraws, ChancePerMonth, 0, 1, "marginally attached to inactive"),
    PARAMETER("labour", participation.starts, ChancePerMonth, 0, 1, "inactive or student to unemployed"),
    PARAMETER("labour", participation.comes_closer, ChancePerMonth, 0, 1, "inactive to marginally attached"),
    PARAMETER("labour", participation.older_factor, Factor, 0, 1, "multiplies starting to look for work when older"),
    PARAMETER("labour", participation.older_from, Years, 40, 80, "age from which that holds"),
    PARAMETER("labour", participation.disability_in, ChancePerMonth, 0, 1, "of working age to disability benefit"),
    PARAMETER("labour", participation.disability_out, ChancePerMonth, 0, 1, "disability benefit to unemployed"),

    PARAMETER("benefits", ww.takeup, Share, 0, 1, "share of those entitled to ww who claim it"),
    PARAMETER("benefits", ww.keep, Share, 0, 1, "share of hired ww recipients who keep a part of it"),
    PARAMETER("benefits", ww.keep_ends, ChancePerMonth, 0, 1, "the kept part of ww ends"),
    PARAMETER("benefits", ww.work_offset, Share, 0, 1, "share of earnings taken off the kept ww"),
    PARAMETER("benefits", bijstand.after_ww, Share, 0, 1, "share of exhausted ww that enters bijstand, mean"),
    PARAMETER("benefits", bijstand.partner_factor, Factor, 0, 1, "multiplies it with an earning partner"),
    PARAMETER("benefits", bijstand.direct, ChancePerMonth, 0, 1, "jobless without benefit to bijstand"),
    PARAMETER("benefits", bijstand.gate, LogPoints, 0, 2, "effect of care at the gate on entry and on other exits"),
    PARAMETER("benefits", bijstand.other_exit, ChancePerMonth, 0, 1, "end of bijstand other than by work or age"),
    PARAMETER("benefits", bijstand.divert, Share, 0, 1,
              "share of those far from work who go to disability when the buig falls 10 % short"),
    PARAMETER("benefits", bijstand.partner_from, Years, 15, 67, "age from which a partner's earnings count"),
    PARAMETER("benefits", bijstand.keep, Share, 0, 1, "share of hired bijstand recipients who keep a part"),
    PARAMETER("benefits", bijstand.keep_ends, ChancePerMonth, 0, 1, "the kept part of bijstand ends"),
    PARAMETER_OF("benefits", bijstand.entry_class, 0, Share, 0, 1, "new recipients in distance class 0"),
    PARAMETER_OF("benefits", bijstand.entry_class, 1, Share, 0, 1, "new recipients in distance class 1"),
    PARAMETER_OF("benefits", bijstand.entry_class, 2, Share, 0, 1, "new recipients in distance class 2"),
    PARAMETER_OF("benefits", bijstand.entry_class, 3, Share, 0, 1, "new recipients in distance class 3"),
    PARAMETER_OF("benefits", bijstand.entry_class, 4, Share, 0, 1, "new recipients in distance class 4"),
    PARAMETER_OF("benefits", bijstand.initial_class, 0, Share, 0, 1, "recipients at the start in distance class 0"),
    PARAMETER_OF("benefits", bijstand.initial_class, 1, Share, 0, 1, "recipients at the start in distance class 1"),
    PARAMETER_OF("benefits", bijstand.initial_class, 2, Share, 0, 1, "recipients at the start in distance class 2"),
    PARAMETER_OF("benefits", bijstand.initial_class, 3, Share, 0, 1, "recipients at the start in distance class 3"),
    PARAMETER_OF("benefits", bijstand.initial_class, 4, Share, 0, 1, "recipients at the start in distance class 4"),

    PARAMETER("search", search.most_per_month, PerMonth, 0, 100, "applications a month at effort 1"),
    PARAMETER("search", search.suitable, Share, 0, 1, "share of applications that are suitable"),
    PARAMETER("search", search.ww, Factor, 0, 20, "effort of ww recipients"),
    PARAMETER("search", search.unemployed, Factor, 0, 20, "effort of other unemployed persons"),
    PARAMETER("search", search.marginal, Factor, 0, 20, "effort of marginally attached persons"),
    PARAMETER("search", search.inactive, Factor, 0, 20, "effort of inactive persons and students"),
    PARAMETER("search", search.employed, Factor, 0, 20, "mean effort of the employed"),
    PARAMETER("search", search.student_factor, Factor, 0, 100, "working students over other employed persons"),
    PARAMETER("search", search.notice, Factor, 0, 20, "effort of workers who are under notice"),
    PARAMETER_OF("search", search.bijstand, 0, Factor, 0, 20, "effort in bijstand, distance class 0"),
    PARAMETER_OF("search", search.bijstand, 1, Factor, 0, 20, "effort in bijstand, distance class 1"),
    PARAMETER_OF("search", search.bijstand, 2, Factor, 0, 20, "effort in bijstand, distance class 2"),
    PARAMETER_OF("search", search.bijstand, 3, Factor, 0, 20, "effort in bijstand, distance class 3"),
    PARAMETER_OF("search", search.bijstand, 4, Factor, 0, 20, "effort in bijstand, distance class 4"),
    PARAMETER("search", search.decay, PerMonth, 0, 1, "decline of effort per month without work, to 24"),
    PARAMETER("search", search.most, PerMonth, 1, 8, "suitable applications a month, at most"),
    PARAMETER("search", match.education, Factor, -20, 20, "weight of fitting education for employers"),
    PARAMETER("search", match.occupation, Factor, -20, 20, "weight of a similar occupation for employers"),
    PARAMETER("search", match.sector_tenure, Factor, -20, 20, "weight of experience in the sector"),
    PARAMETER("search", match.duration, Factor, 0, 20, "stigma of 24 months without work"),
    PARAMETER("search", match.distance, Factor, 0, 20, "stigma per distance class"),
    PARAMETER("search", match.noise, Factor, 0, 20, "scale of what employers see besides"),
    PARAMETER("search", match.subsidy, Factor, 0, 20, "weight of a subsidy of the whole wage"),

    PARAMETER("training", training.place, Eur, 1, 1e6, "price of a training place"),
    PARAMETER("training", training.completes, Share, 0, 1, "share of the courses that end with success"),
    PARAMETER("training", training.diploma, Share, 0, 1,
              "share of them with a diploma of a higher level, if asked for"),
    PARAMETER("training", training.lock_in, Factor, 0, 1, "search during a course over search without"),
    PARAMETER("training", training.shortest, Months, 1, 60, "shortest course"),
    PARAMETER("training", training.longest, Months, 1, 60, "longest course; a longer way is no option"),
    PARAMETER("training", training.closer, Factor, 0, 4, "classes closer to the labour market after a course"),
    PARAMETER("training", training.oldest, Years, 20, 80, "age from which nobody takes a place"),
    PARAMETER("training", training.tension, Factor, 0, 20, "value of a log point of vacancies per seeker"),
    PARAMETER("training", training.month, LogPoints, 0, 1, "what a month of training takes off that value"),
    PARAMETER("training", training.choice_noise, LogPoints, 0, 20, "scale of what else decides the choice of a course"),
    PARAMETER("training", training.in_sector, Share, 0, 1, "share of its jobs that makes an occupation a sector's own"),
    PARAMETER("training", subsidy.months, Months, 0, 120, "months for which a wage is subsidised"),
    PARAMETER("training", subsidy.from_distance, Factor, 0, 4, "distance class from which a wage is subsidised"),
    PARAMETER("training", sheltered.wage, EurPerMonth, 0, 1e5, "wage in a sheltered workplace"),
    PARAMETER("training", sheltered.cost, EurPerMonth, 0, 1e5, "what a sheltered place costs its municipality"),
    PARAMETER("training", attract.cost, Eur, 1, 1e6, "cost of a worker who comes from elsewhere"),
    PARAMETER("search", reservation.start, Share, 0, 2, "lowest accepted share of what the occupation pays, at first"),
    PARAMETER("search", reservation.floor, Share, 0, 2, "the same after months of search"),
    PARAMETER("search", reservation.floor_after, Months, 1, 60, "months until that floor"),
    PARAMETER("search", reservation.bijstand, Share, 0, 2, "the same in bijstand"),
    PARAMETER("search", reservation.move_margin, Share, 0, 2, "gain that a worker asks for to change jobs"),
    PARAMETER("search", occupation.same, Share, 0, 1, "applications within one's own occupation"),
    PARAMETER("search", occupation.similarity, Factor, 0, 50, "how strongly similarity draws the others"),
    PARAMETER("search", occupation.wage_power, Factor, 0, 20, "how strongly wages draw the others"),
    PARAMETER("search", occupation.open_start, Switch, 0, 1,
              "1: who has not worked yet, or is at school, seeks in all occupations that suit the education"),

    PARAMETER("routes", route.each_change, Months, 1, 60, "training and settling in at every change of occupation"),
    PARAMETER("routes", route.per_distance, Months, 0, 120, "training on top between skills that share nothing"),
    PARAMETER("routes", route.per_zone, Months, 0, 120, "training on top per job zone that the work is higher"),
    PARAMETER("routes", route.least_likeness, Factor, -1, 1, "centred cosine from which a direct change is possible"),

    PARAMETER("wages", wage.base, EurPerMonth, 1, 100000, "wage of a class of job zone 2"),
    PARAMETER("wages", wage.job_zone, LogPoints, 0, 2, "growth of the class wage per job zone"),
    PARAMETER("wages", wage.experience, PerYear, 0, .2, "growth of a wage per year worked"),
    PARAMETER("wages", wage.occupation_loss, LogPoints, 0, 2, "loss in an occupation that shares nothing"),
    PARAMETER("wages", wage.sector_loss, LogPoints, 0, 2, "loss in another sector after ten years"),
    PARAMETER("wages", wage.offer_sd, LogPoints, 0, 2, "standard deviation of offers for equal work"),
    PARAMETER("wages", wage.commute_cost, EurPerMonthPerKm, 0, 500, "what a kilometre of commuting is worth"),
    PARAMETER("wages", wage.tightness, LogPoints, 0, 1, "rise of offers per unit of ln(V/U) in the region"),

    PARAMETER("guidance", distance.up, ChancePerMonth, 0, 1, "one class further from work, at first"),
    PARAMETER("guidance", distance.down, ChancePerMonth, 0, 1, "one class closer without guidance"),
    PARAMETER("guidance", distance.care, ChancePerMonth, 0, 1, "one class closer, per unit of care"),
    PARAMETER("guidance", distance.working, ChancePerMonth, 0, 1, "one class closer while working"),
    PARAMETER("guidance", distance.working_after, Months, 0, 60, "months of work until that begins"),
    PARAMETER("guidance", care.norm, EurPerMonth, 1, 10000, "guidance per person at which care is ln 2"),
    PARAMETER("guidance", care.effect, Factor, 0, 5, "effect of care on search effort"),
    PARAMETER("guidance", crisis.effect, Factor, 0, 5, "effect of crisis help on search effort"),
    PARAMETER("guidance", crisis.cost, EurPerMonth, 0, 100000, "crisis help per worker at full intensity"),
    PARAMETER("guidance", crisis.months, Months, 0, 120, "help at most, from the closure or, if later, the first help"),

    PARAMETER("threats", threat.window, Months, 1, 60, "from a threat to leave until the decision"),
    PARAMETER("threats", threat.base, LogPoints, -20, 20, "log odds of leaving when nobody does anything"),
    PARAMETER("threats", threat.package, LogPoints, 0, 20, "fall of the log odds per unit of ln(1 + package in M EUR)"),
    PARAMETER("threats", threat.fit, LogPoints, 0, 20, "fall of the log odds where all its staff is easy to find"),
    PARAMETER("threats", threat.speed, LogPoints, 0, 20, "fall of the log odds per month of faster answer"),
    PARAMETER("threats", threat.offer, LogPoints, 0, 20, "rise of the log odds with the best offer from elsewhere"),
    PARAMETER("threats", threat.fit_km, Kilometres, 0, 500, "distance within which staff is looked for"),
    PARAMETER("threats", threat.rivals, Share, 0, 1, "share of the region's municipalities with a package that bid"),
    PARAMETER("threats", threat.escalation, Share, 0, 5, "by which each rival drives up all bids"),
    PARAMETER("threats", threat.home, Factor, 0, 1000, "likelier to stay than to move to a neighbour at equal bids"),

    PARAMETER("information", info.own, Share, 0, 1, "precision of forecasts of demand by occupation"),
    PARAMETER("information", info.noise, PerYear, 0, 1, "standard deviation of a forecast of growth at precision 0"),
    PARAMETER("information", info.horizon, Months, 0, 120, "how far forecasts look ahead"),

    PARAMETER("chains", chain.effect, Factor, 0, 5, "factor on the jobs at suppliers that follow a job lost or won"),
    PARAMETER("chains", chain.months, Months, 1, 120, "time constant with which suppliers follow"),
    PARAMETER("chains", chain.near_km, Kilometres, 0, 500, "distance up to which a supplier is near"),
    PARAMETER("chains", chain.middle_km, Kilometres, 0, 1000, "distance up to which a supplier is in the middle"),
    PARAMETER("chains", chain.near_share, Share, 0, 1, "share of domestic purchases from near suppliers"),
    PARAMETER("chains", chain.middle_share, Share, 0, 1, "share of domestic purchases from the middle distance"),
    PARAMETER("chains", chain.local, Factor, 0, 5, "jobs in local services that follow a tradable job"),
    PARAMETER("chains", chain.local_months, Months, 1, 240, "time constant with which local services follow"),

    PARAMETER("commuting", commute.power, Factor, 0, 10, "power of distance in the kernel 'power'"),
    PARAMETER("commuting", commute.half_km, Kilometres, .1, 500, "half distance of the kernel 'loglog'"),
    PARAMETER("commuting", commute.steepness, Factor, 0, 20, "steepness of the kernel 'loglog'"),
    PARAMETER("commuting", commute.border, Factor, 0, 1, "factor for another region in the kernel 'loglog'"),

    PARAMETER("border", border.weight, Factor, 0, 1, "K_border: kernel across the national border, without help"),
    PARAMETER("border", border.vacancies, Share, 0, .2, "vacancies abroad per job there, as statistics see them"),
    PARAMETER("border", border.filled, ChancePerMonth, 0, 1, "a vacancy abroad is filled by somebody there"),
    PARAMETER("border", border.unrecognised, Share, 0, 1, "applications abroad that fail on a high diploma"),

    PARAMETER("governance", governance.background_arrangements, Factor, 0, 200,
              "arrangements of a municipality besides the compulsory ones, mean"),
    PARAMETER("governance", governance.background_partners, Factor, 2, 100, "municipalities in one of them, mean"),

    PARAMETER("budgets", budget.income_execution, Share, 0, 1, "of income schemes (6.3), execution: income support"),
    PARAMETER("budgets", budget.participation_employers, Share, 0, 1, "of participation (6.5), employer services"),
    PARAMETER("budgets", budget.participation_retraining, Share, 0, 1, "of participation (6.5), retraining"),
    PARAMETER("budgets", budget.participation_analysis, Share, 0, 1, "of participation (6.5), analysis"),
    PARAMETER("budgets", budget.participation_crisis, Share, 0, 1, "of participation (6.5), crisis response"),
    PARAMETER("budgets", budget.participation_schools, Share, 0, 1, "of participation (6.5), links with schools"),
    PARAMETER("budgets", budget.economy_retraining, Share, 0, 1, "of economic development (3.1), retraining"),
    PARAMETER("budgets", budget.economy_analysis, Share, 0, 1, "of economic development (3.1), analysis"),
    PARAMETER("budgets", budget.economy_schools, Share, 0, 1, "of economic development (3.1), links with schools"),
    PARAMETER("budgets", budget.economy_retention, Share, 0, 1, "of economic development (3.1), retention"),
    PARAMETER("budgets", budget.economy_border, Share, 0, 1, "of economic development (3.1), work across the border"),
    PARAMETER("budgets", budget.desk_employers, Share, 0, 1, "of the business desk (3.3), employer services"),
    PARAMETER("budgets", budget.desk_crisis, Share, 0, 1, "of the business desk (3.3), crisis response"),
    PARAMETER("budgets", budget.desk_retention, Share, 0, 1, "of the business desk (3.3), retention"),

    PARAMETER("money", money.wage_tax, Share, 0, 1, "tax and employee premiums on wages"),
    PARAMETER("money", money.benefit_tax, Share, 0, 1, "tax on benefits"),
    PARAMETER("money", money.premiums, Share, 0, 1, "employer premiums on wages"),
    PARAMETER("money", money.aow, EurPerMonth, 0, 100000, "state pension per person"),
    PARAMETER("money", money.disability, EurPerMonth, 0, 100000, "disability benefit per person"),
    PARAMETER("money", buig.historic_below, Persons, 0, 1e7, "inhabitants up to which the budget is historic"),
    PARAMETER("money", buig.objective_above, Persons, 0, 1e7, "inhabitants from which the budget is objective"),
    PARAMETER("money", buig.own_risk, Share, 0, 1, "deficit borne in full by the municipality"),
    PARAMETER("money", buig.shared_risk, Share, 0, 1, "deficit up to which the rest is borne for a half"),
    PARAMETER("money", buig.margin, Factor, 0, 5, "macro budget over expected spending"),

    PARAMETER("rules", rules.ww_rate_first, Share, 0, 1, "ww as a share of the wage, first months"),
    PARAMETER("rules", rules.ww_rate_after, Share, 0, 1, "ww as a share of the wage, after them"),
    PARAMETER("rules", rules.ww_first_months, Months, 0, 60, "months at the first rate"),
    PARAMETER("rules", rules.ww_most_months, Months, 0, 60, "longest ww"),
    PARAMETER("rules", rules.ww_least_months, Months, 0, 60, "shortest ww"),
    PARAMETER("rules", rules.ww_full_years, Years, 0, 60, "years worked that give a month each; half after"),
    PARAMETER("rules", rules.ww_cap, EurPerMonth, 0, 100000, "largest wage that counts for ww"),
    PARAMETER("rules", rules.bijstand_norm, EurPerMonth, 0, 100000, "bijstand paid per recipient"),
};

constexpr auto table = [] {
  std::array<ParameterDeclaration, others.size() + government_declarations.size()> all{};
  std::ranges::copy(government_declarations, std::ranges::copy(others, all.begin()).out);
  return all;
}();
static_assert(table.size() == sizeof(Parameters) / sizeof(double), "a member of Parameters is not declared");

}  // namespace

std::span<const ParameterDeclaration> parameter_declarations() { return table; }

const ParameterDeclaration* find_parameter(std::string_view key) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const auto& p) { return p.key == key; });
  return found == table.end() ? nullptr : &*found;
}

std::string_view to_text(Unit unit) {
  constexpr std::array<std::string_view, 20> names{"share", "chance/month", "chance/year", "factor",    "months",
                                                   "years", "persons",      "EUR",         "EUR/month", "EUR/month/km",
                                                   "km",    "log points",   "1/month",     "1/year",    "days",
                                                   "hours", "hours/month",  "count",       "EUR/year",  "switch"};
  return names[static_cast<std::size_t>(unit)];
}

std::string_view to_text(Status status) {
  constexpr std::array<std::string_view, 4> names{"measured", "computed", "recalled", "assumed"};
  return names[static_cast<std::size_t>(status)];
}

}  // namespace polder
