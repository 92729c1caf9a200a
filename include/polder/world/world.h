// Everything that changes, in one value: hashing it compares runs, writing it is a checkpoint, copying it branches.
#pragma once

#include <array>
#include <cstdint>
#include <type_traits>
#include <vector>

#include "polder/base/column.h"
#include "polder/base/month.h"
#include "polder/base/quantity.h"
#include "polder/world/ledger.h"
#include "polder/world/politics.h"
#include "polder/world/provision.h"

namespace polder {

/// Labour status. Absent rows are not (or no longer) residents: a row of zeros is absent.
enum class Labour : std::uint8_t {
  Absent,
  Child,
  Student,
  StudentJob,  // in education, with a job
  Permanent,
  Flexible,
  SelfEmployed,
  Unemployed,  // without work, searching and available (ILO)
  Marginal,    // wants work, does not search or is not available
  Inactive,
  Disabled,
  Retired,
  Training,  // full-time, on a place of the human-capital agenda
};
inline constexpr std::size_t labour_count = 13;

/// Benefit status, separate from labour status: many unemployed have no benefit, most recipients of bijstand do not
/// search.
enum class Benefit : std::uint8_t { None, Ww, Bijstand, Disability, Aow, WwWork, BijstandWork };
inline constexpr std::size_t benefit_count = 7;

inline constexpr std::size_t most_sectors = 16;
inline constexpr std::size_t most_occupations = 16;
inline constexpr std::size_t distance_classes = 5;  // 0 job-ready .. 4 far

constexpr bool is_employee(Labour l) {
  return l == Labour::StudentJob || l == Labour::Permanent || l == Labour::Flexible;
}
constexpr bool works(Labour l) { return is_employee(l) || l == Labour::SelfEmployed; }
constexpr bool receives_ww(Benefit b) { return b == Benefit::Ww || b == Benefit::WwWork; }
constexpr bool receives_bijstand(Benefit b) { return b == Benefit::Bijstand || b == Benefit::BijstandWork; }

/// What a search needs to know, in one word.
struct Profile {
  std::uint32_t birth : 11 = 0;  // [months since January 1900]
  std::uint32_t home : 9 = 0;    // MunicipalityIndex
  std::uint32_t occupation : 4 = 0;  // of who is enrolled: that of the programme
  std::uint32_t enrolled : 1 = 0;         // follows a programme of a school
  std::uint32_t without_diploma : 1 = 0;  // follows, or has left, a programme one level above the education
  std::uint32_t work_based : 1 = 0;       // follows, or has followed, the work-based route of mbo (bbl)
  std::uint32_t apprentice : 1 = 0;       // has on that route a job in the class of the programme
  std::uint32_t education : 2 = 0;        // 0 low, 1 medium, 2 high
  std::uint32_t sex : 1 = 0;        // 0 man, 1 woman
  std::uint32_t partner : 1 = 0;    // has a partner who earns

  Month birth_month() const { return Month{static_cast<std::uint16_t>(birth)}; }
  MunicipalityIndex municipality() const { return index_of<MunicipalityIndex>(home); }
  OccupationIndex trade() const { return index_of<OccupationIndex>(occupation); }
  friend bool operator==(const Profile&, const Profile&) = default;
};

/// What an event needs to know. Dates, not counters: who meets nothing is not written.
struct Situation {
  FirmIndex employer = FirmIndex{0};  // none<FirmIndex> without a job (absent rows: 0)
  Month since;           // start of the present job or of the search; kept between Unemployed, Marginal and Training
  Month last_job_ended;  // never: no job ended yet
  Month benefit_until;   // last month of the right to ww
  std::uint16_t wage = 0;  // [EUR 10/month, base year] of the present or the last job, before experience (L9)
  Labour labour : 4 = Labour::Absent;
  Benefit benefit : 4 = Benefit::None;
  std::uint8_t distance : 3 = 0;     // distance to the labour market, 0..4
  std::uint8_t learns : 1 = 0;       // 1: has a training place, full-time or beside a job
  std::uint8_t last_sector : 4 = 0;  // sector of the present or the last job
  std::uint8_t worked = 0;           // [quarters] before the present job
  std::uint8_t cohort = 0;           // 1 + number of the tracked plant whose closure was announced; 0 none

