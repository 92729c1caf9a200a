// Moments from numbers made by hand.
#include "calibrate/moments.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace polder::calibrate {
namespace {

double measured(std::string_view key, const Seen& seen) { return find_moment(key)->measure(seen); }

Seen with_indicators(const std::vector<std::pair<std::string_view, double>>& given) {
  Seen seen;
  seen.indicators.assign(indicator_catalogue().size(), std::nan(""));
  for (const auto& [key, value] : given)
    seen.indicators[static_cast<std::size_t>(find_indicator(key) - indicator_catalogue().data())] = value;
  return seen;
}

TEST(Moments, HaveKeysOfTheirOwnAndAPossibleRange) {
  std::set<std::string_view> keys, patterns;
  for (const Moment& moment : moments()) {
    EXPECT_TRUE(keys.insert(moment.key).second) << moment.key;
    EXPECT_LT(moment.least, moment.most) << moment.key;
    EXPECT_FALSE(moment.unit.empty() || moment.meaning.empty()) << moment.key;
    patterns.insert(moment.pattern);
  }
  EXPECT_EQ(patterns.size(), 17u);  // P01 to P16, P29
  EXPECT_EQ(find_moment("unemployment"), nullptr);
}

TEST(Moments, OfARunThatShowedNothingAreNoNumbers) {
  for (const Moment& moment : moments()) EXPECT_TRUE(std::isnan(moment.measure(Seen{}))) << moment.key;
}

TEST(Moments, DivideTransitionsByTheStateTheyStartFrom) {
  Seen seen;
  seen.tally.states = {{{90, 4, 6}, {5, 3, 2}, {1, 2, 37}}};
  EXPECT_DOUBLE_EQ(measured("employed_to_unemployed", seen), .04);
  EXPECT_DOUBLE_EQ(measured("employed_to_outside", seen), .06);
  EXPECT_DOUBLE_EQ(measured("unemployed_to_employed", seen), .5);
  EXPECT_DOUBLE_EQ(measured("outside_to_unemployed", seen), .05);
  EXPECT_DOUBLE_EQ(measured("outside_to_outside", seen), .925);
}

TEST(Moments, SplitJobToJobByTenure) {
  Seen seen;
  seen.tally.employees = {40, 60};
  seen.tally.movers = {4, 1};
  EXPECT_DOUBLE_EQ(measured("job_to_job", seen), .05);
  EXPECT_DOUBLE_EQ(measured("job_to_job_short", seen), .1);
  EXPECT_DOUBLE_EQ(measured("job_to_job_long", seen), 1. / 60);
}

TEST(Moments, CompareTheRanksOfOccupations) {
  Seen seen;
  for (std::size_t o = 0; o < 4; ++o) seen.tally.workers_in[o] = 100;
  seen.tally.changed_from = {1, 2, 3, 4};
  seen.class_change = {.01, .02, .05, .08};
  EXPECT_DOUBLE_EQ(measured("occupation_change_rank", seen), 1);
  EXPECT_DOUBLE_EQ(measured("occupation_change", seen), .025);
  seen.class_change = {.08, .05, .02, .01};
  EXPECT_DOUBLE_EQ(measured("occupation_change_rank", seen), -1);
}

TEST(Moments, SayWhereResidentsWork) {
  Seen seen;
  Tally& tally = seen.tally;
  tally.workers = 100;
  tally.at_home = 55;
  tally.kilometres = 1200;
  tally.municipal_workers = {60, 0, 30, 10};
  tally.municipal_outward = {20, 0, 21, 4};
  tally.regional_workers = {60, 40, 0};
  tally.regional_inside = {48, 20, 0};
  EXPECT_DOUBLE_EQ(measured("own_municipality", seen), .55);
  EXPECT_DOUBLE_EQ(measured("commute_km", seen), 12);
  EXPECT_DOUBLE_EQ(measured("outward_municipalities", seen), 1. / 3);  // the one with 21 of 30
  EXPECT_DOUBLE_EQ(measured("region_containment", seen), .65);
  EXPECT_DOUBLE_EQ(measured("region_containment_least", seen), .5);
  EXPECT_DOUBLE_EQ(measured("region_containment_most", seen), .8);
}

TEST(Moments, DivideEndsByEnds) {
  Seen seen;
  seen.tally.ww_ended = 200;
  seen.tally.ww_exhausted = 50;
  seen.tally.ww_to_bijstand = 8;
  seen.tally.bijstand_ended = 10;
  seen.tally.bijstand_to_work = 5;
  seen.tally.vacancies_open = 1000;
  seen.tally.vacancies_filled = 320;
  EXPECT_DOUBLE_EQ(measured("ww_exhausted", seen), .25);
  EXPECT_DOUBLE_EQ(measured("ww_to_bijstand", seen), .04);
  EXPECT_DOUBLE_EQ(measured("bijstand_to_work", seen), .5);
  EXPECT_DOUBLE_EQ(measured("monthly_fill", seen), .32);
}

TEST(Moments, TurnMonthlyIndicatorsIntoYearlyFlows) {
  const Seen seen = with_indicators({{"ww_inflow", 25000},
                                     {"ww_outflow", 20000},
                                     {"ww_recipients", 200000},
                                     {"bijstand_inflow", 10000},
                                     {"bijstand_outflow", 8000},
                                     {"bijstand_recipients", 400000},
                                     {"unemployment_rate", .037}});
  EXPECT_DOUBLE_EQ(measured("ww_inflow", seen), 300000);
  EXPECT_DOUBLE_EQ(measured("ww_exit", seen), .1);
  EXPECT_DOUBLE_EQ(measured("bijstand_inflow", seen), .3);
  EXPECT_DOUBLE_EQ(measured("bijstand_outflow", seen), .24);
  EXPECT_DOUBLE_EQ(measured("unemployment_rate", seen), .037);
}

TEST(MeanIndicators, TakeTheMonthsOfTheWindowThatAreMeasured) {
  Observations observations;
  const auto row = [&](int month, AreaLevel level, double value) {
    std::vector<double> values(indicator_catalogue().size(), value);
    observations.indicators.push_back({Month::of(2026, month), level, "NL", "", values});
  };
  row(1, AreaLevel::Country, 100);
  row(2, AreaLevel::Country, 3);
  row(3, AreaLevel::Country, std::nan(""));
  row(3, AreaLevel::Region, 50);
  row(4, AreaLevel::Country, 5);
  row(5, AreaLevel::Country, 100);
  EXPECT_DOUBLE_EQ(mean_indicators(observations, AreaLevel::Country, Month::of(2026, 2), Month::of(2026, 4))[0], 4);
  EXPECT_TRUE(
      std::isnan(mean_indicators(observations, AreaLevel::Municipality, Month::of(2026, 2), Month::of(2026, 4))[0]));
}

TEST(RankCorrelation, SharesRanksAmongEquals) {
  const double nan = std::nan("");
  EXPECT_DOUBLE_EQ(rank_correlation(std::vector{1., 2., 3.}, std::vector{10., 20., 30.}), 1);
  // Ranks 1, 2.5, 2.5, 4 against 1 to 4: 4.5 / sqrt(4.5 * 5).
  EXPECT_DOUBLE_EQ(rank_correlation(std::vector{1., 2., 2., 3.}, std::vector{1., 2., 3., 4.}), 4.5 / std::sqrt(22.5));
  EXPECT_DOUBLE_EQ(rank_correlation(std::vector{1., nan, 2., 3.}, std::vector{3., 7., 2., 1.}), -1);
  EXPECT_TRUE(std::isnan(rank_correlation(std::vector{1., 2.}, std::vector{1., 2.})));
  EXPECT_TRUE(std::isnan(rank_correlation(std::vector{1., 1., 1.}, std::vector{1., 2., 3.})));
}

}  // namespace
}  // namespace polder::calibrate
