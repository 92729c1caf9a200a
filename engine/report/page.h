// The page that reports are written into, made when building from viz/: with the code that draws charts, or without
// (report.h says which).
#pragma once

#include <string>
#include <string_view>

#include "report/content.h"

namespace polder::report {

std::string_view page_of_reports();

/// Writes a report into a page that has the marks polder:lang, polder:title, <!--polder:body--> and polder:data, in
/// this order.
std::string to_html(const Report& report, std::string_view page, bool charts);

}  // namespace polder::report
