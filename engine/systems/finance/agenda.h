// What the human-capital agenda and wage subsidies cost, and who pays (V07, V08, V34).
#pragma once

#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::finance {

/// Posts the places and the attraction that were bought this month for residents of a municipality, by the agenda's
/// shares: municipality, province, Rijk, employers. Cents that do not divide go to the last payer with a share.
void pay_agenda(World& world, const Inputs& inputs, MunicipalityIndex m);

/// Posts what the sheltered places of a municipality cost it this month.
void pay_sheltered_places(World& world, const Inputs& inputs, MunicipalityIndex m);

/// Posts this month's wage subsidies (municipality of the worker to firms) and ends those whose job ended; what was
/// set aside for the months to come returns to the purse.
void pay_wage_subsidies(World& world, const Country& country);

}  // namespace polder::finance
