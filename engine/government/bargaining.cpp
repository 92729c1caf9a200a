#include "government/bargaining.h"

#include <algorithm>

#include "government/deals.h"
#include "polder/base/error.h"

namespace polder::government {
namespace {

/// From -1 (leans from the task) to 1.
double leaning(const Party& party, Task task) {
  switch (task) {
    case Task::Guidance:
    case Task::IncomeSupport:
    case Task::Retraining:
    case Task::Schools:
      return 1 - 2 * party.economic;
    case Task::EmployerServices:
    case Task::Retention:
    case Task::Border:
      return 2 * party.economic - 1;
    case Task::Analysis:
    case Task::Crisis:
      return 1 - 2 * party.local;
  }
  return 0;
}

}  // namespace

std::array<double, task_count> pursued(std::span<const double, task_count> figures, const Course& course,
                                       const GovernmentParameters& parameters) {
  std::array<double, task_count> spending{};
  double whole = 0, raised = 0;
  for (std::size_t t = 0; t < task_count; ++t) {
    whole += figures[t];
    raised += spending[t] =
        figures[t] * (1 + parameters.effort.emphasis * course.emphasis * parameters.task[t].reach_weight);
  }
  if (!(whole > 0)) return spending;
  const auto known = std::ranges::count_if(deal_tasks, [&](Task task) { return figures[number(task)] > 0; });
  const double apart = known > 0 ? parameters.deal.earmark * course.align : 0;
  for (double& one : spending) one *= whole / raised * (1 - apart);
  for (const Task task : deal_tasks)
    if (figures[number(task)] > 0) spending[number(task)] += whole * apart / static_cast<double>(known);
  return spending;
}

std::array<double, task_count> preference(const Party& party, std::span<const double, task_count> figures,
                                          double lean) {
  std::array<double, task_count> parts{};
  double all = 0;
  for (std::size_t t = 0; t < task_count; ++t)
    all += parts[t] = figures[t] * (1 + lean * leaning(party, static_cast<Task>(t)));
  for (double& part : parts) part = all > 0 ? part / all : 0;
  return parts;
}

std::vector<double> bargained_budgets(double budget, std::span<const double> weight,
                                      std::span<const double> preference) {
  ensure(!weight.empty() && preference.size() % weight.size() == 0, "every party has a preference for every account");
  const std::size_t accounts = preference.size() / weight.size();
  std::vector<double> budgets(accounts, 0.0);
  for (std::size_t party = 0; party < weight.size(); ++party)
    for (std::size_t account = 0; account < accounts; ++account)
      budgets[account] += budget * weight[party] * preference[party * accounts + account];
  return budgets;
}

}  // namespace polder::government
