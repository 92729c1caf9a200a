#include "systems/labour/applications.h"

#include <algorithm>

#include "polder/base/detmath.h"
#include "polder/base/random.h"
#include "systems/jobs/jobs.h"
#include "world/education.h"

namespace polder::labour {
namespace {

/// Experience that counts in the sector of the last job: years of work, at most ten, as a share of ten.
double sector_experience(const Seeker& seeker) { return std::min(seeker.years, 10.0) / 10; }

/// How well an education fits a job zone: 1 if it is the level asked for, 0 if two levels off.
double education_match(const Profile& profile, double job_zone) {
  const double off = education_asked(job_zone) - static_cast<double>(profile.education);
  return 1 - (off < 0 ? -off : off) / 2;
}

}  // namespace

Offer offer_of(const World& world, VacancyIndex vacancy) {
  const Vacancies& table = world.vacancies;
  const FirmIndex firm = table.firm[vacancy];
  return {vacancy,
          firm,
          table.wage[vacancy],
          world.firms.municipality[firm],
          table.occupation[vacancy],
          world.firms.sector[firm]};
}

bool on_work_based_route(const Profile& profile) { return profile.enrolled != 0 && profile.work_based != 0; }

bool without_occupation(const World& world, const Inputs& inputs, ResidentIndex person) {
  if (inputs.parameters.occupation.open_start <= 0) return false;
  const Situation& now = world.residents.now[person];
  const bool never_worked = !works(now.labour) && now.last_job_ended == never;
  return never_worked || jobs::at_school(world, inputs.parameters, world.residents.profile[person]);
}

Seeker seeker_of(const World& world, const Inputs& inputs, ResidentIndex person) {
  const Situation& now = world.residents.now[person];
  return {person, world.residents.profile[person], now, without_occupation(world, inputs, person),
          jobs::years_worked(now, world.month)};
}

std::size_t kernel_row(const World& world, const Inputs& inputs, const Seeker& seeker) {
  if (!seeker.open || on_work_based_route(seeker.profile)) return number(seeker.profile.trade());
  const std::size_t level =
      jobs::at_school(world, inputs.parameters, seeker.profile) ? 0 : std::size_t{seeker.profile.education};
  return inputs.country.occupations.size() + std::min(level, education_levels - 1);
}

double wage_before_experience(const Inputs& inputs, const Seeker& seeker, const Offer& offer) {
  const auto& p = inputs.parameters.wage;
  double loss = 0;
  if (!seeker.open && seeker.profile.trade() != offer.occupation)
    loss = p.occupation_loss * (1 - inputs.country.similar(seeker.profile.trade(), offer.occupation));
  if (seeker.now.sector() != offer.sector) loss += p.sector_loss * sector_experience(seeker);
  return offer.wage * 10.0 * (loss > 0 ? detmath::exp(-loss) : 1.0);
}

double wage_offered(const Inputs& inputs, const Seeker& seeker, const Offer& offer) {
  return wage_before_experience(inputs, seeker, offer) * (1 + inputs.parameters.wage.experience * seeker.years);
}

double reference_wage(const Inputs& inputs, const Seeker& seeker, OccupationIndex wanted) {
  const double experience = 1 + inputs.parameters.wage.experience * seeker.years;
  const OccupationIndex trade = seeker.open ? wanted : seeker.profile.trade();
  return inputs.country.occupations[trade].class_wage * experience;
}

double reservation_share(const Situation& now, Month month, const Parameters& parameters) {
  const auto& r = parameters.reservation;
  if (works(now.labour)) return r.start;  // on notice
  if (now.benefit == Benefit::Bijstand) return r.bijstand;
  if (now.labour == Labour::Inactive || now.labour == Labour::Student) return r.floor;
  const double months = jobs::search_months(now, month);
  return r.start - (r.start - r.floor) * std::min(1.0, months / r.floor_after);
}

bool is_subsidised(const World& world, const Inputs& inputs, ResidentIndex person) {
  const Situation& now = world.residents.now[person];
  const MunicipalityIndex home = world.residents.profile[person].municipality();
  return inputs.policy.mandates.wage_subsidy.rate > 0 && world.municipalities.government[home].subsidy_purse > 0 &&
         !works(now.labour) && now.distance >= inputs.parameters.subsidy.from_distance;
}

double suitability(const World& world, const Inputs& inputs, const Seeker& seeker, const Offer& offer) {
  const auto& theta = inputs.parameters.match;
  const double subsidy = is_subsidised(world, inputs, seeker.person) ? inputs.policy.mandates.wage_subsidy.rate : 0;
  const bool same_sector = seeker.now.sector() == offer.sector;
  return theta.education * education_match(seeker.profile, inputs.country.occupations[offer.occupation].job_zone) +
         theta.occupation * inputs.country.similar(seeker.profile.trade(), offer.occupation) +
         (same_sector ? theta.sector_tenure * sector_experience(seeker) : 0.0) -
         theta.duration * jobs::search_months(seeker.now, world.month) / 24.0 - theta.distance * seeker.now.distance +
         theta.subsidy * subsidy;
}

bool recognised(const Inputs& inputs, const Random& random, Month month, ResidentIndex person, std::uint32_t number,
                OccupationIndex wanted) {
  const double asked = education_asked(inputs.country.occupations[wanted].job_zone) / 2;
  const double fails = inputs.parameters.border.unrecognised * (1 - inputs.policy.mandates.border_recognition) * asked;
  return random.word(Draw::Recognition, month, static_cast<std::uint32_t>(person), number) >= threshold(fails);
}

GumbelTable::GumbelTable() {
  for (std::size_t i = 0; i < quantile_.size(); ++i)
    quantile_[i] = -detmath::log(-detmath::log((static_cast<double>(i) + 0.5) / 4096));
}

std::uint32_t score_word(double score) {
  return static_cast<std::uint32_t>((std::clamp(score, -31.9, 31.9) + 32) * (4294967295.0 / 64));
}

std::uint32_t number_given_one(double mean, double none, std::uint32_t word, std::uint32_t most) {
  double left = uniform(word) * (1 - none);
  double chance = none * mean;
  std::uint32_t count = 1;
  while (count < most && left >= chance) {
    left -= chance;
    ++count;
    chance *= mean / count;
  }
  return count;
}

}  // namespace polder::labour
