#include <fmt/format.h>

#include <algorithm>

#include "indicators/observe.h"
#include "polder/scenario/lever.h"
#include "polder/simulation/simulation.h"
#include "scenario/study.h"
#include "simulation/identities.h"
#include "simulation/month.h"
#include "simulation/resolve.h"
#include "systems/firms/firms.h"
#include "world/build.h"
#include "world/programmes.h"

namespace polder {
namespace {

#ifdef NDEBUG
constexpr bool recount_every_month = false;
#else
constexpr bool recount_every_month = true;
#endif

/// Push of a recession on the cycle in a month: down to the trough in the first half, back in the second.
double push(const Recession& recession, Month month) {
  const int elapsed = month - recession.from;
  if (elapsed < 0 || elapsed >= recession.months) return 0;
  const double half = recession.months / 2.0;
  const double part = elapsed < half ? (elapsed + 1) / half : (recession.months - elapsed) / half;
  return -recession.depth * std::min(1.0, part);
}

/// Trends of demand by region and sector in a month [log points]; empty without any.
std::vector<double> trend_in(const Country& country, const Script& script, Month month) {
  std::vector<double> sum;
  for (const Script::Trend& trend : script.trends) {
    const int elapsed = std::min(month - trend.from + 1, trend.to - trend.from + 1);
    if (elapsed <= 0) continue;
    if (sum.empty()) sum.assign(country.regions.size() * country.sectors.size(), 0.0);
    for (const RegionIndex region : rows_of(country.regions))
      if (trend.region == none<RegionIndex> || trend.region == region)
        sum[firms::cell(country, region, trend.sector)] += trend.rate * elapsed / 12;
  }
  return sum;
}

DemandPath demand_path(const Country& country, const Script& script, Month month) {
  DemandPath path;
  for (const Recession& recession : script.recessions) path.cycle_shift += push(recession, month);
  path.trend = trend_in(country, script, month);
  for (const Script::Wave& wave : script.waves) {
    if (month < wave.from || month > wave.to) continue;
    if (path.bankruptcy.empty()) path.bankruptcy.assign(country.regions.size() * country.sectors.size(), 0.0);
    for (const RegionIndex region : rows_of(country.regions))
      if (wave.region == none<RegionIndex> || wave.region == region) {
        double& chance = path.bankruptcy[firms::cell(country, region, wave.sector)];
        chance = std::min(1.0, chance + wave.rate);
      }
  }
  return path;
}

Policy policy_at_start(const Experiment& experiment) {
  const auto& rules = experiment.model.parameters.rules;
  Policy policy;
  policy.rules = {rules.ww_rate_first,
                  rules.ww_rate_after,
                  static_cast<int>(rules.ww_first_months),
                  static_cast<int>(rules.ww_most_months),
                  static_cast<int>(rules.ww_least_months),
                  static_cast<int>(rules.ww_full_years),
                  rules.ww_cap,
                  rules.bijstand_norm};
  const std::size_t municipalities = experiment.model.country.municipalities.size();
  policy.mandates.guidance_budget.assign(municipalities, Cents{-1});
  policy.mandates.triage.assign(municipalities, Triage::Equal);
  policy.mandates.retention_package.assign(municipalities, Cents{0});
  policy.mandates.retention_speed.assign(municipalities, 0.0);
  return policy;
}

/// The municipalities named; if none are, all of them, or for a total to be divided those in focus.
std::vector<MunicipalityIndex> places_of(const Script::Setting& setting, const Country& country) {
  if (!setting.who.empty()) return setting.who;
  std::vector<MunicipalityIndex> places;
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const MunicipalityFacts& facts = country.municipalities[m];
    if (!setting.lever->divided || (facts.focus && !facts.elsewhere)) places.push_back(m);
  }
  return places;
}

void set_levers(Policy& policy, const Country& country, const Script& script, Month month) {
  for (const Script::Setting& setting : script.settings) {
    if (month < setting.from || month > setting.to) continue;
    if (!setting.lever->per_municipality) {
      setting.lever->set(policy, country, MunicipalityIndex{0}, setting.value, setting.relative);
      continue;
    }
    const std::vector<MunicipalityIndex> who = places_of(setting, country);
    double inhabitants = 0;
    for (const MunicipalityIndex m : who) inhabitants += country.municipalities[m].population;
    for (const MunicipalityIndex m : who) {
      const double part = setting.lever->divided ? country.municipalities[m].population / inhabitants : 1;
      setting.lever->set(policy, country, m, setting.value * part, setting.relative);
    }
  }
}

/// The model in a month: after mergers another one.
const Model& model_in(const Experiment& experiment, const Script& script, Month month) {
  const Model* model = &experiment.model;
  for (const Script::Redrawn& redrawn : script.redrawn)
    if (month >= redrawn.from) model = &redrawn.model;
  return *model;
}

/// Mean over councils, by inhabitants, of what they put into input for the amendment of the Wgr in a month [share].
double wgr_effort(const Experiment& experiment, const Script& script, Month month) {
  Policy policy = policy_at_start(experiment);
  const Country& country = model_in(experiment, script, month).country;
  set_levers(policy, country, script, month);
  double effort = 0, inhabitants = 0;
  for (const MunicipalityIndex m : rows_of(policy.mandates.course)) {
    if (!country.municipalities[m].government.has_council()) continue;
    effort += country.inhabitants(m) * policy.mandates.course[m].wgr_effort;
    inhabitants += country.inhabitants(m);
  }
  return inhabitants > 0 ? effort / inhabitants : 0;
}

/// Whether the amended Wgr is in force: sooner than it was, once so many months before it as the input of that month
/// brings it forward.
bool is_wgr_amended(const Experiment& experiment, const Script& script, Month month) {
  if (month >= wgr_amended) return true;
  const double most = experiment.model.parameters.government.legitimacy.input_months;
  const bool has_input = std::ranges::any_of(
      script.settings, [](const Script::Setting& setting) { return setting.lever->key == "wgr.input_effort"; });
  if (!has_input) return false;
  for (Month earlier = experiment.from; earlier <= month; earlier = earlier + 1) {
    const int ahead = wgr_amended - earlier;
    if (ahead <= most && ahead <= static_cast<int>(most * wgr_effort(experiment, script, earlier) + .5)) return true;
  }
  return false;
}

void set_governments(Mandates& mandates, const Country& country, const Script& script, Month month) {
  for (const Script::Happening& one : script.happenings)
    if (one.at == month) mandates.incidents.push_back(one.incident);
  for (const Script::Founded& one : script.founded)
    if (month >= one.from && month <= one.to) mandates.arrangements.push_back(one.arrangement);
  if (!script.redrawn.empty())
    for (NamedArrangement& made : mandates.arrangements) merge_members(made, country);
}

std::vector<YouthShift> youth_shifts(const Script& script, Month month) {
  std::vector<YouthShift> shifts;
  for (const Script::YouthChoice& choice : script.youth)
    if (month >= choice.from && month <= choice.to) shifts.push_back({choice.towards, choice.shift});
  return shifts;
}

/// Marks the workers of followed plants in the month in which a closure is first announced, in every scenario alike.
void follow_workers(RunState& state, const Experiment& experiment) {
  World& world = state.world;
  auto& cohorts = state.observations.cohorts;
  cohorts.resize(experiment.tracked.size());
  for (std::size_t c = 0; c < experiment.tracked.size(); ++c) {
    if (experiment.tracked[c].from != world.month) continue;
    for (const ResidentIndex person : rows_of(world.residents.now)) {
      Situation& now = world.residents.now[person];
      if (!works(now.labour) || now.employer != experiment.tracked[c].firm) continue;
      now.cohort = static_cast<std::uint8_t>(c + 1);
      cohorts[c].push_back(person);
    }
  }
}

/// The closures announced, the employers arriving and the threats that begin in a month.
struct MonthEvents {
  std::vector<std::pair<FirmIndex, Month>> closures;
  std::vector<FirmIndex> arrivals;
  std::vector<ThreatOfDeparture> threats;
  friend bool operator==(const MonthEvents&, const MonthEvents&) = default;
};

MonthEvents events_in(const Script& script, Month month) {
  MonthEvents found;
  for (const Closure& closure : script.closures)
    if (closure.announced == month) found.closures.emplace_back(closure.firm, closure.at);
  for (const Arrival& arrival : script.arrivals)
    if (arrival.at == month) found.arrivals.push_back(arrival.firm);
  for (const ThreatOfDeparture& threat : script.threats)
    if (threat.from == month) found.threats.push_back(threat);
  return found;
}

ObservationPlan observation_plan(const Experiment& experiment) {
  return {experiment.tracked, experiment.municipalities_monthly, experiment.scoped};
}

/// The systems of the coming month on a copy of the world, as long as `go_on(name, world)` says so; it is asked after
/// the events and after every system.
World step_through(const RunState& state, const Experiment& experiment, const Script& script, const Random& random,
                   const std::function<bool(std::string_view, const World&)>& go_on) {
  RunState copy = state;
  begin_month(copy.world);
  follow_workers(copy, experiment);
  const Inputs inputs = inputs_for(experiment, script, copy.world.month);
  apply_events(copy.world, inputs, script);
  bool more = go_on("events", copy.world);
  for (const ScheduledSystem& system : schedule()) {
    if (!more) break;
    system.run(copy.world, inputs, random);
    more = go_on(system.name, copy.world);
  }
  return std::move(copy.world);
}

}  // namespace

