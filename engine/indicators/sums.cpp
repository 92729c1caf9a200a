#include <cmath>
#include <limits>
#include <vector>

#include "indicators/incomes.h"
#include "indicators/observe.h"
#include "world/forecast.h"

namespace polder {
namespace {

template <class T, std::size_t N>
void add_array(std::array<T, N>& to, const std::array<T, N>& from) {
  for (std::size_t i = 0; i < N; ++i) to[i] += from[i];
}

void add_flows(Flows& to, const Flows& from) {
  for (std::size_t i = 0; i < to.labour.size(); ++i) add_array(to.labour[i], from.labour[i]);
  for (std::size_t i = 0; i < to.benefit.size(); ++i) add_array(to.benefit[i], from.benefit[i]);
  to.births += from.births;
  to.deaths += from.deaths;
  to.arrivals += from.arrivals;
  to.departures += from.departures;
  to.moved_in += from.moved_in;
  to.moved_out += from.moved_out;
  to.hires += from.hires;
  to.job_to_job += from.job_to_job;
  to.far_hires += from.far_hires;
  to.separations += from.separations;
  to.places_taken += from.places_taken;
  to.places_completed += from.places_completed;
  to.places_failed += from.places_failed;
  to.places_left += from.places_left;
  to.attracted += from.attracted;
}

/// Whether an establishment's sector grows in its region.
bool is_growing(const World& world, const Inputs& inputs, FirmIndex firm) {
  if (inputs.demand.trend.empty()) return false;
  const RegionIndex region = inputs.country.municipalities[world.firms.municipality[firm]].region;
  return inputs.demand.trend[number(region) * inputs.country.sectors.size() + number(world.firms.sector[firm])] > 0;
}

void add_vacancies(Column<MunicipalityIndex, Sums>& sums, const World& world, const Inputs& inputs) {
  const Vacancies& vacancies = world.vacancies;
  for (const VacancyIndex row : rows_of(vacancies.firm)) {
    const FirmIndex firm = vacancies.firm[row];
    Sums& here = sums[world.firms.municipality[firm]];
    const int over_3_months = world.month - vacancies.opened[row] > 3 ? 1 : 0;
    ++here.vacancies_in[number(vacancies.occupation[row])];
    here.vacancies_over_3_months += over_3_months;
    if (!is_growing(world, inputs, firm)) continue;
    ++here.growing.vacancies;
    here.growing.vacancies_over_3_months += over_3_months;
  }
}

/// What is summed of establishments, close together: they are many.
struct OfFirms {
  std::int64_t jobs = 0, vacancies = 0;
  double target = 0, unfilled = 0, growing_target = 0, growing_unfilled = 0;
};

void add_firms(Column<MunicipalityIndex, Sums>& sums, const World& world, const Inputs& inputs) {
  const Firms& firms = world.firms;
  Column<MunicipalityIndex, OfFirms> of_firms(sums.size());
  for (const FirmIndex firm : rows_of(firms.state)) {
    if (firms.state[firm] == FirmState::Absent) continue;
    OfFirms& here = of_firms[firms.municipality[firm]];
    here.jobs += firms.jobs[firm];
    here.vacancies += firms.vacancies[firm];
    if (firms.state[firm] == FirmState::Closed || firms.state[firm] == FirmState::Notice) continue;
    here.target += firms.target[firm];
    const double missing = firms.target[firm] - firms.jobs[firm];
    here.unfilled += missing > 0 ? missing : 0;
    if (!is_growing(world, inputs, firm)) continue;
    here.growing_target += firms.target[firm];
    here.growing_unfilled += missing > 0 ? missing : 0;
  }
  for (const MunicipalityIndex m : rows_of(sums)) {
    sums[m].jobs = of_firms[m].jobs;
    sums[m].vacancies = of_firms[m].vacancies;
    sums[m].target = of_firms[m].target;
    sums[m].unfilled = of_firms[m].unfilled;
    sums[m].growing.target = of_firms[m].growing_target;
    sums[m].growing.unfilled = of_firms[m].growing_unfilled;
  }
}

void add_endangered(Column<MunicipalityIndex, Sums>& sums, const World& world) {
  for (const Endangered& endangered : world.endangered) {
    Sums& here = sums[world.firms.municipality[endangered.firm]];
    if (endangered.fate == Endangered::Fate::Closes) here.jobs_closed += endangered.jobs;
    if (endangered.fate == Endangered::Fate::Stays) here.jobs_retained += endangered.jobs;
    if (endangered.first_care == never) continue;
    ++here.helped;
    here.months_to_help += endangered.first_care - endangered.decides;
  }
}

/// How wrong the forecasts of a year ago were, by workers of the region.
void add_forecasts(Column<MunicipalityIndex, Sums>& sums, const World& world, const Country& country) {
  if (world.schools.forecast_error.empty()) return;
  for (const MunicipalityIndex m : rows_of(sums)) {
    const double error = world.schools.forecast_error[number(country.municipalities[m].region)];
    double workers = 0;
    for (const std::int32_t rows : world.municipalities.stocks[m].employed_in) workers += rows;
    sums[m].forecast_squares += workers * error * error;
    sums[m].forecast_rows += workers;
  }
}

/// The municipality that a posting concerns, or none.
MunicipalityIndex place_of(const Posting& posting) {
  for (const Account account : {posting.payee, posting.payer})
    if (has_municipality(account.actor)) return index_of<MunicipalityIndex>(account.number);
  return none<MunicipalityIndex>;
}

/// Payments for tasks, coordination of them included.
bool is_for_a_task(Purpose purpose) {
  return purpose == Purpose::Guidance || (purpose >= Purpose::IncomeSupport && purpose <= Purpose::Coordination);
}

void add_money(Column<MunicipalityIndex, Sums>& sums, const World& world) {
  for (const Posting& posting : world.ledger.postings) {
    const MunicipalityIndex place = place_of(posting);
    if (place == none<MunicipalityIndex>) continue;
    if (posting.purpose == Purpose::Merger && posting.payee.actor == Actor::Municipality) continue;  // reserves
    Sums& here = sums[place];
    here.paid[static_cast<std::size_t>(posting.payer.actor)] += posting.cents;
    if (posting.purpose == Purpose::Buig) here.buig += posting.cents;
    if (posting.purpose == Purpose::Grant) here.grants += posting.cents;
    if (posting.purpose == Purpose::Coordination) here.coordination += posting.cents;
    if (is_for_a_task(posting.purpose)) here.tasks += posting.cents;
    const bool is_payer = posting.payer.actor == Actor::Municipality;  // after a merger maybe not where it is received
    if (posting.purpose == Purpose::Bijstand)
      sums[is_payer ? index_of<MunicipalityIndex>(posting.payer.number) : place].bijstand_paid += posting.cents;
  }
}

void add_followed(Followed& to, const Followed& from) {
  to.leavers += from.leavers;
  to.durable_leavers += from.durable_leavers;
  to.ww_starters += from.ww_starters;
  to.ww_back += from.ww_back;
  to.trainees += from.trainees;
  to.trainees_at_work += from.trainees_at_work;
  to.workers += from.workers;
  to.workers_moved += from.workers_moved;
  to.young += from.young;
  to.neet += from.neet;
  to.with_diploma += from.with_diploma;
  to.with_diploma_at_work += from.with_diploma_at_work;
  to.without_diploma += from.without_diploma;
  to.without_diploma_at_work += from.without_diploma_at_work;
  to.school_leavers += from.school_leavers;
  to.school_leavers_at_work += from.school_leavers_at_work;
  to.school_leavers_matched += from.school_leavers_matched;
}

void add_governed(Sums& to, const Sums& from) {
  add(to.councils, from.councils);
  to.info_precision += from.info_precision;
  to.info_lag += from.info_lag;
  to.scale_fit += from.scale_fit;
  to.scale_tasks += from.scale_tasks;
  to.moves += from.moves;
  to.ended += from.ended;
  to.decisions += from.decisions;
  to.decision_months += from.decision_months;
  to.trust += from.trust;
  to.ties += from.ties;
  to.votes += from.votes;
  to.yes_votes += from.yes_votes;
  to.tasks += from.tasks;
  to.usual_tasks += from.usual_tasks;
  to.coordination += from.coordination;
  to.grants += from.grants;
  to.left_to_partners += from.left_to_partners;
  to.in_vangnet += from.in_vangnet;
}

}  // namespace

Sums empty_sums(const World& world, const Inputs& inputs) {
  Sums sums;
  sums.weight = world.weight;
  sums.month = world.month;
  sums.recorded_share = inputs.parameters.firm.recorded_share;
  sums.wage_growth = inputs.parameters.wage.experience;
  return sums;
}

void add(Stocks& to, const Stocks& from) {
  add_array(to.labour, from.labour);
  add_array(to.benefit, from.benefit);
  add_array(to.employed_in, from.employed_in);
  add_array(to.unemployed_in, from.unemployed_in);
  add_array(to.searching, from.searching);
  add_array(to.bijstand_at, from.bijstand_at);
  add_array(to.jobless_at, from.jobless_at);
  to.abroad += from.abroad;
  add_array(to.wages, from.wages);
  add_array(to.wage_months, from.wage_months);
}

void add(Sums& to, const Sums& from) {
  add(to.stocks, from.stocks);
  add_flows(to.flows, from.flows);
  to.vacancy_flows.opened += from.vacancy_flows.opened;
  to.vacancy_flows.filled += from.vacancy_flows.filled;
  to.vacancy_flows.withdrawn += from.vacancy_flows.withdrawn;
  to.vacancy_flows.age_at_fill += from.vacancy_flows.age_at_fill;
  to.jobs += from.jobs;
  to.vacancies += from.vacancies;
  to.vacancies_over_3_months += from.vacancies_over_3_months;
  to.unfilled += from.unfilled;
  to.target += from.target;
  to.growing.vacancies += from.growing.vacancies;
  to.growing.vacancies_over_3_months += from.growing.vacancies_over_3_months;
  to.growing.unfilled += from.growing.unfilled;
  to.growing.target += from.growing.target;
  add_array(to.vacancies_in, from.vacancies_in);
  add_array(to.paid, from.paid);
  add_followed(to.followed, from.followed);
  to.jobs_closed += from.jobs_closed;
  to.jobs_retained += from.jobs_retained;
  to.helped += from.helped;
  to.months_to_help += from.months_to_help;
  add_governed(to, from);
  add(to.incomes, from.incomes);
  to.forecast_squares += from.forecast_squares;
  to.forecast_rows += from.forecast_rows;
  to.buig += from.buig;
  to.bijstand_paid += from.bijstand_paid;
}

Column<MunicipalityIndex, Sums> municipal_sums(const World& world, const Inputs& inputs) {
  Sums empty = empty_sums(world, inputs);
  empty.whole_area = true;
  Column<MunicipalityIndex, Sums> sums(inputs.country.municipalities.size(), empty);
  for (const MunicipalityIndex m : rows_of(sums)) {
    sums[m].stocks = world.municipalities.stocks[m];
    sums[m].flows = world.municipalities.flows[m];
    sums[m].vacancy_flows = world.municipalities.vacancies[m];
  }
  if (statistics_month(world)) add_forecasts(sums, world, inputs.country);
  add_firms(sums, world, inputs);
  add_vacancies(sums, world, inputs);
  add_endangered(sums, world);
  add_money(sums, world);
  add_governments(sums, world, inputs);
  return sums;
}

double mismatch_index(std::span<const double> vacancies, std::span<const double> unemployed) {
  double all_vacancies = 0, all_unemployed = 0, together = 0;
  for (const double v : vacancies) all_vacancies += v;
  for (const double u : unemployed) all_unemployed += u;
  if (!(all_vacancies > 0) || !(all_unemployed > 0)) return std::numeric_limits<double>::quiet_NaN();
  for (std::size_t c = 0; c < vacancies.size(); ++c)
    if (vacancies[c] > 0 && unemployed[c] > 0)
      together += std::sqrt(vacancies[c] / all_vacancies * (unemployed[c] / all_unemployed));
  return 1 - together;
}

}  // namespace polder
