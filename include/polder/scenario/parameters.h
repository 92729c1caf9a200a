// How the world behaves: numbers from scenarios/parameters/*.yaml, each with unit, range, source and status. The code
// declares key, unit, meaning and hard bounds (engine/scenario/parameter_table.cpp); the files give the values.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "polder/scenario/government_parameters.h"

namespace polder {

struct Parameters {
  struct {
    double birth_rate, immigration_rate, emigration_rate;  // [chance/year] per inhabitant
    double mortality_at_70, mortality_growth;     // [chance/year], [1/year]: Gompertz
    double move, early_retirement;                // [chance/month]
    double pension_age, school_age_low, school_age_medium, school_age_high;  // [years]
    double arrival_youngest, arrival_oldest;      // [years]
    double arrival_seeking;                       // [share] who search on arrival
  } demo;
  struct {
    double calendar;                                         // [switch] 1: school years; 0: by birth month
    double years_low, years_medium, years_high;              // [years] of a programme
    double dropout_medium, dropout_high;                     // [share] of those who begin
    double bbl, bbl_effort;                                  // [share] of mbo; search effort for such a place
    double chance;                                           // beta_p: weight of the chance to find a job
    double slack;                                            // [share] places beyond the usual intake
    double kappa, most_change;                               // capacity rule: [factor], [share/year]
    double link;                                             // [share] of what precision lacks, won by the link
  } school;
  struct {
    double persistence_1, persistence_2, innovation_sd;  // AR(2) of the cycle
    double sector_sd;                             // [log points/month]
  } demand;
  struct {
    double gamma;                                 // [chance/month] adjustment to target
    double productivity_persistence, productivity_sd, size_exponent;
    double plan_every;                            // [months]
    double settle_months, settle_pull;  // [months], [factor] the warm-up finds the plans that keep the jobs
    double slack;  // [share] overstaffing that is borne
    double unmet;  // [share] by which targets exceed jobs and vacancies at the start
    double exit, exit_below;  // [chance/month], [persons]
    double withdraw;  // [chance/month] vacancies
    double recorded_share;  // [share] of the vacancies that statistics see
    double drc, drc_separation, drc_opening;  // [switch], [chance/month]
  } firm;
  struct {
    double flexible, permanent, self_employed;  // [chance/month] relative hazards to unemployment
    double young_factor, short_tenure_factor;  // [factor]
    double to_unemployed, out_of_labour_force;  // [chance/month] totals
    double attached;  // [share] of those who leave that stay marginally attached
    double cycle;  // [factor per log point]
    double flexible_at_hire;  // [factor] flexible share of hires over that of jobs
    double permanent_after;  // [months] in which a flexible job becomes permanent
  } separation;
  struct {
    double gives_up, returns, withdraws, starts, comes_closer;  // [chance/month] U>M, M>U, M>I, I>U, I>M
    double older_factor, older_from;  // [factor] on starts and wants from that age [years]
    double disability_in, disability_out;  // [chance/month]
  } participation;
  struct {
    double takeup, takeup_months;  // [share] of the rights, [months] of right for 1 - 1/e of it
    double keep, keep_ends, work_offset;  // [share], [chance/month], [share]
  } ww;
  struct {
    double after_ww, partner_factor, direct, gate, other_exit, keep, keep_ends;
    double divert;  // [share] of the far to disability, at a deficit of 10 %
    double partner_from;  // [years] age from which a partner counts
    std::array<double, 5> entry_class;  // [share] of new recipients by distance class
    std::array<double, 5> initial_class;  // [share] of the stock at the start
  } bijstand;
  struct {
    double most_per_month;  // a_max [applications/month]
    double suitable;  // [share] of applications
    double ww, unemployed, marginal, inactive, employed, student_factor, notice;  // effort
    std::array<double, 5> bijstand;  // effort by distance class
    double decay;  // psi_d [1/month]
    double most;  // suitable applications a month, at most
  } search;
  struct {
    double education, occupation, sector_tenure, duration, distance, noise;  // theta
    double subsidy;  // theta of a subsidy of the whole wage
  } match;
  struct {
    double start, floor, floor_after, bijstand;  // [share of the last wage], [months]
    double move_margin;  // [share] gain that a worker asks for to change jobs
  } reservation;
  struct {
    double same, similarity, wage_power;  // the occupation kernel A x W
    double open_start;  // [switch] 1: who has not worked yet seeks in all occupations
  } occupation;
  struct {
    double each_change;  // [months] every change of occupation
    double per_distance, per_zone;  // [months] skills that share nothing; a job zone higher
    double least_likeness;  // centred cosine of two occupations with a direct change
  } route;
  struct {
    double base, job_zone;  // [EUR/month], [log points per zone]
    double experience;  // [share/year]
    double occupation_loss, sector_loss;  // [log points]
    double offer_sd;  // [log points]
    double commute_cost;  // [EUR/month per km]
    double tightness;  // [log points] of offers per unit of ln(V/U)
  } wage;
  struct {
    double up, down, care, working;  // [chance/month]; psi_1
    double working_after;  // [months]
  } distance;
  struct {
    double norm;  // s_0 [EUR/month]
    double effect;  // beta_care
  } care;
  struct {
    double effect;  // beta_cr: search effort of helped workers
    double cost;  // [EUR/month] per helped worker at full intensity
    double months;  // [months] of help at most, after the closure or the first help
  } crisis;
  struct {
    double place;  // [EUR]
    double completes, diploma, lock_in;  // [share], [share], [factor] on search
    double shortest, longest;  // [months] of a course
    double closer;  // [classes] closer to the labour market on completion
    double oldest;  // [years] no place from that age
    double tension, month;  // value of a log point of V/U, and of a month of training
    double choice_noise;  // [log points] scale of what decides besides
    double in_sector;  // [share] of its jobs that makes an occupation a sector's own
  } training;
  struct {
    double bridge, bridge_from;  // [share] chi; cosine above which occupations are bridged
    double administration;  // [share] of a place's price, for an agreement across sectors
    double firms, uwv;  // [share] of what the precision of forecasts lacks, won with them
    double schools;  // [share] of the places that are free at their programmes
  } agenda;
  struct {
    double months, from_distance;  // [months], [class]
  } subsidy;
  struct {
    double wage, cost;  // [EUR/month] of who works there; all that a place costs
  } sheltered;
  struct {
    double cost;  // [EUR] per worker who comes
  } attract;
  struct {
    double diverted, effort;  // [share] of entries into bijstand, [factor] on search
    double months, cost;  // [months] of help, [EUR/month] each at full intensity
  } handover;
  struct {
    double own;  // [share] omega_0: precision of forecasts of demand
    double noise;  // [log points/year] sigma_info at precision 0
    double horizon;  // [months] how far forecasts look ahead
  } info;
  struct {
    double window;  // [months] from a threat to the decision
    double base, package, fit, speed, offer;  // [log points]: the chance to leave, see firms/threat.h
    double fit_km;  // [km] within which staff is looked for
    double rivals;  // [share] of the municipalities with a package that bid for a firm
    double escalation;  // [share] by which each rival drives up all bids
    double home;  // [factor] how much likelier than elsewhere at equal bids
    double warning;  // [months] sooner known, where the council meets entrepreneurs every month
  } threat;
  struct {
    double power, half_km, steepness, border;  // kernels without figures
  } commute;
  struct {
    double weight;  // K_border [factor] on the kernel; 0: no places abroad
    double vacancies;  // [share] of the jobs there
    double filled;  // [chance/month] a vacancy there is filled by somebody there
    double unrecognised;  // [share] of applications that fail where a high diploma is asked
  } border;
  struct {
    double effect;  // [factor] on the jobs that follow at suppliers
    double months;  // [months] until two thirds of them have followed
    double near_km, middle_km;  // bands of distance
    double near_share, middle_share;  // [share] of the purchases; the rest is bought anywhere
    double local, local_months;  // jobs in local services per tradable job; [months]
  } chain;
  struct {
    double background_arrangements;  // of a municipality, mean
    double background_partners;  // municipalities in one of them, mean
  } governance;
  /// Shares of task fields in the accounts that are spent on tasks; what is left of 6.5 is guidance.
  struct {
    double income_execution;  // [share] of 6.3
    double participation_employers, participation_retraining, participation_analysis, participation_crisis,
        participation_schools;  // [share] of 6.5
    double economy_retraining, economy_analysis, economy_schools, economy_retention, economy_border;  // of 3.1
    double desk_employers, desk_crisis, desk_retention;  // [share] of 3.3
  } budget;
  struct {
    double wage_tax, benefit_tax, premiums;  // [share]
    double aow, disability;  // [EUR/month]
  } money;
  struct {
    double historic_below, objective_above;  // [persons]
    double own_risk, shared_risk;  // [share] of the budget
    double margin;  // [share] macro budget over expected spending
  } buig;
  /// Rules at the start of a study; levers change them by date.
  struct {
    double ww_rate_first, ww_rate_after, ww_first_months, ww_most_months, ww_least_months, ww_full_years, ww_cap;
    double bijstand_norm;  // [EUR/month]
  } rules;
  GovernmentParameters government;  // keys without `government.`
};

enum class Unit : std::uint8_t {
  Share,
  ChancePerMonth,
  ChancePerYear,
  Factor,
  Months,
  Years,
  Persons,
  Eur,
  EurPerMonth,
  EurPerMonthPerKm,
  Kilometres,
  LogPoints,
  PerMonth,
  PerYear,
  Days,
  Hours,
  HoursPerMonth,
  Count,
  EurPerYear,
  Switch
};
std::string_view to_text(Unit unit);  // "chance/month": the one spelling, in files and messages

/// The declaration of one parameter.
struct ParameterDeclaration {
  std::string_view file;  // "labour" for scenarios/parameters/labour.yaml
  std::string_view key;  // "separation.flexible"
  Unit unit = Unit::Share;
  double least = 0, most = 0;  // hard bounds
  std::string_view meaning;  // in English
  double& (*in)(Parameters&);
};
std::span<const ParameterDeclaration> parameter_declarations();
const ParameterDeclaration* find_parameter(std::string_view key);
/// What a parameter, or an assumption of the synthetic population, means in Dutch; empty if there is none of that key.
std::string_view meaning_in_dutch(std::string_view key);

enum class Status : std::uint8_t { Measured, Computed, Recalled, Assumed };
std::string_view to_text(Status status);

/// A value as a file gives it.
struct ParameterValue {
  std::string_view key;  // of the declaration, or of an assumption of the synthetic population ("world....")
  std::string_view unit;
  double value = 0, from = 0, to = 0;  // range for sensitivity
  Status status = Status::Assumed;
  std::string source;
  std::string file;  // where it was read
};

}  // namespace polder
