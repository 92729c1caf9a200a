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
  set_usual();
}

/// `search.employed` is the mean over all employed, students with a job included.
double Effort::at_work(Labour labour) const {
  const auto& search = inputs_.parameters.search;
  return search.employed / inputs_.model.employed_effort * (labour == Labour::StudentJob ? search.student_factor : 1.0);
}

void Effort::set_usual() {
  const auto& search = inputs_.parameters.search;
  const auto of = [&](Kind kind) -> double& { return effort_[static_cast<std::size_t>(kind)]; };
  of(Kind::Place) = inputs_.parameters.school.bbl_effort;
  of(Kind::Notice) = search.notice;
  of(Kind::Job) = at_work(Labour::Permanent);
  of(Kind::SideJob) = at_work(Labour::StudentJob);
  of(Kind::Ww) = search.ww;
  of(Kind::LastOfWw) = search.ww * (1 + inputs_.parameters.handover.effort * inputs_.policy.rules.handover);
  of(Kind::Unemployed) = search.unemployed;
  of(Kind::Marginal) = search.marginal;
  of(Kind::Inactive) = search.inactive * inputs_.model.participation_scale;
  for (std::size_t kind = 0; kind < kinds; ++kind)
    for (std::size_t months = 0; months < decay_.size(); ++months)
      usual_[kind][months] = search_by(effort_[kind], months);
}

Effort::Kind Effort::kind(const Profile& profile, const Situation& now, bool on_notice) const {
  if (seeks_place(profile)) return Kind::Place;
  if (works(now.labour)) {
    if (on_notice) return Kind::Notice;
    const bool apprentice = profile.enrolled != 0 && profile.apprentice != 0;
    return now.labour == Labour::StudentJob && !apprentice ? Kind::SideJob : Kind::Job;
  }
  if (now.benefit == Benefit::Bijstand) return Kind::Bijstand;
  if (now.benefit == Benefit::Ww)
    return in_last_months(now, world_.month, inputs_.parameters.handover.months) ? Kind::LastOfWw : Kind::Ww;
  switch (now.labour) {
    case Labour::Unemployed:
    case Labour::Training:
      return Kind::Unemployed;
    case Labour::Marginal:
      return Kind::Marginal;
    case Labour::Inactive:
    case Labour::Student:
      return Kind::Inactive;
    default:
      return Kind::Nothing;
  }
}

Search Effort::search_by(double effort, std::size_t months) const {
  const auto& search = inputs_.parameters.search;
  const double expected = search.most_per_month * search.suitable * effort * decay_[months];
  const double none = detmath::exp(-expected);
  return {expected, none, threshold(1 - none)};
}

Search Effort::search(const Profile& profile, const Situation& now, bool on_notice) const {
  const Kind by = kind(profile, now, on_notice);
  const auto number_of_kind = static_cast<std::size_t>(by);
  const auto months = static_cast<std::size_t>(jobs::search_months(now, world_.month));
  if (by != Kind::Bijstand && now.learns == 0 && now.cohort == 0 && inputs_.engine != Engine::Reference)
    return usual_[number_of_kind][months];
  double effort = by == Kind::Bijstand ? in_bijstand_[profile.home][now.distance] : effort_[number_of_kind];
  if (now.learns != 0) effort *= inputs_.parameters.training.lock_in;
  const double help =
      std::max(world_.crisis_help, world_.municipalities.government[profile.municipality()].crisis_care);
  if (help > 0 && jobs::hit_by_closure(world_, inputs_.model, now))
    effort *= 1 + inputs_.parameters.crisis.effect * help;
  return search_by(effort, months);
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
