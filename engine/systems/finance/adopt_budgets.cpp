#include <algorithm>
#include <span>

#include "government/bargaining.h"
#include "systems/finance/finance.h"
#include "systems/finance/incentive.h"
#include "world/task_budgets.h"

namespace polder::finance {
namespace {

constexpr int adopted_in = 11, in_force_from = 1;  // [calendar month]

using ByTask = std::array<double, task_count>;

/// What the parties of a college, each with its seats, agree that every task gets [share], from what they would spend
/// on it if they leaned to none.
std::vector<double> agreed(const std::vector<Party>& parties, std::span<const std::uint8_t> seats,
                           std::uint32_t coalition, const ByTask& base, double lean) {
  std::vector<double> weights, preferences;
  double all = 0;
  for (std::size_t party = 0; party < parties.size(); ++party) {
    if ((coalition >> party & 1u) == 0) continue;
    weights.push_back(seats[party]);
    all += seats[party];
    const auto parts = government::preference(parties[party], base, lean);
    preferences.insert(preferences.end(), parts.begin(), parts.end());
  }
  if (all == 0) return {};
  for (double& weight : weights) weight /= all;
  return government::bargained_budgets(1, weights, preferences);
}

/// Of each task what the college agreed on, relative to the college by the figures; 1 where nobody pursues anything.
ByTask bargained(const World& world, const Inputs& inputs, MunicipalityIndex m, const TaskBudgets& figures) {
  ByTask ratio, base;
  ratio.fill(1);
  std::ranges::copy(figures, base.begin());
  const GovernmentParameters& parameters = inputs.parameters.government;
  const Council& council = world.municipalities.council[m];
  const ByTask pursued = government::pursued(base, council.course, parameters);
  const double lean = parameters.effort.lean;
  if (lean == 0 && pursued == base) return ratio;
  const std::vector<Party>& parties = inputs.country.parties;
  const auto usual =
      agreed(parties, inputs.country.municipalities[m].government.seats, inputs.model.coalition[m], base, lean);
  const auto now = agreed(parties, council.seats, council.coalition, pursued, lean);
  for (std::size_t t = 0; t < std::min(usual.size(), now.size()); ++t)
    if (usual[t] > 0) ratio[t] = now[t] / usual[t];
  return ratio;
}

/// What municipalities spend on their tasks next year, as far as they decide themselves.
void adopt(World& world, const Inputs& inputs) {
  const government::Trusts trusts(world, inputs.country, inputs.parameters.government.trust);
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    const GovernmentFacts& facts = inputs.country.municipalities[m].government;
    if (!facts.has_council()) continue;
    const TaskBudgets figures = task_budgets(facts.accounts, inputs.parameters);
    const ByTask ratio = bargained(world, inputs, m, figures);
    for (std::size_t t = 0; t < task_count; ++t) {
      const Task task = index_of<Task>(t);
      const double budget =
          government::budget(static_cast<double>(figures[t]), ratio[t], incentive_now(world, inputs, m, task, trusts),
                             usual_incentive(world, inputs, m, task, trusts), inputs.parameters.government.effort);
      world.municipalities.services[m].adopted[t] = static_cast<Cents>(budget + .5);
    }
  }
}

}  // namespace

void adopt_budgets(World& world, const Inputs& inputs, const Random&) {
  const Mandates& mandates = inputs.policy.mandates;
  const int month = world.month.calendar_month();
  if (month == adopted_in) adopt(world, inputs);
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    if (!inputs.country.municipalities[m].government.has_council()) continue;
    Services& services = world.municipalities.services[m];
    if (month == in_force_from) services.decided = services.adopted;
    const bool imposed = std::ranges::any_of(
        inputs.country.places(m), [&](MunicipalityIndex place) { return mandates.guidance_budget[place] >= 0; });
    for (std::size_t t = 0; t < task_count; ++t) {
      if (index_of<Task>(t) == Task::Guidance && imposed) continue;
      const double factor = mandates.task_budget.empty() ? 1 : mandates.task_budget[m][t];
      services.budget[t] = static_cast<Cents>(static_cast<double>(services.decided[t]) * factor + .5);
    }
  }
}

}  // namespace polder::finance
