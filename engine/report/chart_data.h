// What the charts of a report are drawn from, as JSON that may stand in a page.
#pragma once

#include <string>

#include "report/content.h"

namespace polder::report {

/// {"language": "nl", "words": {...}, "charts": {id: {"kind": "dots", ...}}}; see viz/src/data.ts. No `<` is in it.
std::string chart_data(const Report& report);

}  // namespace polder::report
