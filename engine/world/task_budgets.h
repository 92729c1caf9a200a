// What a municipality spends on each task, read off its accounts.
#pragma once

#include <array>

#include "polder/scenario/parameters.h"
#include "polder/world/government_facts.h"

namespace polder {

using TaskBudgets = std::array<Cents, task_count>;

/// Spending by task [cents/year], in the order of Task: shares of task fields (parameters/budgets.yaml, all assumed).
/// Guidance takes what is left of labour participation (6.5); the execution of income schemes (6.3) is income support;
/// economic development (3.1) and the business desk (3.3) give to several tasks and keep the rest. Shares of a field
/// are rounded down and never take more than it holds, so the tasks never exceed these four fields.
TaskBudgets task_budgets(const Accounts& accounts, const Parameters& parameters);

}  // namespace polder
