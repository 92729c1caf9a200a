#include "cli/region.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "cli/explain.h"
#include "data/problems.h"

namespace polder::cli {
namespace {

constexpr int observed_months = 12;
constexpr std::uint32_t fine_sample = 10;  // 1:N from which small areas are more than noise

/// By code or name; E107 if the country has none such.
RegionIndex region_in(const std::string& word, const Country& country, const std::string& command) {
  std::vector<std::string> known;
  for (const RegionIndex region : rows_of(country.regions)) {
    const Area& area = country.regions[region];
    if (same(area.code, word) || same(area.name, word)) return region;
    known.insert(known.end(), {area.code, area.name});
  }
  refuse("E107", command, fmt::format("'{}' is no labour-market region of {}", word, country.name_en),
         did_you_mean(word, known, fmt::format("a code such as {}, or a name", known.empty() ? "-" : known.front())));
}

void add_ways(const OccupationGraph& graph, const std::vector<GroupIndex>& from, const std::vector<GroupIndex>& to,
              OccupationIndex towards, Ways& ways) {
  const auto best = best_routes(graph, from, to);
  for (std::size_t i = 0; i < from.size(); ++i)
    ways.emplace(best[i] ? best[i]->time : std::numeric_limits<Tenths>::max(), Way{from[i], towards, best[i]});
}

std::string no_way_text(const OccupationGroup& from, OccupationIndex towards, const Country& country,
                        Language language) {
  const std::string to = towards == none<OccupationIndex>
                             ? std::string(in(language, "een beroep dat groeit", "an occupation that grows"))
                             : name_of(country.occupations[towards], language);
  return fmt::format(fmt::runtime(in(language, "{}: geen keten van verwante beroepen leidt naar {}",
                                     "{}: no chain of alike occupations leads to {}")),
                     name_of(from, language), to);
}

}  // namespace

RegionIndex region_called(const std::string& word, const Study& study, const Country& country,
                          const std::string& command) {
  const RegionIndex region = region_in(word, country, command);
  const Area& area = country.regions[region];
  if (study.scope && study.scope->region != area.code)
    refuse("E163", command,
           fmt::format("{} ({}) is outside the study's scope: it reports on {} only", area.code, area.name,
                       study.scope->region),
           "name a study of the whole country, or one of this region");
  return region;
}

FirstYear first_year(const Experiment& experiment, RegionIndex region) {
  FirstYear year{{}, begin_run(experiment), begin_run(experiment), {}};
  const Script& reference = experiment.scripts.front();
  const Random random{experiment.seed, 0};
  const double recorded = experiment.model.parameters.firm.recorded_share;
  const Month until = std::min(experiment.from + observed_months, experiment.to + 1);
  for (Month month = experiment.from; month <= until; month = month + 1) {
    simulate_until(year.after, experiment, reference, random, month, {});
    if (month == experiment.from) year.before = year.after;
    year.counts.push_back(count_occupations(year.after.world, experiment.model.country, region, recorded));
  }
  year.last = until - 1;
  return year;
}

std::vector<GroupIndex> shrinking_groups(const OccupationGraph& graph, const Balances& balances) {
  std::vector<GroupIndex> from;
  for (const GroupIndex group : rows_of(graph.groups))
    if (balances[graph.groups[group].occupation].demand == Demand::Shrinking) from.push_back(group);
  return from;
}

Ways find_ways(const OccupationGraph& graph, const std::vector<GroupIndex>& from, const Balances& balances) {
  Ways ways;
  std::vector<GroupIndex> growing;
  for (const OccupationIndex occupation : rows_of(balances)) {
    if (balances[occupation].demand != Demand::Growing) continue;
    std::vector<GroupIndex> of_class;
    for (const GroupIndex group : rows_of(graph.groups))
      if (graph.groups[group].occupation == occupation) of_class.push_back(group);
    growing.insert(growing.end(), of_class.begin(), of_class.end());
    if (from.size() == 1 && graph.groups[from.front()].occupation != occupation)
      add_ways(graph, from, of_class, occupation, ways);
  }
  if (from.size() > 1 && !growing.empty()) add_ways(graph, from, growing, none<OccupationIndex>, ways);
  return ways;
}

Table balance_table(const Balances& balances, const Country& country, Demand demand, Language language) {
  Table table{{"occupation", "name", "seekers", "vacancies", "tightness", "relative", "employed", "change"},
              {},
              {},
              {"change"}};
  table.titles = language == Language::Nl
                     ? std::vector<std::string>{"beroep",   "naam",         "zoekenden", "vacatures",
                                                "spanning", "t.o.v. regio", "werkenden", "verandering"}
                     : std::vector<std::string>{"occupation", "name",      "seekers",  "vacancies",
                                                "tightness",  "to region", "employed", "change"};
  for (const OccupationIndex occupation : rows_of(balances)) {
    const OccupationBalance& balance = balances[occupation];
    if (balance.demand != demand) continue;
    const OccupationFacts& facts = country.occupations[occupation];
    table.rows.push_back({facts.code, name_of(facts, language), rounded(balance.seekers, 0),
                          rounded(balance.vacancies, 0), rounded(balance.tightness, 2), rounded(balance.relative, 2),
                          rounded(balance.employed, 0), rounded(balance.change, 3)});
  }
  return table;
}

Table ways_table(const Ways& ways, const OccupationGraph& graph, const Country& country, Language language) {
  Table table{{"from", "to", "months", "skill_distance", "wage_change", "path"}, {}, {}, {"wage_change"}};
  table.titles = language == Language::Nl
                     ? std::vector<std::string>{"van", "naar", "maanden", "afstand", "loon", "route"}
                     : std::vector<std::string>{"from", "to", "months", "distance", "wage", "path"};
  const auto wage = [&](GroupIndex group) { return country.occupations[graph.groups[group].occupation].class_wage; };
  for (const auto& [time, way] : ways) {
    const OccupationGroup& start = graph.groups[way.from];
    if (!way.route) {
      table.rows.push_back(
          {start.code, nullptr, nullptr, nullptr, nullptr, no_way_text(start, way.towards, country, language)});
      continue;
    }
    const GroupIndex end = way.route->path.back();
    std::vector<std::string> names;
    for (const GroupIndex group : way.route->path) names.push_back(name_of(graph.groups[group], language));
    table.rows.push_back({start.code, graph.groups[end].code, months_of(way.route->time),
                          rounded(graph.skill_distance(way.from, end), 3), rounded(wage(end) / wage(way.from) - 1, 3),
                          fmt::format("{}", fmt::join(names, " > "))});
  }
  return table;
}

std::vector<std::string> notes_on(const Experiment& experiment, Language language) {
  std::vector<std::string> notes = experiment.notes;
  const bool nl = language == Language::Nl;
  if (experiment.world.weight > fine_sample)
    notes.emplace_back(nl ? "grover dan 1:10 zijn aantallen in een regio deels toeval; --sample 1:10 is nauwkeuriger"
                          : "coarser than 1:10 numbers in a region are partly chance; --sample 1:10 is more precise");
  if (experiment.model.country.groups.empty())
    notes.emplace_back(nl ? "dit land heeft geen beroepsgroepen; routes lopen tussen klassen"
                          : "this country has no occupation groups; routes run between classes");
  return notes;
}

std::string heading_of(const Experiment& experiment, RegionIndex region, const FirstYear& year, Language language) {
  const Area& area = experiment.model.country.regions[region];
  return say(language, Say::RoutesIn, area.code, area.name, to_text(experiment.from), to_text(year.last),
             experiment.world.weight);
}

nlohmann::ordered_json facts_of(const Experiment& experiment, RegionIndex region, const FirstYear& year) {
  const Area& area = experiment.model.country.regions[region];
  return {{"region", area.code},
          {"name", area.name},
          {"from", to_text(experiment.from)},
          {"to", to_text(year.last)},
          {"weight", experiment.world.weight}};
}

double rounded(double value, int digits) {
  const double scale = std::pow(10, digits);
  return std::round(value * scale) / scale;
}

std::string to_text(const std::vector<Section>& sections, const std::vector<std::string>& notes,
                    const std::string& heading, nlohmann::ordered_json facts, const OutputOptions& output) {
  if (output.format == Format::Json) {
    facts["notes"] = notes;
    for (const Section& section : sections) facts[section.key] = to_json(section.table);
    return facts.dump(2) + '\n';
  }
  std::string text = heading + '\n';
  for (const std::string& note : notes) text += say(output.language, Say::Note, note) + '\n';
  for (const Section& section : sections)
    text += fmt::format(
        "\n{}\n{}", say(output.language, section.title),
        section.table.rows.empty() ? say(output.language, Say::None) + '\n' : to_text(section.table, output.format));
  return text;
}

}  // namespace polder::cli
