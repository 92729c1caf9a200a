// What is measured of governments.
#include <algorithm>

#include "government/appraisal.h"
#include "government/contributions.h"
#include "government/foresight.h"
#include "government/jurisdiction.h"
#include "government/ties.h"
#include "indicators/observe.h"
#include "world/parties.h"
#include "world/task_budgets.h"

namespace polder {
namespace {

/// Decisions that were carried out, where they were proposed; votes of the month by who cast them; ties where either
/// government is.
void add_decisions(Column<MunicipalityIndex, Sums>& sums, const World& world) {
  for (const Proposal& proposal : world.proposals) {
    const DecisionStep stage = proposal.stage;
    const bool failed = stage == DecisionStep::Rejected || stage == DecisionStep::Lapsed;
    if (failed || stage == DecisionStep::Executed) ++sums[proposal.proposer].ended;
    if (stage != DecisionStep::Executed) continue;
    ++sums[proposal.proposer].decisions;
    sums[proposal.proposer].decision_months += proposal.next - proposal.since;
  }
  for (const Decision& decision : world.decided) {
    if (decision.step != DecisionStep::Voted || decision.actor == none<MunicipalityIndex>) continue;
    ++sums[decision.actor].votes;
    sums[decision.actor].yes_votes += decision.outcome;
  }
  for (const Tie& tie : world.ties)
    for (const GovernmentIndex one : {tie.a, tie.b}) {
      if (number(one) >= sums.size()) continue;
      Sums& here = sums[index_of<MunicipalityIndex>(number(one))];
      here.trust += tie.trust;
      here.ties += 1;
    }
}

void add_information(Column<MunicipalityIndex, Sums>& sums, const World& world, const Inputs& inputs) {
  const std::vector<Information> known = government::information_of_schools(world, inputs);
  for (const MunicipalityIndex m : rows_of(sums)) {
    const Information& here = known[number(inputs.country.municipalities[m].region)];
    for (const auto rows : sums[m].stocks.labour) {
      sums[m].info_precision += rows * here.precision;
      sums[m].info_lag += rows * here.lag;
    }
  }
}

/// Levels of tasks: how good those in force are, and how many changed.
void add_levels(Column<MunicipalityIndex, Sums>& sums, const World& world, const Inputs& inputs) {
  const government::Appraisal appraisal(world, inputs.model, inputs.parameters.government);
  for (const MunicipalityIndex m : rows_of(sums)) {
    if (!inputs.country.municipalities[m].government.has_council()) continue;
    sums[m].scale_fit = appraisal.fit(m);
    sums[m].scale_tasks = task_count;
    for (const Provision& provision : world.municipalities.provision[m])
      if (provision.since == world.month) ++sums[m].moves;
  }
}

/// Share of what is best for all partners that is not contributed, as only the shared part of a task can be left to
/// them: reach weight (1 - commitment) (1 - 1/n).
double left_to_partners(const World& world, const Inputs& inputs, MunicipalityIndex m, Task task) {
  const GovernmentParameters& parameters = inputs.parameters.government;
  const Level level = world.municipalities.provision[m][number(task)].level;
  const double partners = level == Level::Local ? 1 : world.municipalities.territory[m][number(task)].partners;
  const double committed =
      government::commitment(level, government::trust_in_force(world, inputs.country, m, task, parameters.trust),
                             world.municipalities.council[m].course.framing, parameters);
  return parameters.task[number(task)].reach_weight * (1 - committed) * (1 - 1 / partners);
}

void add_budgets(Column<MunicipalityIndex, Sums>& sums, const World& world, const Inputs& inputs) {
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
                                  left_to_partners(world, inputs, m, index_of<Task>(t));
    }
  }
}

/// Members of every arrangement that carries out a task, in order of row.
using Members = std::vector<std::vector<MunicipalityIndex>>;

Members members_of_bodies(const World& world, const Country& country) {
  Members members(world.bodies.size());
  for (const MunicipalityIndex m : rows_of(country.municipalities))
    if (country.municipalities[m].government.has_council())
      for (const government::Participation& part : government::bodies_of(world, m))
        members[number(part.body)].push_back(m);
  return members;
}

