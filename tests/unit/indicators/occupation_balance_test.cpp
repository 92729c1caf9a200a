#include "indicators/occupation_balance.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace polder {
namespace {

constexpr OccupationIndex first{0}, second{1}, third{2};

OccupationCounts month(OccupationCount a, OccupationCount b, OccupationCount c) {
  OccupationCounts counts;
  for (const OccupationCount& count : {a, b, c}) counts.push_back(count);
  return counts;
}

/// Two municipalities in the region and one outside, a row of ten persons each.
struct BalancedWorld {
  Country country;
  World world;

  BalancedWorld() {
    country.occupations.resize(2);
    country.regions.resize(2);
    for (const int region : {0, 0, 1}) {
      MunicipalityFacts facts;
      facts.region = index_of<RegionIndex>(static_cast<std::size_t>(region));
      country.municipalities.push_back(facts);
      world.municipalities.stocks.push_back({});
    }
    world.weight = 10;
  }
  Stocks& stocks(std::size_t municipality) {
    return world.municipalities.stocks[index_of<MunicipalityIndex>(municipality)];
  }
  void vacancy(std::size_t municipality, OccupationIndex occupation) {
    world.vacancies.firm.push_back(index_of<FirmIndex>(world.firms.municipality.size()));
    world.vacancies.occupation.push_back(occupation);
    world.firms.municipality.push_back(index_of<MunicipalityIndex>(municipality));
  }
};

TEST(CountOccupations, CountsPersonsOfTheRegionOnly) {
  BalancedWorld small;
  small.stocks(0).employed_in[0] = 5;
  small.stocks(1).employed_in[0] = 2;
  small.stocks(2).employed_in[0] = 9;
  small.stocks(1).unemployed_in[1] = 3;
  small.vacancy(0, second);
  small.vacancy(1, second);
  small.vacancy(2, second);
  const OccupationCounts counts = count_occupations(small.world, small.country, RegionIndex{0}, .5);
  EXPECT_EQ(counts[first].employed, 70);
  EXPECT_EQ(counts[first].seekers, 0);
  EXPECT_EQ(counts[second].seekers, 30);
  EXPECT_EQ(counts[second].vacancies, 10);  // two of ten persons each, of which half are recorded
  const auto of_all = count_occupations(small.world, small.country, .5);
  ASSERT_EQ(of_all.size(), 2u);
  EXPECT_EQ(of_all[RegionIndex{0}][second].vacancies, 10);
  EXPECT_EQ(of_all[RegionIndex{1}][first].employed, 90);
  EXPECT_EQ(of_all[RegionIndex{1}][second].vacancies, 5);
}

TEST(CountOccupations, LeavesOutWhatLiesElsewhere) {
  BalancedWorld small;
  small.country.municipalities[MunicipalityIndex{1}].elsewhere = true;
  small.stocks(1).employed_in[0] = 2;
  small.vacancy(1, first);
  const OccupationCounts counts = count_occupations(small.world, small.country, RegionIndex{0}, 1);
  EXPECT_EQ(counts[first].employed, 0);
  EXPECT_EQ(counts[first].vacancies, 0);
}

TEST(BalanceOccupations, TakesMeansAndTheChangeOverThePeriod) {
  const std::vector<OccupationCounts> months{month({100, 10, 5}, {50, 4, 8}, {10, 2, 2}),
                                             month({90, 20, 5}, {50, 4, 12}, {10, 2, 2})};
  const auto balances = balance_occupations(months);
  EXPECT_DOUBLE_EQ(balances[first].seekers, 15);
  EXPECT_DOUBLE_EQ(balances[first].vacancies, 5);
  EXPECT_DOUBLE_EQ(balances[first].tightness, 5 / 15.);
  EXPECT_DOUBLE_EQ(balances[first].employed, 90);
  EXPECT_NEAR(balances[first].change, -.1, 1e-12);
  EXPECT_DOUBLE_EQ(balances[second].tightness, 10 / 4.);
  EXPECT_DOUBLE_EQ(balances[second].relative, 10 / 4. / (17 / 21.));  // of 17 vacancies for 21 seekers
  EXPECT_EQ(balances[first].demand, Demand::Shrinking);
  EXPECT_EQ(balances[second].demand, Demand::Growing);
  EXPECT_EQ(balances[third].demand, Demand::Balanced);
}

TEST(BalanceOccupations, HasNoTightnessWithoutSeekers) {
  const std::vector<OccupationCounts> months{month({100, 0, 5}, {0, 0, 0}, {10, 2, 2})};
  const auto balances = balance_occupations(months);
  EXPECT_TRUE(std::isnan(balances[first].tightness));
  EXPECT_EQ(balances[first].demand, Demand::Growing);
  EXPECT_TRUE(std::isnan(balances[second].change));
  EXPECT_EQ(balances[second].demand, Demand::Balanced);
}

TEST(BalanceOccupations, HasNothingToSayOfNoMonth) { EXPECT_TRUE(balance_occupations({}).empty()); }

}  // namespace
}  // namespace polder
