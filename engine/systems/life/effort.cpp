#include "systems/life/effort.h"

#include <algorithm>

#include "polder/base/detmath.h"
#include "systems/jobs/jobs.h"
#include "world/entitlement.h"

namespace polder::life {

Effort::Effort(const World& world, const Inputs& inputs) : world_(world), inputs_(inputs) {
  const Parameters& p = inputs.parameters;
  for (std::size_t months = 0; months < decay_.size(); ++months)
    decay_[months] = detmath::exp(-p.search.decay * static_cast<double>(months));
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    std::array<double, distance_classes>& effort = in_bijstand_.emplace_back();
    for (std::size_t d = 0; d < distance_classes; ++d) {
      const double care = world.municipalities.government[m].care[d];
      effort[d] = p.search.bijstand[d] * detmath::exp(p.care.effect * (care - inputs.model.care_reference[d]));
    }
  }
}

/// `search.employed` is the mean over all employed, students with a job included.
double Effort::at_work(Labour labour) const {
  const auto& search = inputs_.parameters.search;
  return search.employed / inputs_.model.employed_effort * (labour == Labour::StudentJob ? search.student_factor : 1.0);
}

double Effort::of(const Profile& profile, const Situation& now) const {
  const auto& search = inputs_.parameters.search;
  double effort = 0;
  if (seeks_place(profile)) {
    effort = inputs_.parameters.school.bbl_effort;
  } else if (works(now.labour)) {
    const bool notice = world_.firms.state[now.employer] == FirmState::Notice;
    const bool apprentice = profile.enrolled != 0 && profile.apprentice != 0;
    effort = notice ? search.notice : at_work(apprentice ? Labour::Permanent : now.labour);
  } else if (now.benefit == Benefit::Bijstand) {
    effort = in_bijstand_[profile.home][now.distance];
  } else if (now.benefit == Benefit::Ww) {
    effort = search.ww;
    const auto& handover = inputs_.parameters.handover;
    if (in_last_months(now, world_.month, handover.months))
      effort *= 1 + handover.effort * inputs_.policy.rules.handover;
  } else if (now.labour == Labour::Unemployed || now.labour == Labour::Training) {
    effort = search.unemployed;
  } else if (now.labour == Labour::Marginal) {
    effort = search.marginal;
  } else if (now.labour == Labour::Inactive || now.labour == Labour::Student) {
    effort = search.inactive * inputs_.model.participation_scale;
  }
  if (now.learns != 0) effort *= inputs_.parameters.training.lock_in;
  const double help =
      std::max(world_.crisis_help, world_.municipalities.government[profile.municipality()].crisis_care);
  if (help > 0 && jobs::hit_by_closure(world_, inputs_.model, now))
    effort *= 1 + inputs_.parameters.crisis.effect * help;
  return effort;
}

double Effort::applications(const Profile& profile, const Situation& now) const {
  const auto& search = inputs_.parameters.search;
  const double duration = decay_[static_cast<std::size_t>(jobs::search_months(now, world_.month))];
  return search.most_per_month * search.suitable * of(profile, now) * duration;
}

double Effort::most_applications(Labour labour, Benefit benefit) const {
  const auto& search = inputs_.parameters.search;
  double effort = 0;
  if (benefit == Benefit::Bijstand) {
    for (const std::array<double, distance_classes>& here : in_bijstand_)
      effort = std::max(effort, *std::ranges::max_element(here));
  } else if (labour == Labour::Marginal) {
    effort = search.marginal;
  } else if (labour == Labour::Inactive || labour == Labour::Student) {
    effort = search.inactive * inputs_.model.participation_scale;
  }
  return search.most_per_month * search.suitable * effort * std::max(1.0, inputs_.parameters.training.lock_in) *
         *std::ranges::max_element(decay_);
}

}  // namespace polder::life
