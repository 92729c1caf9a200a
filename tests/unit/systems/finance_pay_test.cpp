// Every payment of a month against cents reckoned by hand.
#include <gtest/gtest.h>

#include <map>

#include "support/small_world.h"
#include "systems/finance/finance.h"

namespace polder {
namespace {

using namespace testing;

/// What was paid for a purpose by one kind of actor to another.
Cents paid(const SmallWorld& small, Purpose purpose, Actor payer, Actor payee) {
  Cents sum = 0;
  for (const Posting& posting : small.world.ledger.postings)
    if (posting.purpose == purpose) {
      EXPECT_EQ(posting.payer.actor, payer);
      EXPECT_EQ(posting.payee.actor, payee);
      sum += posting.cents;
    }
  return sum;
}

/// No postings but of benefits and wages: the figures give municipalities nothing.
struct Payroll : SmallWorld {
  Payroll() {
    for (MunicipalityFacts& facts : model.country.municipalities) facts.guidance_budget = 0;
    parameters().wage.experience = 0;
  }
};

TEST(Pay, WagesPremiumsAndTax) {
  Payroll small;
  small.world.weight = 10;
  const FirmIndex firm = small.add_firm(stad, industry), own = small.add_firm(stad, industry, FirmState::OwnAccount);
  small.add_worker(firm);
  small.change(small.add_worker(firm, Labour::StudentJob, 6, 18), [](Situation& now) { now.wage = 41; });
  small.change(small.add_worker(own, Labour::SelfEmployed), [](Situation& now) { now.wage = 200; });
  small.run(finance::pay);
  const Cents wages = (300000 + 41000) * 10, earnings = 200000 * 10;
  EXPECT_EQ(paid(small, Purpose::Wages, Actor::Firms, Actor::Residents), wages + earnings);
  EXPECT_EQ(paid(small, Purpose::Premiums, Actor::Firms, Actor::Uwv), wages * 18 / 100) << "on wages only";
  EXPECT_EQ(paid(small, Purpose::Tax, Actor::Residents, Actor::Rijk), (wages + earnings) / 4);
}

TEST(Pay, WagesThatGrowWithExperience) {
  Payroll small;
  small.parameters().wage.experience = .012;
  const FirmIndex firm = small.add_firm(stad, industry);
  small.change(small.add_worker(firm, Labour::Permanent, 10), [](Situation& now) { now.worked = 30; });
  small.run(finance::pay);
  EXPECT_EQ(paid(small, Purpose::Wages, Actor::Firms, Actor::Residents), 330000) << "a tenth of a percent a month, 100";
  small.next_month();
  small.run(finance::pay);
  EXPECT_EQ(paid(small, Purpose::Wages, Actor::Firms, Actor::Residents), 330300);
}

TEST(Pay, WwByTheMonthsSinceTheJob) {
  Payroll small;
  small.world.weight = 2;
  for (const int months : {1, 2, 3})
    small.world.today.on_ww.push_back(small.add_jobless(dorp, Labour::Unemployed, Benefit::Ww, months));
  small.add_jobless(dorp, Labour::Unemployed, Benefit::Ww, 0);  // began this month: paid from the next
  small.world.today.on_ww.push_back(small.add_jobless(dorp, Labour::Unemployed, Benefit::Bijstand, 9));
  small.policy.rules.ww_cap = 2000;
  small.run(finance::pay);
  const Cents ww = 2 * (150000 + 150000 + 140000);
  EXPECT_EQ(paid(small, Purpose::Ww, Actor::Uwv, Actor::Residents), ww);
  EXPECT_EQ(paid(small, Purpose::Tax, Actor::Residents, Actor::Rijk), (ww + 2 * 128000) / 10);
}

TEST(Pay, WwBesideAJobFromTheNewWageLessTheOffset) {
  Payroll small;
  small.world.today.on_ww.push_back(small.change(small.add_worker(small.add_firm(stad, industry)), [](Situation& now) {
    now.benefit = Benefit::WwWork;
    now.wage = 200;
  }));
  small.run(finance::pay);
  EXPECT_EQ(paid(small, Purpose::Ww, Actor::Uwv, Actor::Residents), 42000) << ".7 of 2,000, less .7 of that";
}

TEST(Pay, BijstandByTheMunicipality) {
  Payroll small;
  for (int i = 0; i < 3; ++i) small.add_jobless(dorp, Labour::Inactive, Benefit::Bijstand);
  small.change(small.add_worker(small.add_firm(dorp, industry)),
               [](Situation& now) { now.benefit = Benefit::BijstandWork; });
  small.run(finance::pay);
  const Cents bijstand = 3 * 128000 + 38400;
  EXPECT_EQ(paid(small, Purpose::Bijstand, Actor::Municipality, Actor::Residents), bijstand);
  EXPECT_EQ(small.world.ledger.balance[(Account{Actor::Municipality, 1})], -bijstand);
  EXPECT_EQ(small.government(dorp).bijstand_paid, bijstand);
  EXPECT_EQ(small.government(stad).bijstand_paid, 0);
  small.next_month();
  small.run(finance::pay);
  EXPECT_EQ(small.government(dorp).bijstand_paid, 2 * bijstand);
}

TEST(Pay, BeyondTheBorderByTheRestOfTheCountry) {
  SmallWorld small;
  small.add_jobless(beyond, Labour::Unemployed, Benefit::Bijstand);
  small.government(beyond).buig = 1200;
  for (MunicipalityFacts& facts : small.model.country.municipalities) facts.guidance_budget = 1200;
  small.run(finance::pay);
  EXPECT_EQ(paid(small, Purpose::Bijstand, Actor::RestOfCountry, Actor::Residents), 128000);
  EXPECT_EQ(small.government(beyond).bijstand_paid, 0);
  EXPECT_FALSE(small.world.ledger.balance.contains(Account{Actor::Municipality, 3}));
}

TEST(Pay, DisabilityAndAow) {
  Payroll small;
  small.add_jobless(stad, Labour::Disabled, Benefit::Disability);
  for (int i = 0; i < 2; ++i) small.add_jobless(stad, Labour::Retired, Benefit::Aow, 0, 70);
  small.run(finance::pay);
  EXPECT_EQ(paid(small, Purpose::Disability, Actor::Uwv, Actor::Residents), 160000);
  EXPECT_EQ(paid(small, Purpose::Aow, Actor::Rijk, Actor::Residents), 290000);
  EXPECT_EQ(paid(small, Purpose::Tax, Actor::Residents, Actor::Rijk), 45000);
}

TEST(Pay, HelpInACrisisPerHelpedWorker) {
  Payroll small;
  small.world.weight = 10;
  const FirmIndex plant = small.add_firm(stad, industry, FirmState::Notice), other = small.add_firm(stad, industry);
  small.model.tracked = {plant};
  const auto marked = [](Situation& now) { now.cohort = 1; };
  small.change(small.add_worker(plant), marked);
  small.change(small.add_jobless(haven, Labour::Unemployed), marked);
  small.change(small.add_worker(other), marked);  // found another job: helped no more
  small.add_worker(plant);                        // hired after the announcement
  small.run(finance::pay);
  EXPECT_EQ(paid(small, Purpose::CrisisHelp, Actor::Rijk, Actor::Providers), 0);
  small.world.crisis_help = .5;
  small.next_month();
  small.run(finance::pay);
  EXPECT_EQ(paid(small, Purpose::CrisisHelp, Actor::Rijk, Actor::Providers), 2 * 10 * 15000);
}

TEST(Pay, InstalmentsThatAddUpToTheYear) {
  SmallWorld small;
  const Cents buig = 1000007, guidance = 770003, figure = 999999;
  for (MunicipalityFacts& facts : small.model.country.municipalities) facts.guidance_budget = 0;
  small.model.country.municipalities[haven].guidance_budget = figure;
  small.government(haven).buig = buig;
  small.world.municipalities.services[haven].budget[number(Task::Guidance)] = guidance;
  std::map<Purpose, Cents> year;
  small.world.month = Month::of(2025, 12);
  for (int month = 0; month < 12; ++month) {
    small.next_month();
    small.run(finance::pay);
    year[Purpose::Buig] += paid(small, Purpose::Buig, Actor::Rijk, Actor::Municipality);
    year[Purpose::MunicipalFund] += paid(small, Purpose::MunicipalFund, Actor::Rijk, Actor::Municipality);
    year[Purpose::Guidance] += paid(small, Purpose::Guidance, Actor::Municipality, Actor::Providers);
  }
  EXPECT_EQ(year[Purpose::Buig], buig);
  EXPECT_EQ(year[Purpose::MunicipalFund], figure) << "what the figures give, whatever is decided";
  EXPECT_EQ(year[Purpose::Guidance], guidance);
  EXPECT_EQ(small.world.ledger.balance[(Account{Actor::Municipality, 2})], buig + figure - guidance);
}

TEST(Pay, EveryCentTwice) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  for (int i = 0; i < 50; ++i) {
    small.add_worker(firm, Labour::Permanent, i);
    small.world.today.on_ww.push_back(small.add_jobless(dorp, Labour::Unemployed, Benefit::Ww, i));
    small.add_jobless(haven, Labour::Inactive, Benefit::Bijstand);
  }
  small.run(finance::pay);
  Cents all = 0;
  for (const auto& [account, cents] : small.world.ledger.balance) all += cents;
  EXPECT_EQ(all, 0);
  for (const Posting& posting : small.world.ledger.postings) EXPECT_GT(posting.cents, 0);
}

}  // namespace
}  // namespace polder
