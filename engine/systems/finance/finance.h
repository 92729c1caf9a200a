// Who pays whom this month: wages, taxes, benefits and the money between governments.
#pragma once

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::finance {

/// Budgets of the tasks: adopted in November by what the municipality has of its spending, in force from January; what
/// a scenario imposes holds at once.
/// Reads   provision, territory, ties, government, policy   Writes  services.{budget, decided, adopted}
/// Keeps   the budgets of the figures while rules, levels and grants are those of the reference
/// Source  parameters/government.yaml: effort, pocket; parameters/budgets.yaml
void adopt_budgets(World& world, const Inputs& inputs, const Random& random);

/// Sets this year's buig budgets in January; settles the safety net of last year in December.
/// Reads   stocks.benefit, government   Writes  government.buig, ledger   Keeps  sum of budgets = macro budget
/// Source  parameters/money.yaml; Participatiewet art. 69, Besluit Participatiewet
void set_buig(World& world, const Inputs& inputs, const Random& random);

/// Posts the month's wages, premiums, taxes, benefits, buig instalments, tasks, grants and settlements.
/// Reads   stocks, today.on_ww, government, services   Writes  ledger, government.bijstand_paid, ww_paid
/// Keeps   every cent paid is received
void pay(World& world, const Inputs& inputs, const Random& random);

}  // namespace polder::finance
