#include <algorithm>
#include <numbers>

#include "polder/base/detmath.h"
#include "systems/jobs/jobs.h"
#include "systems/life/life.h"
#include "world/entitlement.h"

namespace polder::life {
namespace {

/// Competing risks: takes the first event whose cumulative chance is above the luck.
class FirstAbove {
 public:
  explicit FirstAbove(std::uint32_t luck) : left_(luck) {}
  void rung(LifeEvent event, Threshold chance) {
    if (event_ != LifeEvent::Nothing) return;
    if (left_ < chance) {
      event_ = event;
    } else {
      left_ -= chance;
    }
  }
  LifeEvent event() const { return event_; }

 private:
  std::uint32_t left_;
  LifeEvent event_ = LifeEvent::Nothing;
};

}  // namespace

Chances::Chances(const World& world, const Inputs& inputs)
    : world_(world), inputs_(inputs), effort_(world, inputs), demography_(!world.warming_up()) {
  const Parameters& p = inputs.parameters;
  for (int age = 0; age <= oldest_age; ++age) {
    const auto year = static_cast<std::size_t>(age);
    death_.push_back(demography_ ? threshold(inputs.country.by_age.death[year] / 12) : 0);
    leave_.push_back(demography_ ? threshold(inputs.country.by_age.emigration[year] / 12) : 0);
  }
  for (const MunicipalityFacts& facts : inputs.country.municipalities) beyond_.push_back(facts.elsewhere ? 1 : 0);
  // L5: care at the gate of bijstand, beyond that of the reference, keeps some out and ends the right of others.
  for (const Services& services : world.municipalities.services)
    gate_.push_back(
        detmath::exp(p.bijstand.gate * (services.response[number(Task::IncomeSupport)] - std::numbers::ln2)));
  moves_ = demography_ ? threshold(p.demo.move) : 0;

  // L4: relative hazards times their multipliers, scaled to the total; the cycle moves all of them.
  const double cycle = detmath::exp(-p.separation.cycle * (world.economy.cycle + inputs.demand.cycle_shift));
  const double hazard_mean = inputs.model.separation_mean;
  for (const Labour labour : {Labour::StudentJob, Labour::Permanent, Labour::Flexible, Labour::SelfEmployed}) {
    const double base = labour == Labour::Permanent      ? p.separation.permanent
                        : labour == Labour::SelfEmployed ? p.separation.self_employed
                                                         : p.separation.flexible;
    for (const std::size_t young : {0u, 1u})
      for (const std::size_t short_tenure : {0u, 1u}) {
        const double factor = (young != 0 ? p.separation.young_factor : 1.0) *
                              (short_tenure != 0 ? p.separation.short_tenure_factor : 1.0);
        separation_[static_cast<std::size_t>(labour)][young][short_tenure] =
            hazard_mean > 0 ? threshold(std::min(1.0, p.separation.to_unemployed * base * factor / hazard_mean * cycle))
                            : 0;
      }
  }
  // The totals of L4 hold early retirement and, once demography runs, pensions, disability, school leavers and
  // arrivals, which act by themselves.
  disabled_ = demography_ ? p.participation.disability_in : 0;
  recovers_ = demography_ ? p.participation.disability_out : 0;
  entering_ = demography_ ? inputs.model.entering_share : 0;
  const double retiring = inputs.model.early_share + (demography_ ? inputs.model.retiring_share + disabled_ : 0);
  const double stops = std::max(0.0, p.separation.out_of_labour_force - retiring);
  becomes_disabled_ = threshold(disabled_);
  stops_ = threshold(stops);
  stops_older_ = threshold(std::min(1.0, stops + p.demo.early_retirement));
  set_dates();
  set_bounds();
}

LifeEvent Chances::dated_event(const Profile& profile, const Situation& now) const {
  if (!is_calm(now) && world_.firms.closes[now.employer] == world_.month) return LifeEvent::LosesJob;
  if (now.labour == Labour::Flexible &&
      jobs::tenure(now, world_.month) >= static_cast<int>(inputs_.parameters.separation.permanent_after))
    return LifeEvent::BecomesPermanent;
  if (!ages(profile)) return LifeEvent::Nothing;
  const int age = world_.age_months(profile);
  if (now.labour == Labour::Child) return age >= 15 * 12 ? LifeEvent::ComesOfAge : LifeEvent::Nothing;
  if (now.labour == Labour::Retired) return LifeEvent::Nothing;
  if (age >= static_cast<int>(inputs_.parameters.demo.pension_age * 12)) return LifeEvent::Retires;
  if ((now.labour == Labour::Student || now.labour == Labour::StudentJob) &&
      !jobs::at_school(world_, inputs_.parameters, profile))
    return LifeEvent::LeavesSchool;
  return LifeEvent::Nothing;
}

Threshold Chances::loses_job(const Profile& profile, const Situation& now) const {
  const bool young = world_.age_months(profile) < 25 * 12;
  const bool short_tenure = jobs::tenure(now, world_.month) < 24;
  const Threshold separation = separation_[static_cast<std::size_t>(now.labour)][young ? 1 : 0][short_tenure ? 1 : 0];
  return is_calm(now) ? separation : add_capped(separation, world_.firms.dismissal[now.employer]);
}

template <class Ladder>
void Chances::search(Ladder& ladder, const Profile& profile, const Situation& now) const {
  if (ladder.event() == LifeEvent::Nothing)
    ladder.rung(LifeEvent::LooksForWork, effort_.search(profile, now, on_notice(now)).some);
}

template <class Ladder>
void Chances::distance(Ladder& ladder, const Profile& profile, const Situation& now) const {
  const auto& p = inputs_.parameters.distance;
  if (works(now.labour)) {
    if (now.distance > 0 && jobs::tenure(now, world_.month) >= p.working_after)
      ladder.rung(LifeEvent::ComesCloser, threshold(p.working));
    return;
  }
  const double care = now.benefit == Benefit::Bijstand
                          ? world_.municipalities.government[profile.municipality()].care[now.distance]
                          : 0;
  if (now.distance > 0) ladder.rung(LifeEvent::ComesCloser, threshold(p.down + p.care * care));
  if (now.distance + 1u < distance_classes)
    ladder.rung(LifeEvent::DriftsAway, threshold(p.up * (1 + jobs::search_months(now, world_.month) / 12.0)));
}

// In the warm-up school is held with demography: without new pupils all of them would find a side job in time.

template <class Ladder>
void Chances::working(Ladder& ladder, const Profile& profile, const Situation& now) const {
  const Parameters& p = inputs_.parameters;
  if (!demography_ && now.labour == Labour::StudentJob) {
    search(ladder, profile, now);
    return;
  }
  ladder.rung(LifeEvent::LosesJob, loses_job(profile, now));
  if (beyond(profile)) {
    search(ladder, profile, now);
    return;
  }
  ladder.rung(LifeEvent::StopsWorking, world_.age_months(profile) >= 60 * 12 ? stops_older_ : stops_);
  ladder.rung(LifeEvent::BecomesDisabled, becomes_disabled_);
  if (now.benefit == Benefit::WwWork) ladder.rung(LifeEvent::KeepsNoBenefit, threshold(p.ww.keep_ends));
  if (now.benefit == Benefit::BijstandWork) ladder.rung(LifeEvent::KeepsNoBenefit, threshold(p.bijstand.keep_ends));
  distance(ladder, profile, now);
  search(ladder, profile, now);
}

template <class Ladder>
void Chances::jobless(Ladder& ladder, const Profile& profile, const Situation& now) const {
  const auto& part = inputs_.parameters.participation;
  const auto& bijstand = inputs_.parameters.bijstand;
  if (beyond(profile)) {
    search(ladder, profile, now);
    return;
  }
  if (!demography_ && now.labour == Labour::Student) return;
  if (now.labour == Labour::Disabled) {
    ladder.rung(LifeEvent::Recovers, threshold(recovers_));
    return;
  }
  const int age = world_.age_months(profile);
  ladder.rung(LifeEvent::BecomesDisabled, becomes_disabled_);
  const bool attached = now.labour == Labour::Unemployed || now.labour == Labour::Marginal;
  if (attached && now.benefit == Benefit::None && age >= 18 * 12) {
    const double factor = jobs::partner_factor(world_, inputs_.parameters, profile) *
                          inputs_.model.bijstand_factor[profile.municipality()];
    ladder.rung(LifeEvent::EntersBijstand, threshold(bijstand.direct * factor / gate_[number(profile.municipality())] /
                                                     inputs_.model.partner_mean));
  }
  if (now.benefit == Benefit::Bijstand)
    ladder.rung(LifeEvent::LeavesBijstand,
                threshold(std::min(1.0, bijstand.other_exit * gate_[number(profile.municipality())])));
  if (now.labour == Labour::Training) {
    search(ladder, profile, now);
    return;
  }
  if (attached || now.benefit == Benefit::Bijstand) distance(ladder, profile, now);
  if (now.labour == Labour::Unemployed) {
    const Threshold seeks = effort_.search(profile, now, false).some;
    ladder.rung(LifeEvent::LooksForWork, seeks);
    ladder.rung(LifeEvent::StopsSearching, threshold(part.gives_up * (1 - static_cast<double>(seeks) / 4294967296.0)));
  } else if (now.labour == Labour::Marginal) {
    ladder.rung(LifeEvent::StartsSearching, threshold(part.returns));
    ladder.rung(LifeEvent::Withdraws, threshold(part.withdraws));
    search(ladder, profile, now);
  } else {
    const double older = age >= static_cast<int>(part.older_from * 12) ? part.older_factor : 1.0;
    const double scale = inputs_.model.participation_scale * older;
    const double starts = std::max(0.0, part.starts * inputs_.model.participation_scale - entering_) * older;
    ladder.rung(LifeEvent::StartsSearching, threshold(std::min(1.0, starts)));
    ladder.rung(LifeEvent::WantsWork, threshold(std::min(1.0, part.comes_closer * scale)));
    search(ladder, profile, now);
  }
}

LifeEvent Chances::event(const Profile& profile, const Situation& now, std::uint32_t luck) const {
  const LifeEvent dated = dated_event(profile, now);
  return dated != LifeEvent::Nothing ? dated : event_by_chance(profile, now, luck);
}

LifeEvent Chances::event_by_chance(const Profile& profile, const Situation& now, std::uint32_t luck) const {
  FirstAbove ladder(luck);
  if (ages(profile)) {
    const std::size_t age = year_of_age(world_.age_months(profile));
    ladder.rung(LifeEvent::Dies, death_[age]);
    ladder.rung(LifeEvent::Leaves, leave_[age]);
    ladder.rung(LifeEvent::Moves, moves_);
  }
  if (ladder.event() != LifeEvent::Nothing || now.labour == Labour::Child || now.labour == Labour::Retired)
    return ladder.event();
  if (works(now.labour)) {
    working(ladder, profile, now);
  } else {
    jobless(ladder, profile, now);
  }
  return ladder.event();
}

}  // namespace polder::life
