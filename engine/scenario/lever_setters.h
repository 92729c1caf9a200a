// What the levers write into the policy.
#pragma once

#include <algorithm>
#include <cstddef>
#include <type_traits>

#include "polder/scenario/inputs.h"
#include "scenario/portfolio_design.h"

namespace polder::setters {

inline Cents to_cents(double eur) { return static_cast<Cents>(eur * 100.0 + 0.5); }

inline void set_guidance(Policy& policy, const Country& country, MunicipalityIndex who, double value, bool relative) {
  auto& budget = policy.mandates.guidance_budget;
  if (budget.empty()) budget.assign(country.municipalities.size(), Cents{-1});
  const auto figure = static_cast<double>(country.municipalities[who].guidance_budget);
  budget[who] = relative ? static_cast<Cents>(figure * value + 0.5) : to_cents(value);
}

inline void set_ww_full_years(Policy& policy, const Country&, MunicipalityIndex, double value, bool) {
  policy.rules.ww_full_years = static_cast<int>(value / 12);
}

/// A value as the policy keeps it: money in cents, choices and months as their type.
template <class T>
T kept_as(double value) {
  if constexpr (std::is_same_v<T, Cents>) return to_cents(value);
  return static_cast<T>(value);
}

template <Task task>
inline void set_level(Policy& policy, const Country& country, MunicipalityIndex who, double value, bool) {
  std::array<std::int8_t, task_count> unset{};
  unset.fill(unset_level);
  if (policy.mandates.task_level.empty()) policy.mandates.task_level.assign(country.municipalities.size(), unset);
  policy.mandates.task_level[who][number(task)] = static_cast<std::int8_t>(value);
}

/// Imposes a member of the course of a municipality.
inline void impose(Policy& policy, const Country& country, MunicipalityIndex who, double Course::* member,
                   std::size_t bit, double value) {
  Mandates& mandates = policy.mandates;
  if (mandates.course.empty()) mandates.course.resize(country.municipalities.size());
  if (mandates.course_imposed.empty()) mandates.course_imposed.assign(country.municipalities.size(), 0);
  mandates.course[who].*member = value;
  mandates.course_imposed[who] |= std::uint64_t{1} << bit;
}

inline void set_portfolio(Policy& policy, const Country& country, MunicipalityIndex who, double value, bool) {
  const double design = integration_of_design(static_cast<PortfolioDesign>(value));
  impose(policy, country, who, &Course::integration, offsetof(Course, integration) / sizeof(double), design);
}

enum class Session : std::uint8_t { None, Own, Joint };

inline void set_session(Policy& policy, const Country& country, MunicipalityIndex who, double value, bool) {
  Mandates& mandates = policy.mandates;
  for (auto* sessions : {&mandates.theme_sessions, &mandates.joint_sessions})
    if (sessions->empty()) sessions->assign(country.municipalities.size(), 0.0);
  const auto session = static_cast<Session>(value);
  mandates.theme_sessions[who] = session == Session::Own ? 1 : 0;
  mandates.joint_sessions[who] = session == Session::Joint ? 1 : 0;
}

enum class WgrRegime : std::uint8_t { Law, Of2015, Of2022 };

inline void set_wgr(Policy& policy, const Country&, MunicipalityIndex, double value, bool) {
  const auto regime = static_cast<WgrRegime>(value);
  if (regime != WgrRegime::Law) policy.rules.wgr_2022 = regime == WgrRegime::Of2022;
}

template <Task task>
inline void set_task_budget(Policy& policy, const Country& country, MunicipalityIndex who, double value, bool) {
  std::array<double, task_count> figures{};
  figures.fill(1);
  if (policy.mandates.task_budget.empty()) policy.mandates.task_budget.assign(country.municipalities.size(), figures);
  policy.mandates.task_budget[who][number(task)] = value;
}

template <Grantor grantor>
inline void set_grant(Policy& policy, const Country& country, MunicipalityIndex who, double value, bool) {
  if (policy.mandates.grants.empty()) policy.mandates.grants.resize(country.municipalities.size());
  policy.mandates.grants[who][static_cast<std::size_t>(grantor)] = value;
}

}  // namespace polder::setters
