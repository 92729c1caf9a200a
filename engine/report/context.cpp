#include "report/context.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "data/problems.h"
#include "polder/scenario/design.h"
#include "world/country_files.h"

namespace polder::report {
namespace {

constexpr int months_of_a_plant = 24;

bool contains(const std::vector<std::string>& list, std::string_view key) {
  return std::ranges::find(list, key) != list.end();
}

/// Of what is looked at the first that visibly differs in a scenario; the first of all where nothing does.
Outcome main_outcome(const Context& context) {
  std::vector<Outcome> candidates;
  for (const Outcome& outcome : outcomes_of_plants(context))
    if (outcome.measure.key == "employment_rate") candidates.push_back(outcome);
  for (const Outcome& outcome : outcomes_of_area(context))
    if (outcome.measure.better != 0) candidates.push_back(outcome);
  for (const char* key : {"legitimacy", "trust", "council_engagement", "scale_fit", "info_precision"})
    if (context.reading.measured(key)) candidates.push_back(context.outcome(key, context.store().header().focus, ""));
  for (const Outcome& outcome : candidates)
    for (const std::string& scenario : context.scenarios)
      if (is_visible(context.difference(scenario, context.reference, outcome))) return outcome;
  return candidates.front();
}

/// The scenarios that differ most, in order of the study.
std::vector<std::string> scenarios_to_show(const Context& context) {
  std::vector<std::string> shown = context.scenarios;
  if (shown.size() <= most_shown) return shown;
  const auto size = [&](const std::string& scenario) {
    const Difference d = context.difference(scenario, context.reference, context.main);
    return std::isnan(d.mean) ? 0 : std::abs(d.mean);
  };
  std::ranges::stable_sort(shown, [&](const auto& a, const auto& b) { return size(a) > size(b); });
  shown.resize(most_shown);
  std::vector<std::string> ordered;
  for (const std::string& scenario : context.scenarios)
    if (contains(shown, scenario)) ordered.push_back(scenario);
  return ordered;
}

/// A result whose scenarios live in different worlds has no one reference.
void check_one_world(const StoreHeader& header, const std::filesystem::path& folder) {
  if (std::ranges::none_of(header.scenarios, [&](const std::string& name) {
        return name != header.reference && varied_scenario(name) == header.reference;
      }))
    return;
  Problem one;
  one.code = "E374";
  one.file = folder.string();
  one.message = "this result varies parameters, so its scenarios have no reference in common to report on";
  one.help = fmt::format("polder sensitivity {} says what matters", folder.string());
  throw InputError({one});
}

double gain_of(const Difference& difference, const Measure& measure) {
  return measure.better == 0 ? std::abs(difference.mean) : measure.better * difference.mean;
}

InputError nothing_finished(const Store& store) {
  Problem one;
  one.code = "E314";
  one.file = store.folder().string();
  one.message = "no replicate of two scenarios is finished, so there is nothing to report";
  one.help = "polder status shows what is finished";
  return InputError({one});
}

}  // namespace

Places places_in(const Store& store, Tongue tongue) {
  Places places;
  const auto countries = store.folder() / "inputs" / "countries";
  if (!std::filesystem::is_directory(countries)) return places;
  for (const auto& entry : std::filesystem::directory_iterator(countries)) {
    if (!entry.is_directory()) continue;
    data::Problems damaged;  // names are an extra: what cannot be read is left out
    const Country country = read_country(entry.path(), damaged).country;
    if (damaged.any_error()) continue;
    places.names["NL"] = in(tongue, country.name_nl, country.name_en);
    for (const Area& area : country.provinces) places.names[area.code] = area.name;
    for (const Area& area : country.regions) places.names[area.code] = area.name;
    for (const MunicipalityFacts& municipality : country.municipalities) {
      places.names[municipality.code] = municipality.name;
      places.positions[municipality.code] = {municipality.latitude, municipality.longitude};
    }
  }
  return places;
}

std::string Context::label(const std::string& scenario) const {
  if (const auto given = labels.find(scenario); given != labels.end()) return given->second;
  if (scenario == "reference") return std::string(say("basispad", "baseline"));
  std::string text = scenario;
  std::ranges::replace(text, '_', ' ');
  return text;
}

std::string Context::place(const std::string& area) const {
  const auto found = places.names.find(area);
  return found == places.names.end() ? area : found->second;
}

std::string Context::against() const {
  return fmt::format("{} {}", say("verschil met", "difference with"), in_quotes(label(reference)));
}

std::string Context::period() const { return months_between(store().header().from, store().header().to, tongue); }

std::string Context::money_period() const {
  const auto period = reading.money_period();
  return period ? months_between(period->from, period->to, tongue) : std::string();
}

Outcome Context::outcome(const std::string& indicator, const std::string& area, const std::string& part) const {
  Month from = store().header().from, to = store().header().to;
  if (part.starts_with("cohort:")) {
    from = month_from_text(store().first_month_of(part)).value_or(from);
    to = std::min(to, from + (months_of_a_plant - 1));
  }
  std::string where = fmt::format("in {}", place(area));
  if (part.starts_with("cohort:"))
    where = fmt::format("{} {}", say("onder", "among"), part_name(part, tongue));
  else if (!part.empty())
    where += fmt::format(", {}", part_name(part, tongue));
  return {measure_of(store(), indicator, tongue),
          {indicator, area, part, to_text(from), to_text(to)},
          where,
          months_between(from, to, tongue)};
}

Finding Context::finding(const std::string& scenario, const std::string& other, const Outcome& outcome) const {
  return {outcome.measure, outcome.where, outcome.when,
          label(scenario), label(other),  difference(scenario, other, outcome)};
}

Context context_of(Reading& reading, Tongue tongue, const std::map<std::string, std::string>& labels) {
  const Store& store = reading.store();
  const StoreHeader& header = store.header();
  check_one_world(header, store.folder());
  Context context{tongue,
                  reading,
                  read_settings(store, tongue),
                  told_in(store),
                  places_in(store, tongue),
                  labels,
                  header.reference,
                  {},
                  {},
                  {}};
  for (const std::string& scenario : header.scenarios)
    if (scenario != header.reference && !reading.pairs(scenario, header.reference).empty())
      context.scenarios.push_back(scenario);
  if (context.scenarios.empty()) throw nothing_finished(store);
  context.main = main_outcome(context);
  context.shown = scenarios_to_show(context);
  return context;
}

std::vector<Outcome> outcomes_of_plants(const Context& context) {
  std::vector<Outcome> outcomes;
  const Store& store = context.store();
  for (const std::string& part : store.parts()) {
    if (!part.starts_with("cohort:")) continue;
    const std::vector<std::string> areas = store.areas_of(part);
    if (areas.empty()) continue;
    const std::string area = contains(areas, store.header().focus) ? store.header().focus : areas.front();
    for (const char* key : {"employment_rate", "earnings", "ww_recipients", "bijstand_recipients"})
      if (context.reading.measured(key)) outcomes.push_back(context.outcome(key, area, part));
  }
  return outcomes;
}

std::vector<Outcome> outcomes_of_area(const Context& context) {
  std::vector<std::string> keys{"employed",  "unemployed", "ww_recipients",    "bijstand_recipients",
                                "vacancies", "cost_uwv",   "cost_municipality"};
  for (const auto& [scenario, indicators] : context.told.indicators)
    for (const std::string& key : indicators)
      if (!contains(keys, key)) keys.push_back(key);
  std::vector<Outcome> outcomes;
  for (const std::string& key : keys)
    if (context.reading.measured(key)) outcomes.push_back(context.outcome(key, context.store().header().focus, ""));
  return outcomes;
}

double visible_gain(const Difference& difference, const Measure& measure) {
  return is_visible(difference) ? gain_of(difference, measure) : 0;
}

std::string best_of(const Context& context, const std::vector<std::string>& scenarios, const std::string& other) {
  const auto rank = [&](const std::string& scenario) {
    const Difference difference = context.difference(scenario, other, context.main);
    const double gain = gain_of(difference, context.main.measure);
    return std::pair(visible_gain(difference, context.main.measure), std::isnan(gain) ? -INFINITY : gain);
  };
  return *std::ranges::max_element(scenarios, {}, rank);
}

Runs runs_per_scenario(const Context& context) {
  const auto runs = [&](const std::string& scenario) {
    return context.reading.pairs(scenario, context.reference).size();
  };
  const auto [least, most] = std::ranges::minmax_element(context.scenarios, {}, runs);
  return {runs(*least), runs(*most)};
}

std::string to_text(const Runs& runs) {
  return runs.least == runs.most ? fmt::format("{}", runs.most) : fmt::format("{}–{}", runs.least, runs.most);
}

Measure money_measure(const Difference& difference, Tongue tongue) {
  Measure measure;
  double largest = 0;
  for (const double value : {difference.mean, difference.low, difference.high})
    if (!std::isnan(value)) largest = std::max(largest, std::abs(value));
  if (largest >= 1e6) measure.factor = 1e-6;
  measure.unit = in(tongue, largest >= 1e6 ? "mln euro per jaar" : "euro per jaar",
                    largest >= 1e6 ? "million euro a year" : "euro a year");
  measure.difference_unit = measure.unit;
  return measure;
}

}  // namespace polder::report
