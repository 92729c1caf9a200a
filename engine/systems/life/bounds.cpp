#include <algorithm>

#include "systems/jobs/jobs.h"
#include "systems/life/life.h"
#include "world/education.h"
#include "world/programmes.h"

namespace polder::life {
namespace {

std::uint32_t upper_half(double chance) { return threshold(std::min(chance + 1e-4, 1.0)) >> 16; }

template <class Values>
double largest(const Values& values) {
  return *std::max_element(std::begin(values), std::end(values));
}

}  // namespace

/// Of deaths, departures and moves of who is not retired: death grows with age.
double Chances::most_demographic() const {
  if (!demography_) return 0;
  const auto& by_age = inputs_.country.by_age;
  const int pension = std::clamp(static_cast<int>(inputs_.parameters.demo.pension_age), 0, oldest_age);
  return (by_age.death[static_cast<std::size_t>(pension)] + largest(by_age.emigration)) / 12 +
         inputs_.parameters.demo.move;
}

/// Of a change of distance of somebody without work.
double Chances::most_distance() const {
  const auto& p = inputs_.parameters.distance;
  double care = 0;
  for (const Government& government : world_.municipalities.government) care = std::max(care, largest(government.care));
  return p.down + std::max(0.0, p.care * care) + p.up * (1 + 24 / 12.0);
}

/// Those who hardly ever meet an event: outside the labour force, or on its edge.
std::uint32_t Chances::bound_of_jobless(Labour labour, Benefit benefit) const {
  const auto& part = inputs_.parameters.participation;
  const auto& bijstand = inputs_.parameters.bijstand;
  double sum = most_demographic() + effort_.most_applications(labour, benefit) + disabled_ + recovers_;
  if (labour == Labour::Marginal) {
    sum += part.returns + part.withdraws;
    if (benefit == Benefit::None)
      sum += bijstand.direct * std::max(1.0, bijstand.partner_factor) * largest(inputs_.model.bijstand_factor) /
             *std::min_element(gate_.begin(), gate_.end()) / inputs_.model.partner_mean;
  } else if (labour != Labour::Disabled) {
    sum += (part.starts + part.comes_closer) * inputs_.model.participation_scale * std::max(1.0, part.older_factor);
  }
  if (benefit == Benefit::Bijstand) sum += bijstand.other_exit * largest(gate_);
  if (labour == Labour::Marginal || benefit == Benefit::Bijstand) sum += most_distance();
  return upper_half(sum);
}

/// Who is at the labour market (distance 0) does not come closer, and who keeps no benefit cannot lose it.
std::uint32_t Chances::bound_of_working(Labour labour, Benefit benefit, bool far) const {
  const Parameters& p = inputs_.parameters;
  const double keep_ends = benefit == Benefit::None ? 0 : std::max(p.ww.keep_ends, p.bijstand.keep_ends);
  const double highest = static_cast<double>(separation_[static_cast<std::size_t>(labour)][1][1]) / 4294967296.0;
  const double seeks = p.search.most_per_month * p.search.suitable *
                       std::max(effort_.at_work(labour), effort_.at_work(Labour::Permanent));  // as an apprentice does
  return upper_half(most_demographic() + highest + static_cast<double>(stops_older_) / 4294967296.0 + disabled_ +
                    keep_ends + (far ? p.distance.working : 0) + seeks);
}

void Chances::set_dates() {
  const Parameters& p = inputs_.parameters;
  const auto until = [&](Labour labour) -> auto& { return bounds_.born_until[static_cast<std::size_t>(labour)]; };
  for (auto& born_until : bounds_.born_until) born_until.fill(-1);
  bounds_.flexible_until = world_.month.index - static_cast<int>(p.separation.permanent_after);
  if (!demography_) return;  // nobody grows older
  const int age_month = world_.age_month().index;
  for (auto& born_until : bounds_.born_until) born_until.fill(age_month - static_cast<int>(p.demo.pension_age * 12));
  until(Labour::Child).fill(age_month - 15 * 12);
  for (const Labour labour : {Labour::Student, Labour::StudentJob})
    for (std::size_t education = 0; education < until(labour).size(); ++education)
      until(labour)[education] =
          std::max(until(labour)[education],
                   school_months(p, world_.age_month(), never) - static_cast<int>(12 * leaving_age(p, education)));
}

/// By the rules alone no employer is taken to be calm.
void Chances::set_bounds() {
  bounds_.at_employer.reserve(world_.firms.size() + 1);
  for (const FirmIndex f : rows_of(world_.firms.state)) {
    const Threshold dismissal = world_.firms.dismissal[f];
    const std::uint32_t adds = dismissal == 0 ? 0 : std::min((dismissal >> 16) + 1, Bounds::anything);
    const bool look = world_.firms.closes[f] != never || inputs_.engine == Engine::Reference;
    bounds_.at_employer.push_back(static_cast<std::uint16_t>(look ? Bounds::anything : adds));
  }
  bounds_.at_employer.push_back(0);
  for (std::size_t birth = 0; birth < Bounds::births; ++birth) {
    const std::size_t age = year_of_age(world_.age_month() - Month{static_cast<std::uint16_t>(birth)});
    bounds_.of_retired[birth] = add_capped(add_capped(death_[age], leave_[age]), moves_) >> 16;
  }
  bounds_.of_class.fill(Bounds::anything);
  for (std::size_t b = 0; b < benefit_count; ++b) {
    const auto benefit = static_cast<Benefit>(b);
    const auto set = [&](Labour labour, std::uint32_t near, std::uint32_t far) {
      bounds_.of_class[Bounds::class_of(labour, benefit, false)] = near;
      bounds_.of_class[Bounds::class_of(labour, benefit, true)] = far;
    };
    set(Labour::Child, upper_half(most_demographic()), upper_half(most_demographic()));
    for (const Labour labour : {Labour::StudentJob, Labour::Permanent, Labour::Flexible, Labour::SelfEmployed})
      set(labour, bound_of_working(labour, benefit, false), bound_of_working(labour, benefit, true));
    if (receives_ww(benefit)) continue;
    for (const Labour labour : {Labour::Student, Labour::Marginal, Labour::Inactive, Labour::Disabled})
      set(labour, bound_of_jobless(labour, benefit), bound_of_jobless(labour, benefit));
  }
}

}  // namespace polder::life
