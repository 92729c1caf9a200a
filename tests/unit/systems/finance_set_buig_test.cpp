// The budgets for bijstand, by the figures and by history, and the safety net.
#include <gtest/gtest.h>

#include "support/small_world.h"
#include "systems/finance/finance.h"

namespace polder {
namespace {

using namespace testing;

/// A January with recipients in three municipalities and a history.
struct January : SmallWorld {
  January() {
    world.month = Month::of(2027, 1);
    world.weight = 10;
    for (int i = 0; i < 60; ++i) add_jobless(stad, Labour::Inactive, Benefit::Bijstand);
    for (int i = 0; i < 20; ++i) add_jobless(dorp, Labour::Unemployed, Benefit::Bijstand);
    for (int i = 0; i < 15; ++i) add_jobless(haven, Labour::Unemployed, Benefit::Bijstand);
    change(add_worker(add_firm(haven, industry)), [](Situation& now) { now.benefit = Benefit::BijstandWork; });
    add_jobless(beyond, Labour::Unemployed, Benefit::Bijstand);
    const Cents last_year[] = {70000000, 30000000, 20000000};
    for (const MunicipalityIndex m : {stad, dorp, haven}) government(m).bijstand_last_year = last_year[number(m)];
    world.ledger.balance[Account{}] = 0;  // not the first month of the run
  }
};

constexpr double macro = (95 + .3) * 10 * 1280 * 12 * 100;  // 96 recipients inside, one of them for three tenths

TEST(SetBuig, DividesWhatRecipientsWouldReceiveToTheCent) {
  January small;
  small.policy.rules.bijstand_norm = 1280.01;
  small.run(finance::set_buig);
  Cents all = 0;
  for (const Government& government : small.world.municipalities.government) all += government.buig;
  EXPECT_EQ(all, static_cast<Cents>((95 + .3) * 10 * 1280.01 * 12 * 100));
  EXPECT_EQ(small.government(beyond).buig, 0);
  small.parameters().buig.margin = .9;
  const Cents before = all;
  small.run(finance::set_buig);
  all = 0;
  for (const Government& government : small.world.municipalities.government) all += government.buig;
  EXPECT_NEAR(static_cast<double>(all), .9 * static_cast<double>(before), 1);
}

TEST(SetBuig, MixesHistoryAndFiguresByInhabitants) {
  January small;
  small.run(finance::set_buig);
  // Stad (60,000) by the figures, Dorp (10,000) by what it spent, Haven (27,500) half and half.
  const double figures[] = {60 / 97.5, 10 / 97.5, 27.5 / 97.5}, spent[] = {70 / 120., 30 / 120., 20 / 120.};
  const double shares[] = {figures[0], spent[1], (figures[2] + spent[2]) / 2};
  const double all = shares[0] + shares[1] + shares[2];
  for (const MunicipalityIndex m : {stad, dorp, haven})
    EXPECT_NEAR(static_cast<double>(small.government(m).buig), macro * shares[number(m)] / all, 1) << number(m);
}

TEST(SetBuig, SeesTheSizeOfMunicipalitiesThatMerged) {
  January small;
  auto& municipalities = small.model.country.municipalities;
  municipalities[haven].government.merged = {dorp};
  municipalities[dorp].government.governor = haven;
  small.government(haven).bijstand_last_year = 50000000;
  small.government(dorp).bijstand_last_year = 0;
  small.run(finance::set_buig);
  // Together 37,500: nine tenths of the way from 15,000 to 40,000.
  const double merged = .9 * 37.5 / 97.5 + .1 * 50 / 120, all = 60 / 97.5 + merged;
  EXPECT_NEAR(static_cast<double>(small.government(haven).buig), macro * merged / all, 1);
  EXPECT_EQ(small.government(dorp).buig, 0);
}

TEST(SetBuig, FollowsTheRulesThatAScenarioSets) {
  January small;
  small.policy.rules.macro_cut = .1;
  small.run(finance::set_buig);
  Cents all = 0, usual = 0;
  for (const Government& government : small.world.municipalities.government)
    all += government.buig, usual += government.usual_buig;
  EXPECT_EQ(all, small.world.macro_budget);
  EXPECT_NEAR(static_cast<double>(all), .9 * macro, 1);
  EXPECT_NEAR(static_cast<double>(usual), macro, 1) << "without the cut";
  small.policy.rules.objective_from = small.policy.rules.objective_full = 1;
  small.policy.rules.macro_cut = 0;
  small.world.municipalities.government[dorp].bijstand_last_year = 30000000;
  small.run(finance::set_buig);
  EXPECT_NEAR(static_cast<double>(small.government(dorp).buig), macro * 10 / 97.5, 1) << "by the figures alone";
  small.government(dorp).bijstand_paid = small.government(dorp).buig;
  small.run(finance::set_buig);
  EXPECT_EQ(small.government(dorp).deficit, 0);
  EXPECT_LT(small.government(dorp).usual_deficit, 0) << "history would have given it more";
}

TEST(SetBuig, DividesByTheFiguresWhenThereIsNoHistory) {
  January small;
  for (Government& government : small.world.municipalities.government) government.bijstand_last_year = 0;
  small.run(finance::set_buig);
  EXPECT_NEAR(static_cast<double>(small.government(dorp).buig), macro * 10 / 97.5, 1);
}

TEST(SetBuig, ClosesTheBooksOfLastYear) {
  January small;
  small.government(stad).buig = 80000000;
  small.government(stad).bijstand_paid = 88000000;
  small.run(finance::set_buig);
  const Government& stad_now = small.government(stad);
  EXPECT_EQ(stad_now.bijstand_year_before, 70000000);
  EXPECT_EQ(stad_now.bijstand_last_year, 88000000);
  EXPECT_EQ(stad_now.buig_last_year, 80000000);
  EXPECT_EQ(stad_now.bijstand_paid, 0);
  EXPECT_NEAR(stad_now.deficit, .1, 1e-12);
}

TEST(SetBuig, AssumesThatThePastWasLikeTheStock) {
  January small;
  for (Government& government : small.world.municipalities.government) government.bijstand_last_year = 0;
  small.world.ledger.balance.clear();
  small.world.month = Month::of(2027, 7);
  small.run(finance::set_buig);
  const auto year = static_cast<Cents>(20. * 10 * 1280 * 12 * 100);
  EXPECT_EQ(small.government(dorp).bijstand_year_before, year);
  EXPECT_EQ(small.government(dorp).bijstand_last_year, year);
  EXPECT_EQ(small.government(dorp).bijstand_paid, year / 2) << "six months of this year went by";
  EXPECT_EQ(small.government(dorp).deficit, 0);
}

TEST(SetBuig, ActsInJanuaryAndInTheFirstMonthOfARun) {
  January small;
  small.world.month = Month::of(2027, 2);
  small.run(finance::set_buig);
  EXPECT_EQ(small.government(stad).buig, 0);
  small.world.ledger.balance.clear();
  small.run(finance::set_buig);
  EXPECT_GT(small.government(stad).buig, 0);
}

/// What the safety net pays in December to a municipality with this deficit on EUR 800,000.
Cents safety_net(double deficit, int calendar_month = 12) {
  SmallWorld small;
  small.world.month = Month::of(2027, calendar_month);
  small.world.ledger.balance[Account{}] = 0;
  small.government(stad).buig_last_year = 80000000;
  small.government(stad).deficit = deficit;
  small.run(finance::set_buig);
  Cents sum = 0;
  for (const Posting& posting : small.world.ledger.postings) {
    EXPECT_EQ(posting.purpose, Purpose::Vangnet);
    EXPECT_EQ(posting.payer, (Account{Actor::Rijk, 0}));
    EXPECT_EQ(posting.payee, (Account{Actor::Municipality, 0}));
    sum += posting.cents;
  }
  return sum;
}

TEST(SafetyNet, PaysWhatExceedsTheOwnRisk) {
  EXPECT_EQ(safety_net(-.10), 0);
  EXPECT_EQ(safety_net(.075), 0);
  EXPECT_NEAR(static_cast<double>(safety_net(.10)), 80000000 * .0125, 1) << "half of what lies above 7.5 %";
  EXPECT_NEAR(static_cast<double>(safety_net(.125)), 80000000 * .025, 1);
  EXPECT_NEAR(static_cast<double>(safety_net(.20)), 80000000 * .10, 1) << "all of what lies above 12.5 %";
  EXPECT_EQ(safety_net(.20, 11), 0) << "in December";
}

}  // namespace
}  // namespace polder
