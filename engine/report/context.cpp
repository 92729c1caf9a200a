#include "report/context.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
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

/// Of what is looked at the first that visibly differs in a scenario, if any does by more than luck; the first of all
/// where nothing does.
Outcome main_outcome(const Context& context) {
  std::vector<Outcome> candidates;
  for (const Outcome& outcome : outcomes_of_plants(context))
    if (outcome.measure.key == "employment_rate") candidates.push_back(outcome);
  for (const Outcome& outcome : outcomes_of_area(context))
    if (outcome.measure.better != 0) candidates.push_back(outcome);
  for (const char* key : {"legitimacy", "trust", "council_engagement", "scale_fit", "info_precision"})
    if (context.reading.measured(key)) candidates.push_back(context.outcome(key, context.store().header().focus, ""));
  const Outcome* visible = nullptr;
  for (const Outcome& outcome : candidates) {
    const std::vector<Difference> all = differences_in(context, outcome, context.scenarios, context.reference);
    if (std::ranges::count(beyond_luck(all), true) > 0) return outcome;
    if (visible == nullptr && std::ranges::any_of(all, is_visible)) visible = &outcome;
  }
  return visible != nullptr ? *visible : candidates.front();
}

double gain_of(const Difference& difference, const Measure& measure) {
  return measure.better == 0 ? std::abs(difference.mean) : measure.better * difference.mean;
}

/// Visible gains before all others, and among those the larger.
std::pair<double, double> rank_of(const Context& context, const std::string& scenario, const std::string& other) {
  const Difference difference = context.difference(scenario, other, context.main);
  const double gain = gain_of(difference, context.main.measure);
  return {visible_gain(difference, context.main.measure), std::isnan(gain) ? -INFINITY : gain};
}

/// Of many scenarios, how many of the best are shown: all that are visibly better or worse, if they fit; half as far as
/// they are not.
std::size_t best_to_show(const Context& context) {
  constexpr std::size_t half = most_shown / 2;
  std::size_t better = 0, worse = 0;
  for (const Difference& each : differences_in(context, context.main, context.scenarios, context.reference)) {
    const double gain = visible_gain(each, context.main.measure);
    better += gain > 0 ? 1 : 0;
    worse += gain < 0 ? 1 : 0;
  }
  return std::clamp(better, most_shown - std::min(most_shown, std::max(worse, half)),
                    most_shown - std::min(worse, half));
}

/// All, in order of the study; where they are many the first and last by how much they help, the best first.
void choose_scenarios_to_show(Context& context) {
  std::vector<std::string>& shown = context.shown = context.scenarios;
  if (shown.size() <= most_shown) return;
  context.best_shown = best_to_show(context);
  std::ranges::stable_sort(shown, std::ranges::greater(),
                           [&](const auto& scenario) { return rank_of(context, scenario, context.reference); });
  shown.erase(shown.begin() + static_cast<std::ptrdiff_t>(context.best_shown),
              shown.end() - static_cast<std::ptrdiff_t>(most_shown - context.best_shown));
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

/// The names of all scenarios; where several share one, their keys stand behind it.
std::map<std::string, std::string> names_in(const StoreHeader& header, Tongue tongue,
                                            const std::map<std::string, std::string>& labels) {
  std::map<std::string, std::string> names;
  std::map<std::string, int> times;
  for (const std::string& scenario : header.scenarios)
    ++times[names[scenario] = scenario_name(header, scenario, tongue, labels)];
  for (auto& [scenario, name] : names)
    if (times[name] > 1) name += fmt::format(" ({})", scenario);
  return names;
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

std::string scenario_name(const StoreHeader& header, const std::string& scenario, Tongue tongue,
                          const std::map<std::string, std::string>& labels) {
  if (const auto given = labels.find(scenario); given != labels.end()) return given->second;
  if (std::string title = scenario_title(header, scenario, tongue); !title.empty()) return title;
  if (scenario == "reference") return std::string(in(tongue, "basispad", "baseline"));
  std::string text = scenario;
  std::ranges::replace(text, '_', ' ');
  return text;
}

std::string with_names(const std::string& text, const Places& places) {
  std::string named, word, before;
  const auto end_word = [&] {
    const auto& names = before == "sector" ? places.sectors : places.names;
    const auto found = names.find(word);
    named += found == names.end() ? word : found->second;
    before = word;
    word.clear();
  };
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_') {
      word += c;
      continue;
    }
    end_word();
    named += c;
  }
  end_word();
  return named;
}

Places places_in(const Store& store, Tongue tongue) {
  Places places;
  const auto countries = store.folder() / "inputs" / "countries";
  if (!std::filesystem::is_directory(countries)) return places;
  for (const auto& entry : std::filesystem::directory_iterator(countries)) {
    if (!entry.is_directory()) continue;
    data::Problems damaged;  // names are an extra: what cannot be read is left out
    const Country country = read_country(entry.path(), damaged).country;
    if (damaged.any_error()) continue;
    for (const SectorFacts& sector : country.sectors)
      places.sectors[sector.code] = in(tongue, sector.name_nl, sector.name_en);
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

Context context_of(Reading& reading, Tongue tongue, const std::map<std::string, std::string>& labels,
                   const Store* design) {
  const Store& store = reading.store();
  const StoreHeader& header = store.header();
  check_one_world(header, store.folder());
  Context context{tongue,
                  reading,
                  design,
                  read_settings(store, tongue),
                  told_in(store),
                  places_in(store, tongue),
                  labels,
                  names_in(header, tongue, labels),
                  header.reference,
                  {},
                  {},
                  0,
                  {}};
  for (ScenarioSettings& scenario : context.settings.scenarios)
    for (Setting& setting : scenario.settings) {
      setting.value = with_names(setting.value, context.places);
      setting.who = with_names(setting.who, context.places);
    }
  for (const std::string& scenario : header.scenarios)
    if (scenario != header.reference && !reading.pairs(scenario, header.reference).empty())
      context.scenarios.push_back(scenario);
  if (context.scenarios.empty()) throw nothing_finished(store);
  context.main = main_outcome(context);
  choose_scenarios_to_show(context);
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
  return *std::ranges::max_element(scenarios, {},
                                   [&](const std::string& scenario) { return rank_of(context, scenario, other); });
}

std::vector<bool> beyond_luck(const std::vector<Difference>& together) {
  std::vector<double> chances;
  for (const Difference& each : together) chances.push_back(chance_of_luck(each));
  const std::vector<double> after = adjusted(chances);
  std::vector<bool> found;
  for (std::size_t i = 0; i < together.size(); ++i)
    found.push_back(is_visible(together[i]) && after[i] <= false_discoveries);
  return found;
}

std::vector<Difference> differences_in(const Context& context, const Outcome& outcome,
                                       const std::vector<std::string>& scenarios, const std::string& other) {
  std::vector<Difference> all;
  for (const std::string& scenario : scenarios) all.push_back(context.difference(scenario, other, outcome));
  return all;
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
