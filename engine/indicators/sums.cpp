#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "government/contributions.h"
#include "government/foresight.h"
#include "government/setting.h"
#include "indicators/observe.h"
#include "world/forecast.h"
#include "world/parties.h"
#include "world/task_budgets.h"

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

void add_firms(Column<MunicipalityIndex, Sums>& sums, const World& world, const Inputs& inputs) {
  const Firms& firms = world.firms;
  for (const FirmIndex firm : rows_of(firms.state)) {
    if (firms.state[firm] == FirmState::Absent) continue;
    Sums& here = sums[firms.municipality[firm]];
    here.jobs += firms.jobs[firm];
    here.vacancies += firms.vacancies[firm];
    if (firms.state[firm] == FirmState::Closed || firms.state[firm] == FirmState::Notice) continue;
    here.target += firms.target[firm];
    const double missing = firms.target[firm] - firms.jobs[firm];
    here.unfilled += missing > 0 ? missing : 0;
    if (!is_growing(world, inputs, firm)) continue;
    here.growing.target += firms.target[firm];
    here.growing.unfilled += missing > 0 ? missing : 0;
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

/// Decisions that were carried out, where they were proposed; ties where either government is.
void add_decisions(Column<MunicipalityIndex, Sums>& sums, const World& world) {
  for (const Proposal& proposal : world.proposals) {
    if (proposal.stage != DecisionStep::Executed) continue;
    ++sums[proposal.proposer].decisions;
    sums[proposal.proposer].decision_months += proposal.next - proposal.since;
  }
  for (const Tie& tie : world.ties)
    for (const GovernmentIndex one : {tie.a, tie.b}) {
      if (number(one) >= sums.size()) continue;
      Sums& here = sums[index_of<MunicipalityIndex>(number(one))];
      here.trust += tie.trust;
      here.ties += 1;
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

void add_precision(Column<MunicipalityIndex, Sums>& sums, const World& world, const Inputs& inputs) {
  const std::vector<double> precisions = government::precisions_of_schools(world, inputs);
  for (const MunicipalityIndex m : rows_of(sums))
    for (std::size_t l = 0; l < labour_count; ++l)
      sums[m].info_precision += sums[m].stocks.labour[l] * precisions[number(inputs.country.municipalities[m].region)];
}

/// Levels of tasks: how good those in force are, and how many changed.
void add_levels(Column<MunicipalityIndex, Sums>& sums, const World& world, const Inputs& inputs) {
  const GovernmentParameters& parameters = inputs.parameters.government;
  const government::Portfolios portfolios(world, inputs.country, parameters.integration);
  for (const MunicipalityIndex m : rows_of(sums)) {
    if (!inputs.country.municipalities[m].government.has_council()) continue;
    sums[m].scale_fit = government::scale_fit(world, m, portfolios, inputs.model.territories[m], parameters);
    sums[m].scale_tasks = task_count;
    for (const Provision& provision : world.municipalities.provision[m])
      if (provision.since == world.month) ++sums[m].moves;
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

/// Share of what is best for all partners that is not contributed, as only the shared part of a task can be left to
/// them: reach weight (1 - commitment) (1 - 1/n).
double left_to_partners(const World& world, const Parameters& parameters, MunicipalityIndex m, Task task) {
  const Level level = world.municipalities.provision[m][number(task)].level;
  const double partners = level == Level::Local ? 1 : world.municipalities.territory[m][number(task)].partners;
  const double committed = government::commitment(level, parameters.government.trust.start, 0, parameters.government);
  return parameters.government.task[number(task)].reach_weight * (1 - committed) * (1 - 1 / partners);
}

void add_governments(Column<MunicipalityIndex, Sums>& sums, const World& world, const Inputs& inputs) {
  const int month = world.month.calendar_month();
  for (const MunicipalityIndex m : rows_of(sums)) {
    const MunicipalityFacts& facts = inputs.country.municipalities[m];
    const double own_risk = inputs.parameters.buig.own_risk;
    if (!facts.elsewhere && world.municipalities.government[m].deficit > own_risk) ++sums[m].in_vangnet;
    if (!facts.government.has_council()) continue;
    const TaskBudgets figures = task_budgets(facts.government.accounts, inputs.parameters);
    for (std::size_t t = 0; t < task_count; ++t) {
      sums[m].usual_tasks += instalment(figures[t], month);
      sums[m].left_to_partners += static_cast<double>(instalment(world.municipalities.services[m].budget[t], month)) *
                                  left_to_partners(world, inputs.parameters, m, index_of<Task>(t));
    }
  }
}

void add_money(Column<MunicipalityIndex, Sums>& sums, const World& world) {
  for (const Posting& posting : world.ledger.postings) {
    const MunicipalityIndex place = place_of(posting);
    if (place == none<MunicipalityIndex>) continue;
    Sums& here = sums[place];
    here.paid[static_cast<std::size_t>(posting.payer.actor)] += posting.cents;
    if (posting.purpose == Purpose::Buig) here.buig += posting.cents;
    if (posting.purpose == Purpose::Grant) here.grants += posting.cents;
    if (posting.purpose == Purpose::Coordination) here.coordination += posting.cents;
    if (is_for_a_task(posting.purpose)) here.tasks += posting.cents;
    if (posting.purpose == Purpose::Bijstand) here.bijstand_paid += posting.cents;
  }
}

/// Arrangements of the tables and those that carry out tasks of the municipality, and municipalities in each of them.
void count_arrangements(Councils& councils, const World& world, const Country& country, MunicipalityIndex m) {
  for (const std::uint32_t row : country.municipalities[m].government.arrangements) {
    ++councils.arrangements;
    councils.partners += static_cast<double>(country.arrangements[row].partners());
  }
  std::vector<BodyIndex> known;
  for (std::size_t task = 0; task < task_count; ++task) {
    const Provision& provision = world.municipalities.provision[m][task];
    if (!is_regional(provision.level) || std::ranges::find(known, provision.body) != known.end()) continue;
    known.push_back(provision.body);
    ++councils.arrangements;
    councils.partners += world.municipalities.territory[m][task].partners;
  }
}

Councils councils_of(const World& world, const Inputs& inputs, MunicipalityIndex m) {
  Councils sum;
  const MunicipalityFacts& facts = inputs.country.municipalities[m];
  if (!facts.government.has_council()) return sum;
  const Council& council = world.municipalities.council[m];
  const double people = facts.population;
  const double integration = council.course.integration < 0 ? inputs.parameters.government.integration.coordinated
                                                            : council.course.integration;
  sum.inhabitants = people;
  sum.legitimacy = people * council.legitimacy;
  sum.control = people * council.control;
  sum.transparency = people * council.transparency;
  sum.performance = people * council.performance;
  sum.engagement = people * council.engagement;
  sum.attention = people * council.attention;
  sum.integration = people * integration;
  sum.municipalities = 1;
  sum.hours = council.hours;
  count_arrangements(sum, world, inputs.country, m);
  for (std::size_t party = 0; party < inputs.country.parties.size(); ++party) {
    sum.seats += council.seats[party];
    if (is_local(inputs.country.parties[party])) sum.local_seats += council.seats[party];
  }
  return sum;
}

void add_councils(Councils& to, const Councils& from) {
  to.inhabitants += from.inhabitants;
  to.legitimacy += from.legitimacy;
  to.control += from.control;
  to.transparency += from.transparency;
  to.performance += from.performance;
  to.engagement += from.engagement;
  to.attention += from.attention;
  to.integration += from.integration;
  to.municipalities += from.municipalities;
  to.hours += from.hours;
  to.arrangements += from.arrangements;
  to.partners += from.partners;
  to.seats += from.seats;
  to.local_seats += from.local_seats;
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

void add(Sums& to, const Sums& from) {
  add_array(to.stocks.labour, from.stocks.labour);
  add_array(to.stocks.benefit, from.stocks.benefit);
  add_array(to.stocks.employed_in, from.stocks.employed_in);
  add_array(to.stocks.unemployed_in, from.stocks.unemployed_in);
  add_array(to.stocks.searching, from.stocks.searching);
  add_array(to.stocks.bijstand_at, from.stocks.bijstand_at);
  add_array(to.stocks.jobless_at, from.stocks.jobless_at);
  to.stocks.abroad += from.stocks.abroad;
  add_array(to.stocks.wages, from.stocks.wages);
  add_array(to.stocks.wage_months, from.stocks.wage_months);
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
  to.followed.leavers += from.followed.leavers;
  to.followed.durable_leavers += from.followed.durable_leavers;
  to.followed.ww_starters += from.followed.ww_starters;
  to.followed.ww_back += from.followed.ww_back;
  to.followed.trainees += from.followed.trainees;
  to.followed.trainees_at_work += from.followed.trainees_at_work;
  to.followed.workers += from.followed.workers;
  to.followed.workers_moved += from.followed.workers_moved;
  to.jobs_closed += from.jobs_closed;
  to.jobs_retained += from.jobs_retained;
  to.helped += from.helped;
  to.months_to_help += from.months_to_help;
  to.followed.young += from.followed.young;
  to.followed.neet += from.followed.neet;
  to.followed.with_diploma += from.followed.with_diploma;
  to.followed.with_diploma_at_work += from.followed.with_diploma_at_work;
  to.followed.without_diploma += from.followed.without_diploma;
  to.followed.without_diploma_at_work += from.followed.without_diploma_at_work;
  to.followed.school_leavers += from.followed.school_leavers;
  to.followed.school_leavers_at_work += from.followed.school_leavers_at_work;
  to.followed.school_leavers_matched += from.followed.school_leavers_matched;
  add_councils(to.councils, from.councils);
  to.info_precision += from.info_precision;
  to.scale_fit += from.scale_fit;
  to.scale_tasks += from.scale_tasks;
  to.moves += from.moves;
  to.decisions += from.decisions;
  to.decision_months += from.decision_months;
  to.trust += from.trust;
  to.ties += from.ties;
  to.forecast_squares += from.forecast_squares;
  to.forecast_rows += from.forecast_rows;
  to.buig += from.buig;
  to.bijstand_paid += from.bijstand_paid;
  to.tasks += from.tasks;
  to.usual_tasks += from.usual_tasks;
  to.coordination += from.coordination;
  to.grants += from.grants;
  to.left_to_partners += from.left_to_partners;
  to.in_vangnet += from.in_vangnet;
}

Column<MunicipalityIndex, Sums> municipal_sums(const World& world, const Inputs& inputs) {
  Sums empty = empty_sums(world, inputs);
  empty.whole_area = true;
  Column<MunicipalityIndex, Sums> sums(inputs.country.municipalities.size(), empty);
  for (const MunicipalityIndex m : rows_of(sums)) {
    sums[m].stocks = world.municipalities.stocks[m];
    sums[m].flows = world.municipalities.flows[m];
    sums[m].vacancy_flows = world.municipalities.vacancies[m];
    sums[m].councils = councils_of(world, inputs, m);
  }
  if (statistics_month(world)) add_forecasts(sums, world, inputs.country);
  add_firms(sums, world, inputs);
  add_vacancies(sums, world, inputs);
  add_endangered(sums, world);
  add_precision(sums, world, inputs);
  add_levels(sums, world, inputs);
  add_decisions(sums, world);
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
    together += std::sqrt(vacancies[c] / all_vacancies * (unemployed[c] / all_unemployed));
  return 1 - together;
}

}  // namespace polder