std::vector<std::string> measured_keys() {
  std::vector<std::string> keys;
  for (const Indicator& indicator : indicator_catalogue()) keys.emplace_back(indicator.key);
  return keys;
}

CountryFiles figures_of(const Study& study) {
  data::Problems problems;
  CountryFiles files = read_country(study.country_folder, problems);
  problems.raise();
  return files;
}

Experiment prepare(const Study& study) { return prepare(study, figures_of(study)); }

Experiment prepare(const Study& study, const CountryFiles& files) {
  data::Problems problems;
  check_until(study, measured_keys(), problems);
  Country country = build_country(files, study, problems);
  problems.raise();
  BuiltWorld built = build_world(country, study, problems);
  problems.raise();
  enrol_students(built.world, country, study.parameters, Random{study.seed, 0});
  Experiment experiment;
  experiment.scripts = write_scripts(study, country, built.world, built.placed, problems, experiment.notes);
  problems.raise();
  reserve_firm_rows(built.world, country, experiment.scripts);
  experiment.tracked = tracked_plants(study, experiment.scripts, built.placed, country, built.world);
  experiment.model = make_model(std::move(country), study.parameters, built.world, study.to - study.from + 1);
  for (const TrackedPlant& plant : experiment.tracked) experiment.model.tracked.push_back(plant.firm);
  for (Script& script : experiment.scripts) redraw(script, experiment.model);
  experiment.world = std::move(built.world);
  experiment.from = study.from;
  experiment.to = study.to;
  experiment.warm_up_from = experiment.world.month;
  experiment.seed = study.seed;
  experiment.municipalities_monthly = study.municipalities_monthly;
  experiment.scoped = study.scope.has_value();
  return experiment;
}