/// Pairs of arrangements of a municipality, and those with the same members (congruence); those of the tables hold
/// municipalities out of scope too, which are only counted.
void count_pairs(Councils& councils, const Members& of_bodies, const World& world, const Country& country,
                 MunicipalityIndex m) {
  std::vector<std::pair<const std::vector<MunicipalityIndex>*, std::uint32_t>> all;
  for (const std::uint32_t row : country.municipalities[m].government.arrangements)
    all.emplace_back(&country.arrangements[row].members, country.arrangements[row].partners_outside);
  for (const government::Participation& part : government::bodies_of(world, m))
    all.emplace_back(&of_bodies[number(part.body)], 0);
  for (std::size_t a = 0; a < all.size(); ++a)
    for (std::size_t b = a + 1; b < all.size(); ++b) {
      ++councils.pairs;
      councils.same_pairs += all[a].second == all[b].second && *all[a].first == *all[b].first ? 1 : 0;
    }
}

Cents balance_of(const Ledger& ledger, MunicipalityIndex m) {
  const auto found = ledger.balance.find({Actor::Municipality, static_cast<std::uint16_t>(m)});
  return found == ledger.balance.end() ? 0 : found->second;
}

/// Arrangements of the tables and those that carry out tasks of the municipality, and municipalities in each of them.
void count_arrangements(Councils& councils, const World& world, const Country& country, MunicipalityIndex m) {
  for (const std::uint32_t row : country.municipalities[m].government.arrangements) {
    ++councils.arrangements;
    councils.partners += static_cast<double>(country.arrangements[row].partners());
  }
  for (const government::Participation& part : government::bodies_of(world, m)) {
    ++councils.arrangements;
    councils.partners += world.municipalities.territory[m][number(part.task)].partners;
  }
}

Councils councils_of(const World& world, const Inputs& inputs, const Members& of_bodies, MunicipalityIndex m) {
  Councils sum;
  const MunicipalityFacts& facts = inputs.country.municipalities[m];
  if (!inputs.country.is_governed(m)) return sum;
  const Council& council = world.municipalities.council[inputs.country.governor(m)];
  const double people = facts.population;
  sum.inhabitants = people;
  sum.legitimacy = people * council.legitimacy;
  sum.control = people * council.control;
  sum.transparency = people * council.transparency;
  sum.performance = people * council.performance;
  sum.engagement = people * council.engagement;
  sum.attention = people * council.attention;
  sum.integration = people * council.course.integration;
  if (inputs.country.is_merged(m)) return sum;  // who governs it counts once
  sum.municipalities = 1;
  sum.hours = council.hours;
  sum.reserves = static_cast<double>(balance_of(world.ledger, m));
  count_arrangements(sum, world, inputs.country, m);
  count_pairs(sum, of_bodies, world, inputs.country, m);
  for (std::size_t party = 0; party < inputs.country.parties.size(); ++party) {
    sum.seats += council.seats[party];
    if (is_local(inputs.country.parties[party])) sum.local_seats += council.seats[party];
  }
  return sum;
}

}  // namespace

void add_governments(Column<MunicipalityIndex, Sums>& sums, const World& world, const Inputs& inputs) {
  const Members of_bodies = members_of_bodies(world, inputs.country);
  for (const MunicipalityIndex m : rows_of(sums)) sums[m].councils = councils_of(world, inputs, of_bodies, m);
  add_information(sums, world, inputs);
  add_levels(sums, world, inputs);
  add_decisions(sums, world);
  add_budgets(sums, world, inputs);
}

void add(Councils& to, const Councils& from) {
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
  to.reserves += from.reserves;
  to.pairs += from.pairs;
  to.same_pairs += from.same_pairs;
  to.arrangements += from.arrangements;
  to.partners += from.partners;
  to.seats += from.seats;
  to.local_seats += from.local_seats;
}

}  // namespace polder
