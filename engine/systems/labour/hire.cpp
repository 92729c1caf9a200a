#include "systems/labour/hire.h"

#include <algorithm>

#include "base/prefetch.h"
#include "systems/jobs/jobs.h"
#include "systems/labour/applications.h"
#include "world/situation.h"

namespace polder::labour {
namespace {

/// Contract of a new job: a share of a sector's hires are flexible.
Labour contract(const World& world, const Inputs& inputs, const Profile& profile, FirmIndex firm, std::uint32_t luck) {
  if (world.firms.state[firm] == FirmState::OwnAccount) return Labour::SelfEmployed;
  if (jobs::at_school(world, inputs.parameters, profile)) return Labour::StudentJob;
  return luck < jobs::flexible_chance(inputs, world.firms.sector[firm]) ? Labour::Flexible : Labour::Permanent;
}

/// What is left of a benefit beside a new job.
Benefit kept_benefit(const Situation& now, const Parameters& parameters, std::uint32_t luck) {
  switch (now.benefit) {
    case Benefit::Ww:
      return luck < threshold(parameters.ww.keep) ? Benefit::WwWork : Benefit::None;
    case Benefit::Bijstand:
      return luck < threshold(parameters.bijstand.keep) ? Benefit::BijstandWork : Benefit::None;
    case Benefit::WwWork:
    case Benefit::BijstandWork:
      return now.benefit;
    default:
      return Benefit::None;
  }
}

void record_hire(World& world, const Profile& profile, const Situation& before, VacancyIndex vacancy) {
  const FirmIndex firm = world.vacancies.firm[vacancy];
  Flows& flows = world.municipalities.flows[profile.municipality()];
  ++flows.hires;
  if (works(before.labour)) ++flows.job_to_job;
  if (before.distance >= 3 && !works(before.labour)) ++flows.far_hires;
  VacancyFlows& vacancies = world.municipalities.vacancies[world.firms.municipality[firm]];
  ++vacancies.filled;
  vacancies.age_at_fill += world.month - world.vacancies.opened[vacancy];
}

/// Sets the wage subsidy of a new job aside, all months of it; only for a job with an employer.
void subsidise(World& world, const Inputs& inputs, ResidentIndex person) {
  const Situation& now = world.residents.now[person];
  const auto months = static_cast<int>(inputs.parameters.subsidy.months);
  if (!is_employee(now.labour) || months < 1) return;
  const double wage = monthly_wage(now, world.month, inputs.parameters.wage.experience);
  const auto monthly = static_cast<Cents>(wage * inputs.policy.mandates.wage_subsidy.rate * 100 + .5) * world.weight;
  const MunicipalityIndex home = world.residents.profile[person].municipality();
  world.municipalities.government[home].subsidy_purse -= monthly * months;
  world.subsidised.push_back(
      {monthly, person, now.employer, now.since, world.month + (months - 1), static_cast<std::uint32_t>(home)});
}

void hire(World& world, const Inputs& inputs, const Random& random, ResidentIndex person, VacancyIndex vacancy) {
  const Situation before = world.residents.now[person];
  const Profile profile = world.residents.profile[person];
  const FirmIndex firm = world.vacancies.firm[vacancy];
  const double wage = wage_before_experience(inputs, seeker_of(world, inputs, person), offer_of(world, vacancy));
  const Block luck = random.block(Draw::Hired, world.month, static_cast<std::uint32_t>(person));
  const bool subsidised = is_subsidised(world, inputs, person);
  record_hire(world, profile, before, vacancy);

  Situation next = works(before.labour) ? jobs::without_job(world, person) : before;
  next.employer = firm;
  next.since = world.month;
  next.wage = static_cast<std::uint16_t>(std::clamp(wage / 10 + .5, 1.0, 65535.0));
  next.labour = contract(world, inputs, profile, firm, luck[0]);
  next.benefit = kept_benefit(before, inputs.parameters, luck[1]);
  if (next.benefit == Benefit::None) next.benefit_until = never;
  next.set_sector(world.firms.sector[firm]);
  if (profile.enrolled == 0) change_occupation(world, person, world.vacancies.occupation[vacancy]);
  world.residents.profile[person].apprentice = on_work_based_route(profile) ? 1u : 0u;
  move_to(world, person, next);
  ++world.firms.jobs[firm];
  --world.firms.vacancies[firm];
  if (subsidised) subsidise(world, inputs, person);
}

}  // namespace

// Who is hired is anywhere in the country, and so is the employer before.
void hire_all(World& world, const Inputs& inputs, const Random& random, const std::vector<Hire>& hires) {
  constexpr std::size_t ahead = 16, sooner = 8;
  for (std::size_t i = 0; i < hires.size(); ++i) {
    if (i + ahead < hires.size()) {
      prefetch(&world.residents.now[hires[i + ahead].person]);
      prefetch(&world.residents.profile[hires[i + ahead].person]);
      const Situation& now = world.residents.now[hires[i + sooner].person];
      if (works(now.labour)) {
        prefetch(&world.firms.state[now.employer]);
        prefetch(&world.firms.jobs[now.employer]);
        prefetch(&world.firms.leavers[now.employer]);
      }
    }
    hire(world, inputs, random, hires[i].person, hires[i].vacancy);
  }
}

}  // namespace polder::labour
