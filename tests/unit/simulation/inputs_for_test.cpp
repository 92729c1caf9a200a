// Policy and demand of a scenario by month, and the first month in which two scenarios differ.
#include <gtest/gtest.h>

#include "polder/scenario/lever.h"
#include "polder/simulation/simulation.h"
#include "support/small_world.h"

namespace polder {
namespace {

using namespace testing;

Experiment empty_experiment() {
  Experiment experiment;
  experiment.model.country = small_country();
  experiment.model.parameters = tiny_parameters();
  experiment.from = Month::of(2026, 1);
  experiment.to = Month::of(2028, 12);
  experiment.warm_up_from = Month::of(2025, 1);
  return experiment;
}

Script::Setting setting_of(const char* key, double value, Month from = never, Month to = Month{0xFFFF}) {
  return {find_lever(key), value, false, from, to, {}};
}

Policy policy_in(const Experiment& experiment, const Script& script, Month month) {
  return inputs_for(experiment, script, month).policy;
}

TEST(InputsFor, BeginWithTheRulesOfTheParameters) {
  const Experiment experiment = empty_experiment();
  const Policy policy = policy_in(experiment, {}, experiment.from);
  EXPECT_EQ(policy.rules.ww_cap, 6000);
  EXPECT_EQ(policy.rules.bijstand_norm, 1280);
  EXPECT_EQ(policy.rules.ww_most_months, 24);
  EXPECT_EQ(policy.rules.ww_least_months, 3);
  EXPECT_EQ(policy.rules.ww_first_months, 2);
  EXPECT_EQ(policy.rules.ww_full_years, 10);
  EXPECT_EQ(policy.rules.ww_rate_first, .75);
  EXPECT_EQ(policy.rules.ww_rate_after, .70);
  for (const Cents budget : policy.mandates.guidance_budget) EXPECT_LT(budget, 0) << "as in the figures";
  EXPECT_EQ(policy.mandates.crisis_help, 0);
}

TEST(InputsFor, HaveTheAmendedWgrSoonerWithInputOfMunicipalities) {
  Experiment experiment = empty_experiment();
  experiment.from = Month::of(2021, 1);
  experiment.warm_up_from = Month::of(2020, 1);
  experiment.model.parameters.government.legitimacy.input_months = 12;
  for (MunicipalityFacts& facts : experiment.model.country.municipalities)
    if (!facts.elsewhere) facts.government.seats = {5};
  const auto first = [&](const std::vector<Script::Setting>& settings) {
    Script script;
    script.settings = settings;
    Month month = experiment.from;
    while (!policy_in(experiment, script, month).rules.wgr_2022) month = month + 1;
    for (Month later = month; later < Month::of(2023, 1); later = later + 1)
      EXPECT_TRUE(policy_in(experiment, script, later).rules.wgr_2022) << "a law stays in force";
    return month;
  };
  EXPECT_EQ(first({}), Month::of(2022, 7));
  EXPECT_EQ(first({setting_of("wgr.input_effort", 0)}), Month::of(2022, 7));
  EXPECT_EQ(first({setting_of("wgr.input_effort", 1)}), Month::of(2021, 7));
  EXPECT_EQ(first({setting_of("wgr.input_effort", .5)}), Month::of(2022, 1));
  Script::Setting of_one = setting_of("wgr.input_effort", 1);
  of_one.who = {haven};
  EXPECT_EQ(first({of_one}), Month::of(2022, 4)) << "27,500 of 97,500 inhabitants: three months";
  EXPECT_EQ(first({setting_of("wgr.input_effort", 1, Month::of(2021, 3), Month::of(2021, 9))}), Month::of(2021, 7));
  EXPECT_EQ(first({setting_of("wgr.input_effort", 1, Month::of(2022, 2), Month::of(2022, 3))}), Month::of(2022, 2));
  EXPECT_EQ(first({setting_of("wgr.input_effort", 1), setting_of("wgr.regime", 2)}), Month::of(2021, 1))
      << "a regime that is set holds";
}

TEST(InputsFor, SetLeversFromTheFirstToTheLastMonth) {
  const Experiment experiment = empty_experiment();
  Script script;
  script.settings = {setting_of("ww.most_months", 12, Month::of(2026, 4), Month::of(2026, 6))};
  for (int month = 1; month <= 12; ++month)
    EXPECT_EQ(policy_in(experiment, script, Month::of(2026, month)).rules.ww_most_months,
              month >= 4 && month <= 6 ? 12 : 24);
}

TEST(InputsFor, SetLeversForTheMunicipalitiesNamed) {
  const Experiment experiment = empty_experiment();
  Script script;
  script.settings = {setting_of("budget.guidance", 1000), setting_of("budget.guidance", 1.5),
                     setting_of("caseload.triage", 2)};
  script.settings[1].relative = true;
  script.settings[1].who = {dorp};
  script.settings[2].who = {stad, haven};
  const Mandates mandates = policy_in(experiment, script, Month::of(2027, 5)).mandates;
  EXPECT_EQ(mandates.guidance_budget[stad], 100000) << "cents";
  EXPECT_EQ(mandates.guidance_budget[dorp], experiment.model.country.municipalities[dorp].guidance_budget * 3 / 2)
      << "later ones win";
  EXPECT_EQ(mandates.triage[stad], Triage::Farthest);
  EXPECT_EQ(mandates.triage[dorp], Triage::Equal);
  EXPECT_EQ(mandates.triage[haven], Triage::Farthest);
}

TEST(InputsFor, LeaveTheWarmUpAlone) {
  const Experiment experiment = empty_experiment();
  Script script;
  script.settings = {setting_of("crisis.help", 1), setting_of("bijstand.norm", 2000)};
  script.recessions.push_back({.05, Month::of(2025, 6), 24, {}});
  script.trends.push_back({industry, none<RegionIndex>, .1, Month::of(2025, 6), Month::of(2028, 1)});
  const Inputs before = inputs_for(experiment, script, Month::of(2025, 12));
  EXPECT_EQ(before.policy, policy_in(experiment, {}, Month::of(2025, 12)));
  EXPECT_EQ(before.demand, DemandPath{});
  const Inputs after = inputs_for(experiment, script, Month::of(2026, 1));
  EXPECT_EQ(after.policy.mandates.crisis_help, 1);
  EXPECT_EQ(after.policy.rules.bijstand_norm, 2000);
  EXPECT_LT(after.demand.cycle_shift, 0);
}

TEST(InputsFor, EveryLeverChangesThePolicy) {
  const Experiment experiment = empty_experiment();
  const Policy plain = policy_in(experiment, {}, experiment.from);
  for (const Lever& lever : levers()) {
    Script script;
    script.settings = {{&lever, lever.kind == LeverKind::Share ? .33 : 3, false, never, Month{0xFFFF}, {}}};
    if (lever.key == "ww.least_months") script.settings[0].value = 5;
    EXPECT_FALSE(policy_in(experiment, script, experiment.from) == plain) << lever.key;
  }
}

TEST(Recession, FallsToTheTroughInTheFirstHalfAndReturnsInTheSecond) {
  const Experiment experiment = empty_experiment();
  Script script;
  script.recessions.push_back({.06, Month::of(2026, 3), 12, {}});
  const double shape[] = {0, 1, 2, 3, 4, 5, 6, 6, 5, 4, 3, 2, 1, 0, 0};
  for (int i = 0; i < 15; ++i)
    EXPECT_NEAR(inputs_for(experiment, script, Month::of(2026, 2) + i).demand.cycle_shift, -.01 * shape[i], 1e-12) << i;
  script.recessions[0].months = 3;
  const double brief[] = {0, 2. / 3, 1, 2. / 3, 0};
  for (int i = 0; i < 5; ++i)
    EXPECT_NEAR(inputs_for(experiment, script, Month::of(2026, 2) + i).demand.cycle_shift, -.06 * brief[i], 1e-12) << i;
}

TEST(Recession, AddsToAnother) {
  const Experiment experiment = empty_experiment();
  Script script;
  script.recessions.push_back({.06, Month::of(2026, 3), 12, {}});
  script.recessions.push_back({.12, Month::of(2026, 4), 24, {}});
  EXPECT_NEAR(inputs_for(experiment, script, Month::of(2026, 5)).demand.cycle_shift, -.03 - .02, 1e-12);
}

TEST(Trend, GrowsFromItsFirstToItsLastMonthAndStays) {
  const Experiment experiment = empty_experiment();
  Script script;
  script.trends.push_back({care_sector, east, .12, Month::of(2026, 3), Month::of(2026, 8)});
  const auto trend = [&](Month month) { return inputs_for(experiment, script, month).demand.trend; };
  EXPECT_TRUE(trend(Month::of(2026, 2)).empty());
  for (int i = 0; i < 10; ++i) {
    const std::vector<double> now = trend(Month::of(2026, 3) + i);
    ASSERT_EQ(now.size(), 4u);
    EXPECT_NEAR(now[3], .01 * std::min(i + 1, 6), 1e-12);
    EXPECT_EQ(now[0] + now[1] + now[2], 0) << "this sector in this region only";
  }
  script.trends.push_back({care_sector, none<RegionIndex>, -.24, Month::of(2026, 3), Month::of(2026, 3)});
  EXPECT_NEAR(trend(Month::of(2027, 1))[1], -.02, 1e-12) << "everywhere";
  EXPECT_NEAR(trend(Month::of(2027, 1))[3], .06 - .02, 1e-12);
}

TEST(FirstDifference, IsTheMonthInWhichSomethingDiffers) {
  const Experiment experiment = empty_experiment();
  const auto differs = [&](const Script& a, const Script& b) {
    EXPECT_EQ(first_difference(experiment, a, b), first_difference(experiment, b, a));
    return first_difference(experiment, a, b);
  };
  const Script plain;
  EXPECT_EQ(differs(plain, plain), experiment.to + 1);
  Script closure = plain;
  closure.closures.push_back({FirmIndex{3}, Month::of(2026, 5), Month::of(2026, 9)});
  EXPECT_EQ(differs(plain, closure), Month::of(2026, 5));
  Script later = closure;
  later.closures[0].at = Month::of(2026, 10);
  EXPECT_EQ(differs(closure, later), Month::of(2026, 5)) << "notice is given for another month";
  Script other = closure;
  other.closures[0].firm = FirmIndex{4};
  EXPECT_EQ(differs(closure, other), Month::of(2026, 5));
  Script helped = closure;
  helped.settings = {setting_of("crisis.help", 1, Month::of(2026, 7), Month::of(2026, 9))};
  EXPECT_EQ(differs(closure, helped), Month::of(2026, 7));
  Script recession = plain;
  recession.recessions.push_back({.02, Month::of(2027, 2), 12, {}});
  EXPECT_EQ(differs(plain, recession), Month::of(2027, 2));
  Script trend = plain;
  trend.trends.push_back({industry, west, .02, Month::of(2028, 2), Month::of(2028, 3)});
  EXPECT_EQ(differs(plain, trend), Month::of(2026, 2)) << "forecasts know it two years before";
}

TEST(FirstDifference, OverlooksSettingsThatChangeNothing) {
  const Experiment experiment = empty_experiment();
  Script same;
  same.settings = {setting_of("ww.most_months", 24), setting_of("crisis.help", 0),
                   setting_of("ww.cap", 1, Month::of(2029, 1), Month::of(2029, 5))};
  EXPECT_EQ(first_difference(experiment, {}, same), experiment.to + 1);
}

TEST(InputsFor, DivideATotalOverTheInhabitantsOfThePlacesInFocus) {
  Experiment experiment = empty_experiment();
  experiment.model.country.municipalities[haven].focus = false;
  Script script;
  script.settings = {setting_of("hc_agenda.retrain.budget", 700000)};
  const auto budget = [&] { return policy_in(experiment, script, experiment.from).mandates.agenda.retrain; };
  EXPECT_EQ(budget()[stad], 60000000);  // 60,000 of 70,000 inhabitants
  EXPECT_EQ(budget()[dorp], 10000000);
  EXPECT_EQ(budget()[haven], 0);
  EXPECT_EQ(budget()[beyond], 0);
  script.settings[0].who = {dorp, haven};
  EXPECT_EQ(budget()[stad], 0);
  EXPECT_EQ(budget()[haven], 51333333);  // 27,500 of 37,500
}

}  // namespace
}  // namespace polder
