// A run: months, events, checkpoints. Nothing here prints or writes files.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "polder/base/error.h"
#include "polder/base/random.h"
#include "polder/indicators/indicator.h"
#include "polder/scenario/inputs.h"
#include "polder/scenario/scenario.h"
#include "polder/world/world.h"

namespace polder {

/// A closure with its establishment looked up.
struct Closure {
  FirmIndex firm{};
  Month announced, at;
};

/// A threat to leave with its establishment looked up.
struct ThreatOfDeparture {
  FirmIndex firm{};
  Month from, decides;
  int notice = 0;    // [months]
  double offer = 0;  // from elsewhere, 0..1
  friend bool operator==(const ThreatOfDeparture&, const ThreatOfDeparture&) = default;
};

/// An employer who arrives, on a row that waits for it.
struct Arrival {
  FirmIndex firm{};
  MunicipalityIndex municipality{};
  SectorIndex sector{};
  double jobs = 0;  // [persons]
  Month at;
  friend bool operator==(const Arrival&, const Arrival&) = default;
};

/// A scenario with all names turned into rows and months.
struct Script {
  std::string name;
  std::vector<Closure> closures;
  std::vector<ThreatOfDeparture> threats;
  std::vector<Arrival> arrivals;
  std::vector<Recession> recessions;
  struct Trend {
    SectorIndex sector{};
    RegionIndex region = none<RegionIndex>;  // none: everywhere
    double rate = 0;
    Month from, to;
  };
  std::vector<Trend> trends;
  struct Wave {
    SectorIndex sector{};
    RegionIndex region = none<RegionIndex>;  // none: everywhere
    double rate = 0;                         // [chance/month]
    Month from, to;
  };
  std::vector<Wave> waves;
  struct YouthChoice {
    OccupationIndex towards{};
    double shift = 0;
    Month from, to;
  };
  std::vector<YouthChoice> youth;
  struct Setting {
    const struct Lever* lever = nullptr;
    double value = 0;
    bool relative = false;
    Month from, to;
    std::vector<MunicipalityIndex> who;  // empty: all
  };
  std::vector<Setting> settings;
  struct Happening {
    Incident incident;
    Month at;
  };
  std::vector<Happening> happenings;  // to governments
  struct Founded {
    NamedArrangement arrangement;
    Month from, to;
  };
  std::vector<Founded> founded;  // arrangements by name; their rows make their bundles
  struct Redrawn {
    Month from;
    Model model;
  };
  std::vector<Redrawn> redrawn;  // the model as mergers make it, in order of month
};

/// A study made ready: one synthetic world, one model, a script per scenario.
struct Experiment {
  Model model;
  World world;                       // at the first month of the warm-up
  std::vector<Script> scripts;       // by ScenarioIndex
  std::vector<TrackedPlant> tracked;
  Month from, to;                    // reported months
  Month warm_up_from;
  std::uint32_t seed = 1;
  bool municipalities_monthly = false;
  bool scoped = false;               // only the region in focus is reported
  Engine engine = Engine::Fast;
  std::vector<std::string> notes;    // what was chosen for the user: the establishment that closes, ...
};

/// Reads the country, builds the synthetic population, looks names up. Throws InputError with all problems.
Experiment prepare(const Study& study);

/// A run in progress: copying it branches the run.
struct RunState {
  World world;
  Observations observations;
};

RunState begin_run(const Experiment& experiment);

/// Policy and demand of a scenario in a month: equal inputs and events mean that two scenarios are still one.
Inputs inputs_for(const Experiment& experiment, const Script& script, Month month);
/// First month in which two scripts differ, or the month after the last.
Month first_difference(const Experiment& experiment, const Script& a, const Script& b);

/// One month: events, inputs, schedule, identities, observation. Throws BrokenInvariant.
void simulate_month(RunState& state, const Experiment& experiment, const Script& script, const Random& random);

/// Months until (not including) `until`, or until `stop` says so; returns false when stopped.
bool simulate_until(RunState& state, const Experiment& experiment, const Script& script, const Random& random,
                    Month until, const std::function<bool()>& stop);

/// The schedule, for `polder explain schedule`.
struct ScheduleLine {
  std::string_view name, when, does;
};
std::vector<ScheduleLine> schedule_lines();

/// A hash of the world after each system of the coming month, on a copy; for finding where two runs part.
std::vector<std::pair<std::string_view, std::uint64_t>> hash_trail(const RunState& state, const Experiment& experiment,
                                                                   const Script& script, const Random& random);

/// The world after the first so many systems of the coming month; 0: after its events.
World world_after(const RunState& state, const Experiment& experiment, const Script& script, const Random& random,
                  std::size_t systems);

std::uint64_t hash_of(const World& world);
std::string to_checkpoint(const RunState& state);                   // bytes, with a digest at the end
RunState from_checkpoint(const std::string& bytes, std::string_view name);  // throws InputError when damaged

}  // namespace polder
