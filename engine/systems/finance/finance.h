// Who pays whom this month: wages, taxes, benefits and the money between governments (section 5.11, Appendix B).
#pragma once

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::finance {

/// Sets this year's buig budgets in January; settles the safety net of last year in December.
/// Reads   stocks.benefit, government   Writes  government.buig, ledger   Keeps  sum of budgets = macro budget
/// Source  parameters/money.yaml; Participatiewet art. 69, Besluit Participatiewet
void set_buig(World& world, const Inputs& inputs, const Random& random);

/// Posts the month's wages, premiums, taxes, benefits, buig instalments and guidance.
/// Reads   stocks, today.on_ww, government   Writes  ledger, government.bijstand_paid
/// Keeps   every cent paid is received
void pay(World& world, const Inputs& inputs, const Random& random);

}  // namespace polder::finance
