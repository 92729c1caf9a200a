// Who is followed from year to year: durable outflow (I07), the way back from ww (I04), sector mobility (I20), what
// became of those who took a training place; and school leavers from July to October (I10).
#include "indicators/observe.h"
#include "world/programmes.h"

namespace polder {
namespace {

constexpr int durable_months = 6;          // at work, of the twelve from January on
constexpr std::size_t worker_sample = 16;  // every so many rows

/// Keeps the members of a panel for whom `stays` holds.
template <class Stays>
void keep(YearPanel& panel, Stays stays) {
  YearPanel kept;
  for (const ResidentIndex person : panel.persons)
    if (stays(person)) kept.add(person, 0);
  panel = std::move(kept);
}

std::uint8_t year_mark(Month month) { return month.year() & 1; }

constexpr int july = 7, october = 10;
constexpr int young_from = 15, young_until = 27;  // [years]

/// Residents of 15 to 26, and those of them neither at work nor at school.
void add_young(Column<MunicipalityIndex, Sums>& sums, const World& world, const Parameters& parameters) {
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Labour labour = world.residents.now[person].labour;
    if (labour == Labour::Absent) continue;
    const Profile profile = world.residents.profile[person];
    const int age = world.age_months(profile);
    if (age < 12 * young_from || age >= 12 * young_until) continue;
    Followed& home = sums[profile.municipality()].followed;
    ++home.young;
    if (labour != Labour::Child && !works(labour) && !at_school(world, parameters, profile)) ++home.neet;
  }
}

/// Work counts as matched if it is in the class of the programme and began after it, or as a part of it.
void add_school_leavers(Column<MunicipalityIndex, Sums>& sums, const Observations& observations, const World& world) {
  const Month left = world.month - (october - july);
  const YearPanel& panel = observations.school_leavers;
  for (std::size_t i = 0; i < panel.persons.size(); ++i) {
    const Situation& now = world.residents.now[panel.persons[i]];
    if (now.labour == Labour::Absent) continue;
    const Profile profile = world.residents.profile[panel.persons[i]];
    Followed& home = sums[profile.municipality()].followed;
    const std::int32_t at_work = works(now.labour) ? 1 : 0;
    ++home.school_leavers;
    home.school_leavers_at_work += at_work;
    const bool began = profile.apprentice != 0 || now.since >= left;
    if (at_work != 0 && profile.occupation == panel.mark[i] && began) ++home.school_leavers_matched;
    if (programme_level(profile) != 1) continue;  // mbo
    ++(profile.without_diploma != 0 ? home.without_diploma : home.with_diploma);
    (profile.without_diploma != 0 ? home.without_diploma_at_work : home.with_diploma_at_work) += at_work;
  }
}

}  // namespace

void begin_panels(Observations& observations, const World& world) {
  if (world.month.calendar_month() != 1) return;
  observations.leavers.clear();
  observations.ww_starters.clear();
  observations.workers.clear();
  YearPanel recent;  // who took a place last year is measured next December
  for (std::size_t i = 0; i < observations.trainees.persons.size(); ++i)
    if (observations.trainees.mark[i] == year_mark(world.month - 1))
      recent.add(observations.trainees.persons[i], observations.trainees.mark[i]);
  observations.trainees = std::move(recent);
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Situation& now = world.residents.now[person];
    if (now.labour == Labour::Absent) continue;
    if (receives_bijstand(now.benefit)) observations.leavers.add(person, 0);
    if (is_employee(now.labour) && !receives_ww(now.benefit)) observations.ww_starters.add(person, 0);
    if (works(now.labour) && number(person) % worker_sample == 0) observations.workers.add(person, now.last_sector);
  }
}

void follow_panels(Observations& observations, const World& world) {
  const auto& now = world.residents.now;
  if (world.month.calendar_month() == 1) {
    keep(observations.leavers, [&](ResidentIndex p) { return !receives_bijstand(now[p].benefit); });
    keep(observations.ww_starters, [&](ResidentIndex p) { return now[p].benefit == Benefit::Ww; });
  }
  if (world.month.calendar_month() == july) {
    observations.school_leavers.clear();
    for (const ResidentIndex person : world.today.school_leavers)
      observations.school_leavers.add(person, static_cast<std::uint8_t>(world.residents.profile[person].occupation));
  }
  YearPanel& leavers = observations.leavers;
  for (std::size_t i = 0; i < leavers.persons.size(); ++i)
    if (works(now[leavers.persons[i]].labour)) ++leavers.mark[i];
  for (const Participant& place : world.participants)
    if (place.since == world.month && place.full_time != 0)
      observations.trainees.add(place.person, year_mark(world.month));
}

void add_panels(Column<MunicipalityIndex, Sums>& sums, const Observations& observations, const World& world,
                const Parameters& parameters) {
  if (world.month.calendar_month() == october) {
    add_young(sums, world, parameters);
    add_school_leavers(sums, observations, world);
  }
  if (world.month.calendar_month() != 12) return;
  const auto for_each = [&](const YearPanel& panel, auto count) {
    for (std::size_t i = 0; i < panel.persons.size(); ++i) {
      const Situation& now = world.residents.now[panel.persons[i]];
      if (now.labour != Labour::Absent)
        count(sums[world.residents.profile[panel.persons[i]].municipality()].followed, now, panel.mark[i]);
    }
  };
  for_each(observations.leavers, [](Followed& home, const Situation&, std::uint8_t months) {
    ++home.leavers;
    if (months >= durable_months) ++home.durable_leavers;
  });
  for_each(observations.ww_starters, [](Followed& home, const Situation& now, std::uint8_t) {
    ++home.ww_starters;
    if (works(now.labour)) ++home.ww_back;
  });
  for_each(observations.trainees, [&](Followed& home, const Situation& now, std::uint8_t year) {
    if (year == year_mark(world.month)) return;
    ++home.trainees;
    if (works(now.labour)) ++home.trainees_at_work;
  });
  for_each(observations.workers, [](Followed& home, const Situation& now, std::uint8_t sector) {
    if (!works(now.labour)) return;
    ++home.workers;
    if (now.last_sector != sector) ++home.workers_moved;
  });
}

}  // namespace polder
