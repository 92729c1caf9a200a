// What is measured: one record per indicator. Regions are sums of their municipalities; ratios come last.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder {

/// I17 of Sahin et al. (2014): over labour-market regions x occupations, and over each alone. NaN: not defined.
struct Mismatch {
  double whole = 0, between_regions = 0, between_occupations = 0;
};

/// Who was followed through a calendar year, and of them those whom an indicator counts [rows].
struct Followed {
  std::int32_t leavers = 0, durable_leavers = 0;  // of bijstand in January; at work in 6 of 12 months
  std::int32_t ww_starters = 0, ww_back = 0;      // ww begun in January; at work in December
  std::int32_t trainees = 0, trainees_at_work = 0;  // took a full-time training place last year; at work in December
  std::int32_t workers = 0, workers_moved = 0;    // at work in January and December; in another sector
  // In October: residents of 15 to 26 (neither at work nor at school), who left mbo in July with and without a diploma,
  // all school leavers at work, and those of them whose work is in the class of their programme.
  std::int32_t young = 0, neet = 0;
  std::int32_t with_diploma = 0, with_diploma_at_work = 0, without_diploma = 0, without_diploma_at_work = 0;
  std::int32_t school_leavers = 0, school_leavers_at_work = 0, school_leavers_matched = 0;
};

/// Demand in growth sectors: those of a region that the scenario makes grow, trend above 0 by now [rows].
struct GrowthSectors {
  std::int64_t vacancies = 0, vacancies_over_3_months = 0;
  double unfilled = 0, target = 0;
};

/// Councils and colleges of an area. Shares are sums of share x inhabitants.
struct Councils {
  double inhabitants = 0;  // [persons]
  double legitimacy = 0, control = 0, transparency = 0, performance = 0, engagement = 0, attention = 0, integration = 0;
  double municipalities = 0;
  double hours = 0;  // that the region asks of aldermen [hours/month]
  double reserves = 0;  // [cents] balance of the accounts
  double pairs = 0, same_pairs = 0;  // of arrangements of a municipality; those with the same members
  double arrangements = 0, partners = 0;  // in which they take part; municipalities in each of these, together
  double seats = 0, local_seats = 0;
};

/// Strong ties of trust among the governments of an area, in December. NaN: not measured.
struct TrustNetwork {
  double density = std::numeric_limits<double>::quiet_NaN();  // strong ties over ties
  double parts = density;  // into which the governments fall
  double brokerage =
      density;  // share of the shortest paths that run through the area's chief broker, or a municipality
};

/// Residents of working age with a wage or a benefit [rows], by monthly income in steps of `step` EUR; the last step
/// holds all above. Empty: not counted.
struct Incomes {
  static constexpr double step = 50, most = 20000;
  std::vector<std::uint32_t> rows;
};

/// Sums over an area or a group of residents, in rows; `weight` turns rows into persons.
struct Sums {
  double weight = 1;
  Month month;
  double recorded_share = 1;  // of the vacancies that statistics see
  double wage_growth = 0;  // [share/year worked]
  bool whole_area = false;  // flows, vacancies and money are known too
  Stocks stocks;
  Flows flows;
  VacancyFlows vacancy_flows;
  std::int64_t jobs = 0, vacancies = 0;  // at establishments in the area [rows]
  std::int64_t vacancies_over_3_months = 0;  // [rows]
  double unfilled = 0, target = 0;  // sum of max(0, n* - n), sum of n* [rows]
  GrowthSectors growing;
  std::array<std::int64_t, most_occupations> vacancies_in{};  // by occupation [rows]
  Mismatch mismatch;
  Followed followed;  // in December
  std::array<Cents, actor_count> paid{};  // to or from accounts in the area, by kind of payer [cents]
  Cents buig = 0, bijstand_paid = 0;  // this month [cents]
  Cents tasks = 0, usual_tasks = 0, coordination = 0, grants = 0;  // spent on tasks, by the figures, and of it [cents]
  double left_to_partners = 0;  // of the spending on tasks that is best for all partners together [cents]
  std::int32_t in_vangnet = 0;  // municipalities whose deficit of last year went beyond their own risk
  std::int64_t jobs_closed = 0, jobs_retained = 0;  // of the endangered establishments, since the start [rows]
  std::int64_t helped = 0, months_to_help = 0;  // closures whose workers were helped; sum until then [months]
  double info_precision = 0;  // in force in choices and plans of schools, sum over inhabitants [share x rows]
  double info_lag = 0;  // of statistics at schools, sum over inhabitants [months x rows]
  double scale_fit = 0, scale_tasks = 0;  // value of the level in force over the best, sum; tasks of municipalities
  double moves = 0;  // tasks of municipalities that went to another level this month
  Councils councils;
  std::int64_t ended = 0;  // proposals that were carried out, rejected or lapsed, since the start
  std::int64_t decisions = 0, decision_months = 0;  // that were carried out, since the start; sum until then [months]
  double trust = 0, ties = 0;  // sum over the ties of governments in the area, and their number
  TrustNetwork network;
  Incomes incomes;  // in December
  double unemployment_spread = std::numeric_limits<double>::quiet_NaN();  // over municipalities, of an area of several
  std::int64_t votes = 0, yes_votes = 0;  // of councils on proposals this month
  double forecast_squares = 0, forecast_rows = 0;  // squared error of the forecast of growth x workers, workers
};

