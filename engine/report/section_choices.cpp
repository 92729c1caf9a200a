// What measures cost and bring, and who has a hand on them.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/roles.h"
#include "report/sections.h"

namespace polder::report {
namespace {

std::string cost_text(const MeasureCost& cost, Tongue tongue) {
  if (cost.all.pairs == 0) return "–";
  if (!is_visible(cost.all)) return std::string(words_of(Certainty::NoVisibleDifference, tongue));
  return euro(cost.all.mean, half_of(cost.all), tongue, true);
}

std::string payer_text(const MeasureCost& cost, Tongue tongue) {
  return cost.payer.empty() ? "–" : actor_name(cost.payer, tongue);
}

/// A scenario's levers beside what it builds on, with what they bring there.
struct Choice {
  std::string scenario, base;
  std::vector<Setting> levers;
  Difference effect;
  MeasureCost cost;
};

std::vector<Choice> choices_of(const Context& context) {
  std::vector<Choice> choices;
  for (const std::string& scenario : context.scenarios) {
    std::string base = context.base(scenario);
    if (context.reading.pairs(scenario, base).empty()) base = context.reference;
    std::vector<Setting> levers = added_by(context.settings, scenario, base);
    std::erase_if(levers, [](const Setting& setting) { return !setting.lever; });
    if (levers.empty()) continue;
    choices.push_back({scenario, base, std::move(levers), context.difference(scenario, base, context.main),
                       cost_between(context, scenario, base)});
  }
  return choices;
}

std::string levers_text(const Choice& choice, Role role) {
  std::string text;
  for (const Setting& setting : choice.levers) {
    if (!controls(role, setting.key, setting.raw)) continue;
    text +=
        (text.empty() ? "" : "; ") + (setting.meaning.empty() ? setting.key : setting.meaning) + ": " + setting.value;
    if (!setting.when.empty()) text += " (" + setting.when + ")";
  }
  return text;
}

NamedTable table_for(const Context& context, Role role, const std::vector<Choice>& choices) {
  NamedTable table{with_capital(std::string(name_of(role, context.tongue))), {}, false};
  const auto head = [&](std::string_view nl, std::string_view en) {
    table.table.heads.emplace_back(context.say(nl, en));
  };
  head("scenario", "scenario");
  table.table.heads.push_back(name_with_unit(context.main.measure.name, context.main.measure.difference_unit));
  head("hoe zeker", "how sure");
  head("kosten overheden per jaar", "cost to governments a year");
  head("wie betaalt", "who pays");
  head("vergeleken met", "compared with");
  head("knop", "lever");
  table.table.first_number = table.table.heads.size();
  for (const Choice& choice : choices) {
    const std::string levers = levers_text(choice, role);
    if (levers.empty()) continue;
    table.table.rows.push_back({context.label(choice.scenario),
                                difference_text(choice.effect, context.main.measure, context.tongue),
                                certainty_text(choice.effect, context.tongue), cost_text(choice.cost, context.tongue),
                                payer_text(choice.cost, context.tongue), context.label(choice.base), levers});
  }
  return table;
}

/// What comes out best, and whether it visibly beats what costs least.
std::string trade_off_summary(const Context& context, const std::vector<std::string>& scenarios, const Spots& spots) {
  const std::string best = best_of(context, scenarios, context.reference);
  const auto at = std::ranges::min_element(spots.spots, {}, &Spot::x) - spots.spots.begin();
  const std::string cheapest = scenarios[static_cast<std::size_t>(at)];
  const auto quoted = [&](const std::string& scenario) { return in_quotes(context.label(scenario)); };
  if (best == cheapest)
    return fmt::format(fmt::runtime(context.say("{} komt het gunstigst uit en is ook het goedkoopst.",
                                                "{} comes out best and is cheapest too.")),
                       quoted(best));
  const Difference more = context.difference(best, cheapest, context.main);
  if (visible_gain(more, context.main.measure) > 0)
    return fmt::format(
        fmt::runtime(context.say("Het gunstigst komt {} uit, zichtbaar beter dan het goedkoopste, {}: {}.",
                                 "{} comes out best, visibly better than the cheapest, {}: {}.")),
        quoted(best), quoted(cheapest),
        with_unit(difference_text(more, context.main.measure, context.tongue), context.main.measure.difference_unit));
  return fmt::format(
      fmt::runtime(context.say("Het gunstigst komt {} uit, maar niet zichtbaar beter dan het goedkoopste, "
                               "{}.",
                               "{} comes out best, but not visibly better than the cheapest, {}.")),
      quoted(best), quoted(cheapest));
}

/// The table of an office; of a long one what visibly helps, the rest folded behind it.
void add_table(Section& section, const Context& context, NamedTable table, std::size_t helpful) {
  constexpr std::size_t most_rows = 10;
  auto& rows = table.table.rows;
  if (rows.empty()) return;
  if (rows.size() <= long_table) return section.blocks.push_back(std::move(table));
  const std::size_t first = std::min(helpful, most_rows);
  NamedTable rest = table;
  rest.title = fmt::format(fmt::runtime(first > 0 ? context.say("{}: de andere {} knoppen", "{}: the other {} levers")
                                                  : context.say("{}: geen van de {} knoppen helpt zichtbaar",
                                                                "{}: none of the {} levers visibly helps")),
                           table.title, rows.size() - first);
  rest.folded = true;
  rest.table.rows.erase(rest.table.rows.begin(), rest.table.rows.begin() + static_cast<std::ptrdiff_t>(first));
  rows.resize(first);
  if (first > 0) section.blocks.push_back(std::move(table));
  section.blocks.push_back(std::move(rest));
}

}  // namespace

Section trade_off_section(const Context& context) {
  Section section{"trade-offs", std::string(context.say("Kosten tegen effect", "Cost against effect")), {}};
  Spots spots;
  const Measure& measure = context.main.measure;
  spots.x_title = context.say("kosten van maatregelen voor overheden, mln euro per jaar",
                              "cost of measures to governments, million euro a year");
  spots.y_title = name_with_unit(measure.name, measure.difference_unit);
  TextTable table;
  table.heads = {std::string(context.say("scenario", "scenario")),
                 std::string(context.say("kosten voor overheden per jaar", "cost to governments a year")),
                 name_with_unit(measure.name, measure.difference_unit),
                 std::string(context.say("hoe zeker", "how sure"))};
  bool any_cost = false;
  for (const std::string& scenario : context.shown) {
    const MeasureCost cost = cost_between(context, scenario, context.reference);
    const Difference effect = context.difference(scenario, context.reference, context.main);
    any_cost = any_cost || is_visible(cost.all);
    spots.spots.push_back(
        {context.label(scenario),
         fmt::format("{}; {}", cost_text(cost, context.tongue), difference_text(effect, measure, context.tongue)),
         cost.all.mean / 1e6, effect.mean * measure.factor, effect.low * measure.factor, effect.high * measure.factor});
    table.rows.push_back({context.label(scenario), cost_text(cost, context.tongue),
                          difference_text(effect, measure, context.tongue), certainty_text(effect, context.tongue)});
  }
  if (!any_cost || spots.spots.size() < 2) return section;
  const std::string summary = trade_off_summary(context, context.shown, spots);
  section.blocks.push_back(Figure{
      "trade-off",
      fmt::format("{} {} {}: {}, {} ({} {})", context.say("Kosten van maatregelen tegen", "Cost of measures against"),
                  measure.subject, context.main.where, context.against(), context.main.when,
                  context.say("kosten:", "cost:"), context.money_period()),
      summary, std::move(spots), std::move(table)});
  return section;
}

Section roles_section(const Context& context) {
  Section section{"roles", std::string(context.say("Wat kunt u doen", "What you can do")), {}};
  std::vector<Choice> choices = choices_of(context);
  if (choices.empty()) return section;
  // What visibly helps first, then what cannot be told apart from nothing, then what visibly harms.
  std::ranges::stable_sort(choices, std::ranges::greater(),
                           [&](const Choice& choice) { return visible_gain(choice.effect, context.main.measure); });
  section.blocks.push_back(Paragraph{fmt::format(
      fmt::runtime(context.say(
          "De knoppen die deze studie verdraait, per ambt dat er een hand op heeft, de meest helpende bovenaan. "
          "Het effect is dat op {} {} ({}), vergeleken met hetzelfde scenario zonder die knoppen. De indeling "
          "volgt op hoofdlijnen de Gemeentewet en de Wet gemeenschappelijke regelingen.",
          "The levers that this study moves, by the office with a hand on them, what helps most first. The "
          "effect is that on {} {} ({}), compared with the same scenario without these levers. Who has a hand "
          "on what follows the Gemeentewet and the Wet gemeenschappelijke regelingen in broad lines.")),
      context.main.measure.subject, context.main.where, context.main.when)});
  for (const Role role : roles) {
    const auto helps = [&](const Choice& choice) {
      return visible_gain(choice.effect, context.main.measure) > 0 && !levers_text(choice, role).empty();
    };
    add_table(section, context, table_for(context, role, choices),
              static_cast<std::size_t>(std::ranges::count_if(choices, helps)));
  }
  if (section.blocks.size() == 1)
    section.blocks = {Paragraph{std::string(
        context.say("De knoppen van deze studie zijn in handen van het Rijk, provincies, uwv of scholen, niet van een "
                    "gemeente. Wat u kunt doen is erom vragen.",
                    "The levers of this study are in the hands of Rijk, provinces, uwv or schools, not of a "
                    "municipality. What you can do is ask for them."))}};
  return section;
}

}  // namespace polder::report
