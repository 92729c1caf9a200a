// What is measured of governments.
#include <algorithm>
#include <numeric>

#include "base/parallel.h"
#include "government/appraisal.h"
#include "government/contributions.h"
#include "government/foresight.h"
#include "government/jurisdiction.h"
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
void add_levels(Column<MunicipalityIndex, Sums>& sums, const World& world, const Inputs& inputs,
                const government::Appraisal& appraisal) {
  constexpr std::size_t chunk_municipalities = 16;
  const auto is_governed = [&](MunicipalityIndex m) {
    return inputs.country.municipalities[m].government.has_council();
  };
  for_each_chunk(sums.size(), chunk_municipalities, [&](std::size_t, std::size_t first, std::size_t last) {
    for (std::size_t row = first; row < last; ++row)
      if (const auto m = index_of<MunicipalityIndex>(row); is_governed(m)) sums[m].scale_fit = appraisal.fit(m);
  });
  for (const MunicipalityIndex m : rows_of(sums)) {
    if (!is_governed(m)) continue;
    sums[m].scale_tasks = task_count;
    for (const Provision& provision : world.municipalities.provision[m])
      if (provision.since == world.month) ++sums[m].moves;
  }
}

/// Share of what is best for all partners that is not contributed, as only the shared part of a task can be left to
/// them: reach weight (1 - commitment) (1 - 1/n).
double left_to_partners(const World& world, const Inputs& inputs, MunicipalityIndex m, Task task, double trust) {
  const GovernmentParameters& parameters = inputs.parameters.government;
  const Level level = world.municipalities.provision[m][number(task)].level;
  const double partners = level == Level::Local ? 1 : world.municipalities.territory[m][number(task)].partners;
  const double committed =
      government::commitment(level, trust, world.municipalities.council[m].course.framing, parameters);
  return parameters.task[number(task)].reach_weight * (1 - committed) * (1 - 1 / partners);
}

void add_budgets(Column<MunicipalityIndex, Sums>& sums, const World& world, const Inputs& inputs,
                 const government::Trusts& trusts) {
  const int month = world.month.calendar_month();
  for (const MunicipalityIndex m : rows_of(sums)) {
    const MunicipalityFacts& facts = inputs.country.municipalities[m];
    const double own_risk = inputs.parameters.buig.own_risk;
    if (!facts.elsewhere && world.municipalities.government[m].deficit > own_risk) ++sums[m].in_vangnet;
    if (!facts.government.has_council()) continue;
    const TaskBudgets figures = task_budgets(facts.government.accounts, inputs.parameters);
    for (std::size_t t = 0; t < task_count; ++t) {
      sums[m].usual_tasks += instalment(figures[t], month);
      sums[m].left_to_partners +=
          static_cast<double>(instalment(world.municipalities.services[m].budget[t], month)) *
          left_to_partners(world, inputs, m, index_of<Task>(t), trusts.in_force(m, index_of<Task>(t)));
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

/// Numbers the arrangements by who takes part: of the tables, whose members out of scope are only counted, then those
/// that carry out tasks. Those with the same members have the same number.
std::vector<std::uint32_t> number_by_members(const Members& of_bodies, const Country& country) {
  std::vector<std::pair<std::uint32_t, const std::vector<MunicipalityIndex>*>> all;  // out of scope; in scope
  for (const Arrangement& each : country.arrangements) all.emplace_back(each.partners_outside, &each.members);
  for (const std::vector<MunicipalityIndex>& members : of_bodies) all.emplace_back(0, &members);
  std::vector<std::uint32_t> order(all.size()), numbers(all.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto less = [&](std::uint32_t a, std::uint32_t b) {
    return all[a].first != all[b].first ? all[a].first < all[b].first : *all[a].second < *all[b].second;
  };
  std::ranges::sort(order, less);
  for (std::size_t i = 1; i < order.size(); ++i)
    numbers[order[i]] = numbers[order[i - 1]] + (less(order[i - 1], order[i]) ? 1 : 0);
  return numbers;
}

/// Pairs of arrangements of a municipality, and those with the same members (congruence).
void count_pairs(Councils& councils, const std::vector<std::uint32_t>& numbers, const World& world,
                 const Country& country, MunicipalityIndex m) {
  std::vector<std::uint32_t> own;
  for (const std::uint32_t row : country.municipalities[m].government.arrangements) own.push_back(numbers[row]);
  for (const government::Participation& part : government::bodies_of(world, m))
    own.push_back(numbers[country.arrangements.size() + number(part.body)]);
  std::ranges::sort(own);
  for (std::size_t i = 0, same = 0; i < own.size(); ++i) {
    same = i > 0 && own[i] == own[i - 1] ? same + 1 : 0;  // before this one
    councils.pairs += static_cast<double>(i);
    councils.same_pairs += static_cast<double>(same);
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

Councils councils_of(const World& world, const Inputs& inputs, const std::vector<std::uint32_t>& numbers,
                     MunicipalityIndex m) {
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
  count_pairs(sum, numbers, world, inputs.country, m);
  for (std::size_t party = 0; party < inputs.country.parties.size(); ++party) {
    sum.seats += council.seats[party];
    if (is_local(inputs.country.parties[party])) sum.local_seats += council.seats[party];
  }
  return sum;
}

}  // namespace

void add_governments(Column<MunicipalityIndex, Sums>& sums, const World& world, const Inputs& inputs) {
  const std::vector<std::uint32_t> numbers =
      number_by_members(members_of_bodies(world, inputs.country), inputs.country);
  for (const MunicipalityIndex m : rows_of(sums)) sums[m].councils = councils_of(world, inputs, numbers, m);
  add_information(sums, world, inputs);
  const government::Appraisal appraisal(world, inputs.model, inputs.parameters.government);
  add_levels(sums, world, inputs, appraisal);
  add_decisions(sums, world);
  add_budgets(sums, world, inputs, appraisal.trusts());
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
