// Who is followed from year to year: durable outflow (I07), the way back from ww (I04), sector mobility (I20), and
// what became of those who took a training place.
#include "indicators/observe.h"

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
  YearPanel& leavers = observations.leavers;
  for (std::size_t i = 0; i < leavers.persons.size(); ++i)
    if (works(now[leavers.persons[i]].labour)) ++leavers.mark[i];
  for (const Participant& place : world.participants)
    if (place.since == world.month && place.full_time != 0)
      observations.trainees.add(place.person, year_mark(world.month));
}

void add_panels(Column<MunicipalityIndex, Sums>& sums, const Observations& observations, const World& world) {
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