/// What people would call an improvement.
enum class Better : std::uint8_t { Neither, Higher, Lower };

struct Indicator {
  std::string_view key;
  int number = 0;  // I-number in docs/odd.md
  Better better = Better::Neither;
  std::string_view unit;  // "persons", "share", "months", "EUR/inhabitant"
  std::string_view name_nl, name_en, meaning_nl, meaning_en;
  double (*measure)(const Sums&);  // NaN: not defined here
};

/// In the order of the columns of every result.
std::span<const Indicator> indicator_catalogue();
const Indicator* find_indicator(std::string_view key);
/// A unit of the catalogue or of a payment in Dutch; others as they are.
std::string_view dutch_unit(std::string_view unit);

enum class AreaLevel : std::uint8_t { Country, Province, Region, Municipality };
std::string_view to_text(AreaLevel level);  // "country", ...

/// One row of the results; `part` is empty, or "education:high", "age:15-24", "sector:C", "cohort:fabriek".
struct IndicatorRow {
  Month month;
  AreaLevel level = AreaLevel::Country;
  std::string area;  // code: NL, PV.., AM.., GM....
  std::string part;
  std::vector<double> values;  // by column of the catalogue; NaN: not measured
  friend bool operator==(const IndicatorRow&, const IndicatorRow&) = default;
};

/// The ledger of a month by kind of actor, or of a year (month = December) by municipality.
struct LedgerRow {
  Month month;
  std::string payer, payee;  // "uwv", "residents", "municipality GM0153"
  std::string purpose;  // "ww"
  Cents cents = 0;
  friend bool operator==(const LedgerRow&, const LedgerRow&) = default;
};

/// Seekers against vacancies of an occupation in a labour-market region at the end of a December [persons].
struct OccupationRow {
  Month month;
  std::string area, occupation;  // codes
  double seekers = 0, vacancies = 0, employed = 0;
  double change = 0;  // of the employed since the December before [share]; NaN in the first year
  friend bool operator==(const OccupationRow&, const OccupationRow&) = default;
};

/// A step of a decision, by whom it was taken: a municipality, or the region, province or country that decides as one.
struct DecisionRow {
  Month month;
  std::string actor, task, level, step;  // code and names: "GM0153", "crisis", "joint", "voted"
  int outcome = 0;  // 1: yes
  int waited = 0;  // [months] since it was proposed
  std::string reason;  // see government/decisions.h
  friend bool operator==(const DecisionRow&, const DecisionRow&) = default;
};

/// A plant whose workers are followed in every scenario, from the month in which one of them announces its closure, or
/// in which it decides whether to leave.
struct TrackedPlant {
  std::string name;  // "fabriek"
  FirmIndex firm{};
  Month from;
};

/// Residents followed from January to December, with a number each.
struct YearPanel {
  std::vector<ResidentIndex> persons;
  std::vector<std::uint8_t> mark;
  void add(ResidentIndex person, std::uint8_t number) { persons.push_back(person), mark.push_back(number); }
  void clear() { persons.clear(), mark.clear(); }
};

/// All that a run has measured so far; copied with the World when scenarios branch.
struct Observations {
  std::vector<IndicatorRow> indicators;  // whole areas
  std::vector<IndicatorRow> indicators_by;  // parts
  std::vector<LedgerRow> ledger;
  std::vector<OccupationRow> occupations;  // every December
  std::vector<DecisionRow> decisions;  // in the order in which they were taken
  std::vector<Posting> year;  // payments of municipalities, their residents and providers since January, in sums by
                              // payer, payee and purpose, ascending
  std::vector<std::uint64_t> month_hashes;  // of the World at the end of each reported month
  std::vector<std::vector<ResidentIndex>> cohorts;  // rows of each tracked plant's workers
  YearPanel leavers;  // of bijstand in January; mark: months at work since
  YearPanel ww_starters;  // ww begun in January
  YearPanel trainees;  // who took a full-time training place this year or the last; mark: odd or even year
  YearPanel school_leavers;  // in July; mark: the class of the programme
  YearPanel workers;  // every 16th row at work when January began; mark: the sector then
};

}  // namespace polder
