// Effects that others measured, on the study published-effects: printed with their bands; a miss fails unless
// docs/validation.md lists it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <map>

#include "polder/simulation/simulation.h"
#include "scenario/study.h"
#include "validation/listed.h"

namespace polder {
namespace {

constexpr std::uint32_t pairs = 2;

/// What the runs of a scenario observed, by replicate, and residents who went from ww to bijstand since July 2026.
struct Runs {
  std::map<std::string, std::vector<Observations>> observed;
  std::map<std::string, double> from_ww_to_bijstand;  // [rows]
  const std::vector<Observations>& at(const std::string& scenario) const { return observed.at(scenario); }
};

const Month since = Month::of(2026, 7), year_four = Month::of(2030, 7), end = Month::of(2030, 12);

double from_ww_to_bijstand(const World& world) {
  double rows = 0;
  for (const Flows& flows : world.municipalities.flows)
    rows += flows.benefit[static_cast<std::size_t>(Benefit::Ww)][static_cast<std::size_t>(Benefit::Bijstand)];
  return rows;
}

Runs run_all() {
  const Study study = load_study(POLDER_ROOT "/scenarios/studies/published-effects/study.yaml");
  const Experiment experiment = prepare(study);
  Runs runs;
  for (const Script& script : experiment.scripts)
    for (std::uint32_t replicate = 0; replicate < pairs; ++replicate) {
      RunState state = begin_run(experiment);
      while (state.world.month <= study.to) {
        const Month month = state.world.month;
        simulate_month(state, experiment, script, Random{study.seed, replicate});
        if (month >= since) runs.from_ww_to_bijstand[script.name] += from_ww_to_bijstand(state.world);
      }
      runs.observed[script.name].push_back(std::move(state.observations));
    }
  return runs;
}

/// Mean of an indicator over the rows of a level and months, and over the runs.
double mean_of(const std::vector<Observations>& runs, std::string_view indicator, Month from, Month to) {
  const auto column = static_cast<std::size_t>(find_indicator(indicator) - indicator_catalogue().data());
  double sum = 0, count = 0;
  for (const Observations& run : runs)
    for (const IndicatorRow& row : run.indicators)
      if (row.level == AreaLevel::Country && row.month >= from && row.month <= to && !std::isnan(row.values[column]))
        sum += row.values[column], ++count;
  return sum / count;
}

double change(const Runs& runs, const std::string& scenario, std::string_view indicator, Month from, Month to) {
  return mean_of(runs.at(scenario), indicator, from, to) / mean_of(runs.at("reference"), indicator, from, to) - 1;
}

/// Mean of an indicator from a month on, by region.
std::vector<double> by_region(const std::vector<Observations>& runs, std::string_view indicator, Month from) {
  const auto column = static_cast<std::size_t>(find_indicator(indicator) - indicator_catalogue().data());
  std::map<std::string, std::pair<double, double>> sums;
  for (const Observations& run : runs)
    for (const IndicatorRow& row : run.indicators)
      if (row.level == AreaLevel::Region && row.month >= from && !std::isnan(row.values[column])) {
        sums[row.area].first += row.values[column];
        sums[row.area].second += 1;
      }
  std::vector<double> means;
  for (const auto& [area, sum] : sums) means.push_back(sum.first / sum.second);
  return means;
}

double correlation(const std::vector<double>& x, const std::vector<double>& y) {
  const auto n = static_cast<double>(x.size());
  double sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
  for (std::size_t i = 0; i < x.size(); ++i)
    sx += x[i], sy += y[i], sxx += x[i] * x[i], syy += y[i] * y[i], sxy += x[i] * y[i];
  return (sxy - sx * sy / n) / std::sqrt((sxx - sx * sx / n) * (syy - sy * sy / n));
}

struct Published {
  std::string_view key, what;
  double least, most;
  std::function<double(const Runs&)> measure;
};

double regions_together(const Runs& runs, const std::string& scenario, std::string_view a, std::string_view b) {
  return correlation(by_region(runs.at(scenario), a, Month::of(2030, 1)),
                     by_region(runs.at(scenario), b, Month::of(2030, 1)));
}

std::vector<Published> published() {
  return {
      {"full_budgeting", "caseload after four years of full budgeting (Kok and others: -14 %)", -.20, -.08,
       [](const Runs& runs) { return change(runs, "full_budgeting", "bijstand_recipients", year_four, end); }},
      {"handover", "from ww to bijstand with help in the last three months (Den Bosch: -30 to -40 %)", -.45, -.25,
       [](const Runs& runs) {
         return runs.from_ww_to_bijstand.at("handover") / runs.from_ww_to_bijstand.at("reference") - 1;
       }},
      {"joint_bodies", "spending of municipalities with joint bodies (Allers and De Greef: unchanged)", -.03, .03,
       [](const Runs& runs) { return change(runs, "joint_bodies", "cost_municipality", Month::of(2028, 1), end); }},
      {"arrangements", "arrangements per municipality (Boogers and others: 27 to 33)", 20, 45,
       [](const Runs& runs) { return mean_of(runs.at("reference"), "arrangements", since, end); }},
      {"arrangements_effect", "more arrangements and effectiveness, over regions (Boogers and others: not negative)", 0,
       1, [](const Runs& runs) { return regions_together(runs, "reference", "arrangements", "scale_fit"); }},
      {"partners_effect", "more partners in each and effectiveness (Boogers and others: negative)", -1, 0,
       [](const Runs& runs) { return regions_together(runs, "reference", "partners", "scale_fit"); }},
      {"engagement_trust", "engaged councils and trust (Boogers and others: positive)", 0, 1,
       [](const Runs& runs) { return regions_together(runs, "sessions", "council_engagement", "trust"); }},
  };
}

TEST(Published, EffectsAreShownOrListed) {
  const Runs runs = run_all();
  const auto listed = listed_below("### Effects missed");
  std::size_t missed = 0;
  fmt::print("{:24} {:>9} {:>16}\n", "", "model", "band");
  for (const Published& one : published()) {
    const double value = one.measure(runs);
    const bool inside = value >= one.least && value <= one.most;
    const auto found = listed.find(std::string(one.key));
    fmt::print("{:24} {:>9.3f} {:>7} to {:>5}  {}  {}\n", one.key, value, one.least, one.most,
               inside                  ? "in band"
               : found == listed.end() ? "MISSED"
                                       : "missed (listed)",
               one.what);
    if (inside) continue;
    ++missed;
    if (found == listed.end()) {
      ADD_FAILURE() << one.key << " misses its band and docs/validation.md does not list it";
    } else {
      EXPECT_FALSE(found->second.reason.empty()) << one.key;
    }
  }
  fmt::print("{} of {} missed; docs/validation.md lists {}\n", missed, published().size(), listed.size());
}

}  // namespace
}  // namespace polder
