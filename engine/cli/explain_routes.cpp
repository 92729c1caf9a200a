// polder explain routes REGION: which occupations have more seekers than vacancies, which the reverse, and the shortest
// retraining routes from the former to the latter.
#include "cli/explain.h"
#include "cli/region.h"
#include "data/problems.h"

namespace polder::cli {
namespace {

/// What was asked, with names turned into rows.
struct Question {
  RegionIndex region{};
  std::vector<GroupIndex> from;  // empty: the groups of all shrinking occupations
};

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
  Question question{region_called(region, study, files.country, "polder explain routes"), {}};
  if (!from.empty())
    question.from = groups_called(from, occupation_graph(files.country, study.parameters), files.country);
  return question;
}

}  // namespace

std::string explain_routes(const Study& study, const std::string& region, const std::string& from,
                           const OutputOptions& output) {
  const Question question = question_of(study, region, from);
  const Experiment experiment = prepare(study);
  const Country& country = experiment.model.country;
  const FirstYear year = first_year(experiment, question.region);
  const Balances balances = balance_occupations(year.counts);
  const OccupationGraph graph = occupation_graph(country, experiment.model.parameters);
  const auto starts = question.from.empty() ? shrinking_groups(graph, balances) : question.from;
  const Language language = output.language;
  const std::vector<Section> sections{
      {Say::MoreSeekers, "shrinking", balance_table(balances, country, Demand::Shrinking, language)},
      {Say::MoreVacancies, "growing", balance_table(balances, country, Demand::Growing, language)},
      {Say::ShortestRoutes, "routes", ways_table(find_ways(graph, starts, balances), graph, country, language)}};
  return to_text(sections, notes_on(experiment, language), heading_of(experiment, question.region, year, language),
                 facts_of(experiment, question.region, year), output);
}

}  // namespace polder::cli
