#include <algorithm>
#include <map>
#include <tuple>

#include "government/territory.h"
#include "systems/cooperation/cooperation.h"
#include "world/task_budgets.h"

namespace polder::cooperation {
namespace {

using government::Together;
using government::together;

/// The arrangement of a form and bundle around a region; a new one meets at the largest municipality.
BodyIndex body_for(World& world, const Country& country, RegionIndex region, Level form, std::uint8_t bundle) {
  for (std::size_t b = 0; b < world.bodies.size(); ++b) {
    const Body& body = world.bodies[b];
    if (body.region == region && body.form == form && body.bundle == bundle) return index_of<BodyIndex>(b);
  }
  MunicipalityIndex host = none<MunicipalityIndex>;
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const MunicipalityFacts& facts = country.municipalities[m];
    if (facts.region != region || !facts.government.has_council()) continue;
    if (host == none<MunicipalityIndex> || facts.population > country.municipalities[host].population) host = m;
  }
  world.bodies.push_back({form, bundle, region, host, world.month});
  return index_of<BodyIndex>(world.bodies.size() - 1);
}

/// A jurisdiction: level, and the body or province of it.
using Key = std::tuple<Level, std::size_t>;

Key key_of(const Country& country, MunicipalityIndex m, const Provision& provision) {
  const Level level = provision.level;
  if (is_regional(level)) return {level, number(provision.body)};
  if (level == Level::Local) return {level, number(m)};
  return {level, level == Level::Province ? number(country.municipalities[m].province) : 0};
}

double inhabitants_of(const Country& country) {
  double all = 0;
  for (const MunicipalityFacts& facts : country.municipalities)
    if (!facts.elsewhere) all += facts.population;
  return all / country.scope_share;
}

/// Inhabitants of a jurisdiction as far as the scope may leave some out [persons].
double least_inhabitants(const Country& country, Level level) {
  constexpr double union_over_country = 25;  // inhabitants of the European Union over those of the Netherlands
  const double all = inhabitants_of(country);
  if (level == Level::International) return all * union_over_country;
  if (level == Level::National) return all;
  return level == Level::Province ? all / static_cast<double>(std::max<std::size_t>(1, country.provinces.size())) : 0;
}

/// Who shares a jurisdiction for a task: the members of a body; places beyond the border of the scope belong to their
/// province and to the country.
std::vector<MunicipalityIndex> members_of(const World& world, const Country& country, Task task, const Key& key) {
  const auto [level, which] = key;
  std::vector<MunicipalityIndex> members;
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const Provision& provision = world.municipalities.provision[m][number(task)];
    const bool inside = level == Level::Local           ? number(m) == which
                        : is_regional(level)            ? provision.level == level && number(provision.body) == which
                        : level == Level::Province      ? number(country.municipalities[m].province) == which
                        : level == Level::International ? true
                                                        : !country.is_abroad(m);
    if (inside && (level == Level::International || !country.is_abroad(m))) members.push_back(m);
  }
  return members;
}

void survey(World& world, const Country& country, Task task) {
  std::map<Key, Together> known;
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    if (!country.municipalities[m].government.has_council()) continue;
    const Key key = key_of(country, m, world.municipalities.provision[m][number(task)]);
    auto found = known.find(key);
    if (found == known.end())
      found = known
                  .emplace(key, together(country, members_of(world, country, task, key),
                                         least_inhabitants(country, std::get<Level>(key))))
                  .first;
    world.municipalities.territory[m][number(task)] = government::territory_of(country, m, found->second);
  }
}

Provision provision_at(World& world, const Country& country, MunicipalityIndex m, Task task, Level level,
                       Architecture architecture) {
  Provision provision;
  provision.level = level;
  if (is_regional(level))
    provision.body = body_for(world, country, country.municipalities[m].region, level, bundle_of(task, architecture));
  return provision;
}

}  // namespace

std::uint8_t bundle_of(Task task, Architecture architecture) {
  if (architecture == Architecture::Bundle) return 0;
  if (architecture == Architecture::PerTask) return static_cast<std::uint8_t>(task);
  return task == Task::Schools || task == Task::Retention || task == Task::Border ? 1 : 0;
}

void begin(World& world, const Country& country, const Parameters& parameters) {
  Municipalities& all = world.municipalities;
  all.council.resize(country.municipalities.size());
  all.provision.resize(country.municipalities.size());
  all.territory.resize(country.municipalities.size());
  all.services.resize(country.municipalities.size());
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const GovernmentFacts& facts = country.municipalities[m].government;
    if (!facts.has_council()) continue;
    for (std::size_t t = 0; t < task_count; ++t)
      world.municipalities.provision[m][t] =
          provision_at(world, country, m, index_of<Task>(t), usual_level(index_of<Task>(t)), Architecture::Mixed);
    world.municipalities.services[m].budget = task_budgets(facts.accounts, parameters);
  }
  for (std::size_t t = 0; t < task_count; ++t) survey(world, country, index_of<Task>(t));
}

void move_tasks(World& world, const Inputs& inputs, const Random&) {
  const Mandates& mandates = inputs.policy.mandates;
  const Country& country = inputs.country;
  std::array<bool, task_count> moved{};
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    if (!country.municipalities[m].government.has_council()) continue;
    for (std::size_t t = 0; t < task_count; ++t) {
      const Task task = index_of<Task>(t);
      Provision& provision = world.municipalities.provision[m][t];
      const int wanted = mandates.task_level.empty() ? unset_level : mandates.task_level[m][t];
      if (wanted == unset_level && provision.author != Author::Scenario) continue;
      const Level level = wanted == unset_level ? usual_level(task) : static_cast<Level>(wanted);
      Provision next = provision_at(world, country, m, task, level, mandates.architecture);
      next.author = wanted == unset_level ? Author::Figures : Author::Scenario;
      if (next.level == provision.level && next.body == provision.body) {
        if (task == Task::Crisis) provision.author = next.author;  // which nobody has taken up before
        continue;
      }
      next.since = world.month;
      provision = next;
      moved[t] = true;
    }
  }
  for (std::size_t t = 0; t < task_count; ++t)
    if (moved[t]) survey(world, country, index_of<Task>(t));
}

}  // namespace polder::cooperation
