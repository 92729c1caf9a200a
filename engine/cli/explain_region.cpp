// polder explain region REGION: the regional analysis. Demand and supply by occupation now and when forecasts end, with
// their error at the region's precision of information; sectors and moves between them; who needs training, and ways.
#include <algorithm>
#include <cmath>

#include "cli/explain.h"
#include "cli/region.h"
#include "government/foresight.h"
#include "world/forecast.h"

namespace polder::cli {
namespace {

constexpr double two_sided_95 = 1.96;

/// All that the tables are made from.
struct Analysis {
  const Experiment& experiment;
  RegionIndex region{};
  const FirstYear& year;
  Language language{};

  const Country& country() const { return experiment.model.country; }
  bool lives_here(const Profile& profile) const {
    const MunicipalityFacts& home = country().municipalities[profile.municipality()];
    return home.region == region && !home.elsewhere;
  }
};

Table titled(const Analysis& analysis, std::vector<std::string> keys, std::vector<std::string> english,
             std::vector<std::string> dutch) {
  return {std::move(keys), analysis.language == Language::Nl ? std::move(dutch) : std::move(english), {}};
}

/// A month further than the year, so that there are two yearly statistics to forecast from.
RunState with_statistics(const Analysis& analysis) {
  const Experiment& experiment = analysis.experiment;
  RunState state = analysis.year.after;
  const Month until = std::min(state.world.month + 1, experiment.to + 1);
  simulate_until(state, experiment, experiment.scripts.front(), Random{experiment.seed, 0}, until, {});
  return state;
}

/// Growth of labour supply at constant participation within the horizon, relative to now.
double supply_growth(const Model& model, int elapsed, int horizon) {
  const auto& growth = model.reference_growth;
  if (growth.empty()) return 1;
  const auto at = [&](int month) {
    return growth[std::min<std::size_t>(static_cast<std::size_t>(month), growth.size() - 1)];
  };
  return at(elapsed + horizon) / at(elapsed);
}

/// Jobs at the region's establishments by the occupation of who fills them, and the vacancies of the counts [persons].
std::vector<double> demand_by_occupation(const Analysis& analysis, const OccupationCounts& counts) {
  const World& world = analysis.year.after.world;
  std::vector<double> demand;
  for (const OccupationCount& count : counts) demand.push_back(count.vacancies);
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Situation& now = world.residents.now[person];
    if (!works(now.labour)) continue;
    const MunicipalityFacts& place = analysis.country().municipalities[world.firms.municipality[now.employer]];
    if (place.region == analysis.region && !place.elsewhere)
      demand[world.residents.profile[person].occupation] += world.weight;
  }
  return demand;
}

Table forecast_table(const Analysis& analysis) {
  Table table =
      titled(analysis, {"occupation", "name", "demand", "supply", "demand_ahead", "error", "supply_ahead", "growth"},
             {"occupation", "name", "demand", "supply", "demand ahead", "± 95 %", "supply ahead", "growth a year"},
             {"beroep", "naam", "vraag", "aanbod", "vraag straks", "± 95 %", "aanbod straks", "groei per jaar"});
  table.changes = {"growth"};
  const Experiment& experiment = analysis.experiment;
  const RunState state = with_statistics(analysis);
  const World& world = state.world;
  const Inputs inputs = inputs_for(experiment, experiment.scripts.front(), world.month);
  const double years = inputs.parameters.info.horizon / 12;
  Information known = government::information_in(world, inputs, analysis.region);
  known.lag = 0;  // the year that is counted here
  const double noise = inputs.parameters.info.noise * std::sqrt(1 - known.precision) * years;
  const double people =
      supply_growth(experiment.model, world.month - world.start, static_cast<int>(inputs.parameters.info.horizon));
  const OccupationCounts& now = analysis.year.counts.back();
  const std::vector<double> demands = demand_by_occupation(analysis, now);
  for (const OccupationIndex o : rows_of(now)) {
    const double demand = demands[number(o)];
    const double growth = forecast_growth_at(known, world, inputs, analysis.region, o, Random{experiment.seed, 0});
    const double ahead = demand * std::exp(growth * years), supply = now[o].employed + now[o].seekers;
    table.rows.push_back({analysis.country().occupations[o].code,
                          name_of(analysis.country().occupations[o], analysis.language), rounded(demand, 0),
                          rounded(supply, 0), rounded(ahead, 0), rounded(two_sided_95 * noise * ahead, 0),
                          rounded(supply * people, 0), rounded(std::exp(growth) - 1, 4)});
  }
  return table;
}

/// Filled jobs at the region's establishments by sector [persons].
std::vector<double> jobs_by_sector(const Analysis& analysis, const World& world) {
  std::vector<double> jobs(analysis.country().sectors.size(), 0.0);
  for (const FirmIndex firm : rows_of(world.firms.state)) {
    const MunicipalityFacts& place = analysis.country().municipalities[world.firms.municipality[firm]];
    if (place.region == analysis.region && !place.elsewhere)
      jobs[number(world.firms.sector[firm])] += static_cast<double>(world.firms.jobs[firm]) * world.weight;
  }
  return jobs;
}

/// What shrinks most comes first.
Table sector_table(const Analysis& analysis) {
  Table table = titled(analysis, {"sector", "name", "jobs", "change"}, {"sector", "name", "jobs", "change"},
                       {"sector", "naam", "banen", "verandering"});
  table.changes = {"change"};
  const auto before = jobs_by_sector(analysis, analysis.year.before.world);
  const auto after = jobs_by_sector(analysis, analysis.year.after.world);
  std::vector<std::pair<double, SectorIndex>> order;
  for (const SectorIndex sector : rows_of(analysis.country().sectors))
    if (before[number(sector)] > 0) order.emplace_back(after[number(sector)] / before[number(sector)] - 1, sector);
  std::sort(order.begin(), order.end());
  for (const auto& [change, sector] : order) {
    const SectorFacts& facts = analysis.country().sectors[sector];
    table.rows.push_back(
        {facts.code, name_of(facts, analysis.language), rounded(after[number(sector)], 0), rounded(change, 3)});
  }
  return table;
}

/// The sector of a resident's work, or one behind the last for who does not work.
std::size_t sector_of_work(const World& world, ResidentIndex person, std::size_t sectors) {
  const Situation& now = world.residents.now[person];
  return works(now.labour) ? number(world.firms.sector[now.employer]) : sectors;
}

/// Residents of the region who worked at the start of the year, by sector then and at its end.
Table moves_table(const Analysis& analysis) {
  const World &before = analysis.year.before.world, &after = analysis.year.after.world;
  const auto& sectors = analysis.country().sectors;
  std::vector<double> moves(sectors.size() * (sectors.size() + 1), 0.0);
  for (const ResidentIndex person : rows_of(before.residents.now)) {
    const std::size_t from = sector_of_work(before, person, sectors.size());
    if (from == sectors.size() || !analysis.lives_here(before.residents.profile[person])) continue;
    if (after.residents.now[person].labour == Labour::Absent) continue;
    moves[from * (sectors.size() + 1) + sector_of_work(after, person, sectors.size())] += before.weight;
  }
  Table table{{"from"}, {std::string(in(analysis.language, "van \\ naar", "from \\ to"))}, {}};
  for (const SectorFacts& sector : sectors) {
    table.keys.push_back("to_" + sector.code);
    table.titles.push_back(sector.code);
  }
  table.keys.emplace_back("no_work");
  table.titles.emplace_back(in(analysis.language, "geen werk", "no work"));
  for (const SectorIndex from : rows_of(sectors)) {
    Table::Row row{sectors[from].code};
    for (std::size_t to = 0; to <= sectors.size(); ++to)
      row.emplace_back(rounded(moves[number(from) * (sectors.size() + 1) + to], 0));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// Residents of the region who are in training out of an occupation [persons].
std::vector<double> in_training(const Analysis& analysis) {
  const World& world = analysis.year.after.world;
  std::vector<double> persons(analysis.country().occupations.size(), 0.0);
  for (const Participant& place : world.participants)
    if (analysis.lives_here(world.residents.profile[place.person])) persons[number(place.from)] += world.weight;
  return persons;
}

/// Seekers of each shrinking class who have a way out: those of its groups from which a route leads to a growing class.
/// Residents have a class, not a group: its seekers are spread evenly over the groups.
Table training_table(const Analysis& analysis, const OccupationGraph& graph, const Balances& balances,
                     const Ways& ways) {
  Table table =
      titled(analysis, {"occupation", "name", "seekers", "need", "in_training", "shortest", "longest"},
             {"occupation", "name", "seekers", "need", "in training", "shortest (months)", "longest (months)"},
             {"beroep", "naam", "zoekenden", "behoefte", "in opleiding", "kortste (maanden)", "langste (maanden)"});
  const std::vector<double> learning = in_training(analysis);
  for (const OccupationIndex o : rows_of(balances)) {
    if (balances[o].demand != Demand::Shrinking) continue;
    double groups = 0;
    std::vector<double> months;
    for (const auto& [time, way] : ways) {
      if (graph.groups[way.from].occupation != o) continue;
      ++groups;
      if (way.route) months.push_back(months_of(time));
    }
    const double need = groups > 0 ? balances[o].seekers * static_cast<double>(months.size()) / groups : 0;
    const auto time = [&](bool longest) {
      return months.empty() ? nlohmann::ordered_json(nullptr)
                            : nlohmann::ordered_json(longest ? months.back() : months.front());
    };
    table.rows.push_back(
        {analysis.country().occupations[o].code, name_of(analysis.country().occupations[o], analysis.language),
         rounded(balances[o].seekers, 0), rounded(need, 0), rounded(learning[number(o)], 0), time(false), time(true)});
  }
  return table;
}

std::string precision_note(const Analysis& analysis) {
  const Experiment& experiment = analysis.experiment;
  const World& world = analysis.year.after.world;
  const Inputs inputs = inputs_for(experiment, experiment.scripts.front(), world.month);
  const Information known = government::information_in(world, inputs, analysis.region);
  return fmt::format(fmt::runtime(in(analysis.language,
                                     "straks is over {:.0f} maanden; de verwachting weet {:.0f} % van wat komt "
                                     "(info.precision) en ziet verder alleen het afgelopen jaar, dat scholen en "
                                     "de agenda pas na {:.0f} maanden in de statistieken zien (analysis.lag)",
                                     "ahead is in {:.0f} months; the forecast knows {:.0f} % of what comes "
                                     "(info.precision) and otherwise sees the last year only, which schools and "
                                     "the agenda see in the statistics after {:.0f} months (analysis.lag)")),
                     inputs.parameters.info.horizon, 100 * known.precision, known.lag);
}

}  // namespace

std::string explain_region(const Study& study, const std::string& region, const OutputOptions& output) {
  data::Problems problems;
  const CountryFiles files = read_country(study.country_folder, problems);
  problems.raise();
  const RegionIndex row = region_called(region, study, files.country, "polder explain region");
  const Experiment experiment = prepare(study);
  const FirstYear year = first_year(experiment, row);
  const Analysis analysis{experiment, row, year, output.language};
  const Balances balances = balance_occupations(year.counts);
  const OccupationGraph graph = occupation_graph(analysis.country(), experiment.model.parameters);
  const Ways ways = find_ways(graph, shrinking_groups(graph, balances), balances);
  const std::vector<Section> sections{
      {Say::DemandAndSupply, "forecast", forecast_table(analysis)},
      {Say::SectorsOfRegion, "sectors", sector_table(analysis)},
      {Say::MovesOfSectors, "moves", moves_table(analysis)},
      {Say::MoreSeekers, "shrinking", balance_table(balances, analysis.country(), Demand::Shrinking, output.language)},
      {Say::MoreVacancies, "growing", balance_table(balances, analysis.country(), Demand::Growing, output.language)},
      {Say::TrainingNeed, "training", training_table(analysis, graph, balances, ways)},
      {Say::ShortestRoutes, "routes", ways_table(ways, graph, analysis.country(), output.language)}};
  auto notes = notes_on(experiment, output.language);
  notes.push_back(precision_note(analysis));
  return to_text(sections, notes, heading_of(experiment, row, year, output.language), facts_of(experiment, row, year),
                 output);
}

}  // namespace polder::cli
