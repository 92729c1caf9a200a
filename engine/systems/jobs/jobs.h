// Taking and leaving a job, and what every field must agree on about a resident at work.
#pragma once

#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::jobs {

/// Of an age at which somebody with this education is still at school.
bool at_school(const World& world, const Parameters& parameters, const Profile& profile);

/// An occupation that somebody with this education is likely to have.
OccupationIndex likely_occupation(const Country& country, const Profile& profile, std::uint32_t luck);

/// A sector in which an occupation is likely to be held.
SectorIndex likely_sector(const Country& country, OccupationIndex occupation, std::uint32_t luck);

/// Chance that a new contract in a sector is flexible.
Threshold flexible_chance(const Inputs& inputs, SectorIndex sector);

/// Factor on entering bijstand: that of a partner with earnings, who counts from an age on; 1 without.
double partner_factor(const World& world, const Parameters& parameters, const Profile& profile);

/// Whether somebody's employer is about to close.
inline bool on_notice(const Firms& firms, const Situation& now) {
  return works(now.labour) && firms.state[now.employer] == FirmState::Notice;
}

/// Months in the present job.
int tenure(const Situation& now, Month month);

/// Months of search, at most 24; it runs on while marginal or in training, and is 0 otherwise.
int search_months(const Situation& now, Month month);

/// Years of work so far.
double years_worked(const Situation& now, Month month);

/// The situation right after a job ended: without work, the benefit as it was. The establishment loses a job.
Situation without_job(World& world, ResidentIndex person);

/// Ends the job that `now` holds at its establishment.
void leave_job(Firms& firms, const Situation& now);

/// The month in which crisis help to the workers of a closed plant ends: `crisis.months` after the closure, or after
/// the first help if that came later.
Month help_ends(const World& world, const Model& model, FirmIndex plant);

/// Whether the plant that this resident worked for at its announcement is on notice, or closed and help has not ended.
bool hit_by_closure(const World& world, const Model& model, const Situation& now);

}  // namespace polder::jobs
