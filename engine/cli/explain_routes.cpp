// polder explain routes REGION: which occupations have more seekers than vacancies, which the reverse, and the shortest
// retraining routes from the former to the latter.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "cli/explain.h"
#include "data/problems.h"
#include "indicators/occupation_balance.h"
#include "polder/simulation/simulation.h"
#include "world/occupation_graph.h"

namespace polder::cli {
namespace {

constexpr int observed_months = 12;
constexpr std::uint32_t fine_sample = 10;  // 1:N from which small areas are more than noise

/// What was asked, with names turned into rows.
struct Question {
  RegionIndex region{};
  std::vector<GroupIndex> from;  // empty: the groups of all shrinking occupations
};

/// A way, or none, from a group.
struct Way {
  GroupIndex from{};
  OccupationIndex towards = none<OccupationIndex>;  // the class that was asked for; none: any that grows
  std::optional<Route> route;
};
/// By training time, then as found; what is unreachable comes last.
using Ways = std::multimap<Tenths, Way>;

/// With so many digits behind the point.
double rounded(double value, int digits) {
  const double scale = std::pow(10, digits);
  return std::round(value * scale) / scale;
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known, std::string otherwise) {
  const std::string near = data::nearest(word, known);
  return near.empty() ? std::move(otherwise) : fmt::format("did you mean '{}'?", near);
}

/// By code or name; E107 if the country has none such.
RegionIndex region_called(const std::string& word, const Country& country) {
  std::vector<std::string> known;
  for (const RegionIndex region : rows_of(country.regions)) {
    const Area& area = country.regions[region];
    if (same(area.code, word) || same(area.name, word)) return region;
    known.insert(known.end(), {area.code, area.name});
  }
  refuse("E107", "polder explain routes", fmt::format("'{}' is no labour-market region of {}", word, country.name_en),
         did_you_mean(word, known, fmt::format("a code such as {}, or a name", known.empty() ? "-" : known.front())));
}

/// The groups that a code or name of a group or a class stands for; E315 if there are none.
std::vector<GroupIndex> groups_called(const std::string& word, const OccupationGraph& graph, const Country& country) {
  std::vector<std::string> known;
  std::vector<GroupIndex> found;
  const auto is_called = [&](const auto& facts) {
    known.insert(known.end(), {facts.code, facts.name_nl, facts.name_en});
    return same(facts.code, word) || same(facts.name_nl, word) || same(facts.name_en, word);
  };
  for (const GroupIndex group : rows_of(graph.groups))
    if (is_called(graph.groups[group])) return {group};
  for (const OccupationFacts& facts : country.occupations) {
    if (!is_called(facts)) continue;
    for (const GroupIndex group : rows_of(graph.groups))
      if (country.occupations[graph.groups[group].occupation].code == facts.code) found.push_back(group);
    return found;
  }
  refuse("E315", "--from", fmt::format("'{}' is no occupation of {}", word, country.name_en),
         did_you_mean(word, known,
                      fmt::format("a code from {} to {}, or a name", graph.groups.begin()->code,
                                  graph.groups.span().back().code)));
}

Question question_of(const Study& study, const std::string& region, const std::string& from) {
  data::Problems problems;
  const CountryFiles files = read_country(study.country_folder, problems);
  problems.raise();
  Question question{region_called(region, files.country), {}};
  const Area& area = files.country.regions[question.region];
  if (study.scope && study.scope->region != area.code)
    refuse("E163", "polder explain routes",
           fmt::format("{} ({}) is outside the study's scope: it reports on {} only", area.code, area.name,
                       study.scope->region),
           "name a study of the whole country, or one of this region");
  if (!from.empty())
    question.from = groups_called(from, occupation_graph(files.country, study.parameters), files.country);
  return question;
}

/// The first year of the reference, replicate 0: at the end of the warm-up and of each month.
std::vector<OccupationCounts> observe(const Experiment& experiment, RegionIndex region) {
  RunState state = begin_run(experiment);
  const Script& reference = experiment.scripts.front();
  const Random random{experiment.seed, 0};
  const double recorded = experiment.model.parameters.firm.recorded_share;
  std::vector<OccupationCounts> counts;
  const Month until = std::min(experiment.from + observed_months, experiment.to + 1);
  for (Month month = experiment.from; month <= until; month = month + 1) {
    simulate_until(state, experiment, reference, random, month, {});
    counts.push_back(count_occupations(state.world, experiment.model.country, region, recorded));
  }
  return counts;
}

void add_ways(const OccupationGraph& graph, const std::vector<GroupIndex>& from, const std::vector<GroupIndex>& to,
              OccupationIndex towards, Ways& ways) {
  const auto best = best_routes(graph, from, to);
  for (std::size_t i = 0; i < from.size(); ++i)
    ways.emplace(best[i] ? best[i]->time : std::numeric_limits<Tenths>::max(), Way{from[i], towards, best[i]});
}

/// From one group the shortest route to each growing class but its own; from several each one's to any.
Ways find_ways(const OccupationGraph& graph, const std::vector<GroupIndex>& from,
               const Column<OccupationIndex, OccupationBalance>& balances) {
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

template <class Facts>
std::string name_of(const Facts& facts, Language language) {
  return std::string(in(language, facts.name_nl, facts.name_en));
}

Table balance_table(const Column<OccupationIndex, OccupationBalance>& balances, const Country& country, Demand demand,
                    Language language) {
  Table table{{"occupation", "name", "seekers", "vacancies", "tightness", "relative", "employed", "change"}, {}, {}};
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

std::string no_way_text(const OccupationGroup& from, OccupationIndex towards, const Country& country,
                        Language language) {
  const std::string to = towards == none<OccupationIndex>
                             ? std::string(in(language, "een beroep dat groeit", "an occupation that grows"))
                             : name_of(country.occupations[towards], language);
  return fmt::format(fmt::runtime(in(language, "{}: geen keten van verwante beroepen leidt naar {}",
                                     "{}: no chain of alike occupations leads to {}")),
                     name_of(from, language), to);
}

Table ways_table(const Ways& ways, const OccupationGraph& graph, const Country& country, Language language) {
  Table table{{"from", "to", "months", "skill_distance", "wage_change", "path"}, {}, {}};
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

/// The three tables of the answer.
struct Tables {
  Table shrinking, growing, ways;
};

Tables tables_of(const Experiment& experiment, const Question& question,
                 const Column<OccupationIndex, OccupationBalance>& balances, Language language) {
  const Country& country = experiment.model.country;
  const OccupationGraph graph = occupation_graph(country, experiment.model.parameters);
  std::vector<GroupIndex> from = question.from;
  if (from.empty())
    for (const GroupIndex group : rows_of(graph.groups))
      if (balances[graph.groups[group].occupation].demand == Demand::Shrinking) from.push_back(group);
  return {balance_table(balances, country, Demand::Shrinking, language),
          balance_table(balances, country, Demand::Growing, language),
          ways_table(find_ways(graph, from, balances), graph, country, language)};
}

std::string text_of(const Tables& tables, const std::vector<std::string>& notes, std::string text,
                    const OutputOptions& output) {
  for (const std::string& note : notes) text += say(output.language, Say::Note, note) + '\n';
  const auto add = [&](Say title, const Table& table) {
    text += fmt::format("\n{}\n{}", say(output.language, title),
                        table.rows.empty() ? say(output.language, Say::None) + '\n' : to_text(table, output.format));
  };
  add(Say::MoreSeekers, tables.shrinking);
  add(Say::MoreVacancies, tables.growing);
  add(Say::ShortestRoutes, tables.ways);
  return text;
}

}  // namespace

std::string explain_routes(const Study& study, const std::string& region, const std::string& from,
                           const OutputOptions& output) {
  const Question question = question_of(study, region, from);
  const Experiment experiment = prepare(study);
  const auto counts = observe(experiment, question.region);
  const Tables tables = tables_of(experiment, question, balance_occupations(counts), output.language);
  const auto notes = notes_on(experiment, output.language);
  const Area& area = experiment.model.country.regions[question.region];
  const std::string first = to_text(experiment.from),
                    last = to_text(experiment.from + (static_cast<int>(counts.size()) - 2));
  if (output.format != Format::Json)
    return text_of(tables, notes,
                   say(output.language, Say::RoutesIn, area.code, area.name, first, last, study.weight) + '\n', output);
  nlohmann::ordered_json json;
  json["region"] = area.code;
  json["name"] = area.name;
  json["from"] = first;
  json["to"] = last;
  json["weight"] = study.weight;
  json["notes"] = notes;
  json["shrinking"] = to_json(tables.shrinking);
  json["growing"] = to_json(tables.growing);
  json["routes"] = to_json(tables.ways);
  return json.dump(2) + '\n';
}

}  // namespace polder::cli
