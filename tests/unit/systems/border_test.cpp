// Work across the national border: vacancies there, who gets them, what the levers do, and who pays.
#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"
#include "systems/finance/finance.h"
#include "systems/firms/firms.h"
#include "systems/jobs/jobs.h"
#include "systems/labour/applications.h"
#include "systems/labour/labour.h"
#include "systems/labour/vacancy_cells.h"

namespace polder {
namespace {

using namespace testing;

/// The small world with its last municipality beyond the national border.
struct BorderWorld : SmallWorld {
  FirmIndex abroad;
  BorderWorld() {
    model.country.first_abroad = number(beyond);
    model.country.municipalities[beyond].wage_factor = .9;
    parameters().border.filled = .4;
    parameters().border.unrecognised = .5;
    abroad = add_firm(beyond, industry, FirmState::Abroad);
  }
};

TEST(BorderVacancies, AreAsManyEveryMonthWhoeverFillsThem) {
  BorderWorld small;
  small.world.firms.target[small.abroad] = 400;
  std::int64_t opened = 0, withdrawn = 0;
  for (int month = 0; month < 20; ++month, small.next_month()) {
    small.world.firms.leavers[small.abroad] = 30;
    small.run(firms::post_vacancies);
    EXPECT_EQ(small.world.firms.vacancies[small.abroad], 400u);
    EXPECT_EQ(small.world.vacancies.size(), 400u);
    EXPECT_EQ(small.world.firms.leavers[small.abroad], 0u);
    const VacancyFlows& flows = small.world.municipalities.vacancies[beyond];
    opened += flows.opened;
    withdrawn += flows.withdrawn;
  }
  EXPECT_EQ(opened - withdrawn, 400);
  EXPECT_NEAR(static_cast<double>(withdrawn) / (19 * 400), .4, 4 * std::sqrt(.24 / (19 * 400)));
}

TEST(BorderVacancies, PayByTheFactorOfThePlace) {
  BorderWorld small;
  small.world.firms.target[small.abroad] = 50;
  small.run(firms::post_vacancies);
  for (const VacancyIndex v : rows_of(small.world.vacancies.firm))
    EXPECT_EQ(small.world.vacancies.wage[v], small.world.vacancies.occupation[v] == technical ? 225 : 270);
}

TEST(BorderVacancies, TakeNoPartInTargetsAndDismissals) {
  BorderWorld small;
  small.world.firms.target[small.abroad] = 7;
  small.add_worker(small.abroad);
  small.run(firms::set_targets);
  EXPECT_EQ(small.world.firms.target[small.abroad], 7);
  EXPECT_EQ(small.world.firms.dismissal[small.abroad], 0u);
  small.run(firms::close_and_open);
  EXPECT_EQ(small.world.firms.state[small.abroad], FirmState::Abroad);
}

TEST(BorderInformation, MultipliesTheWeightOfPlacesAbroadOnly) {
  BorderWorld small;
  const FirmIndex here = small.add_firm(stad, industry);
  small.add_vacancy(here, technical, 300);
  small.add_vacancy(small.abroad, technical, 300);
  const auto chance = [&](double factor, MunicipalityIndex home) {
    return labour::VacancyCells(small.world, small.model.country, Column<MunicipalityIndex, double>(4, factor))
        .chance(home, 0, beyond, technical);
  };
  EXPECT_NEAR(chance(1, stad), 20000. / (20000 + 65535), 1e-12);
  EXPECT_NEAR(chance(2, stad), 40000. / (40000 + 65535), 1e-12);
  EXPECT_NEAR(chance(1.5, dorp), 30000. / (30000 + 20000), 1e-12);
  EXPECT_EQ(labour::VacancyCells(small.world, small.model.country).chance(stad, 0, beyond, technical), chance(1, stad));
}

/// Share of applications for an occupation that do not fail on the diploma.
double recognised_share(BorderWorld& small, OccupationIndex occupation, double job_zone, double lever) {
  small.model.country.occupations[occupation].job_zone = job_zone;
  small.policy.mandates.border_recognition = lever;
  int passed = 0;
  for (std::uint32_t i = 0; i < 4000; ++i)
    passed += labour::recognised(small.inputs(), small.random, small.world.month, index_of<ResidentIndex>(i), i % 3,
                                 occupation)
                  ? 1
                  : 0;
  return passed / 4000.;
}

TEST(Recognition, FailsWhereADiplomaIsAskedAndIsRepairedByTheLever) {
  BorderWorld small;
  const double error = 4 * std::sqrt(.25 / 4000);
  EXPECT_NEAR(recognised_share(small, nursing, 4, 0), .5, error);
  EXPECT_NEAR(recognised_share(small, nursing, 3, 0), .75, error);
  EXPECT_EQ(recognised_share(small, nursing, 2, 0), 1) << "nothing is asked";
  EXPECT_NEAR(recognised_share(small, nursing, 5, .5), .75, error);
  EXPECT_EQ(recognised_share(small, nursing, 5, 1), 1);
}

TEST(WorkAbroad, IsFoundLeftAndCountedAlike) {
  BorderWorld small;
  small.parameters().search.most_per_month = 1000;
  small.parameters().search.suitable = 1;
  small.parameters().search.most = 8;
  small.model.country.occupations[technical].job_zone = 2;
  for (int i = 0; i < 30; ++i) {
    small.add_vacancy(small.abroad, technical, 300);
    small.happens(LifeEvent::LooksForWork, small.add_jobless(stad, Labour::Unemployed, Benefit::None, 2));
  }
  small.run(labour::match_vacancies);
  const std::uint32_t hired = small.world.firms.jobs[small.abroad];
  EXPECT_GT(hired, 10u);
  EXPECT_EQ(small.world.municipalities.stocks[stad].abroad, hired);
  EXPECT_TRUE(small.tallies_are_right());
  small.next_month();
  for (std::size_t p = 0; p < 30; ++p)
    if (works(small.now(index_of<ResidentIndex>(p)).labour))
      small.happens(LifeEvent::LosesJob, index_of<ResidentIndex>(p));
  small.run(labour::end_jobs);
  EXPECT_EQ(small.world.municipalities.stocks[stad].abroad, 0);
  EXPECT_EQ(small.world.municipalities.stocks[stad].wages[2], 0);
  EXPECT_TRUE(small.tallies_are_right());
}

TEST(WorkAbroad, IsPaidFromAbroadWithoutPremiumsAndTaxedHere) {
  BorderWorld small;
  for (MunicipalityFacts& facts : small.model.country.municipalities) facts.guidance_budget = 0;
  small.parameters().wage.experience = 0;
  const FirmIndex home = small.add_firm(stad, industry);
  Situation now = small.now(small.add_worker(home));
  now.employer = small.abroad;
  now.wage = 200;
  small.add_resident(stad, now);
  small.run(finance::pay);
  Cents wages_here = 0, wages_abroad = 0, premiums = 0, tax = 0;
  for (const Posting& posting : small.world.ledger.postings) {
    if (posting.purpose == Purpose::Wages)
      (posting.payer.actor == Actor::RestOfCountry ? wages_abroad : wages_here) += posting.cents;
    if (posting.purpose == Purpose::Premiums) premiums += posting.cents;
    if (posting.purpose == Purpose::Tax) tax += posting.cents;
  }
  EXPECT_EQ(wages_here, 300000);
  EXPECT_EQ(wages_abroad, 200000);
  EXPECT_EQ(premiums, 300000 * 18 / 100);
  EXPECT_EQ(tax, 500000 / 4);
}

}  // namespace
}  // namespace polder
