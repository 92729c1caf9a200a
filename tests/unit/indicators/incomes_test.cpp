#include "indicators/incomes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "indicators/observe.h"
#include "support/small_world.h"

namespace polder {
namespace {

using namespace testing;

Incomes of(std::initializer_list<std::pair<std::size_t, std::uint32_t>> steps) {
  Incomes incomes;
  incomes.rows.assign(400, 0);
  for (const auto& [step, people] : steps) incomes.rows[step] = people;
  return incomes;
}

TEST(Gini, IsNothingWhenAllHaveTheSame) { EXPECT_NEAR(gini(of({{30, 12}})), 0, 1e-12); }

TEST(Gini, OfTwoGroupsFollowsTheTriangle) {
  // Incomes 25 and 75: the poorer half has a quarter, so the area below the curve is 3/8 of the square's half short.
  EXPECT_NEAR(gini(of({{0, 5}, {1, 5}})), .25, 1e-12);
  EXPECT_NEAR(gini(of({{0, 500}, {1, 500}})), .25, 1e-12) << "how many does not matter";
}

TEST(Gini, IsNotDefinedWithoutIncomes) {
  EXPECT_TRUE(std::isnan(gini(Incomes{})));
  EXPECT_TRUE(std::isnan(gini(of({}))));
}

TEST(Incomes, AddUp) {
  Incomes sum;
  add(sum, of({{2, 3}}));
  add(sum, Incomes{});
  add(sum, of({{2, 1}, {9, 4}}));
  EXPECT_EQ(sum.rows[2], 4u);
  EXPECT_EQ(sum.rows[9], 4u);
}

TEST(Incomes, HoldWagesAndBenefitsOfWhoIsOfWorkingAge) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  const ResidentIndex worker = small.add_worker(firm);
  Situation bijstand;
  bijstand.labour = Labour::Inactive;
  bijstand.employer = none<FirmIndex>;
  small.add_resident(stad, bijstand);
  bijstand.benefit = Benefit::Bijstand;
  small.add_resident(stad, bijstand);
  Situation old = bijstand;
  old.labour = Labour::Retired;
  small.add_resident(stad, old);
  const Inputs inputs = small.inputs();
  Column<MunicipalityIndex, Sums> sums(inputs.country.municipalities.size(), empty_sums(small.world, inputs));
  count_incomes(sums, small.world, inputs);
  const auto step = [](double income) { return static_cast<std::size_t>(income / Incomes::step); };
  const double wage = monthly_wage(small.now(worker), small.world.month, inputs.parameters.wage.experience);
  const std::vector<std::uint32_t>& rows = sums[stad].incomes.rows;
  EXPECT_EQ(rows[step(wage)], 1u);
  EXPECT_EQ(rows[step(inputs.policy.rules.bijstand_norm)], 1u);
  EXPECT_EQ(std::accumulate(rows.begin(), rows.end(), 0u), 2u) << "neither who has nothing nor who is retired";
}

TEST(SpreadOfUnemployment, ComparesTheMunicipalitiesOfNineAndOneTenth) {
  SmallWorld small;
  const Inputs inputs = small.inputs();
  Column<MunicipalityIndex, Sums> sums(inputs.country.municipalities.size(), empty_sums(small.world, inputs));
  const auto people = [&](MunicipalityIndex m, int at_work, int unemployed) {
    sums[m].stocks.labour[static_cast<std::size_t>(Labour::Permanent)] = at_work;
    sums[m].stocks.labour[static_cast<std::size_t>(Labour::Unemployed)] = unemployed;
  };
  people(stad, 90, 10);
  people(dorp, 98, 2);
  people(haven, 95, 5);
  EXPECT_DOUBLE_EQ(spread_of_unemployment(sums, {stad, dorp, haven}), 5);
  people(stad, 9, 1);  // less than a tenth of the inhabitants
  EXPECT_DOUBLE_EQ(spread_of_unemployment(sums, {stad, dorp, haven}), 2.5);
  people(dorp, 100, 0);
  EXPECT_TRUE(std::isnan(spread_of_unemployment(sums, {stad, dorp, haven})));
}

}  // namespace
}  // namespace polder
