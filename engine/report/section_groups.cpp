// Who is hit: by education, age and benefit.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/sections.h"

namespace polder::report {
namespace {

/// Panels of outcomes that are measured, titled by `title`; none: no figure.
template <class Title>
void add_group_figure(Section& section, const Context& context, std::string id, std::string name,
                      const std::vector<Outcome>& outcomes, Title title) {
  Figure figure{std::move(id), std::move(name), visible_in(context, outcomes), Dots{}, outcome_table(context)};
  auto& panels = std::get<Dots>(figure.chart).panels;
  for (const Outcome& outcome : outcomes) {
    DotPanel panel = panel_of(context, outcome);
    if (std::ranges::all_of(panel.dots, [](const Dot& dot) { return std::isnan(dot.mean); })) continue;
    panel.title = title(outcome);
    panels.push_back(std::move(panel));
    add_rows(figure.table, context, outcome);
  }
  if (!panels.empty()) section.blocks.push_back(std::move(figure));
}

}  // namespace

Section groups_section(const Context& context) {
  Section section{"groups", std::string(context.say("Wie wordt geraakt", "Who is hit")), {}};
  const std::string focus = context.store().header().focus;
  const std::string against =
      fmt::format("{} {}", context.say("verschil met", "difference with"), in_quotes(context.label(context.reference)));
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
    add_group_figure(section, context, "groups-work",
                     fmt::format("{} {}: {} ({}), {}, {}", groups.front().measure.name,
                                 context.say("naar opleiding en leeftijd", "by education and age"), against,
                                 groups.front().measure.difference_unit, context.place(focus), when),
                     groups, [&](const Outcome& outcome) { return part_name(outcome.question.part, context.tongue); });
  std::vector<Outcome> benefits;
  for (const char* key : {"ww_recipients", "bijstand_recipients", "disability_recipients", "long_term_unemployed"})
    if (context.reading.measured(key)) benefits.push_back(context.outcome(key, focus, ""));
  if (!benefits.empty())
    add_group_figure(
        section, context, "groups-benefits",
        fmt::format("{}: {} ({}), {}, {}",
                    context.say("Uitkering en langdurig werkloos", "Benefits and long-term unemployment"), against,
                    benefits.front().measure.difference_unit, context.place(focus), context.period()),
        benefits, [](const Outcome& outcome) { return outcome.measure.name; });
  return section;
}

}  // namespace polder::report
