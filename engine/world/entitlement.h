// Right to ww (L5; Werkloosheidswet): pure rules, tested against the statutory table.
#pragma once

#include "polder/base/month.h"
#include "polder/base/quantity.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder {

/// Whether a right to ww of somebody without work ends within so many months, this one included.
bool in_last_months(const Situation& now, Month month, double months);

/// Chance that a right to ww of so many months is claimed: a short one is less worth the trouble.
///   ww.takeup (1 - exp(-months / ww.takeup_months)); ww.takeup where takeup_months is 0
double takeup(int months, const Parameters& parameters);

/// Months of ww after `years` of work: a month a year up to ten, then half a month; within the least and the most.
int ww_months(double years, const Rules& rules);

/// Whether somebody who loses the present job worked in 26 of the last 36 weeks, judged from the dates kept: six
/// months in this job, or a previous job that ended at most three months before it.
bool worked_enough(const Situation& now, Month month);

/// ww of one person this month [cents]: a rate of the capped wage [EUR/month]. The first rate holds for the first
/// months after the job ended, not for who works besides.
Cents ww_benefit(const Situation& now, double wage, Month month, const Rules& rules);

}  // namespace polder
