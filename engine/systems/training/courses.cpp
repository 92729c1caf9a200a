#include "systems/training/courses.h"

#include <algorithm>

#include "government/foresight.h"
#include "polder/base/detmath.h"
#include "world/forecast.h"
#include "world/market.h"

namespace polder::training {
namespace {

/// ln((V+1)/(U+1)) of now, and what the forecast adds to it within its horizon [log points, region x occupation].
std::vector<double> outlook_of(const World& world, const Inputs& inputs, const Random& random) {
  const Country& country = inputs.country;
  const std::vector<MarketCell> market = count_market(world, country);
  const double years = inputs.parameters.info.horizon / 12;
  std::vector<double> outlook;
  outlook.reserve(market.size());
  for (const RegionIndex region : rows_of(country.regions)) {
    const Information known = government::information_of_agenda(world, inputs, region);
    for (const OccupationIndex occupation : rows_of(country.occupations)) {
      const MarketCell& cell = market[outlook.size()];
      outlook.push_back(detmath::log((cell.vacancies + 1) / (cell.seekers + 1)) +
                        years * forecast_growth_at(known, world, inputs, region, occupation, random));
    }
  }
  return outlook;
}

/// Keeps what the agenda's rule permits.
void apply_rule(std::vector<Course>& courses, TrainingTarget rule) {
  if (rule == TrainingTarget::Any) return;
  std::erase_if(courses, [](const Course& course) { return course.value <= 0; });
  if (rule != TrainingTarget::Nearest || courses.empty()) return;
  const auto nearer = [](const Course& a, const Course& b) { return a.months < b.months; };
  const int least = std::min_element(courses.begin(), courses.end(), nearer)->months;
  std::erase_if(courses, [&](const Course& course) { return course.months > least; });
}

}  // namespace

Courses::Courses(const World& world, const Inputs& inputs, const Random& random)
    : occupations_(inputs.country.occupations.size()), courses_(inputs.country.regions.size() * occupations_) {
  const auto& p = inputs.parameters.training;
  const std::vector<double> outlook = outlook_of(world, inputs, random);
  for (const RegionIndex region : rows_of(inputs.country.regions))
    for (std::size_t from = 0; from < occupations_; ++from) {
      const std::size_t row = number(region) * occupations_;
      for (std::size_t to = 0; to < occupations_; ++to) {
        const double months = std::max(inputs.model.training_months[from * occupations_ + to], p.shortest);
        const bool reachable = inputs.model.training_months[from * occupations_ + to] >= 0 && months <= p.longest;
        if (from == to || !reachable) continue;
        const double value = p.tension * (outlook[row + to] - outlook[row + from]) - p.month * months;
        courses_[row + from].push_back({index_of<OccupationIndex>(to), static_cast<int>(months + .5), value});
      }
      apply_rule(courses_[row + from], inputs.policy.mandates.agenda.target);
    }
}

const Course* choose(const std::vector<Course>& courses, const Inputs& inputs, SectorIndex sector, bool in_sector,
                     std::uint32_t luck) {
  const auto& p = inputs.parameters.training;
  const bool any = inputs.policy.mandates.agenda.target == TrainingTarget::Any;
  double best = 0, sum = 0;
  for (const Course& course : courses) best = std::max(best, course.value);
  std::vector<double> sums;
  for (const Course& course : courses) {
    const double share = inputs.country.sectors[sector].occupation_share[number(course.target)];
    const bool permitted = !in_sector || share >= p.in_sector;
    if (permitted) sum += any ? 1 : detmath::exp((course.value - best) / std::max(p.choice_noise, 1e-3));
    sums.push_back(sum);
  }
  return sum > 0 ? &courses[pick(sums, uniform(luck))] : nullptr;
}

}  // namespace polder::training
