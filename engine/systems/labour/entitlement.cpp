#include "systems/labour/entitlement.h"

#include <algorithm>

#include "systems/jobs/jobs.h"

namespace polder::labour {

int ww_months(double years, const Rules& rules) {
  const double full = rules.ww_full_years;
  const double months = std::min(years, full) + std::max(0.0, years - full) / 2;
  return std::min(rules.ww_most_months, std::max(rules.ww_least_months, static_cast<int>(months)));
}

bool worked_enough(const Situation& now, Month month) {
  if (jobs::tenure(now, month) >= 6) return true;
  return now.last_job_ended != never && now.since - now.last_job_ended <= 3;
}

Cents ww_benefit(const Situation& now, Month month, const Rules& rules) {
  const double wage = std::min(now.wage * 10.0, rules.ww_cap);
  const bool first = month - now.last_job_ended <= rules.ww_first_months;
  return static_cast<Cents>(wage * 100 * (first ? rules.ww_rate_first : rules.ww_rate_after) + 0.5);
}

}  // namespace polder::labour
