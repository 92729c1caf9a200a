// Who is hit: by education, age and benefit.
#include <fmt/format.h>

#include <algorithm>

#include "report/sections.h"

namespace polder::report {
Section groups_section(const Context& context) {
  Section section{"groups", std::string(context.say("Wie wordt geraakt", "Who is hit")), {}};
  const std::string focus = context.store().header().focus;
  std::vector<Outcome> groups;
  for (const char* kind : {"education:low", "education:medium", "education:high", "age:"})
    for (const std::string& part : context.store().parts()) {
      if (!part.starts_with(kind)) continue;
      const auto areas = context.store().areas_of(part);
      if (std::ranges::find(areas, focus) != areas.end() && context.reading.measured("employment_rate"))
        groups.push_back(context.outcome("employment_rate", focus, part));
    }
  const std::string when = fmt::format("{} {}", context.say("decembers van", "Decembers of"), context.period());
  if (!groups.empty())
    add_dots(section, context, "groups-work",
             fmt::format("{} {}: {}, {}, {}", groups.front().measure.name,
                         context.say("naar opleiding en leeftijd", "by education and age"),
                         name_with_unit(context.against(), groups.front().measure.difference_unit),
                         context.place(focus), when),
             groups, [&](const Outcome& outcome) { return part_name(outcome.question.part, context.tongue); });
  std::vector<Outcome> benefits;
  for (const char* key : {"ww_recipients", "bijstand_recipients", "disability_recipients", "long_term_unemployed"})
    if (context.reading.measured(key)) benefits.push_back(context.outcome(key, focus, ""));
  if (!benefits.empty())
    add_dots(section, context, "groups-benefits",
             fmt::format("{}: {}, {}, {}",
                         context.say("Uitkering en langdurig werkloos", "Benefits and long-term unemployment"),
                         name_with_unit(context.against(), benefits.front().measure.difference_unit),
                         context.place(focus), context.period()),
             benefits, [](const Outcome& outcome) { return outcome.measure.name; });
  return section;
}

}  // namespace polder::report
