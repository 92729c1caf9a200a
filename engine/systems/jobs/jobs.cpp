#include "systems/jobs/jobs.h"

#include <algorithm>

#include "polder/base/random.h"
#include "world/programmes.h"
#include "world/situation.h"

namespace polder::jobs {

bool at_school(const World& world, const Parameters& parameters, const Profile& profile) {
  return polder::at_school(world, parameters, profile);
}

OccupationIndex likely_occupation(const Country& country, const Profile& profile, std::uint32_t luck) {
  const std::vector<double>& sums = country.likely_occupation[std::min<std::size_t>(profile.education, 2)];
  return index_of<OccupationIndex>(pick(sums, uniform(luck)));
}

SectorIndex likely_sector(const Country& country, OccupationIndex occupation, std::uint32_t luck) {
  return index_of<SectorIndex>(pick(country.likely_sector[number(occupation)], uniform(luck)));
}

Threshold flexible_chance(const Inputs& inputs, SectorIndex sector) {
  const double share = inputs.country.sectors[sector].flexible_share * inputs.parameters.separation.flexible_at_hire;
  return threshold(std::min(share, 0.95));
}

double partner_factor(const World& world, const Parameters& parameters, const Profile& profile) {
  const bool counts = world.age_months(profile) >= static_cast<int>(parameters.bijstand.partner_from * 12);
  return counts && profile.partner != 0 ? parameters.bijstand.partner_factor : 1.0;
}

int tenure(const Situation& now, Month month) { return std::max(0, month - now.since); }

int search_months(const Situation& now, Month month) {
  const bool searches = now.labour == Labour::Unemployed || now.labour == Labour::Marginal;
  if (!searches && now.labour != Labour::Training) return 0;
  return std::clamp(month - now.since, 0, 24);
}

double years_worked(const Situation& now, Month month) { return months_worked(now, month) / 12.0; }

void leave_job(Firms& firms, const Situation& now) {
  if (now.employer == none<FirmIndex>) return;
  --firms.jobs[now.employer];
  ++firms.leavers[now.employer];
}

Situation without_job(World& world, ResidentIndex person) {
  const Situation& now = world.residents.now[person];
  leave_job(world.firms, now);
  world.residents.profile[person].apprentice = 0;
  Situation next = now;
  next.employer = none<FirmIndex>;
  next.worked = static_cast<std::uint8_t>(std::min(255, now.worked + (tenure(now, world.month) + 1) / 3));
  next.since = world.month;
  next.last_job_ended = world.month;
  return next;
}

Month help_ends(const World& world, const Model& model, FirmIndex plant) {
  Month from = world.firms.closes[plant];
  for (const Endangered& endangered : world.endangered)
    if (endangered.firm == plant) from = std::max(from, endangered.first_care);
  return from + static_cast<int>(model.parameters.crisis.months);
}

bool hit_by_closure(const World& world, const Model& model, const Situation& now) {
  if (now.cohort == 0 || now.cohort > model.tracked.size()) return false;
  const FirmIndex plant = model.tracked[now.cohort - 1u];
  const FirmState state = world.firms.state[plant];
  if (state != FirmState::Notice && !(state == FirmState::Closed && world.month < help_ends(world, model, plant)))
    return false;
  return !works(now.labour) || now.employer == plant;
}

}  // namespace polder::jobs
