// What municipalities spend on each task, against their accounts.
#include "world/task_budgets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "scenario/parameter_files.h"
#include "world/country_files.h"

namespace polder {
namespace {

const std::filesystem::path shipped = std::filesystem::path(POLDER_ROOT) / "scenarios";

Cents sum(const TaskBudgets& budgets) { return std::accumulate(budgets.begin(), budgets.end(), Cents{0}); }

/// The four task fields that budgets come from.
Cents fields(const Accounts& accounts) {
  return accounts.income_schemes + accounts.labour_participation + accounts.economic_development +
         accounts.business_desk;
}

Accounts one_million_each() {
  Accounts accounts;
  for (const AccountLine& line : account_lines) accounts.*line.amount = 1'000'000'00;
  return accounts;
}

TEST(TaskBudgets, DivideEachFieldByItsShares) {
  Parameters parameters{};
  parameters.budget = {.1, .2, .1, .02, .03, .05, .04, .06, .07, .3, .01, .15, .05, .25};
  const TaskBudgets budgets = task_budgets(one_million_each(), parameters);
  EXPECT_EQ(budgets, (TaskBudgets{600'000'00, 100'000'00, 350'000'00, 140'000'00, 80'000'00, 80'000'00, 120'000'00,
                                  550'000'00, 10'000'00}));
}

TEST(TaskBudgets, GiveGuidanceTheWholeFieldWithoutShares) {
  const TaskBudgets budgets = task_budgets(one_million_each(), Parameters{});
  EXPECT_EQ(budgets[0], 1'000'000'00);
  EXPECT_EQ(sum(budgets), 1'000'000'00);
}

TEST(TaskBudgets, NeverTakeMoreThanAFieldHolds) {
  Parameters greedy{};
  greedy.budget = {1, .9, .9, .9, .9, .9, .9, .9, .9, .9, .9, .9, .9, .9};
  for (const Cents amount : {Cents{0}, Cents{1}, Cents{7}, Cents{99'999'999'99}}) {
    Accounts accounts;
    for (const AccountLine& line : account_lines) accounts.*line.amount = amount;
    const TaskBudgets budgets = task_budgets(accounts, greedy);
    for (const Cents budget : budgets) EXPECT_GE(budget, 0);
    EXPECT_LE(sum(budgets), fields(accounts));
    EXPECT_GE(sum(budgets), amount > 100 ? fields(accounts) : 0) << "nothing is left of what all want";
  }
}

TEST(TaskBudgets, LoseNoCentOfLabourParticipation) {
  Parameters parameters{};
  parameters.budget.participation_employers = 1. / 3;
  parameters.budget.participation_retraining = 1. / 7;
  Accounts accounts;
  accounts.labour_participation = 1'000'000'01;
  EXPECT_EQ(sum(task_budgets(accounts, parameters)), 1'000'000'01);
}

TEST(TaskBudgets, StayWithinTheDutchAccounts) {
  data::Problems problems;
  const Country country = read_country(shipped / "countries/netherlands", problems).country;
  const Parameters parameters = load_parameters(shipped / "parameters");
  std::array<double, task_count> national{};  // [EUR per inhabitant]
  double inhabitants = 0;
  for (const MunicipalityFacts& facts : country.municipalities) inhabitants += facts.population;
  for (const MunicipalityFacts& facts : country.municipalities) {
    const TaskBudgets budgets = task_budgets(facts.government.accounts, parameters);
    EXPECT_LE(sum(budgets), fields(facts.government.accounts)) << facts.name;
    EXPECT_GE(*std::min_element(budgets.begin(), budgets.end()), 0) << facts.name;
    for (std::size_t t = 0; t < task_count; ++t) national[t] += static_cast<double>(budgets[t]) / 100 / inhabitants;
  }
  // 6.5 is 1,339 million: 73.88 per inhabitant, of which .70 is guidance; 6.3 10,040, 3.1 402, 3.3 312 million.
  const std::array<double, task_count> expected{51.71, 55.38, 12.80, 8.50, 1.40, 2.34, 3.03, 10.95, .44};
  for (std::size_t t = 0; t < task_count; ++t) EXPECT_NEAR(national[t], expected[t], .01) << "task " << t;
}

}  // namespace
}  // namespace polder
