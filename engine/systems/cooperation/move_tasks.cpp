#include <algorithm>
#include <map>

#include "government/jurisdiction.h"
#include "government/membership.h"
#include "government/pot.h"
#include "government/territory.h"
#include "systems/cooperation/cooperation.h"
#include "systems/cooperation/leave.h"
#include "systems/cooperation/levels.h"
#include "world/task_budgets.h"

namespace polder::cooperation {
namespace {

using government::Jurisdiction;
using government::Together;
using government::together;
using government::usual_level;

/// The arrangement of a form and bundle around a region; a new one meets at the largest municipality.
BodyIndex body_for(World& world, const Country& country, RegionIndex region, Level form, std::uint8_t bundle) {
  const BodyIndex known = find_body(world, region, form, bundle);
  if (known != none<BodyIndex>) return known;
  const MunicipalityIndex host = government::largest(country, government::councils_in(country, region));
  world.bodies.push_back({form, bundle, region, host, world.month});
  return index_of<BodyIndex>(world.bodies.size() - 1);
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

void survey(World& world, const Country& country, Task task) {
  std::map<Jurisdiction, Together> known;
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    if (!country.municipalities[m].government.has_council()) continue;
    const Jurisdiction key = government::jurisdiction_of(world, country, m, task);
    auto found = known.find(key);
    if (found == known.end())
      found = known
                  .emplace(key, together(country, government::members_of(world, country, key, task),
                                         least_inhabitants(country, key.level)))
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

Column<MunicipalityIndex, std::array<Territory, level_count>> territories_if_all(const Country& country) {
  Column<MunicipalityIndex, std::array<Territory, level_count>> territories(country.municipalities.size());
  World world;  // in which there is nothing but who takes part
  world.municipalities.provision.resize(country.municipalities.size());
  world.municipalities.territory.resize(country.municipalities.size());
  for (const Level level : {Level::Local, Level::Network, Level::Province, Level::National, Level::International}) {
    for (const MunicipalityIndex m : rows_of(country.municipalities))
      if (country.municipalities[m].government.has_council())
        world.municipalities.provision[m][0] = provision_at(world, country, m, Task{}, level, Architecture::Bundle);
    survey(world, country, Task{});
    for (const MunicipalityIndex m : rows_of(territories))
      territories[m][number(level)] = world.municipalities.territory[m][0];
  }
  for (std::array<Territory, level_count>& at : territories)
    at[number(Level::Centre)] = at[number(Level::Joint)] = at[number(Level::Network)];
  return territories;
}

void begin(World& world, const Country& country, const Parameters& parameters,
           const Column<MunicipalityIndex, std::array<Territory, level_count>>& territories) {
  Municipalities& all = world.municipalities;
  all.council.resize(country.municipalities.size());
  all.provision.resize(country.municipalities.size());
  all.territory.resize(country.municipalities.size());
  all.services.resize(country.municipalities.size());
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const GovernmentFacts& facts = country.municipalities[m].government;
    if (!facts.has_council()) continue;
    for (std::size_t t = 0; t < task_count; ++t) {
      const Level level = usual_level(index_of<Task>(t));
      world.municipalities.provision[m][t] =
          provision_at(world, country, m, index_of<Task>(t), level, Architecture::Mixed);
      world.municipalities.territory[m][t] = territories[m][number(level)];
    }
    Services& services = world.municipalities.services[m];
    services.budget = services.decided = services.adopted = task_budgets(facts.accounts, parameters);
  }
}

BodyIndex find_body(const World& world, RegionIndex region, Level form, std::uint8_t bundle) {
  for (std::size_t b = 0; b < world.bodies.size(); ++b) {
    const Body& body = world.bodies[b];
    if (body.region == region && body.form == form && body.bundle == bundle) return index_of<BodyIndex>(b);
  }
  return none<BodyIndex>;
}

void Mover::move(MunicipalityIndex m, Task task, Level level, Author author) {
  put(m, task, provision_at(world_, inputs_.country, m, task, level, inputs_.policy.mandates.architecture), author);
}

void Mover::join(MunicipalityIndex m, Task task, BodyIndex body, Author author) {
  Provision next;
  next.level = world_.bodies[number(body)].form;
  next.body = body;
  put(m, task, next, author);
}

void Mover::join(MunicipalityIndex m, Task task, const NamedArrangement& arrangement, Author author) {
  const auto known = std::ranges::find(world_.bodies, arrangement.bundle, &Body::bundle);
  const auto row = static_cast<std::size_t>(known - world_.bodies.begin());
  if (known == world_.bodies.end())
    world_.bodies.push_back({arrangement.form, arrangement.bundle,
                             inputs_.country.municipalities[arrangement.host].region, arrangement.host, world_.month});
  join(m, task, index_of<BodyIndex>(row), author);
}

void Mover::put(MunicipalityIndex m, Task task, Provision next, Author author) {
  Provision& provision = world_.municipalities.provision[m][number(task)];
  next.author = author;
  next.since = world_.month;
  if (next.level == provision.level && next.body == provision.body) {
    provision.author = author;
    provision.leaves = never;
    return;
  }
  provision = next;
  moved_[number(task)] = true;
  const auto budget = static_cast<double>(world_.municipalities.services[m].budget[number(task)]);
  const double cost = government::switching_cost(budget, inputs_.parameters.government.switching);
  const auto row = static_cast<std::uint16_t>(m);
  transfer(world_.ledger, {Actor::Municipality, row}, {Actor::Providers, row}, static_cast<Cents>(cost + .5),
           Purpose::Switching);
}

void Mover::survey_moved() {
  for (std::size_t t = 0; t < task_count; ++t)
    if (moved_[t]) survey(world_, inputs_.country, index_of<Task>(t));
}

namespace {

/// Whether a task is with an arrangement that had a name and is no more.
bool has_ended(const World& world, const Mandates& mandates, const Provision& provision) {
  return provision.body != none<BodyIndex> && world.bodies[number(provision.body)].bundle >= named_bundle &&
         government::named_of(world, mandates, provision.body) == nullptr;
}

/// One task to where the scenario wants it, or back.
void place(World& world, const Inputs& inputs, Mover& mover, MunicipalityIndex m, Task task) {
  const Mandates& mandates = inputs.policy.mandates;
  const Provision& provision = world.municipalities.provision[m][number(task)];
  const bool ended = has_ended(world, mandates, provision), fixed = mandates.switching == Switching::Fixed;
  if (provision.author == Author::AnIncident && !ended) return;
  if (const NamedArrangement* arrangement = government::named_for(mandates, m, task))
    return mover.join(m, task, *arrangement, Author::Scenario);
  const int wanted = fixed || mandates.task_level.empty() ? unset_level : mandates.task_level[m][number(task)];
  if (wanted != unset_level)
    mover.move(m, task, static_cast<Level>(wanted), Author::Scenario);
  else if (ended || (!fixed && provision.author == Author::Scenario))
    mover.move(m, task, usual_level(task), Author::Figures);
}

}  // namespace

void move_tasks(World& world, const Inputs& inputs, const Random& random) {
  Mover mover(world, inputs);
  const auto merges = [](const Incident& one) { return one.kind == Incident::Kind::Merger; };
  if (std::ranges::any_of(inputs.policy.mandates.incidents, merges)) mover.redraw();
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    if (!inputs.country.municipalities[m].government.has_council()) continue;
    for (std::size_t t = 0; t < task_count; ++t) place(world, inputs, mover, m, index_of<Task>(t));
  }
  if (world.month.calendar_month() == month_of_review && !world.warming_up()) review(world, inputs, random, mover);
  end_notices(world, inputs, mover);
  mover.survey_moved();
}

}  // namespace polder::cooperation
