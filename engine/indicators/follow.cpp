// Who is followed through a calendar year: durable outflow (I07), the way back from ww (I04), sector mobility (I20).
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

}  // namespace

void begin_panels(Observations& observations, const World& world) {
  if (world.month.calendar_month() != 1) return;
  observations.leavers.clear();
  observations.ww_starters.clear();
  observations.workers.clear();
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
  for_each(observations.workers, [](Followed& home, const Situation& now, std::uint8_t sector) {
    if (!works(now.labour)) return;
    ++home.workers;
    if (now.last_sector != sector) ++home.workers_moved;
  });
}

}  // namespace polder
