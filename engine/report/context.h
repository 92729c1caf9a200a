// What all sections of a report share.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/content.h"
#include "report/hexagons.h"
#include "report/reading.h"
#include "report/sentences.h"
#include "report/settings.h"
#include "report/told.h"

namespace polder::report {

/// Names of areas and where municipalities lie, by code, from the copy of the country's tables; empty for a result
/// that this version cannot read.
struct Places {
  std::map<std::string, std::string> names;
  std::map<std::string, Place> positions;
  std::map<std::string, std::string> sectors;  // names by code
};
Places places_in(const Store& store, Tongue tongue = Tongue::English);

/// A text with codes of places, and of sectors behind that word, by name: "sector Zorg, regio Twente".
std::string with_names(const std::string& text, const Places& places);

/// Something that the report looks at, in words.
struct Outcome {
  Measure measure;
  Question question;
  std::string where, when;
};

struct Context {
  Tongue tongue = Tongue::English;
  Reading& reading;
  const Store* design;  // a second result that varies assumptions; null: none
  Settings settings;
  Told told;
  Places places;
  std::map<std::string, std::string> labels;  // of scenarios, where the reader gave any
  std::map<std::string, std::string> names;   // of all scenarios, no two the same
  std::string reference;
  std::vector<std::string> scenarios;  // with a finished pair, in order of the study
  std::vector<std::string> shown;      // of them, in charts: all, or where they are many the best and the worst
  std::size_t best_shown = 0;          // of those, the best ones
  Outcome main;                        // what the answer is about

  const Store& store() const { return reading.store(); }
  std::string_view say(std::string_view nl, std::string_view en) const { return in(tongue, nl, en); }
  std::string label(const std::string& scenario) const { return names.at(scenario); }
  std::string place(const std::string& area) const;
  std::string against() const;  // "difference with ‘baseline’"
  std::string base(const std::string& scenario) const { return base_of(settings, scenario, reference); }
  std::string period() const;        // of the result, in words
  std::string money_period() const;  // when payments are counted; empty: never
  Outcome outcome(const std::string& indicator, const std::string& area, const std::string& part) const;
  Difference difference(const std::string& scenario, const std::string& other, const Outcome& outcome) const {
    return reading.difference(scenario, other, outcome.question);
  }
  Finding finding(const std::string& scenario, const std::string& other, const Outcome& outcome) const;
};

inline constexpr std::size_t most_shown = 12;

/// What a scenario is called: by the reader, by the study, or by its key.
std::string scenario_name(const StoreHeader& header, const std::string& scenario, Tongue tongue,
                          const std::map<std::string, std::string>& labels);

/// Throws InputError E314 where no pair of scenarios is finished, E374 where parameters are varied, E370 for settings
/// that cannot be read, E303 for a damaged run.
Context context_of(Reading& reading, Tongue tongue, const std::map<std::string, std::string>& labels,
                   const Store* design = nullptr);

/// Outcomes of the report: of each followed plant in its first two years, and of the area in focus over the period.
std::vector<Outcome> outcomes_of_plants(const Context& context);
std::vector<Outcome> outcomes_of_area(const Context& context);

/// Of some scenarios the one that helps the main outcome most, against another: visibly, if any does.
std::string best_of(const Context& context, const std::vector<std::string>& scenarios, const std::string& other);
/// Of differences that are looked at together, which are visible and not by luck alone (compare/luck.h).
std::vector<bool> beyond_luck(const std::vector<Difference>& together);
/// Differences in an outcome of some scenarios with another.
std::vector<Difference> differences_in(const Context& context, const Outcome& outcome,
                                       const std::vector<std::string>& scenarios, const std::string& other);
/// How much a difference visibly helps: below 0 it harms, 0 is not told apart from nothing. Of an outcome that is
/// better neither higher nor lower its size.
double visible_gain(const Difference& difference, const Measure& measure);

/// Runs per scenario that have a pair in the reference, of the scenarios with the fewest and the most.
struct Runs {
  std::size_t least = 0, most = 0;
};
Runs runs_per_scenario(const Context& context);
std::string to_text(const Runs& runs);  // "20", "3–20"

/// Money as a measure: millions where the difference is large.
Measure money_measure(const Difference& difference, Tongue tongue);

}  // namespace polder::report
