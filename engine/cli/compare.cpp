// polder compare RESULT [A B]: paired differences with intervals; the same replicate of two scenarios met the same
// luck.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <memory>

#include "cli/areas.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/explain.h"
#include "cli/level_matrix.h"
#include "cli/result_folder.h"
#include "cli/table.h"
#include "compare/luck.h"
#include "compare/pareto.h"
#include "polder/indicators/indicator.h"
#include "report/told.h"

namespace polder::cli {
namespace {

constexpr std::size_t lines_of_design = 40;  // that people are shown unasked

struct CompareOptions {
  std::filesystem::path result;
  std::string scenario, reference;
  Wish wish;
  std::string by;
  std::optional<double> economic;  // weight in the viewpoint score [%]
  std::string pareto;  // goals
  bool all = false;    // lines of a design
  OutputOptions output;
};

/// Scenarios to compare, by what each is compared with: under varied parameters the reference in the same world.
using ByReference = std::vector<std::pair<std::string, std::vector<std::string>>>;

ByReference scenarios_to_compare(const Store& store, const std::string& one, const std::string& reference) {
  const StoreHeader& header = store.header();
  const auto references = references_of(header.scenarios, header.reference);
  const auto other_of = [&](const std::string& name) {
    const auto found = references.find(name);
    return !reference.empty() || found == references.end() ? (reference.empty() ? header.reference : reference)
                                                           : found->second;
  };
  if (!one.empty()) return {{other_of(one), {one}}};
  std::vector<std::string> others = header.scenarios, finished;
  std::erase_if(others, [&](const std::string& other) {
    return other == other_of(other) || (reference.empty() && !references.contains(other));
  });
  std::copy_if(others.begin(), others.end(), std::back_inserter(finished),
               [&](const std::string& other) { return !pairs_of(store, other, other_of(other)).empty(); });
  ByReference all;
  for (const std::string& name : finished.empty() ? others : finished) {
    if (all.empty() || all.back().first != other_of(name)) all.push_back({other_of(name), {}});
    all.back().second.push_back(name);
  }
  return all;
}

nlohmann::ordered_json number_or_null(std::size_t number) {
  return number == 0 ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(number);
}

Table table_of(const std::vector<ComparisonLine>& lines) {
  Table table{{"scenario", "reference", "indicator", "name", "area", "area_name", "part", "from", "to", "unit", "pairs",
               "reference_mean", "difference", "low", "high", "chance_higher", "pairs_needed", "chance_of_luck",
               "chance_adjusted"},
              {},
              {}};
  for (const ComparisonLine& line : lines) {
    const Question& question = line.question;
    const Difference& found = line.difference;
    table.rows.push_back({line.scenario, line.reference, question.indicator, line.name_en, question.area,
                          line.area_name, question.part, question.from, question.to, line.unit, found.pairs,
                          found.reference, found.mean, found.low, found.high, found.chance_better,
                          number_or_null(found.pairs_needed), line.chance_of_luck, line.adjusted});
  }
  return table;
}

/// Lines that say nothing because nothing was measured are no answer: says why.
void check_answered(const Store& store, const std::vector<ComparisonLine>& lines, const std::string& folder) {
  const auto answered = [](const ComparisonLine& line) { return line.difference.pairs > 0; };
  if (std::any_of(lines.begin(), lines.end(), answered)) return;
  for (const ComparisonLine& line : lines)
    if (!pairs_of(store, line.scenario, line.reference).empty()) throw nothing_measured(store, line);
  refuse("E314", folder, "no replicate of two scenarios is finished, so there is nothing to compare",
         "polder status shows what is finished");
}

std::vector<ComparisonLine> lines_against(const Store& store, const CompareOptions& options,
                                          const std::string& reference, const std::vector<std::string>& scenarios,
                                          report::Told& told) {
  if (options.by == "payer") return compare_payments(store, scenarios, reference, options.wish);
  if (options.by == "actor") return compare_actors(store, scenarios, reference, options.wish);
  if (options.by == "level") return compare_levels(store, reference, options.wish, scenarios);
  if (options.by == "composite")
    return compare_composites(store, scenarios, reference, options.wish,
                              options.economic ? std::optional(*options.economic / 100) : std::nullopt);
  if (options.by == "pocket") return compare_pockets(store, scenarios, reference, options.wish);
  if (!options.by.empty()) return compare(store, scenarios, reference, questions_by(store, options.wish, options.by));
  std::vector<ComparisonLine> lines;
  for (const std::string& scenario : scenarios) {
    Wish wish = options.wish;
    for (const std::string& name : {scenario, reference})
      wish.also.insert(wish.also.end(), told.indicators[name].begin(), told.indicators[name].end());
    for (ComparisonLine& line : compare(store, {scenario}, reference, questions_for(store, wish)))
      lines.push_back(std::move(line));
    const bool narrowed = wish.indicator || wish.part || wish.from || wish.to;
    if (narrowed || told.last_closure[scenario] == never) continue;
    const std::string area = wish.area.value_or(store.header().focus);
    if (auto line = compare_closure(store, scenario, reference, area, told.last_closure[scenario]))
      lines.push_back(*line);
  }
  return lines;
}

std::vector<ComparisonLine> lines_of(const Store& store, const CompareOptions& options) {
  std::vector<ComparisonLine> lines;
  report::Told told = options.by.empty() ? report::told_in(store) : report::Told{};
  for (const auto& [reference, scenarios] : scenarios_to_compare(store, options.scenario, options.reference))
    for (ComparisonLine& line : lines_against(store, options, reference, scenarios, told))
      lines.push_back(std::move(line));
  return lines;
}

/// Four digits or more, never as a power of ten.
std::string amount_text(double value) {
  return std::abs(value) >= 1000 ? fmt::format("{:.0f}", value) : fmt::format("{:.4g}", value);
}

/// Scenarios by goals, and who is better on all of them.
Table pareto_table(const Store& store, const CompareOptions& options) {
  for (const auto& [wish, flag] : {std::pair{options.wish.indicator, "--indicator"}, {options.wish.part, "--part"}})
    if (wish) refuse("E318", "--pareto", fmt::format("--pareto does not go with {}", flag), "leave one of them out");
  if (!options.by.empty() || !options.scenario.empty())
    refuse("E318", "--pareto", "--pareto compares all scenarios of a result", "leave out --by and names of scenarios");
  const Month last = store.header().to;
  const Question where{"", options.wish.area.value_or(store.header().focus), "",
                       options.wish.from.value_or(to_text(std::max(store.header().from, last - 11))),
                       options.wish.to.value_or(to_text(last))};
  const std::vector<Goal> goals = goals_of(store, options.pareto);
  const bool costs = std::ranges::any_of(goals, [](const Goal& goal) { return goal.indicator == cost_total; });
  if (costs && options.wish.area)
    refuse("E318", "--pareto", "cost_total is of the whole result", "leave out --area, or take cost_municipality");
  const bool people = options.output.format == Format::Text;
  const Language language = options.output.language;
  Table table{{"scenario"}, {std::string(in(language, "scenario", "scenario"))}, {}};
  for (const Goal& goal : goals) {
    table.keys.push_back(goal.indicator);
    const std::string unit(is_share(goal.unit) ? "%" : language == Language::Nl ? dutch_unit(goal.unit) : goal.unit);
    table.titles.push_back(
        fmt::format("{}{} {}", goal.indicator, unit.empty() ? "" : " [" + unit + "]", goal.direction > 0 ? "+" : "-"));
  }
  for (const char* key : {"on_front", "dominated_by"}) table.keys.emplace_back(key);
  table.titles.emplace_back(in(language, "op het front", "on the front"));
  table.titles.emplace_back(
      in(language, "overal even goed of beter (~ binnen de ruis)", "as good or better on all (~ within noise)"));
  for (const ParetoPoint& point : pareto(store, goals, where)) {
    Table::Row row{point.scenario};
    for (std::size_t goal = 0; goal < goals.size(); ++goal) {
      const double mean = point.means[goal], shown = mean * (is_share(goals[goal].unit) ? 100 : 1);
      row.push_back(people ? nlohmann::ordered_json(amount_text(shown)) : nlohmann::ordered_json(mean));
    }
    std::vector<std::string> by;
    bool certain = false;
    for (const ParetoPoint::Dominance& other : point.dominated) {
      by.push_back(other.by + (other.certain ? "" : "~"));
      certain = certain || other.certain;
    }
    const std::string_view front = by.empty() ? in(language, "ja", "yes")
                                   : certain  ? in(language, "nee", "no")
                                              : in(language, "misschien", "maybe");
    const std::string_view key = by.empty() ? "yes" : certain ? "no" : "maybe";
    row.push_back(people ? front : key);
    row.push_back(fmt::format("{}", fmt::join(by, ", ")));
    table.rows.push_back(std::move(row));
  }
  return table;
}

int compare_result(CompareOptions options) {
  check_months(options.wish.from, options.wish.to);
  const auto folder = result_or_newest(options.result);
  const Store store = Store::open(folder);
  const AreaNames names = area_names(store);
  if (options.wish.area) options.wish.area = area_called(*options.wish.area, store, names);
  if (options.economic && options.by != "composite")
    refuse("E318", "--economic", "--economic goes with --by composite only", "add --by composite");
  if (!options.pareto.empty()) {
    fmt::print("{}", to_text(pareto_table(store, options), options.output.format));
    return done;
  }
  auto lines = lines_of(store, options);
  control_luck(lines);
  check_answered(store, lines, folder.string());
  for (ComparisonLine& line : lines)
    if (const auto name = names.find(line.question.area); name != names.end()) line.area_name = name->second;
  const Tongue tongue = options.output.language == Language::Nl ? Tongue::Dutch : Tongue::English;
  const bool people = options.output.format == Format::Text;
  if (people && options.by == "level") {
    fmt::print("{}", level_matrix(lines, options.output.language));
    return done;
  }
  const bool long_list = !options.all && std::ranges::any_of(store.header().scenarios, [](const std::string& name) {
    return varied_scenario(name) != name;
  });
  fmt::print("{}", people ? to_text(store, lines, tongue, long_list ? lines_of_design : lines.size())
                          : to_text(table_of(lines), options.output.format));
  return done;
}

}  // namespace

void add_compare(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("compare", "paired differences between scenarios, with intervals");
  const auto options = std::make_shared<CompareOptions>();
  command->add_option("RESULT", options->result, "a result folder (the newest under results/)");
  command->add_option("A", options->scenario, "the scenario to compare (all)");
  command->add_option("B", options->reference, "what it is compared with (the reference of the study)");
  command->add_option("--indicator", options->wish.indicator, "one indicator")->type_name("KEY");
  command->add_option("--area", options->wish.area, "an area, by code (NL, PV.., AM.., GM....) or name")
      ->type_name("AREA");
  command
      ->add_option("--part", options->wish.part, "a part of it: education:high, age:15-24, sector:B-E, cohort:fabriek")
      ->type_name("PART");
  command->add_option("--from", options->wish.from, "first month of the mean")->type_name("YYYY-MM");
  command->add_option("--to", options->wish.to, "last month of the mean")->type_name("YYYY-MM");
  command->add_option("--by", options->by,
                      "a line per municipality, education, age, sector, cohort, payer, actor, pocket, level or "
                      "composite");
  command
      ->add_option("--economic", options->economic,
                   "weight of the economic side in the viewpoint score of --by composite, in %")
      ->type_name("PERCENT")
      ->check(CLI::Range(0.0, 100.0));
  command
      ->add_option("--pareto", options->pareto,
                   "which scenarios no other is better than on all of these, for example "
                   "cost_total,unemployment_rate,jobs:higher")
      ->type_name("KEY,KEY");
  command->add_flag("--all", options->all,
                    fmt::format("every point of a design (of many the first, until {} lines)", lines_of_design));
  add_output_flags(*command, options->output);
  command->callback([options, &action] { action = [options] { return compare_result(*options); }; });
}

}  // namespace polder::cli