  SectorIndex sector() const { return index_of<SectorIndex>(last_sector); }
  void set_sector(SectorIndex sector) { last_sector = static_cast<std::uint8_t>(sector) & 0xFu; }
  friend bool operator==(const Situation&, const Situation&) = default;
};
static_assert(sizeof(Profile) == 4 && sizeof(Situation) == 16);
static_assert(std::has_unique_object_representations_v<Profile> && std::has_unique_object_representations_v<Situation>);

/// Rows are laid out once, per municipality: the present residents by birth month, then spare rows for births, then
/// spare rows for arrivals. No row is reused, moved or appended, so the row is the identity in every scenario.
struct Residents {
  Column<ResidentIndex, Profile> profile;
  Column<ResidentIndex, Situation> now;
  std::size_t size() const { return profile.size(); }
};

/// OwnAccount: the self-employed of a municipality and sector share one row, which never closes.
/// Threatened: may leave, and works on until it has decided.
/// Sheltered: the workplace of a municipality, with as many jobs as there are places; it competes for nobody.
/// Abroad: the employers of a sector in a place beyond the national border; it offers as many vacancies every month.
enum class FirmState : std::uint8_t { Absent, Open, Notice, Closed, OwnAccount, Abroad, Sheltered, Threatened };
/// Has a target, and fills jobs.
constexpr bool is_active(FirmState s) {
  return s == FirmState::Open || s == FirmState::OwnAccount || s == FirmState::Threatened;
}
constexpr bool has_vacancies(FirmState s) { return is_active(s) || s == FirmState::Abroad; }

/// Establishments; spare rows behind those of each municipality. Counts are rows of residents. Everybody who works has
/// a row here.
struct Firms {
  Column<FirmIndex, SectorIndex> sector;
  Column<FirmIndex, MunicipalityIndex> municipality;
  Column<FirmIndex, FirmState> state;
  Column<FirmIndex, Month> closes;             // month of closure of an establishment on notice
  Column<FirmIndex, std::uint32_t> persons;    // size of the establishment itself when it began [persons]
  Column<FirmIndex, std::uint32_t> jobs;       // filled jobs [rows]
  Column<FirmIndex, std::uint32_t> vacancies;  // open vacancies [rows]
  Column<FirmIndex, std::uint32_t> leavers;    // jobs and vacancies given up since the last plan [rows]
  Column<FirmIndex, Threshold> dismissal;      // chance of each employee to be dismissed this month
  Column<FirmIndex, double> start_size;        // n*(0): jobs and vacancies at the start; abroad: vacancies [rows]
  Column<FirmIndex, double> productivity;      // z
  Column<FirmIndex, double> target;            // n* [rows]
  std::size_t size() const { return sector.size(); }
};

/// Open vacancies, by (establishment, month opened, number). One vacancy holds one resident row.
struct Vacancies {
  Column<VacancyIndex, FirmIndex> firm;
  Column<VacancyIndex, Month> opened;
  Column<VacancyIndex, std::uint16_t> number;
  Column<VacancyIndex, OccupationIndex> occupation;
  Column<VacancyIndex, std::uint16_t> wage;  // offered to somebody without experience [EUR 10/month]
  std::size_t size() const { return firm.size(); }
};

/// Stocks of a municipality's residents [rows], changed only by `move_to` in world/situation.h.
struct Stocks {
  std::array<std::int32_t, labour_count> labour{};
  std::array<std::int32_t, benefit_count> benefit{};
  std::array<std::int32_t, most_occupations> employed_in{};
  std::array<std::int32_t, most_occupations> unemployed_in{};
  std::array<std::int32_t, 13> searching{};  // Unemployed by start of search: month % 12, or [12] a year or longer ago
  std::array<std::int32_t, distance_classes> bijstand_at{};  // recipients without work, by distance class
  std::array<std::int32_t, distance_classes> jobless_at{};  // Unemployed, Marginal, Inactive and Training, by class
  std::int64_t abroad = 0;  // who work beyond the national border
  /// Of the employees, the self-employed and who work abroad: sum of `wage`, and of `wage` times months of work, less
  /// those of this month [EUR 10/month]. Experience makes all wages grow without touching a resident.
  std::array<std::int64_t, 3> wages{}, wage_months{};
  friend bool operator==(const Stocks&, const Stocks&) = default;
};

/// What happened to a municipality's residents this month [rows].
struct Flows {
  std::array<std::array<std::int32_t, labour_count>, labour_count> labour{};  // [from][to]
  /// [from][to]; index benefit_count: not (or no longer) a resident here.
  std::array<std::array<std::int32_t, benefit_count + 1>, benefit_count + 1> benefit{};
  std::int32_t births = 0, deaths = 0, arrivals = 0, departures = 0, moved_in = 0, moved_out = 0;
  std::int32_t hires = 0;  // matches, job-to-job moves included
  std::int32_t job_to_job = 0;
  std::int32_t far_hires = 0;  // hires of residents without work at distance class 3 or 4
  std::int32_t separations = 0;  // jobs ended other than by a move to another job
  std::int32_t places_taken = 0, places_completed = 0, places_failed = 0, places_left = 0;  // of training
  std::int32_t attracted = 0;  // arrivals whom the human-capital agenda attracted
  friend bool operator==(const Flows&, const Flows&) = default;
};

/// What happened to a municipality's vacancies this month [rows].
struct VacancyFlows {
  std::int64_t opened = 0, filled = 0, withdrawn = 0;
  std::int64_t age_at_fill = 0;  // sum over the filled [months]
  friend bool operator==(const VacancyFlows&, const VacancyFlows&) = default;
};

/// Who among the recipients of bijstand gets how much guidance. As wide as its neighbours: no padding in Government.
enum class Triage : std::uint64_t { Equal, Closest, Farthest, Profiled };

/// Decisions and accounts of a municipality.
struct Government {
  Triage triage = Triage::Equal;
  std::array<double, distance_classes> care{};  // ln(1 + s/s_0) by distance class of the recipient (L12)
  Cents buig = 0;  // this year's budget for bijstand [cents/year]
  Cents bijstand_paid = 0;  // this year so far
  Cents bijstand_last_year = 0, bijstand_year_before = 0;
  Cents buig_last_year = 0;
  Cents usual_buig = 0;  // this year's budget if no scenario had changed its rules
  Cents ww_paid = 0, ww_at_start = 0;  // to its residents: this year so far; a year before the start
  double crisis_care = 0;  // [share] intensity of the help to residents hit by a closure, by the task `crisis`
  double deficit = 0;  // bijstand over the buig of last year, less one
  double usual_deficit = 0;  // the same over usual_buig
  /// Budgets of the human-capital agenda and of wage subsidies not spent yet [cents].
  Cents retrain_purse = 0, train_purse = 0, attract_purse = 0, subsidy_purse = 0;
  Cents place_purse = 0;  // of the task `retraining` beyond the usual: not spent on places yet [cents]
  Cents training_bought = 0, attraction_bought = 0;  // this month, to be paid with it
  friend bool operator==(const Government&, const Government&) = default;
};

struct Municipalities {
  Column<MunicipalityIndex, Stocks> stocks;
  Column<MunicipalityIndex, Flows> flows;
  Column<MunicipalityIndex, VacancyFlows> vacancies;
  Column<MunicipalityIndex, Government> government;
  Column<MunicipalityIndex, Council> council;
  Column<MunicipalityIndex, std::array<Provision, task_count>> provision;  // only where there is a council
  Column<MunicipalityIndex, std::array<Territory, task_count>> territory;
  Column<MunicipalityIndex, Services> services;
  Column<MunicipalityIndex, std::uint32_t> next_birth, last_birth;  // spare resident rows
  Column<MunicipalityIndex, std::uint32_t> next_arrival, last_arrival;
  Column<MunicipalityIndex, std::uint32_t> next_firm, last_firm;  // spare establishment rows
};

/// Somebody on a training place (L12). Ordered by resident; one place each.
struct Participant {
  ResidentIndex person{};
  Month since, until;  // first month, and the month in which the course ends
  OccupationIndex from{}, target{};
  std::uint16_t full_time = 0;  // 0: beside a job
  friend bool operator==(const Participant&, const Participant&) = default;
};

/// A job whose wage a municipality subsidises as long as it lasts, in order of hiring.
struct SubsidisedJob {
  Cents monthly = 0;  // [cents/month, all persons of the row]
  ResidentIndex person{};
  FirmIndex firm{};
  Month since, until;  // start of the job; last month that is subsidised
  std::uint32_t payer = 0;  // MunicipalityIndex
  friend bool operator==(const SubsidisedJob&, const SubsidisedJob&) = default;
};
static_assert(std::has_unique_object_representations_v<Participant> &&
              std::has_unique_object_representations_v<SubsidisedJob>);

/// The business cycle and demand per sector (L2).
struct Economy {
  double cycle = 0, cycle_before = 0;  // C [log points]
  std::array<double, most_sectors> log_demand{};  // ln X_s, 0 at the start
  /// Jobs still to go at suppliers and in local services after closures (below 0: to come) [rows, region x sector].
  std::vector<double> supplier_loss, local_loss;
  std::vector<double> planned_jobs;  // J of a sector in a region, vacancies included [rows], [region x sector]
  /// Jobs and vacancies by occupation at a region's establishments, in the statistics of every year so far [rows],
  /// [year x region x occupation].
  std::vector<double> demand;
};

/// What can happen to a resident: at most one a month. The order is part of the results: the first whose cumulative
/// chance is above the resident's luck.
enum class LifeEvent : std::uint8_t {
  Nothing,
  LosesJob,  // to Unemployed: separation, dismissal, closure
  ComesOfAge,  // 15th birthday
  Retires,  // reaches the pension age
  LeavesSchool,
  BecomesPermanent,  // a flexible contract after three years
  Dies,
  Leaves,  // emigrates
  Moves,  // to another municipality
  StopsWorking,  // out of the labour force
  BecomesDisabled,
  Recovers,
  EntersBijstand,
  LeavesBijstand,  // other than to work
  KeepsNoBenefit,  // the benefit beside a job ends
  ComesCloser,  // to the labour market
  DriftsAway,
  StartsSearching,  // Marginal, Inactive or Student to Unemployed
  WantsWork,  // Inactive to Marginal
  Withdraws,  // Marginal to Inactive
  LooksForWork,  // sends at least one suitable application
  StopsSearching,  // Unemployed to Marginal
};
inline constexpr std::size_t life_event_count = 22;

/// The residents to whom something happens this month, in row order. Empty between months.
struct Today {
  std::array<std::vector<ResidentIndex>, life_event_count> events;
  const std::vector<ResidentIndex>& those_who(LifeEvent event) const { return events[static_cast<std::size_t>(event)]; }
  std::vector<ResidentIndex> on_ww;  // recipients at the start of the month
  std::vector<ResidentIndex> school_leavers;  // whose programme ended, with or without diploma
};

/// A programme of the schools of a labour-market region: a level and a class of occupations. Whoever follows it lives
/// in the region. Counts are rows of residents; those of what happened are of this month.
struct Programme {
  double capacity = 0;  // [rows/year]
  double capacity_ahead = 0;  // decided in October, in force in August [rows/year]
  double enrolled_at_start = 0;  // [rows]
  std::int32_t enrolled = 0;
  std::int32_t intake = 0, graduates = 0, dropouts = 0;
  std::int32_t gone = 0, come = 0;  // died or left; moved to another region or from one
  friend bool operator==(const Programme&, const Programme&) = default;
};

/// Open vacancies, seekers and all who work or seek in an occupation in a region [rows].
struct MarketCell {
  double vacancies = 0, seekers = 0, workers = 0;
  friend bool operator==(const MarketCell&, const MarketCell&) = default;
};

/// What schools offer, and what those who choose and decide see of the labour market (L13).
struct Schools {
  std::vector<Programme> programmes;  // [region x level x occupation]
  std::vector<MarketCell> market;  // in the statistics of every year so far, [year x region x occupation]
  std::vector<double> forecast;  // growth expected for the year to come [log points], [region x occupation]
  std::vector<double> forecast_error;  // of the year gone by, root of the mean square by region; empty before it
};

/// An establishment that threatened to leave, or whose closure was announced; kept for the rest of the run.
struct Endangered {
  enum class Fate : std::uint32_t { Undecided, Stays, Closes };
  FirmIndex firm{};
  std::uint32_t jobs = 0;  // filled when its fate was decided [rows]
  double offer = 0;  // how good an offer from elsewhere is, 0..1
  Month decides;  // month of the decision, or of the announcement
  Month first_care;  // first month in which its workers were helped after it; never: not yet
  std::uint32_t notice = 0;  // [months] from decision to closure
  Fate fate = Fate::Undecided;
  std::uint32_t bid = 0;  // promised by those whose offer it took, if it stays [EUR]
  friend bool operator==(const Endangered&, const Endangered&) = default;
};
static_assert(sizeof(Endangered) == 32, "no padding: its bytes are hashed");

struct World {
  Month month;
  Month start;  // first reported month; before it demography is held
  std::uint32_t weight = 1;  // persons per resident row
  Residents residents;
  Firms firms;
  Vacancies vacancies;
  Municipalities municipalities;
  Economy economy;
  std::vector<Endangered> endangered;  // in the order in which it became known
  Schools schools;
  double crisis_help = 0;  // [share] intensity of the help to workers of plants that close
  std::vector<Body> bodies;  // arrangements that carry out tasks, in the order in which they were founded
  std::vector<Tie> ties;  // ordered by both partners
  std::vector<Proposal> proposals;  // on their way
  std::vector<Consent> consents;  // to them
  std::uint32_t proposals_made = 0;
  std::vector<Deal> deals;  // of regions with Rijk, in the order in which they were won
  std::vector<Participant> participants;
  std::vector<SubsidisedJob> subsidised;
  /// Sheltered workplace of the first municipality, those of the others follow; none where no scenario has any.
  FirmIndex sheltered = none<FirmIndex>;
  Cents macro_budget = 0;  // this year's, of the buig
  Ledger ledger;
  std::vector<Decision> decided;  // this month
  Today today;

  bool warming_up() const { return month < start; }
  /// Age counts from this month: during the warm-up nobody grows older.
  Month age_month() const { return month < start ? start : month; }
  int age_months(const Profile& profile) const { return age_month() - profile.birth_month(); }
};

/// The sheltered workplace of a municipality; World::sheltered must be a row.
inline FirmIndex sheltered_workplace(const World& world, MunicipalityIndex m) {
  return index_of<FirmIndex>(number(world.sheltered) + number(m));
}

}  // namespace polder
