// polder explain world STUDY: how far the synthetic population is from its tables, before and after the warm-up, and
// what is known of its governments.
#include <array>
#include <limits>

#include "cli/explain.h"
#include "data/problems.h"
#include "polder/simulation/simulation.h"
#include "world/build.h"
#include "world/vintage.h"

namespace polder::cli {
namespace {

/// Stocks that both a world and the country's tables know [persons].
struct Counted {
  double population = 0, employed = 0, unemployed = 0, ww = 0, bijstand = 0;
};

Counted counted_in(const World& world, const Country& country) {
  Counted total;
  const double weight = world.weight;
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    if (country.municipalities[m].elsewhere) continue;
    const Stocks& stocks = world.municipalities.stocks[m];
    for (std::size_t l = 1; l < labour_count; ++l) {
      const double persons = weight * stocks.labour[l];
      total.population += persons;
      if (works(static_cast<Labour>(l))) total.employed += persons;
      if (static_cast<Labour>(l) == Labour::Unemployed) total.unemployed += persons;
    }
    for (std::size_t b = 0; b < benefit_count; ++b) {
      const double persons = weight * stocks.benefit[b];
      if (receives_ww(static_cast<Benefit>(b))) total.ww += persons;
      if (receives_bijstand(static_cast<Benefit>(b))) total.bijstand += persons;
    }
  }
  return total;
}

Counted tables_of(const Country& country) {
  Counted total;
  for (const MunicipalityFacts& facts : country.municipalities) {
    if (facts.elsewhere) continue;
    total.population += facts.population;
    total.employed += facts.employed;
    total.unemployed += facts.unemployed;
    total.ww += facts.ww;
    total.bijstand += facts.bijstand;
  }
  return total;
}

double rate(const Counted& counted) { return counted.unemployed / (counted.employed + counted.unemployed); }

Table margins_table(const std::vector<MarginLine>& lines) {
  Table table{{"margin", "mean_off", "worst", "table", "world"}, {"margin", "mean off", "worst", "table", "world"}, {}};
  for (const MarginLine& line : lines) {
    table.rows.push_back({line.margin, line.mean_off, line.worst, line.table, line.world});
  }
  return table;
}

/// Value of a national figure in the first reported month; null if it is no indicator, or not measured there.
nlohmann::ordered_json measured(const Observations& observations, const std::string& key) {
  const auto catalogue = indicator_catalogue();
  for (const IndicatorRow& row : observations.indicators) {
    if (row.level != AreaLevel::Country) continue;
    for (std::size_t i = 0; i < catalogue.size(); ++i) {
      if (catalogue[i].key == key) return row.values[i];
    }
  }
  return nullptr;
}

Table stocks_table(const Experiment& experiment, const World& warm) {
  const Country& country = experiment.model.country;
  const Counted table = tables_of(country), start = counted_in(experiment.world, country),
                after = counted_in(warm, country);
  Table answer{{"quantity", "tables", "start", "after_warm_up", "ratio"},
               {"quantity", "tables", "start", "after warm-up", "ratio"},
               {}};
  const auto line = [&](std::string key, double expected, double before, double now) {
    answer.rows.push_back({std::move(key), expected, before, now, now / expected});
  };
  line("population", table.population, start.population, after.population);
  line("employed", table.employed, start.employed, after.employed);
  line("unemployed", table.unemployed, start.unemployed, after.unemployed);
  line("unemployment_rate", rate(table), rate(start), rate(after));
  line("ww_recipients", table.ww, start.ww, after.ww);
  line("bijstand_recipients", table.bijstand, start.bijstand, after.bijstand);
  return answer;
}

/// Figures of the whole country, for studies of the whole country.
Table figures_table(const std::vector<NationalFigure>& figures, const Observations& observations) {
  Table table{{"figure", "value", "unit", "period", "status", "first_month"},
              {"figure", "value", "unit", "period", "status", "first month"},
              {}};
  for (const NationalFigure& figure : figures) {
    table.rows.push_back(
        {figure.key, figure.value, figure.unit, figure.period, figure.status, measured(observations, figure.key)});
  }
  return table;
}

}  // namespace

std::string explain_world(const Study& study, const OutputOptions& output) {
  data::Problems problems;
  const CountryFiles files = read_country(study.country_folder, problems);
  problems.raise();
  const Experiment experiment = prepare(study);
  const Table margins = margins_table(compare_margins(experiment.world, experiment.model.country));

  RunState state = begin_run(experiment);
  const Script& reference = experiment.scripts.front();
  const Random random{experiment.seed, 0};
  const auto go_on = [] { return false; };
  simulate_until(state, experiment, reference, random, experiment.from, go_on);
  const Table stocks = stocks_table(experiment, state.world);
  std::vector<std::string> notes = experiment.notes;
  notes.push_back(fmt::format("search reaches all but {:.1f} % of the commuting of a municipality, at most",
                              100 * experiment.model.country.omitted_weight));
  const Table governments = governments_table(experiment.model.country, study.parameters);
  Table figures;
  if (!study.scope) {
    simulate_until(state, experiment, reference, random, experiment.from + 1, go_on);
    figures = figures_table(figures_of(files, study.vintage), state.observations);
  }
  if (output.format == Format::Json) {
    const nlohmann::ordered_json json{{"notes", notes},
                                      {"margins", to_json(margins)},
                                      {"stocks", to_json(stocks)},
                                      {"governments", to_json(governments)},
                                      {"figures", to_json(figures)}};
    return json.dump(2) + '\n';
  }
  std::string text;
  const auto add = [&](std::string_view title, const Table& table) {
    if (table.rows.empty()) return;
    text += fmt::format("{}{}\n{}", text.empty() ? "" : "\n", title, to_text(table, output.format));
  };
  for (const std::string& note : notes) text += say(output.language, Say::Note, note) + '\n';
  add("Synthetic population against its tables (mean difference as a share; persons)", margins);
  add("Stocks of the residents in scope (replicate 0)", stocks);
  add("Governments in scope (mean, least and most over municipalities; accounts and budgets a year)", governments);
  add("National figures", figures);
  return text;
}

}  // namespace polder::cli
