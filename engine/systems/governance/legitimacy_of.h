// What the legitimacy of one municipality is made of.
#pragma once

#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::governance {

/// Labour and benefit status of the residents of a municipality and those that merged into it.
Stocks stocks_of(const World& world, const Country& country, MunicipalityIndex m);

/// The own trend of benefit dependency and unemployment begins at what they are now.
void begin_trend(Council& council, const Stocks& stocks);

/// Standard scores of dependency and unemployment against slow means become performance, then the means follow.
void follow_trend(Council& council, const Stocks& stocks, double months);

/// Control, transparency and legitimacy of a municipality as tasks, course, engagement and attention are.
void weigh(World& world, MunicipalityIndex m, const Country& country, const Rules& rules,
           const GovernmentParameters& parameters);

}  // namespace polder::governance
