// What a run shows that results do not hold: the same residents three months apart, how rights end, where people work.
// Counted in rows over all months of a window; ratios come last (calibrate/moments.h).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "polder/world/country.h"
#include "polder/world/world.h"

namespace polder::calibrate {

/// The three states of labour force statistics.
enum class State : std::uint8_t { Employed, Unemployed, Outside };
State state_of(Labour labour);

struct Tally {
  std::array<std::array<double, 3>, 3> states{};  // residents of 15-74 by [state][state three months later]
  /// Employees at the start of three months, with [0] under two years in the job, [1] longer; and those of them who
  /// are employees of another establishment at the end.
  std::array<double, 2> employees{}, movers{};
  /// By occupation at the start of three months: at work at both ends; of those in another occupation at the end.
  std::array<double, most_occupations> workers_in{}, changed_from{};
  double workers = 0, at_home = 0, kilometres = 0;              // at the end; at work where they live; home to work
  std::vector<double> municipal_workers, municipal_outward;     // by municipality of residence; who work elsewhere
  std::vector<double> regional_workers, regional_inside;        // by region of residence; who work inside it
  double ww_ended = 0, ww_exhausted = 0, ww_to_bijstand = 0;    // rights to ww that ended
  double bijstand_ended = 0, bijstand_to_work = 0;              // rights to bijstand that ended; at work then
  double vacancies_open = 0, vacancies_filled = 0;              // at the start of each month; filled in it
};

/// Which municipalities count (1) and which do not (0).
using Counted = Column<MunicipalityIndex, std::uint8_t>;
/// Those inside the scope, and of the region in focus where there is one.
Counted counted_places(const Country& country, bool scoped);

/// Residents as they were.
struct Snapshot {
  Month month;
  Residents residents;
  Month age_month;
};
Snapshot snapshot_of(const World& world);
/// Compares residents with themselves, usually three months ago; adds to states, employees, movers and occupations.
void count_changes(Tally& tally, const Snapshot& before, const World& world, const Counted& counted);

/// Adds where people work, at the end of a month.
void count_commuting(Tally& tally, const World& world, const Country& country, const Counted& counted);

/// Who receives ww or bijstand, and the vacancies, before a month is simulated.
struct MonthBefore {
  struct Recipient {
    ResidentIndex person{};
    Situation now;
  };
  Month month;
  std::vector<Recipient> recipients;
  double vacancies = 0;
};
MonthBefore month_before(const World& world, const Counted& counted);
/// After that month: adds the rights that ended and the vacancies that were filled.
void count_month(Tally& tally, const MonthBefore& before, const World& world, const Counted& counted);

}  // namespace polder::calibrate
