// Every identity finds the mistake that it is there for.
#include "simulation/identities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "polder/base/error.h"
#include "support/small_world.h"

namespace polder {
namespace {

using namespace testing;
using ::testing::HasSubstr;

/// A world in which nothing happened, with one of everything.
struct Quiet : SmallWorld {
  FirmIndex firm = add_firm(stad, industry);
  ResidentIndex worker = add_worker(firm);
  ResidentIndex on_ww = add_jobless(dorp, Labour::Unemployed, Benefit::Ww, 2);
  VacancyIndex open = add_vacancy(firm, technical, 300);
  Before before = take_stock(world);

  std::string broken_promise() {
    try {
      check_identities(world, inputs(), before);
    } catch (const BrokenInvariant& broken) {
      return broken.what();
    }
    return "";
  }
  std::string broken_recount() {
    try {
      check_recount(world, model.country);
    } catch (const BrokenInvariant& broken) {
      return broken.what();
    }
    return "";
  }
};

TEST(Identities, HoldWhenNothingHappened) {
  Quiet quiet;
  EXPECT_EQ(quiet.broken_promise(), "");
  EXPECT_EQ(quiet.broken_recount(), "");
}

TEST(Identities, FindABirthThatIsNoResident) {
  Quiet quiet;
  ++quiet.world.municipalities.flows[dorp].births;
  EXPECT_THAT(quiet.broken_promise(), HasSubstr("ID1: the population of GM8102"));
}

TEST(Identities, FindAStatusThatDoesNotClose) {
  Quiet quiet;
  auto& labour = quiet.world.municipalities.stocks[dorp].labour;
  --labour[static_cast<std::size_t>(Labour::Unemployed)];
  ++labour[static_cast<std::size_t>(Labour::Marginal)];
  EXPECT_THAT(quiet.broken_promise(), HasSubstr("ID2: labour status in GM8102"));
}

TEST(Identities, FindABenefitThatDoesNotClose) {
  Quiet quiet;
  auto& benefit = quiet.world.municipalities.stocks[stad].benefit;
  --benefit[static_cast<std::size_t>(Benefit::None)];
  ++benefit[static_cast<std::size_t>(Benefit::Bijstand)];
  EXPECT_THAT(quiet.broken_promise(), HasSubstr("ID2 and ID5: benefits in GM8101"));
}

TEST(Identities, FindAJobWithoutAWorker) {
  Quiet quiet;
  ++quiet.world.firms.jobs[quiet.firm];
  EXPECT_THAT(quiet.broken_promise(), HasSubstr("ID3"));
  EXPECT_THAT(quiet.broken_recount(), HasSubstr("ID3"));
}

TEST(Identities, FindAVacancyThatIsNotInTheTable) {
  Quiet quiet;
  ++quiet.world.firms.vacancies[quiet.firm];
  EXPECT_THAT(quiet.broken_promise(), HasSubstr("ID4: vacancies by establishment"));
  EXPECT_THAT(quiet.broken_recount(), HasSubstr("ID4"));
}

TEST(Identities, FindAVacancyThatNobodyOpened) {
  Quiet quiet;
  quiet.add_vacancy(quiet.firm, nursing, 300);
  EXPECT_THAT(quiet.broken_promise(), HasSubstr("ID4: vacancies close"));
  ++quiet.world.municipalities.vacancies[stad].opened;
  EXPECT_EQ(quiet.broken_promise(), "");
}

TEST(Identities, FindAFilledVacancyWithoutAHire) {
  Quiet quiet;
  ++quiet.world.municipalities.vacancies[stad].opened;
  ++quiet.world.municipalities.vacancies[stad].filled;
  EXPECT_THAT(quiet.broken_promise(), HasSubstr("ID4: every vacancy filled"));
}

TEST(Identities, FindMoneyFromNowhere) {
  Quiet quiet;
  quiet.world.ledger.balance[(Account{Actor::Uwv, 0})] += 1;
  EXPECT_THAT(quiet.broken_promise(), HasSubstr("ID6: what all accounts own"));
}

TEST(Identities, FindAPostingOfNothing) {
  Quiet quiet;
  quiet.world.ledger.postings.push_back({{Actor::Uwv, 0}, {Actor::Rijk, 0}, Purpose::Tax, 0});
  EXPECT_THAT(quiet.broken_promise(), HasSubstr("ID6: a posting"));
}

TEST(Identities, FindMoreWwThanTheRules) {
  Quiet quiet;
  transfer(quiet.world.ledger, {Actor::Uwv, 0}, {Actor::Residents, 1}, 600000, Purpose::Ww);
  EXPECT_EQ(quiet.broken_promise(), "") << "one recipient at the cap";
  transfer(quiet.world.ledger, {Actor::Uwv, 0}, {Actor::Residents, 1}, 1, Purpose::Ww);
  EXPECT_THAT(quiet.broken_promise(), HasSubstr("ID7"));
}

TEST(Recount, FindsAResidentWhoChangedUnseen) {
  Quiet quiet;
  quiet.world.residents.now[quiet.on_ww].since = quiet.world.month - 5;
  EXPECT_THAT(quiet.broken_recount(), HasSubstr("ID1"));
}

TEST(Identities, FindABuigThatIsNotTheMacroBudget) {
  Quiet quiet;
  quiet.world.macro_budget = 1000;
  quiet.government(stad).buig = 600;
  quiet.government(dorp).buig = 399;
  EXPECT_THAT(quiet.broken_promise(), HasSubstr("ID8"));
  ++quiet.government(dorp).buig;
  EXPECT_EQ(quiet.broken_promise(), "");
}

TEST(Identities, FindMoneyThatStaysInAnArrangementAndAStrangerWhoPays) {
  Quiet quiet;
  quiet.world.bodies.resize(1);
  quiet.world.municipalities.provision[dorp][0] = {index_of<BodyIndex>(0), never, never, Level::Joint, Author::Figures};
  const Account arrangement{Actor::Arrangement, 0};
  transfer(quiet.world.ledger, {Actor::Municipality, 1}, arrangement, 500, Purpose::Contribution);
  EXPECT_THAT(quiet.broken_promise(), HasSubstr("ID9: the income"));
  transfer(quiet.world.ledger, arrangement, {Actor::Providers, 1}, 500, Purpose::Guidance);
  EXPECT_EQ(quiet.broken_promise(), "");
  transfer(quiet.world.ledger, {Actor::Municipality, 0}, arrangement, 1, Purpose::Contribution);
  EXPECT_THAT(quiet.broken_promise(), HasSubstr("ID9: only members"));
}

}  // namespace
}  // namespace polder
