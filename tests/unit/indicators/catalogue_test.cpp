// Every indicator against sums made by hand, and the dictionary that describes them.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "polder/indicators/indicator.h"

namespace polder {
namespace {

template <class T>
void put(T& array, std::initializer_list<std::pair<Labour, int>> rows) {
  for (const auto& [status, count] : rows) array[static_cast<std::size_t>(status)] = count;
}
template <class T>
void put(T& array, std::initializer_list<std::pair<Benefit, int>> rows) {
  for (const auto& [status, count] : rows) array[static_cast<std::size_t>(status)] = count;
}

/// 166 rows of ten persons: 80 at work, 8 unemployed, 20 children, 25 pensioners.
Stocks some_stocks(Month month) {
  Stocks stocks;
  put(stocks.labour, {{Labour::Child, 20},
                      {Labour::Student, 10},
                      {Labour::StudentJob, 4},
                      {Labour::Permanent, 50},
                      {Labour::Flexible, 16},
                      {Labour::SelfEmployed, 10},
                      {Labour::Unemployed, 8},
                      {Labour::Marginal, 6},
                      {Labour::Inactive, 10},
                      {Labour::Disabled, 5},
                      {Labour::Retired, 25},
                      {Labour::Training, 2}});
  put(stocks.benefit, {{Benefit::None, 118},
                       {Benefit::Ww, 6},
                       {Benefit::Bijstand, 9},
                       {Benefit::Disability, 5},
                       {Benefit::Aow, 25},
                       {Benefit::WwWork, 2},
                       {Benefit::BijstandWork, 1}});
  stocks.searching[12] = 3;
  stocks.bijstand_at = {1, 2, 3, 2, 1};
  stocks.jobless_at = {9, 5, 6, 4, 2};
  stocks.wages = {20000, 3000, 1000};
  stocks.abroad = 4;
  for (const std::size_t kind : {0u, 1u, 2u}) stocks.wage_months[kind] = stocks.wages[kind] * (24 - month.index);
  return stocks;
}

Flows some_flows() {
  Flows flows;
  const auto flow = [&](Benefit from, Benefit to) -> std::int32_t& {
    return flows.benefit[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)];
  };
  flow(Benefit::None, Benefit::Ww) = 2;
  flow(Benefit::None, Benefit::Bijstand) = 3;
  flow(Benefit::Ww, Benefit::None) = 1;
  flow(Benefit::Ww, Benefit::WwWork) = 4;  // within ww: neither begins nor ends
  flow(Benefit::Ww, Benefit::Bijstand) = 1;
  flow(Benefit::Bijstand, Benefit::Disability) = 2;
  flows.benefit[static_cast<std::size_t>(Benefit::WwWork)][benefit_count] = 1;    // dies
  flows.benefit[benefit_count][static_cast<std::size_t>(Benefit::Bijstand)] = 1;  // moves in
  flows.hires = 7;
  flows.job_to_job = 2;
  flows.separations = 5;
  flows.far_hires = 1;
  flows.places_taken = 4;
  flows.places_completed = 3;
  flows.attracted = 2;
  return flows;
}

Sums some_sums() {
  Sums sums;
  sums.weight = 10;
  sums.month = Month::of(2026, 12);
  sums.recorded_share = .4;
  sums.wage_growth = .012;
  sums.whole_area = true;
  sums.stocks = some_stocks(sums.month);
  sums.flows = some_flows();
  sums.vacancy_flows = {9, 6, 2, 15};
  sums.jobs = 90;
  sums.vacancies = 12;
  sums.vacancies_over_3_months = 3;
  sums.unfilled = 8;
  sums.growing = {4, 3, 2, 16};
  sums.target = 100;
  sums.mismatch = {.3, .1, .2};
  sums.followed = {10, 4, 8, 6, 5, 3, 20, 1, 100, 8, 20, 18, 10, 6, 40, 30, 9};
  sums.info_precision = .25 * 166;
  sums.info_lag = 6 * 166;
  sums.scale_fit = 6.3;
  sums.scale_tasks = 9;
  sums.moves = 2;
  sums.forecast_squares = 800 * .05 * .05;
  sums.forecast_rows = 800;
  sums.paid[static_cast<std::size_t>(Actor::Municipality)] = 83000 * 100;
  sums.paid[static_cast<std::size_t>(Actor::Uwv)] = 166000 * 100;
  sums.paid[static_cast<std::size_t>(Actor::Rijk)] = 332000 * 100;
  sums.paid[static_cast<std::size_t>(Actor::Residents)] = 249000 * 100;
  sums.paid[static_cast<std::size_t>(Actor::Province)] = 16600 * 100;
  sums.jobs_closed = 7;
  sums.jobs_retained = 8;
  sums.helped = 2;
  sums.months_to_help = 5;
  sums.ended = 5;
  sums.decisions = 4;
  sums.decision_months = 18;
  sums.trust = 6;
  sums.ties = 10;
  sums.network = {.75, 2, .4};
  sums.votes = 10;
  sums.yes_votes = 8;
  sums.paid[static_cast<std::size_t>(Actor::Arrangement)] = 1660 * 100;
  sums.tasks = 5000, sums.usual_tasks = 4000, sums.coordination = 250, sums.grants = 2000;
  sums.left_to_partners = 500;
  sums.in_vangnet = 3;
  sums.buig = 1000;
  sums.bijstand_paid = 1100;
  // Two municipalities of 600 and 400 inhabitants.
  sums.councils = {1000, 400, 600, 200, 500, 300, 900, 700, 2, 240, 500000, 8, 2, 60, 540, 60, 15};
  sums.incomes.rows = {5, 5};
  sums.unemployment_spread = 2;
  return sums;
}

const std::map<std::string_view, double>& expected() {
  static const std::map<std::string_view, double> values{
      {"population", 1660},
      {"employed", 800},
      {"employment_rate", 80 / 121.},
      {"flexible_share", 20 / 70.},
      {"self_employed", 100},
      {"unemployed", 80},
      {"unemployment_rate", 8 / 88.},
      {"marginal", 60},
      {"benefit_dependency", 20 / 121.},
      {"months_without_income", 12 * 21 / 121.},
      {"income_inequality", .25},
      {"unemployment_spread", 2},
      {"long_term_unemployed", 30},
      {"long_term_share", 3 / 8.},
      {"ww_recipients", 80},
      {"ww_inflow", 20},
      {"ww_outflow", 30},
      {"bijstand_recipients", 100},
      {"bijstand_inflow", 50},
      {"bijstand_outflow", 20},
      {"disability_recipients", 50},
      {"far_hire_rate", 12 * 1000 / 6.},
      {"distance_index", 2},
      {"durable_outflow", .4},
      {"ww_back_at_work", .75},
      {"in_training", 20},
      {"training_places", 40},
      {"training_completed", 30},
      {"training_at_work", .6},
      {"attracted", 20},
      {"neet", .08},
      {"diploma_at_work", .9},
      {"no_diploma_at_work", .6},
      {"school_leavers", 400},
      {"school_match", .3},
      {"info_precision", .25},
      {"info_lag", 6},
      {"forecast_error", .05},
      {"scale_fit", .7},
      {"task_moves", 2},
      {"mean_wage", 24000 * 10 * 1.024 / 80},
      {"earnings", 24000 * 10 * 1.024 / 121},
      {"hires", 70},
      {"job_to_job", 20},
      {"separations", 50},
      {"jobs", 900},
      {"jobs_closed", 70},
      {"jobs_retained", 80},
      {"decision_time", 4.5},
      {"execution_rate", .8},
      {"reserves", 5},
      {"congruence", .25},
      {"trust", .6},
      {"trust_density", .75},
      {"trust_parts", 2},
      {"brokerage", .4},
      {"acceptance", .8},
      {"crisis_lead_time", 2.5},
      {"vacancies", 48},
      {"vacancy_rate", 48 / 948.},
      {"tightness", .6},
      {"time_to_fill", 2.5},
      {"open_over_3_months", .25},
      {"unfilled_demand", .08},
      {"growth_open_over_3_months", .75},
      {"growth_unfilled_demand", .125},
      {"mismatch", .3},
      {"mismatch_regions", .1},
      {"mismatch_occupations", .2},
      {"sector_mobility", .05},
      {"cost_municipality", 600},
      {"cost_uwv", 1200},
      {"cost_rijk", 2400},
      {"cost_province", 120},
      {"tax_and_contributions", 1800},
      {"cost_arrangements", 12},
      {"coordination_spend", .05},
      {"grant_leverage", .5},
      {"free_riding_gap", .1},
      {"municipalities_in_vangnet", 3},
      {"buig_result", -.1},
      {"border_workers", 40},
      {"border_share", 4 / 80.},
      {"legitimacy", .4},
      {"council_control", .6},
      {"transparency", .2},
      {"performance", .5},
      {"council_engagement", .3},
      {"attention", .9},
      {"portfolio_integration", .7},
      {"alderman_hours", 120},
      {"arrangements", 30},
      {"partners", 9},
      {"local_party_seats", .25},
  };
  return values;
}

TEST(Catalogue, MeasuresWhatItSays) {
  const Sums sums = some_sums();
  for (const Indicator& indicator : indicator_catalogue()) {
    const auto found = expected().find(indicator.key);
    ASSERT_NE(found, expected().end()) << indicator.key << " has no value by hand";
    EXPECT_NEAR(indicator.measure(sums), found->second, 1e-9 * std::abs(found->second)) << indicator.key;
  }
  EXPECT_EQ(expected().size(), indicator_catalogue().size());
}

TEST(Catalogue, LeavesOpenWhatIsNotKnownOfAPartOfTheResidents) {
  Sums part = some_sums();
  part.whole_area = false;
  const std::set<std::string_view> of_areas{"ww_inflow",
                                            "ww_outflow",
                                            "bijstand_inflow",
                                            "bijstand_outflow",
                                            "far_hire_rate",
                                            "hires",
                                            "job_to_job",
                                            "separations",
                                            "jobs",
                                            "jobs_closed",
                                            "jobs_retained",
                                            "decision_time",
                                            "execution_rate",
                                            "reserves",
                                            "congruence",
                                            "trust",
                                            "trust_density",
                                            "trust_parts",
                                            "brokerage",
                                            "acceptance",
                                            "crisis_lead_time",
                                            "vacancies",
                                            "vacancy_rate",
                                            "tightness",
                                            "open_over_3_months",
                                            "growth_open_over_3_months",
                                            "growth_unfilled_demand",
                                            "mismatch",
                                            "mismatch_regions",
                                            "mismatch_occupations",
                                            "cost_municipality",
                                            "cost_uwv",
                                            "cost_rijk",
                                            "cost_province",
                                            "training_places",
                                            "training_completed",
                                            "attracted",
                                            "tax_and_contributions",
                                            "buig_result",
                                            "legitimacy",
                                            "council_control",
                                            "transparency",
                                            "performance",
                                            "council_engagement",
                                            "attention",
                                            "portfolio_integration",
                                            "alderman_hours",
                                            "arrangements",
                                            "partners",
                                            "local_party_seats",
                                            "info_precision",
                                            "info_lag",
                                            "cost_arrangements",
                                            "coordination_spend",
                                            "grant_leverage",
                                            "free_riding_gap",
                                            "municipalities_in_vangnet"};
  for (const Indicator& indicator : indicator_catalogue())
    EXPECT_EQ(std::isnan(indicator.measure(part)), of_areas.contains(indicator.key)) << indicator.key;
}

TEST(Catalogue, DividesByNothing) {
  Sums nobody;
  nobody.whole_area = true;
  for (const Indicator& indicator : indicator_catalogue()) {
    const double value = indicator.measure(nobody);
    EXPECT_TRUE(std::isnan(value) || value == 0) << indicator.key << " " << value;
    const bool ratio = indicator.unit == "share" || indicator.unit == "ratio" || indicator.unit == "EUR/month";
    if (ratio) {
      EXPECT_TRUE(std::isnan(value)) << indicator.key;
    }
  }
}

TEST(Dictionary, DescribesEveryColumnOnceInBothLanguages) {
  std::set<std::string_view> keys, names_nl, names_en;
  for (const Indicator& indicator : indicator_catalogue()) {
    EXPECT_TRUE(keys.insert(indicator.key).second) << indicator.key;
    EXPECT_TRUE(names_nl.insert(indicator.name_nl).second) << indicator.name_nl;
    EXPECT_TRUE(names_en.insert(indicator.name_en).second) << indicator.name_en;
    EXPECT_EQ(indicator.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"), std::string_view::npos);
    for (const std::string_view text : {indicator.key, indicator.unit, indicator.name_nl, indicator.name_en,
                                        indicator.meaning_nl, indicator.meaning_en})
      EXPECT_FALSE(text.empty()) << indicator.key;
    EXPECT_GE(indicator.number, 0);
    EXPECT_LE(indicator.number, 47);
    EXPECT_EQ(find_indicator(indicator.key), &indicator);
  }
  EXPECT_EQ(find_indicator("no_such_key"), nullptr);
}

TEST(Dictionary, NamesAreaLevels) {
  EXPECT_EQ(to_text(AreaLevel::Country), "country");
  EXPECT_EQ(to_text(AreaLevel::Province), "province");
  EXPECT_EQ(to_text(AreaLevel::Region), "region");
  EXPECT_EQ(to_text(AreaLevel::Municipality), "municipality");
}

}  // namespace
}  // namespace polder
