// Numbers and months as people of a language write them, with no more digits than their uncertainty allows.
#pragma once

#include <string>

#include "polder/base/month.h"
#include "report/language.h"

namespace polder::report {

/// The step to which a value with this half width of its interval is rounded: a power of ten, between a twentieth of it
/// and a half. 0 for a half width that is nothing or unknown.
double step_for(double half_width);

/// A value on a step: "1.200" in Dutch, "1,200" in English, with a true minus sign; of a step of 0, to the whole
/// number. `sign` puts a + before what is above 0. "–" for NaN.
std::string number(double value, double step, Tongue tongue, bool sign = false);
/// A whole number.
std::string whole(double value, Tongue tongue);

std::string month_name(Month month, Tongue tongue);  // "januari 2026"
std::string months_between(Month from, Month to, Tongue tongue);  // "januari 2026 t/m december 2027"

}  // namespace polder::report
