// What `explain routes` and `explain region` share: a labour-market region in the first year of a study's reference,
// and the ways from what shrinks there to what grows.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/table.h"
#include "indicators/occupation_balance.h"
#include "polder/simulation/simulation.h"
#include "world/country_files.h"
#include "world/occupation_graph.h"

namespace polder::cli {

/// A region of the study's country by code or name, in the country's files. Throws InputError E107 if there is none
/// such, E163 if it is outside the scope of the study; `command` is what asks.
RegionIndex region_called(const std::string& word, const Study& study, const Country& country,
                          const std::string& command);

/// The first year of the reference, replicate 0. `counts` are of the end of the warm-up and of each month.
struct FirstYear {
  std::vector<OccupationCounts> counts;
  RunState before, after;  // the ends of the warm-up and of the year
  Month last;              // of the year
};
FirstYear first_year(const Experiment& experiment, RegionIndex region);

/// A way, or none, from a group.
struct Way {
  GroupIndex from{};
  OccupationIndex towards = none<OccupationIndex>;  // the class that was asked for; none: any that grows
  std::optional<Route> route;
};
/// By training time, then as found; what is unreachable comes last.
using Ways = std::multimap<Tenths, Way>;
using Balances = Column<OccupationIndex, OccupationBalance>;

/// All groups of the classes that shrink.
std::vector<GroupIndex> shrinking_groups(const OccupationGraph& graph, const Balances& balances);
/// From one group the shortest route to each growing class but its own; from several each one's to any.
Ways find_ways(const OccupationGraph& graph, const std::vector<GroupIndex>& from, const Balances& balances);

Table balance_table(const Balances& balances, const Country& country, Demand demand, Language language);
Table ways_table(const Ways& ways, const OccupationGraph& graph, const Country& country, Language language);
std::vector<std::string> notes_on(const Experiment& experiment, Language language);

/// "AM05 Twente, 2026-01 to 2026-12, the reference at 1:100", and the same for programs.
std::string heading_of(const Experiment& experiment, RegionIndex region, const FirstYear& year, Language language);
nlohmann::ordered_json facts_of(const Experiment& experiment, RegionIndex region, const FirstYear& year);

/// With so many digits behind the point.
double rounded(double value, int digits);

template <class Facts>
std::string name_of(const Facts& facts, Language language) {
  return std::string(in(language, facts.name_nl, facts.name_en));
}

/// A table under its title.
struct Section {
  Say title;
  std::string key;  // for programs
  Table table;
};
/// Notes, then every section under its title; for JSON an object with `facts` first.
std::string to_text(const std::vector<Section>& sections, const std::vector<std::string>& notes,
                    const std::string& heading, nlohmann::ordered_json facts, const OutputOptions& output);

}  // namespace polder::cli
