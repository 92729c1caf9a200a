#include <gtest/gtest.h>

#include <set>

#include "polder/scenario/lever.h"

namespace polder {
namespace {

Country two_municipalities() {
  Country country;
  country.municipalities.push_back({});
  country.municipalities.push_back({});
  country.municipalities[index_of<MunicipalityIndex>(1)].guidance_budget = 2000001;
  return country;
}

TEST(Levers, HaveUniqueKeysBoundsAndBothLanguages) {
  std::set<std::string_view> keys;
  for (const auto& lever : levers()) {
    EXPECT_TRUE(keys.insert(lever.key).second);
    EXPECT_LT(lever.least, lever.most) << lever.key;
    EXPECT_FALSE(lever.meaning_nl.empty() || lever.meaning_en.empty() || lever.unit.empty()) << lever.key;
    EXPECT_EQ(find_lever(lever.key), &lever);
  }
  EXPECT_EQ(find_lever("crisis.halp"), nullptr);
}

TEST(Levers, SetAnAmountForOneMunicipalityAndLeaveTheOthers) {
  const Country country = two_municipalities();
  const auto first = index_of<MunicipalityIndex>(0), second = index_of<MunicipalityIndex>(1);
  Policy policy;
  find_lever("budget.guidance")->set(policy, country, second, 12e6, false);
  EXPECT_EQ(policy.mandates.guidance_budget[second], 1200000000);
  EXPECT_LT(policy.mandates.guidance_budget[first], 0);  // as in the figures
}

TEST(Levers, SetAShareOfTodaysBudgetInWholeCents) {
  const Country country = two_municipalities();
  const auto second = index_of<MunicipalityIndex>(1);
  Policy policy;
  find_lever("budget.guidance")->set(policy, country, second, 1.5, true);
  EXPECT_EQ(policy.mandates.guidance_budget[second], 3000002);  // 3,000,001.5, rounded
}

TEST(Levers, ReachTheRuleThatTheyName) {
  const Country country = two_municipalities();
  const auto first = index_of<MunicipalityIndex>(0);
  Policy policy;
  const auto set = [&](std::string_view key, double value) {
    find_lever(key)->set(policy, country, first, value, false);
  };
  set("caseload.triage", 2);
  set("crisis.help", 0.5);
  set("retention.package", 10e6);
  set("retention.speed", 3);
  set("retention.package_rule", 1);
  set("ww.most_months", 12);
  set("ww.full_years", 38 * 12);
  set("ww.rate_first", 0.8);
  set("ww.rate_after", 0.6);
  set("bijstand.norm", 1400);
  EXPECT_EQ(policy.mandates.triage[first], Triage::Farthest);
  EXPECT_EQ(policy.mandates.crisis_help, 0.5);
  EXPECT_EQ(policy.mandates.retention_package[first], 1000000000);
  EXPECT_EQ(policy.mandates.retention_package[index_of<MunicipalityIndex>(1)], 0);
  EXPECT_EQ(policy.mandates.retention_speed[first], 3);
  EXPECT_EQ(policy.mandates.retention_rule, RetentionRule::Coordinated);
  EXPECT_EQ(policy.rules.ww_most_months, 12);
  EXPECT_EQ(policy.rules.ww_full_years, 38);
  EXPECT_EQ(policy.rules.ww_rate_first, 0.8);
  EXPECT_EQ(policy.rules.ww_rate_after, 0.6);
  EXPECT_EQ(policy.rules.bijstand_norm, 1400);
}

TEST(Levers, ChangeTheBudgetOfOneTaskOfOneMunicipality) {
  const Country country = two_municipalities();
  const auto first = index_of<MunicipalityIndex>(0), second = index_of<MunicipalityIndex>(1);
  Policy policy;
  find_lever("budget.crisis")->set(policy, country, second, 1.5, false);
  find_lever("grant.esf")->set(policy, country, second, .4, false);
  for (std::size_t t = 0; t < task_count; ++t) {
    EXPECT_EQ(policy.mandates.task_budget[first][t], 1);
    EXPECT_EQ(policy.mandates.task_budget[second][t], t == number(Task::Crisis) ? 1.5 : 1);
  }
  EXPECT_EQ(policy.mandates.grants[first], (std::array<double, grantor_count>{}));
  EXPECT_EQ(policy.mandates.grants[second], (std::array{0., 0., .4}));
}

}  // namespace
}  // namespace polder
