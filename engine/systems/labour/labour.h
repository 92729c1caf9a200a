// Separation, participation, search and matching (L4, L6-L11).
#pragma once

#include <span>
#include <vector>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::labour {

/// Once a year, in the month of the first reported one: the statistics of demand by region and occupation.
/// Reads   firms.jobs, vacancies   Writes  economy.demand
void count_demand(World& world, const Inputs& inputs, const Random& random);

/// Ends the jobs of those who lost them or stopped working; opens the right to ww (L4, L5).
/// Reads   today.LosesJob, StopsWorking   Writes  residents.now, firms.jobs, firms.leavers, flows.separations
/// Draws   Draw::Takeup   Keeps  firms.jobs = residents who work there   Source  parameters/{labour,benefits}.yaml
void end_jobs(World& world, const Inputs& inputs, const Random& random);

/// Moves between searching, wanting and not wanting work, and disability (L4).
/// Reads   today   Writes  residents.now
void change_participation(World& world, const Inputs& inputs, const Random& random);

/// Moves on the ladder of distance to the labour market (L11).
/// Reads   today.ComesCloser, DriftsAway   Writes  residents.now.distance
void change_distance(World& world, const Inputs& inputs, const Random& random);

/// Applications of this month's seekers to the vacancies that were open when it began, and the seeker-proposing
/// stable matching of both sides' rankings (L6-L10). Those who are not hired may stop searching.
/// Reads   today.LooksForWork, vacancies, firms   Writes  residents, firms.jobs, firms.vacancies, vacancies, flows
/// Draws   Draw::Application, LifeDetail (word 1), Hired, GivesUp
/// Keeps   a vacancy holds one resident; no seeker and vacancy would both rather have each other
/// Source  parameters/{search,labour,wages}.yaml
void match_vacancies(World& world, const Inputs& inputs, const Random& random);

}  // namespace polder::labour
