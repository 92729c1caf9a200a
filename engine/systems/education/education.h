// Schools and youth: who follows which programme, and how many places there are (L13).
#pragma once

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::education {

/// Once a year, with the statistics of demand: vacancies, seekers and workers by region and occupation, the forecast
/// for the year to come, and by how much that of the year before was wrong. Reads   vacancies, municipalities.stocks,
/// economy.demand   Writes  schools.market, forecast, forecast_error
void watch_market(World& world, const Inputs& inputs, const Random& random);

/// October: places of the next school year, by the shortage that the rule in force expects:
///   capacity_ahead = capacity (1 + kappa x (expected shortage - shortage at the start)), at most most_change.
/// Reads   schools.market, programmes.enrolled   Writes  programmes.capacity_ahead   Source  parameters/schools.yaml
void plan_places(World& world, const Inputs& inputs, const Random& random);

/// July: programmes end, with a diploma or without; before August of a school without calendar, in every month.
/// Reads   today.LeavesSchool   Writes  residents.profile.enrolled, programmes, today.school_leavers
void end_programmes(World& world, const Inputs& inputs, const Random& random);

/// August: those of the age choose a programme of their level in their region, by a logit over its classes; places are
/// given in the order of a lottery, who is refused takes the next choice. Where all are full the first one makes room.
/// Reads   programmes.capacity_ahead, schools.market   Writes  residents.profile, programmes
/// Draws   Draw::Programme, Draw::Dropout   Keeps  intake <= places, unless all programmes of the level are full
void begin_programmes(World& world, const Inputs& inputs, const Random& random);

}  // namespace polder::education
