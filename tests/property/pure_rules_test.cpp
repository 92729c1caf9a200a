// Rules that are pure functions, over random arguments.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "systems/benefits/benefits.h"
#include "systems/finance/buig.h"
#include "systems/firms/firms.h"
#include "systems/labour/stable_matching.h"
#include "world/entitlement.h"

namespace polder {
namespace {

double in_range(double least, double most) {
  return least + (most - least) * *rc::gen::inRange(0, 1000001) / 1000000.0;
}

TEST(Divide, AddsUpToTheCentAndStaysWithinACentOfTheExactShare) {
  EXPECT_TRUE(rc::check([] {
    const auto raw = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5000)));
    std::vector<double> weights(raw.begin(), raw.end());
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    RC_PRE(all > 0);
    const Cents amount = *rc::gen::inRange<Cents>(0, 1'000'000'000'000);
    const std::vector<Cents> shares = finance::divide(amount, weights);
    RC_ASSERT(std::accumulate(shares.begin(), shares.end(), Cents{0}) == amount);
    for (std::size_t i = 0; i < shares.size(); ++i) {
      RC_ASSERT(weights[i] > 0 || shares[i] == 0);
      RC_ASSERT(std::abs(static_cast<double>(shares[i]) - static_cast<double>(amount) * (weights[i] / all)) <= 1.001);
    }
  }));
}

TEST(SafetyNet, NeverAsksMoreThanTheDeficitOrItsCap) {
  EXPECT_TRUE(rc::check([] {
    const double own_risk = in_range(0, .2), shared_risk = own_risk + in_range(0, .2);
    const double small = in_range(-.5, 1), large = small + in_range(0, 1);
    const double of_small = finance::own_share_of_deficit(small, own_risk, shared_risk);
    const double of_large = finance::own_share_of_deficit(large, own_risk, shared_risk);
    RC_ASSERT(of_small >= 0 && of_small <= std::max(0.0, small) + 1e-12);
    RC_ASSERT(of_large >= of_small - 1e-12);
    RC_ASSERT(of_large <= (own_risk + shared_risk) / 2 + 1e-12);
  }));
}

TEST(Care, DoesNotFallWhenTheBudgetRises) {
  EXPECT_TRUE(rc::check([] {
    std::array<double, distance_classes> recipients{};
    for (double& each : recipients) each = *rc::gen::inRange(0, 1000);
    const auto triage = static_cast<Triage>(*rc::gen::inRange(0, 4));
    const double budget = in_range(0, 1e7), more = budget + in_range(0, 1e7);
    const auto low = benefits::care(budget, recipients, triage, 125),
               high = benefits::care(more, recipients, triage, 125);
    for (std::size_t c = 0; c < distance_classes; ++c) RC_ASSERT(low[c] >= 0 && high[c] >= low[c]);
  }));
}

TEST(WwMonths, StayWithinTheirBoundsAndGrowWithYears) {
  EXPECT_TRUE(rc::check([] {
    Rules rules;
    rules.ww_least_months = *rc::gen::inRange(0, 12);
    rules.ww_most_months = rules.ww_least_months + *rc::gen::inRange(0, 48);
    rules.ww_full_years = *rc::gen::inRange(0, 20);
    const double years = in_range(0, 60), more = years + in_range(0, 10);
    const int months = ww_months(years, rules);
    RC_ASSERT(months >= rules.ww_least_months && months <= rules.ww_most_months);
    RC_ASSERT(ww_months(more, rules) >= months);
  }));
}

TEST(DrcPlan, NeverGrowsAndShrinksBeyondTheConstantRates) {
  EXPECT_TRUE(rc::check([] {
    const double jobs = in_range(0, 1000), vacancies = in_range(0, 100), target = in_range(0, 1000);
    const firms::Plan plan = firms::drc_plan(jobs, vacancies, target, .016, .012, .16);
    RC_ASSERT(plan.dismissal >= 0 && plan.dismissal <= 1);
    RC_ASSERT(plan.openings >= .012 * jobs - 1e-12);
    if (jobs + vacancies < target) RC_ASSERT(jobs == 0 || plan.dismissal == .016);
    if (jobs + vacancies > target) RC_ASSERT(std::abs(plan.openings - .012 * jobs) < 1e-12);
  }));
}

TEST(StableMatching, DoesNotDependOnTheNumbersOfVacancies) {
  // Applications of seekers on the same lists, with vacancies numbered in another order: the same pairs.
  EXPECT_TRUE(rc::check([] {
    const auto seekers = static_cast<std::uint32_t>(*rc::gen::inRange(1, 25));
    const auto vacancies = static_cast<std::uint32_t>(*rc::gen::inRange(1, 15));
    std::vector<labour::Application> plain, renumbered;
    for (std::uint32_t s = 0; s < seekers; ++s) {
      std::vector<std::uint32_t> list;
      for (std::uint32_t v = 0; v < vacancies; ++v)
        list.insert(list.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, v + 1), v);
      list.resize(*rc::gen::inRange<std::size_t>(0, vacancies + 1));
      for (const std::uint32_t v : list) {
        const auto score = static_cast<std::uint32_t>(*rc::gen::inRange(0, 4));
        plain.push_back({s, v, score});
        renumbered.push_back({s, vacancies - 1 - v, score});
      }
    }
    const auto a = labour::stable_matching(plain, vacancies), b = labour::stable_matching(renumbered, vacancies);
    for (std::uint32_t v = 0; v < vacancies; ++v) RC_ASSERT(a[v] == b[vacancies - 1 - v]);
  }));
}

}  // namespace
}  // namespace polder
