#include "calibrate/tally.h"

namespace polder::calibrate {
namespace {

constexpr int youngest = 15 * 12, oldest = 75 * 12;  // [months] of labour force statistics: 15 to 74 years
constexpr int short_tenure = 24;                     // [months]

bool present(const Situation& now) { return now.labour != Labour::Absent; }

bool counts(const Profile& profile, const Counted& counted) { return counted[profile.municipality()] != 0; }

void count_job_change(Tally& tally, const Situation& then, const Situation& now, Month month) {
  if (!is_employee(then.labour)) return;
  const std::size_t tenure = month - then.since < short_tenure ? 0 : 1;
  ++tally.employees[tenure];
  if (is_employee(now.labour) && now.employer != then.employer) ++tally.movers[tenure];
}

void count_end(Tally& tally, const Situation& then, const Situation& now, Month month) {
  if (receives_ww(then.benefit) && !receives_ww(now.benefit)) {
    ++tally.ww_ended;
    if (then.benefit_until < month) ++tally.ww_exhausted;
    if (receives_bijstand(now.benefit)) ++tally.ww_to_bijstand;
  }
  if (receives_bijstand(then.benefit) && !receives_bijstand(now.benefit)) {
    ++tally.bijstand_ended;
    if (works(now.labour)) ++tally.bijstand_to_work;
  }
}

}  // namespace

State state_of(Labour labour) {
  if (works(labour)) return State::Employed;
  return labour == Labour::Unemployed ? State::Unemployed : State::Outside;
}

Counted counted_places(const Country& country, bool scoped) {
  Counted counted(country.municipalities.size(), 0);
  for (const MunicipalityIndex m : rows_of(country.municipalities))
    if (!country.municipalities[m].elsewhere && (!scoped || country.municipalities[m].focus)) counted[m] = 1;
  return counted;
}

Snapshot snapshot_of(const World& world) { return {world.month, world.residents, world.age_month()}; }

void count_changes(Tally& tally, const Snapshot& before, const World& world, const Counted& counted) {
  for (const ResidentIndex person : rows_of(before.residents.now)) {
    const Situation& then = before.residents.now[person];
    const Situation& now = world.residents.now[person];
    const Profile profile = before.residents.profile[person];
    if (!present(then) || !present(now) || !counts(profile, counted)) continue;
    const int age = before.age_month - profile.birth_month();
    if (age < youngest || age >= oldest) continue;
    ++tally.states[static_cast<std::size_t>(state_of(then.labour))][static_cast<std::size_t>(state_of(now.labour))];
    count_job_change(tally, then, now, before.month);
    if (!works(then.labour) || !works(now.labour)) continue;
    ++tally.workers_in[profile.occupation];
    if (world.residents.profile[person].occupation != profile.occupation) ++tally.changed_from[profile.occupation];
  }
}

void count_commuting(Tally& tally, const World& world, const Country& country, const Counted& counted) {
  tally.municipal_workers.resize(country.municipalities.size());
  tally.municipal_outward.resize(country.municipalities.size());
  tally.regional_workers.resize(country.regions.size());
  tally.regional_inside.resize(country.regions.size());
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Situation& now = world.residents.now[person];
    const MunicipalityIndex home = world.residents.profile[person].municipality();
    if (!works(now.labour) || now.employer == none<FirmIndex> || counted[home] == 0) continue;
    const MunicipalityIndex work = world.firms.municipality[now.employer];
    const std::size_t region = number(country.municipalities[home].region);
    ++tally.workers;
    ++tally.municipal_workers[number(home)];
    ++tally.regional_workers[region];
    ++(home == work ? tally.at_home : tally.municipal_outward[number(home)]);
    const MunicipalityFacts& there = country.municipalities[work];
    if (!there.elsewhere && number(there.region) == region) ++tally.regional_inside[region];
    tally.kilometres += country.kilometres(home, work);
  }
}

MonthBefore month_before(const World& world, const Counted& counted) {
  MonthBefore before;
  before.month = world.month;
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Situation& now = world.residents.now[person];
    if (!receives_ww(now.benefit) && !receives_bijstand(now.benefit)) continue;
    if (counts(world.residents.profile[person], counted)) before.recipients.push_back({person, now});
  }
  for (const FirmIndex firm : world.vacancies.firm)
    if (counted[world.firms.municipality[firm]] != 0) ++before.vacancies;
  return before;
}

void count_month(Tally& tally, const MonthBefore& before, const World& world, const Counted& counted) {
  for (const auto& recipient : before.recipients)
    count_end(tally, recipient.now, world.residents.now[recipient.person], before.month);
  tally.vacancies_open += before.vacancies;
  for (const MunicipalityIndex m : rows_of(world.municipalities.vacancies))
    if (counted[m] != 0) tally.vacancies_filled += static_cast<double>(world.municipalities.vacancies[m].filled);
}

}  // namespace polder::calibrate
