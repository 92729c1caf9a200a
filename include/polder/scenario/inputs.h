// What is set: Rules by law, Mandates by the scenario. What systems read besides the World.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "polder/base/column.h"
#include "polder/base/month.h"
#include "polder/scenario/incident.h"
#include "polder/scenario/parameters.h"
#include "polder/world/country.h"
#include "polder/world/world.h"

namespace polder {

inline constexpr Month wgr_amended = Month::of(2022, 7);  // when the amended Wgr came into force

/// What no simulated actor decides.
struct Rules {
  double ww_rate_first = 0.75, ww_rate_after = 0.70;  // [share of the wage]
  int ww_first_months = 2, ww_most_months = 24, ww_least_months = 3, ww_full_years = 10;
  double ww_cap = 0;         // [EUR/month]
  double bijstand_norm = 0;  // [EUR/month per recipient]
  bool wgr_2022 = true;      // the Wgr as amended on 1 July 2022: longer terms for zienswijzen, more control
  double objective_from = 0, objective_full = 0;  // [persons] bounds of the buig's objective part; 0: buig.*
  double macro_cut = 0;      // [share] off the macro budget of the buig
  double shared_savings = 0;  // [share] of what uwv saves on ww that goes to the municipality, by contract
  double handover = 0;       // [share] intensity of uwv's service in the last three months of a right to ww
  friend bool operator==(const Rules&, const Rules&) = default;
};

/// For which occupation a training place is taken: the one with the best outlook for its length, the nearest one with
/// a better outlook, or any within reach.
enum class TrainingTarget : std::uint8_t { Forecast, Nearest, Any };

/// Who pays for the human-capital agenda, in the order of `payer_shares`.
inline constexpr std::array<std::string_view, 4> agenda_payers{"municipalities", "province", "national", "employers"};

/// Who takes part in it, in the order of `hc_agenda.partners`.
inline constexpr std::array<std::string_view, 5> agenda_partners{"municipalities", "firms", "schools", "sector_bodies",
                                                                 "uwv"};
enum class Partner : std::uint8_t { Municipalities, Firms, Schools, SectorBodies, Uwv };

/// The human-capital agenda: money for training and attracting people, and how it is used (L12).
struct Agenda {
  Column<MunicipalityIndex, Cents> retrain, train, attract;  // [cents/year] full-time, beside a job, from elsewhere
  std::array<double, agenda_payers.size()> payer_shares{1, 0, 0, 0};
  double cross_sector = 0;  // [share] of the employers' money that may pay for a move out of their sector
  double quality = 1;       // [share] of the completed courses that teach what the target occupation asks for
  TrainingTarget target = TrainingTarget::Forecast;
  std::uint8_t partners = 0;  // a bit for each Partner; 0: not said, and nobody brings more than money