RunState begin_run(const Experiment& experiment) { return {experiment.world, {}}; }

Inputs inputs_for(const Experiment& experiment, const Script& script, Month month) {
  const Model& model = model_in(experiment, script, month);
  Inputs inputs{model, model.country, model.parameters, policy_at_start(experiment), {}, {}, {}, experiment.engine};
  inputs.policy.rules.wgr_2022 = is_wgr_amended(experiment, script, month);
  if (month < experiment.from) return inputs;
  set_levers(inputs.policy, model.country, script, month);
  set_governments(inputs.policy.mandates, model.country, script, month);
  inputs.demand = demand_path(model.country, script, month);
  inputs.youth = youth_shifts(script, month);
  inputs.trend_ahead = trend_in(model.country, script, month + static_cast<int>(model.parameters.info.horizon));
  return inputs;
}

Month first_difference(const Experiment& experiment, const Script& a, const Script& b) {
  for (Month month = experiment.from; month <= experiment.to; month = month + 1) {
    const Inputs of_a = inputs_for(experiment, a, month), of_b = inputs_for(experiment, b, month);
    if (!(of_a.policy == of_b.policy) || !(of_a.demand == of_b.demand) || of_a.trend_ahead != of_b.trend_ahead ||
        of_a.youth != of_b.youth || events_in(a, month) != events_in(b, month))
      return month;
  }
  return experiment.to + 1;
}

void simulate_month(RunState& state, const Experiment& experiment, const Script& script, const Random& random) {
  World& world = state.world;
  begin_month(world);
  follow_workers(state, experiment);
  if (!world.warming_up()) begin_panels(state.observations, world);
  const Inputs inputs = inputs_for(experiment, script, world.month);
  apply_events(world, inputs, script);
  const Before before = take_stock(world);
  for (const ScheduledSystem& system : schedule()) {
    try {
      system.run(world, inputs, random);
    } catch (const BrokenInvariant& broken) {
      throw BrokenInvariant(fmt::format("{} in {}: {}", system.name, to_text(world.month), broken.what()));
    }
  }
  check_identities(world, inputs, before);
  if (recount_every_month || world.month.calendar_month() == 12) check_recount(world, inputs.country);
  if (!world.warming_up()) observe(state.observations, world, inputs, observation_plan(experiment));
  world.today = Today{};
  world.month = world.month + 1;
  if (world.month > experiment.from) state.observations.month_hashes.push_back(hash_of(world));
}

bool simulate_until(RunState& state, const Experiment& experiment, const Script& script, const Random& random,
                    Month until, const std::function<bool()>& stop) {
  while (state.world.month < until) {
    if (stop && stop()) return false;
    simulate_month(state, experiment, script, random);
  }
  return true;
}

std::vector<std::pair<std::string_view, std::uint64_t>> hash_trail(const RunState& state, const Experiment& experiment,
                                                                   const Script& script, const Random& random) {
  std::vector<std::pair<std::string_view, std::uint64_t>> trail;
  step_through(state, experiment, script, random, [&](std::string_view after, const World& world) {
    trail.emplace_back(after, hash_of(world));
    return true;
  });
  return trail;
}

World world_after(const RunState& state, const Experiment& experiment, const Script& script, const Random& random,
                  std::size_t systems) {
  return step_through(state, experiment, script, random,
                      [left = systems](std::string_view, const World&) mutable { return left-- > 0; });
}

}  // namespace polder
