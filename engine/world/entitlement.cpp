#include "world/entitlement.h"

#include <algorithm>

#include "polder/base/detmath.h"

namespace polder {

int ww_months(double years, const Rules& rules) {
  const double full = rules.ww_full_years;
  const double months = std::min(years, full) + std::max(0.0, years - full) / 2;
  return std::min(rules.ww_most_months, std::max(rules.ww_least_months, static_cast<int>(months)));
}

double takeup(int months, const Parameters& parameters) {
  const auto& ww = parameters.ww;
  return ww.takeup_months <= 0 ? ww.takeup : ww.takeup * (1 - detmath::exp(-months / ww.takeup_months));
}

bool in_last_months(const Situation& now, Month month, double months) {
  return now.benefit == Benefit::Ww && now.benefit_until >= month && now.benefit_until - month < months;
}

bool worked_enough(const Situation& now, Month month) {
  if (month - now.since >= 6) return true;
  return now.last_job_ended != never && now.since - now.last_job_ended <= 3;
}

Cents ww_benefit(const Situation& now, double wage, Month month, const Rules& rules) {
  const bool first = !works(now.labour) && month - now.last_job_ended <= rules.ww_first_months;
  const double rate = first ? rules.ww_rate_first : rules.ww_rate_after;
  return static_cast<Cents>(std::min(wage, rules.ww_cap) * 100 * rate + 0.5);
}

}  // namespace polder
