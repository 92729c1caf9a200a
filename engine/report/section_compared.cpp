// What was compared: every setting in which the scenarios differ.
#include <fmt/format.h>

#include <algorithm>

#include "report/sections.h"

namespace polder::report {

namespace {

/// Of many scenarios: how many differ which way, and which of them the figures show.
std::string which_are_shown(const Context& context) {
  const std::vector<Difference> all = differences_in(context, context.main, context.scenarios, context.reference);
  const auto gain = [&](const Difference& difference) { return visible_gain(difference, context.main.measure); };
  const auto better = std::ranges::count_if(all, [&](const Difference& one) { return gain(one) > 0; });
  const auto worse = std::ranges::count_if(all, [&](const Difference& one) { return gain(one) < 0; });
  const auto size = static_cast<std::ptrdiff_t>(all.size());
  return fmt::format(
      fmt::runtime(context.say(
          "Voor {} {} zijn van de {} scenario's er {} zichtbaar gunstiger dan {}, {} zichtbaar ongunstiger en {} niet "
          "zichtbaar anders. Door toeval alleen zouden er gemiddeld {} zichtbaar lijken. De figuren tonen "
          "de {} gunstigste en de {} ongunstigste, de beste bovenaan; de tabellen tonen ze alle.",
          "For {} {}, of the {} scenarios {} are visibly better than {}, {} visibly worse and {} not visibly "
          "different. "
          "By chance alone {} would seem visible on average. The figures show the best {} and the worst "
          "{}, the best first; the tables show all.")),
      context.main.measure.subject, context.main.where, size, better, in_quotes(context.label(context.reference)),
      worse, size - better - worse, size / 20, context.best_shown, context.shown.size() - context.best_shown);
}

}  // namespace

Section compared_section(const Context& context) {
  Section section{"compared", std::string(context.say("Wat is vergeleken", "What was compared")), {}};
  section.blocks.push_back(Paragraph{
      fmt::format(fmt::runtime(context.say(
                      "Elk scenario is een aantal keer doorgerekend, telkens met hetzelfde toeval als {}. Het verschil "
                      "komt daardoor van de instellingen hieronder, niet van geluk.",
                      "Every scenario was run a number of times, each time with the same luck as {}. The difference is "
                      "therefore due to the settings below, not to luck.")),
                  in_quotes(context.label(context.reference)))});
  NamedTable table{std::string(context.say("Instellingen die verschillen", "Settings that differ")), {}, false};
  table.table.heads = {std::string(context.say("scenario", "scenario")),
                       std::string(context.say("bouwt voort op", "builds on")),
                       std::string(context.say("wat is ingesteld", "what is set")),
                       std::string(context.say("waarde", "value")), std::string(context.say("wanneer", "when"))};
  table.table.first_number = table.table.heads.size();
  for (const std::string& scenario : context.store().header().scenarios) {
    const bool is_reference = scenario == context.reference;
    const std::string base = is_reference ? std::string() : context.base(scenario);
    const std::vector<Setting> settings = added_by(context.settings, scenario, base);
    if (settings.empty())
      table.table.rows.push_back({context.label(scenario), is_reference ? "–" : context.label(base),
                                  std::string(context.say("niets", "nothing")), "", ""});
    for (const Setting& setting : settings) {
      const std::string what =
          setting.meaning.empty() ? setting.key : fmt::format("{} ({})", setting.meaning, setting.key);
      table.table.rows.push_back({context.label(scenario), is_reference ? "–" : context.label(base), what,
                                  setting.who.empty() ? setting.value : setting.value + " – " + setting.who,
                                  setting.when});
    }
  }
  table.folded = table.table.rows.size() > long_table;
  section.blocks.push_back(std::move(table));
  if (context.shown.size() < context.scenarios.size())
    section.blocks.push_back(Paragraph{which_are_shown(context), true});
  return section;
}

}  // namespace polder::report
