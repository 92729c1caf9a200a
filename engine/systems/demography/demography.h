// Ageing, births and deaths, arrivals and departures, moving house (L1). Held during the warm-up.
#pragma once

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::demography {

/// Activates this month's newborn and newcomers, on the municipality's next spare rows.
/// Reads   municipalities.stocks, country.occupations   Writes  residents, municipalities.next_birth, next_arrival,
/// flows Draws   Draw::Births, Draw::Arrivals, Draw::Arrival   Keeps  rows are never reused Source
/// parameters/demography.yaml
void welcome(World& world, const Inputs& inputs, const Random& random);

/// Takes the dead and the departed out of the population.
/// Reads   today.Dies, today.Leaves   Writes  residents, firms.jobs, flows   Keeps  a job lost is a job lost at its
/// firm
void bury(World& world, const Inputs& inputs, const Random& random);

/// 15th birthdays, the end of school, the pension age.
/// Reads   today.ComesOfAge, LeavesSchool, Retires   Writes  residents, firms.jobs
void grow_older(World& world, const Inputs& inputs, const Random& random);

/// Moves residents to another municipality of the scope, in proportion to population; they keep their job.
/// Reads   today.Moves   Writes  residents.profile.home   Draws  Draw::LifeDetail (word 1)
void move_house(World& world, const Inputs& inputs, const Random& random);

}  // namespace polder::demography
