// What was compared: every setting in which the scenarios differ.
#include <fmt/format.h>

#include "report/sections.h"

namespace polder::report {

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
  section.blocks.push_back(std::move(table));
  if (context.shown.size() < context.scenarios.size())
    section.blocks.push_back(Paragraph{
        fmt::format(fmt::runtime(context.say("De figuren tonen de {} scenario's die het meest verschillen, van {}.",
                                             "The figures show the {} scenarios that differ most, of {}.")),
                    context.shown.size(), context.scenarios.size()),
        true});
  return section;
}

}  // namespace polder::report
