// From a result to its report: one file that needs nothing else.
#pragma once

#include <map>
#include <string>

#include "report/content.h"
#include "store/store.h"

namespace polder::report {

/// What a report of the result says. `labels` are names of scenarios in place of those in the study. `design`, if
/// there is one, is the result of a design over assumptions that says what the answer depends on; `labels` may name
/// them too. Throws InputError: E314 nothing to compare, E374 varied parameters, E370 settings that cannot be read,
/// E371 a label for what is not there, E303 a damaged run, E358 and E375 a design that says nothing.
Report make_report(const Store& store, Tongue tongue, const std::map<std::string, std::string>& labels = {},
                   const Store* design = nullptr);

/// The file. With charts, where the program was built with them: tables then stand behind the figures, at the end.
std::string to_html(const Report& report);

/// Whether this program was built with the page that draws charts; without, reports hold tables only.
bool draws_charts();

/// How every report begins, by which one is known.
inline constexpr std::string_view report_mark = "<!doctype html>\n<!-- polder/report/1 -->";

}  // namespace polder::report
