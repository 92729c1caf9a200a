// The one way in which a resident changes: stocks and flows follow from the difference.
#pragma once

#include "polder/world/world.h"

namespace polder {

/// Gives resident `person` a new situation; keeps stocks and flows of the home municipality.
/// Does not touch the establishment: `leave_job` and `take_job` do.
void move_to(World& world, ResidentIndex person, const Situation& next);

/// Moves a resident to another municipality.
void move_home(World& world, ResidentIndex person, MunicipalityIndex home);

/// Gives a resident another occupation.
void change_occupation(World& world, ResidentIndex person, OccupationIndex occupation);

/// Whether the present job is beyond the national border.
bool works_abroad(const Firms& firms, const Situation& now);

/// Adds (+1) or removes (-1) a resident's share in the stocks of the home municipality.
void count(Stocks& stocks, const Profile& profile, const Situation& now, bool abroad, Month month, int sign);

/// Months of work so far; for who works, those of the present job included.
int months_worked(const Situation& now, Month month);

/// Monthly wage [EUR] of the present or the last job (L9): `growth` per year worked.
double monthly_wage(const Situation& now, Month month, double growth);

/// Monthly wages [EUR] of the rows in `stocks`: employees (0), self-employed (1) or who work abroad (2).
double sum_of_wages(const Stocks& stocks, std::size_t kind, Month month, double growth);

/// Stocks counted anew from the residents: must equal what `move_to` kept.
Column<MunicipalityIndex, Stocks> recount(const World& world);

/// Moves those who have been searching for a year into the oldest class; call once when a month begins.
void age_searches(World& world);

}  // namespace polder
