#include "compare/pareto.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "compare/wishes.h"
#include "polder/indicators/indicator.h"
#include "polder/scenario/design.h"

namespace polder {
namespace {

constexpr std::array figures{
    Figure{
        cost_total, "EUR/year", "cost of measures, all governments together",
        "kosten van maatregelen, alle overheden samen",
        "what measures of governments cost all of them together, by the ledger of the whole result, mean a year; "
        "payments between governments, taxes and benefits are left out; a goal of compare --pareto, lower is better",
        "wat maatregelen van overheden hen samen kosten, volgens het grootboek van het hele resultaat, gemiddeld per "
        "jaar; betalingen tussen overheden, belastingen en uitkeringen tellen niet mee; een doel van compare "
        "--pareto, lager is beter"},
    Figure{
        jobs_lost_per_job, "ratio", "jobs lost per job of the plant", "banen verloren per baan van de fabriek",
        "jobs that an area has less 24 months after a plant closed, for each job that the plant had (I18); in compare, "
        "where a plant closes in one of two scenarios",
        "banen die een gebied 24 maanden na de sluiting minder heeft, voor elke baan van de fabriek (I18); in "
        "compare, waar een fabriek in een van twee scenario's sluit"}};

Goal goal_of(const Store& store, const std::string& text) {
  const std::size_t colon = text.find(':');
  Goal goal{text.substr(0, colon), 0, {}};
  std::vector<std::string> known{std::string(cost_total)};
  for (const auto& column : store.dictionary()) known.push_back(column.key);
  if (!holds(known, goal.indicator))
    throw unknown_in_result("indicator", goal.indicator, "`polder explain indicators` lists them; cost_total is one");
  goal.direction = goal.indicator == cost_total ? -1 : direction_of(goal.indicator);
  if (colon != std::string::npos) {
    const std::string wished = text.substr(colon + 1);
    if (wished != "higher" && wished != "lower")
      throw problem_of_wish("E318", fmt::format("'{}' is no direction of {}", wished, goal.indicator),
                            "write ':higher' or ':lower'");
    goal.direction = wished == "higher" ? 1 : -1;
  }
  const auto column = std::ranges::find(store.dictionary(), goal.indicator, &Store::Column::key);
  goal.unit = column == store.dictionary().end() ? std::string(figures[0].unit) : column->unit;
  if (goal.direction == 0)
    throw problem_of_wish("E318", fmt::format("{} is neither better higher nor lower", goal.indicator),
                          fmt::format("say what is wished: {}:higher or {}:lower", goal.indicator, goal.indicator));
  return goal;
}

/// Outcomes of a scenario by goal and finished replicate.
struct Outcomes {
  std::string scenario;
  std::vector<std::uint32_t> replicates;
  std::vector<std::vector<double>> values;  // by goal
  std::string world;                        // the reference in the same world

  std::vector<std::uint32_t> shared_with(const Outcomes& other) const {
    std::vector<std::uint32_t> both;
    std::ranges::set_intersection(replicates, other.replicates, std::back_inserter(both));
    return both;
  }
  std::vector<double> of(std::size_t goal, const std::vector<std::uint32_t>& pairs) const {
    std::vector<double> chosen;
    for (std::size_t i = 0; i < replicates.size(); ++i)
      if (std::ranges::find(pairs, replicates[i]) != pairs.end()) chosen.push_back(values[goal][i]);
    return chosen;
  }
};

Outcomes outcomes_of(const Store& store, const std::string& scenario, const std::vector<Goal>& goals,
                     const Question& where) {
  Outcomes outcomes{scenario, store.replicates(scenario), {}, {}};
  const Month from = month_from_text(where.from).value_or(store.header().from);
  const Month to = month_from_text(where.to).value_or(store.header().to);
  for (const Goal& goal : goals) {
    Question question = where;
    question.indicator = goal.indicator;
    std::vector<double>& values = outcomes.values.emplace_back();
    for (const std::uint32_t replicate : outcomes.replicates)
      values.push_back(goal.indicator == cost_total ? cost_of_measures(store, scenario, replicate, from, to)
                                                    : mean_over(store, scenario, question, replicate));
  }
  return outcomes;
}

/// Whether `one` dominates `other` by the means of their pairs, and whether beyond noise.
bool dominates(const std::vector<Goal>& goals, const Outcomes& one, const Outcomes& other, bool& certain) {
  const std::vector<std::uint32_t> pairs = one.shared_with(other);
  bool better = false, never_worse = true, surely_better = false;
  certain = true;
  for (std::size_t goal = 0; goal < goals.size(); ++goal) {
    const Difference found = paired_difference(one.of(goal, pairs), other.of(goal, pairs));
    if (found.pairs == 0) return certain = false;
    const double mean = goals[goal].direction * found.mean;
    const double worst = goals[goal].direction > 0 ? found.low : -found.high;  // NaN below two pairs
    never_worse = never_worse && mean >= 0;
    better = better || mean > 0;
    certain = certain && worst >= 0;
    surely_better = surely_better || worst > 0;
  }
  certain = certain && surely_better;
  return never_worse && better;
}

}  // namespace

std::span<const Figure> figures_of_compare() { return figures; }

std::vector<Goal> goals_of(const Store& store, const std::string& text) {
  std::vector<Goal> goals;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(',', start), text.size());
    goals.push_back(goal_of(store, text.substr(start, end - start)));
    start = end + 1;
  }
  if (goals.size() < 2)
    throw problem_of_wish("E318", "--pareto weighs two goals or more", "write --pareto cost_total,unemployment_rate");
  return goals;
}

std::vector<ParetoPoint> pareto(const Store& store, const std::vector<Goal>& goals, const Question& where) {
  std::vector<Outcomes> all;
  const auto references = references_of(store.header().scenarios, store.header().reference);
  for (const std::string& scenario : store.header().scenarios) {
    if (store.replicates(scenario).empty()) continue;
    const auto reference = references.find(scenario);
    all.push_back(outcomes_of(store, scenario, goals, where));
    all.back().world = reference == references.end() ? scenario : reference->second;
  }
  std::vector<ParetoPoint> points;
  for (const Outcomes& own : all) {
    ParetoPoint& point = points.emplace_back(ParetoPoint{own.scenario, {}, {}});
    for (const std::vector<double>& values : own.values) {
      const std::vector<double> nothing(values.size(), 0);
      point.means.push_back(paired_difference(values, nothing).mean);
    }
    for (const Outcomes& other : all) {
      bool certain = false;
      if (&other != &own && other.world == own.world && dominates(goals, other, own, certain))
        point.dominated.push_back({other.scenario, certain});
    }
  }
  return points;
}

}  // namespace polder