  bool takes_part(Partner partner) const { return (partners >> static_cast<unsigned>(partner) & 1u) != 0; }
  /// How far an agreement across sectors is in force in a municipality [share]: where there is money for training.
  double across_sectors(MunicipalityIndex m) const {
    const bool trains = (!retrain.empty() && retrain[m] > 0) || (!train.empty() && train[m] > 0);
    return trains ? cross_sector : 0;
  }
  friend bool operator==(const Agenda&, const Agenda&) = default;
};

/// Subsidy on the wages of who comes from far (V34).
struct WageSubsidy {
  Column<MunicipalityIndex, Cents> budget;  // [cents/year]
  double rate = 0;                          // [share of the wage]
  friend bool operator==(const WageSubsidy&, const WageSubsidy&) = default;
};
/// How the municipalities of a region deal with a firm that may leave: each for itself, or with one package.
enum class RetentionRule : std::uint8_t { Local, Coordinated };
/// By whose shortage schools change their places: nobody's, the country's, or their region's.
enum class CapacityRule : std::uint8_t { Fixed, National, Regional };

/// Who match what a municipality spends on tasks.
enum class Grantor : std::uint8_t { Province, Rijk, Esf };
inline constexpr std::size_t grantor_count = 3;

/// How a region's arrangements divide the tasks: work and income apart from the economy, all tasks in one, or one
/// arrangement per task.
enum class Architecture : std::uint8_t { Mixed, Bundle, PerTask };
inline constexpr std::int8_t unset_level = -1;
/// How a task's level changes: never, as the scenario says, by its value at a yearly review, or at random (a placebo).
enum class Switching : std::uint8_t { Fixed, Scripted, Adaptive, Random };

/// What the scenario imposes on an actor who would otherwise decide.
struct Mandates {
  Column<MunicipalityIndex, Cents> guidance_budget;  // [cents/year]; below 0: as in the figures
  Column<MunicipalityIndex, Triage> triage;
  double crisis_help = 0;  // [share] intensity of the help to workers of plants that close
  Agenda agenda;
  WageSubsidy wage_subsidy;
  Column<MunicipalityIndex, double> sheltered_places;  // [persons]; empty: none
  double info_precision = -1;  // [share] precision of forecasts of demand; below 0: info.own
  double border_info = 0;         // [share] by which the weight of work abroad rises
  double border_recognition = 0;  // [share] of the diplomas not recognised abroad that now are
  Column<MunicipalityIndex, Cents> retention_package;  // offered to each firm that threatens to leave [cents]
  Column<MunicipalityIndex, double> retention_speed;   // [months] by which the answer is faster than usual
  RetentionRule retention_rule = RetentionRule::Local;
  CapacityRule capacity_rule = CapacityRule::Fixed;
  Column<MunicipalityIndex, std::array<std::int8_t, task_count>> task_level;  // a Level, or unset_level
  Architecture architecture = Architecture::Mixed;
  Switching switching = Switching::Scripted;
  Column<MunicipalityIndex, Course> course;  // empty: as in the reference
  Column<MunicipalityIndex, std::uint64_t> course_imposed;  // a bit per member of Course that the scenario imposes
  Column<MunicipalityIndex, double> theme_sessions, joint_sessions;  // of the council, this month
  Column<MunicipalityIndex, std::array<double, task_count>> task_budget;  // [factor] of the figures'; empty: 1
  /// [share] of the spending on the tasks that they match; empty: none.
  Column<MunicipalityIndex, std::array<double, grantor_count>> grants;
  std::vector<Incident> incidents;             // of this month
  std::vector<NamedArrangement> arrangements;  // in force this month
  bool crisis_protocol = false;     // the mandate for help after a closure is agreed beforehand
  double analysis_coverage = 0, analysis_spending = 0;  // of a joint analysis [share], [EUR/year per worker]
  double link_education = 0;  // [share] how far schools take part in the region's analysis
  double bbl_share = -1;      // [share] of mbo students who seek a work-based place; below 0: school.bbl
  friend bool operator==(const Mandates&, const Mandates&) = default;
};

struct Policy {
  Rules rules;
  Mandates mandates;
  friend bool operator==(const Policy&, const Policy&) = default;
};

/// What the scenario does to demand this month.
struct DemandPath {
  double cycle_shift = 0;  // added to C this month [log points]
  /// Trend of demand relative to the reference [log points], region-major [region x sector].
  std::vector<double> trend;
  /// Chance of an establishment to go bankrupt this month, [region x sector]; empty: nowhere.
  std::vector<double> bankruptcy;
  friend bool operator==(const DemandPath&, const DemandPath&) = default;
};

/// What the scenario does to the choice of programmes this month: a share of those who begin wants one class.
struct YouthShift {
  OccupationIndex towards{};
  double share = 0;
  friend bool operator==(const YouthShift&, const YouthShift&) = default;
};

/// What the model holds fixed, shared by all runs of a study. Start values are taken from the synthetic world.
struct Model {
  Country country;
  Parameters parameters{};
  std::vector<double> start_jobs;  // jobs and vacancies of the figures [rows], [region x sector]
  std::vector<double> reference_growth;  // of labour supply at constant participation by age, by month; 1 at the start
  double separation_mean = 1;  // employment-weighted mean of the separation multipliers at the start
  double participation_scale = 1;  // residents 15-74 outside the labour force per student or inactive (L4)
  double early_share = 0;  // of the employed who retire early in a month [chance/month]
  double retiring_share = 0;  // of the employed who reach the pension age in a month [chance/month]
  double employed_effort = 1;  // mean search effort of the employed over that of those not at school
  double entering_share = 0;  // seekers who arrive or leave school, per student or inactive [chance/month]
  /// Entry into bijstand relative to the country, by municipality: what makes one have more recipients per jobless
  /// resident than another is not in the model, so the figures' pattern is kept.
  Column<MunicipalityIndex, double> bijstand_factor;
  double partner_mean = 1;  // mean of the partner factor over the jobless without benefit
  double partner_mean_ww = 1;  // the same over recipients of ww
  std::array<double, task_count> usual_service{};  // at the start, mean effective service [EUR/year per unit]
  Column<MunicipalityIndex, Services> usual;  // services at the start; only where there is a council
  Column<MunicipalityIndex, double> usual_analysis;  // completeness of the analysis at the start; info.own holds it
  /// At each level, if all municipalities of the region with a council take part.
  Column<MunicipalityIndex, std::array<Territory, level_count>> territories;
  Column<MunicipalityIndex, double> local_position;  // of the coalition by the figures, 0 regional to 1 local
  Column<MunicipalityIndex, std::uint32_t> coalition;  // by the figures, a bit per party; 0 without a council
  std::array<double, 5> care_reference{};  // care of each distance class in the reference at the start
  /// Months of training from one occupation to another, the mean over what is done in the first [from x to]; below 0:
  /// no way there.
  std::vector<double> training_months;
  std::vector<FirmIndex> tracked;  // plants whose workers are followed; cohort n is tracked[n - 1]
};

/// How a month is worked out: with bounds, batches and tables, or by the rules alone, one resident after another. Both
/// give the same bytes; the plain way is what the fast one is tested against.
enum class Engine : std::uint8_t { Fast, Reference };

struct Inputs {
  const Model& model;
  const Country& country;
  const Parameters& parameters;
  Policy policy;
  DemandPath demand;
  std::vector<YouthShift> youth;  // of this month
  std::vector<double> trend_ahead;  // DemandPath::trend as it will be info.horizon months from now
  Engine engine = Engine::Fast;

  /// Residents beyond the border of the scope stand for the commuters across it: they lose and find work, nothing else.
  bool beyond_the_border(const Profile& profile) const {
    return country.municipalities[profile.municipality()].elsewhere;
  }
};

}  // namespace polder
