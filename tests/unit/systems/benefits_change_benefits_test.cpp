// Bijstand begins and ends, ww is used up, some are pointed to disability.
#include "systems/benefits/benefits.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"

namespace polder {
namespace {

using namespace testing;

void happens_to(SmallWorld& small, LifeEvent event, ResidentIndex person) {
  small.happens(event, person);
  small.run(benefits::change_bijstand);
  small.world.today = Today{};
  EXPECT_TRUE(small.tallies_are_right());
}

/// Of many entrants in a municipality: the share on disability.
double diverted(SmallWorld& small, MunicipalityIndex home, LifeEvent event, std::size_t distance, int persons = 3000) {
  small.world.today = Today{};
  std::vector<ResidentIndex> all;
  for (int i = 0; i < persons; ++i) {
    const Benefit before = event == LifeEvent::LeavesBijstand ? Benefit::Bijstand : Benefit::None;
    all.push_back(small.at_distance(small.add_jobless(home, Labour::Unemployed, before), distance));
    small.happens(event, all.back());
  }
  small.run(benefits::change_bijstand);
  EXPECT_TRUE(small.tallies_are_right());
  double sum = 0;
  for (const ResidentIndex person : all) {
    const bool disabled = small.now(person).benefit == Benefit::Disability;
    EXPECT_EQ(disabled, small.now(person).labour == Labour::Disabled);
    sum += disabled ? 1 : 0;
  }
  return sum / persons;
}

TEST(EntersBijstand, KeepsTheStatusAndTheSearch) {
  SmallWorld small;
  const ResidentIndex person = small.add_jobless(stad, Labour::Marginal, Benefit::None, 5);
  const Month since = small.now(person).since;
  happens_to(small, LifeEvent::EntersBijstand, person);
  EXPECT_EQ(small.now(person).labour, Labour::Marginal);
  EXPECT_EQ(small.now(person).benefit, Benefit::Bijstand);
  EXPECT_EQ(small.now(person).since, since);
}

TEST(EntersBijstand, PlacesNewRecipientsAtTheGivenDistances) {
  SmallWorld small;
  constexpr int persons = 6000;
  for (int i = 0; i < persons; ++i)
    small.happens(LifeEvent::EntersBijstand, small.add_jobless(stad, Labour::Unemployed));
  small.run(benefits::change_bijstand);
  for (std::size_t c = 0; c < distance_classes; ++c) {
    const double share = small.parameters().bijstand.entry_class[c];
    EXPECT_NEAR(small.world.municipalities.stocks[stad].bijstand_at[c] / double(persons), share,
                4 * std::sqrt(share * (1 - share) / persons))
        << "class " << c;
  }
}

TEST(Diversion, NeedsADeficitAnObjectiveBudgetAndDistance) {
  SmallWorld small;
  small.parameters().bijstand.divert = 1;
  small.parameters().bijstand.entry_class = {0, 0, 0, 0, 1};
  EXPECT_EQ(diverted(small, stad, LifeEvent::EntersBijstand, 0, 200), 0) << "without a deficit";
  small.government(stad).deficit = small.government(dorp).deficit = .2;
  EXPECT_NEAR(diverted(small, stad, LifeEvent::EntersBijstand, 0, 200), 1, 1e-9);
  EXPECT_EQ(diverted(small, dorp, LifeEvent::EntersBijstand, 0, 200), 0) << "10,000 inhabitants: a historic budget";
  small.policy.rules.objective_from = 5'000;
  EXPECT_NEAR(diverted(small, dorp, LifeEvent::EntersBijstand, 0, 200), 1, 1e-9) << "the rules in force count";
  small.policy.rules.objective_from = 0;
  small.parameters().bijstand.entry_class = {0, 0, 1, 0, 0};
  EXPECT_EQ(diverted(small, stad, LifeEvent::EntersBijstand, 4, 200), 0) << "the new distance counts, not the old";
  small.government(stad).deficit = -.2;
  EXPECT_EQ(diverted(small, stad, LifeEvent::LeavesBijstand, 4, 200), 0) << "with a surplus";
}

TEST(Diversion, GrowsWithTheDeficitUpToATenth) {
  SmallWorld small;
  small.parameters().bijstand.divert = .5;
  for (const auto& [deficit, share] : {std::pair{.04, .2}, {.10, .5}, {.30, .5}}) {
    small.government(haven).deficit = deficit;
    const double found = diverted(small, haven, LifeEvent::LeavesBijstand, 3);
    EXPECT_NEAR(found, share, 4 * std::sqrt(share * (1 - share) / 3000)) << deficit;
  }
  EXPECT_EQ(diverted(small, haven, LifeEvent::LeavesBijstand, 2, 200), 0);
}

TEST(LeavesBijstand, TakesSeekersOutOfTheLabourForce) {
  SmallWorld small;
  const ResidentIndex person = small.add_jobless(stad, Labour::Unemployed, Benefit::Bijstand, 30);
  happens_to(small, LifeEvent::LeavesBijstand, person);
  EXPECT_EQ(small.now(person).labour, Labour::Inactive);
  EXPECT_EQ(small.now(person).benefit, Benefit::None);
  EXPECT_EQ(small.now(person).since, small.world.month);
  const ResidentIndex student = small.add_jobless(stad, Labour::Student, Benefit::Bijstand, 30, 18);
  const Month since = small.now(student).since;
  happens_to(small, LifeEvent::LeavesBijstand, student);
  EXPECT_EQ(small.now(student).labour, Labour::Student);
  EXPECT_EQ(small.now(student).since, since);
}

TEST(KeepsNoBenefit, LeavesTheJob) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  const ResidentIndex person = small.change(small.add_worker(firm), [&](Situation& now) {
    now.benefit = Benefit::WwWork;
    now.benefit_until = small.world.month + 4;
  });
  happens_to(small, LifeEvent::KeepsNoBenefit, person);
  EXPECT_EQ(small.now(person).benefit, Benefit::None);
  EXPECT_EQ(small.now(person).benefit_until, never);
  EXPECT_EQ(small.now(person).employer, firm);
}

/// A recipient whose right lasts until some months from now, or ended before (negative).
ResidentIndex on_ww(SmallWorld& small, MunicipalityIndex home, int months_left, int age = 40) {
  const ResidentIndex person =
      small.change(small.add_jobless(home, Labour::Unemployed, Benefit::Ww, 0, age),
                   [&](Situation& now) { now.benefit_until = small.world.month + months_left; });
  small.world.today.on_ww.push_back(person);
  return person;
}

TEST(EndWw, ComesAfterTheLastMonthOfTheRight) {
  SmallWorld small;
  small.parameters().bijstand.after_ww = 0;
  const ResidentIndex last_month = on_ww(small, stad, 0), used_up = on_ww(small, stad, -1);
  small.run(benefits::end_ww);
  EXPECT_EQ(small.now(last_month).benefit, Benefit::Ww);
  EXPECT_EQ(small.now(used_up).benefit, Benefit::None);
  EXPECT_EQ(small.now(used_up).benefit_until, never);
  EXPECT_EQ(small.now(used_up).labour, Labour::Unemployed);
}

TEST(EndWw, EndsBesideAJobWithoutBijstand) {
  SmallWorld small;
  small.parameters().bijstand.after_ww = 1;
  const ResidentIndex person = small.change(small.add_worker(small.add_firm(stad, industry)), [&](Situation& now) {
    now.benefit = Benefit::WwWork;
    now.benefit_until = small.world.month - 1;
  });
  small.world.today.on_ww.push_back(person);
  const ResidentIndex jobless = on_ww(small, stad, -1), across = on_ww(small, beyond, -1);
  small.run(benefits::end_ww);
  EXPECT_EQ(small.now(person).benefit, Benefit::None);
  EXPECT_EQ(small.now(jobless).benefit, Benefit::Bijstand);
  EXPECT_EQ(small.now(jobless).benefit_until, never);
  EXPECT_EQ(small.now(across).benefit, Benefit::None) << "beyond the border there is no bijstand";
}

TEST(EndWw, PassesOverWhoHasNoWwAnyMore) {
  SmallWorld small;
  small.parameters().bijstand.after_ww = 1;
  const ResidentIndex died = on_ww(small, stad, -1);
  small.set(died, Situation{});
  small.run(benefits::end_ww);
  EXPECT_EQ(small.now(died).labour, Labour::Absent);
}

TEST(EndWw, BringsAShareToBijstandFewerWithAPartner) {
  const auto share = [](bool partner, int age) {
    SmallWorld small;
    small.model.partner_mean_ww = .8;
    constexpr int persons = 5000;
    for (int i = 0; i < persons; ++i) small.profile(on_ww(small, stad, -1, age)).partner = partner ? 1 : 0;
    small.run(benefits::end_ww);
    return small.world.municipalities.stocks[stad].benefit[static_cast<std::size_t>(Benefit::Bijstand)] /
           double(persons);
  };
  const auto near = [](double found, double chance) {
    EXPECT_NEAR(found, chance, 4 * std::sqrt(chance * (1 - chance) / 5000));
  };
  near(share(false, 40), .123 / .8);
  near(share(true, 40), .123 * .25 / .8);
  near(share(true, 24), .123 / .8);
}

}  // namespace
}  // namespace polder
