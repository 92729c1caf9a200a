#include "systems/finance/finance.h"
#include "systems/finance/incentive.h"
#include "world/task_budgets.h"

namespace polder::finance {
namespace {

constexpr int adopted_in = 11, in_force_from = 1;  // [calendar month]

/// What the municipality spends on its tasks next year, as far as it decides itself.
void adopt(World& world, const Inputs& inputs, MunicipalityIndex m, const TaskBudgets& figures) {
  for (std::size_t t = 0; t < task_count; ++t) {
    const Task task = index_of<Task>(t);
    const double budget =
        government::budget(static_cast<double>(figures[t]), 1, incentive_now(world, inputs, m, task),
                           usual_incentive(world, inputs, m, task), inputs.parameters.government.effort);
    world.municipalities.services[m].adopted[t] = static_cast<Cents>(budget + .5);
  }
}

}  // namespace

void adopt_budgets(World& world, const Inputs& inputs, const Random&) {
  const Mandates& mandates = inputs.policy.mandates;
  const int month = world.month.calendar_month();
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    const MunicipalityFacts& facts = inputs.country.municipalities[m];
    if (!facts.government.has_council()) continue;
    Services& services = world.municipalities.services[m];
    if (month == in_force_from) services.decided = services.adopted;
    if (month == adopted_in) adopt(world, inputs, m, task_budgets(facts.government.accounts, inputs.parameters));
    for (std::size_t t = 0; t < task_count; ++t) {
      if (index_of<Task>(t) == Task::Guidance && mandates.guidance_budget[m] >= 0) continue;  // imposed
      const double factor = mandates.task_budget.empty() ? 1 : mandates.task_budget[m][t];
      services.budget[t] = static_cast<Cents>(static_cast<double>(services.decided[t]) * factor + .5);
    }
  }
}

}  // namespace polder::finance
