// Where: a map of equal hexagons, a hexagon per municipality.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "report/sections.h"

namespace polder::report {
namespace {

constexpr int most_class = 3;

/// A step that is easy to read: 1, 2 or 5 with zeros.
double easy_step(double wanted) {
  if (!(wanted > 0)) return 1;
  const double power = std::pow(10, std::floor(std::log10(wanted)));
  for (const double factor : {1., 2., 5.})
    if (factor * power >= wanted * (1 - 1e-9)) return factor * power;
  return 10 * power;
}

int class_of(double value, double step, bool visible) {
  if (!visible) return 0;
  const int size = std::clamp(static_cast<int>(std::ceil(std::abs(value) / step)), 1, most_class);
  return value < 0 ? -size : size;
}

std::vector<std::string> legend_of(double step, Tongue tongue) {
  std::vector<std::string> legend;
  for (int size = -most_class; size <= most_class; ++size) {
    const double low = (std::abs(size) - 1) * step, high = std::abs(size) * step;
    const std::string_view sign = size < 0 ? "−" : "+";
    const auto say = [&](double value) { return number(value, step, tongue); };
    if (size == 0)
      legend.emplace_back(in(tongue, "geen zichtbaar verschil", "no visible difference"));
    else if (std::abs(size) == most_class)
      legend.push_back(fmt::format("{}{} {}", sign, say(low), in(tongue, "of meer", "or more")));
    else if (std::abs(size) == 1)
      legend.push_back(fmt::format("{} {}{}", in(tongue, "tot", "up to"), sign, say(high)));
    else
      legend.push_back(fmt::format("{}{} {} {}{}", sign, say(low), in(tongue, "tot", "to"), sign, say(high)));
  }
  return legend;
}

/// Differences by scenario and municipality.
using ByPlace = std::vector<std::vector<Difference>>;

double step_of(const ByPlace& found, double factor) {
  double largest = 0;
  for (const auto& scenario : found)
    for (const Difference& d : scenario)
      if (is_visible(d)) largest = std::max(largest, std::abs(d.mean) * factor);
  return easy_step(largest / most_class);
}

std::string map_summary(const Context& context, const std::vector<Outcome>& outcomes, const ByPlace& found) {
  std::vector<Difference> all;
  for (const auto& scenario : found) all.insert(all.end(), scenario.begin(), scenario.end());
  if (std::ranges::none_of(all, is_visible))
    return std::string(context.say("In geen gemeente is het verschil groter dan de marge van toeval.",
                                   "In no municipality is the difference larger than the margin of chance."));
  const auto size = [](const Difference& d) { return is_visible(d) ? std::abs(d.mean) : 0; };
  const auto at = static_cast<std::size_t>(std::ranges::max_element(all, {}, size) - all.begin());
  const Outcome& place = outcomes[at % outcomes.size()];
  const std::string& scenario = context.shown[at / outcomes.size()];
  return fmt::format(fmt::runtime(context.say("{} Het grootste is dat van {} met {}: {}.",
                                              "{} The largest is that of {} with {}: {}.")),
                     visible_among(context, all), context.place(place.question.area),
                     in_quotes(context.label(scenario)),
                     with_unit(difference_text(all[at], place.measure, context.tongue), place.measure.difference_unit));
}

TextTable map_table(const Context& context, const std::vector<Outcome>& outcomes, const ByPlace& found) {
  TextTable table{
      {std::string(context.say("gemeente", "municipality")), std::string(context.say("scenario", "scenario")),
       std::string(context.say("verschil (marge)", "difference (margin)")),
       std::string(context.say("hoe zeker", "how sure"))},
      {},
      2};
  for (std::size_t place = 0; place < outcomes.size(); ++place)
    for (std::size_t i = 0; i < context.shown.size(); ++i)
      table.rows.push_back({context.place(outcomes[place].question.area), context.label(context.shown[i]),
                            difference_text(found[i][place], outcomes[place].measure, context.tongue),
                            certainty_text(found[i][place], context.tongue)});
  return table;
}

}  // namespace

Section map_section(const Context& context) {
  Section section{"map", std::string(context.say("Waar", "Where")), {}};
  std::vector<Outcome> outcomes;
  std::vector<Place> places;
  for (const std::string& code : context.store().areas(AreaLevel::Municipality)) {
    const auto position = context.places.positions.find(code);
    if (position == context.places.positions.end() || !context.reading.measured("employed")) continue;
    outcomes.push_back(context.outcome("employed", code, ""));
    places.push_back(position->second);
  }
  if (outcomes.size() < 2) return section;
  ByPlace found;
  for (const std::string& scenario : context.shown) {
    found.emplace_back();
    for (const Outcome& outcome : outcomes)
      found.back().push_back(context.difference(scenario, context.reference, outcome));
  }
  const Measure& measure = outcomes.front().measure;
  const double step = step_of(found, measure.factor);
  HexagonMap map;
  map.legend = legend_of(step, context.tongue);
  const std::vector<GridCell> cells = lay_hexagons(places);
  for (std::size_t i = 0; i < outcomes.size(); ++i)
    map.hexagons.push_back({cells[i].column, cells[i].row, context.place(outcomes[i].question.area)});
  for (std::size_t i = 0; i < context.shown.size(); ++i) {
    MapPanel panel{context.label(context.shown[i]), {}, {}};
    for (const Difference& d : found[i]) {
      panel.classes.push_back(class_of(d.mean * measure.factor, step, is_visible(d)));
      panel.texts.push_back(with_unit(difference_text(d, measure, context.tongue), measure.difference_unit));
    }
    map.panels.push_back(std::move(panel));
  }
  section.blocks.push_back(
      Figure{"map-employed",
             fmt::format("{} {}: {}, {} {}", measure.name, context.say("per gemeente", "by municipality"),
                         name_with_unit(context.against(), measure.difference_unit),
                         context.say("gemiddeld over", "mean over"), context.period()),
             map_summary(context, outcomes, found), std::move(map), map_table(context, outcomes, found)});
  return section;
}

}  // namespace polder::report
