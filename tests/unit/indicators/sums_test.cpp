// Sums of a month by municipality, the mismatch index, and adding up.
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "indicators/observe.h"
#include "support/small_world.h"

namespace polder {
namespace {

using namespace testing;

TEST(MismatchIndex, IsNothingWhenVacanciesAreWhereTheUnemployedAre) {
  EXPECT_NEAR(mismatch_index(std::vector<double>{3, 6, 0}, std::vector<double>{10, 20, 0}), 0, 1e-12);
}

TEST(MismatchIndex, IsOneWhenTheyNeverMeet) {
  EXPECT_NEAR(mismatch_index(std::vector<double>{3, 0}, std::vector<double>{0, 9}), 1, 1e-12);
}

TEST(MismatchIndex, FollowsTheFormula) {
  const double together = std::sqrt(.25 * .5) + std::sqrt(.75 * .5);
  EXPECT_NEAR(mismatch_index(std::vector<double>{1, 3}, std::vector<double>{7, 7}), 1 - together, 1e-12);
}

TEST(MismatchIndex, IsNotDefinedWithoutVacanciesOrUnemployed) {
  EXPECT_TRUE(std::isnan(mismatch_index(std::vector<double>{0, 0}, std::vector<double>{1, 2})));
  EXPECT_TRUE(std::isnan(mismatch_index(std::vector<double>{1, 0}, std::vector<double>{0, 0})));
}

TEST(MunicipalSums, CountEstablishmentsWhereTheyAre) {
  SmallWorld small;
  const FirmIndex open = small.add_firm(stad, industry), own = small.add_firm(stad, industry, FirmState::OwnAccount);
  const FirmIndex notice = small.add_firm(stad, industry, FirmState::Notice), other = small.add_firm(haven, industry);
  for (int i = 0; i < 3; ++i) small.add_worker(open);
  small.add_worker(own, Labour::SelfEmployed);
  small.add_worker(notice);
  Situation commuter = small.now(small.add_worker(other));
  small.add_resident(dorp, commuter);
  small.world.firms.target[open] = 5;
  small.world.firms.target[own] = 0;  // more jobs than wanted
  small.world.firms.target[notice] = 60;
  small.add_vacancy(open, technical, 300, 3);
  small.add_vacancy(open, nursing, 300, 4);
  const auto sums = municipal_sums(small.world, small.inputs());
  EXPECT_EQ(sums[stad].jobs, 5);
  EXPECT_EQ(sums[haven].jobs, 2);
  EXPECT_EQ(sums[dorp].jobs, 0);
  EXPECT_EQ(sums[stad].vacancies, 2);
  EXPECT_EQ(sums[stad].vacancies_over_3_months, 1);
  EXPECT_EQ(sums[stad].vacancies_in[number(nursing)], 1);
  EXPECT_EQ(sums[stad].target, 5) << "an establishment on notice wants nobody";
  EXPECT_EQ(sums[stad].unfilled, 2) << "too many in one do not fill another";
}

TEST(MunicipalSums, SetApartWhatTheScenarioMakesGrowInTheRegion) {
  SmallWorld small;
  const FirmIndex grows = small.add_firm(stad, industry), other = small.add_firm(stad, care_sector),
                  elsewhere = small.add_firm(haven, industry);
  for (const FirmIndex firm : {grows, other, elsewhere}) {
    small.world.firms.target[firm] = 3;
    small.add_worker(firm);
    small.add_vacancy(firm, technical, 300, 4);
  }
  EXPECT_EQ(municipal_sums(small.world, small.inputs())[stad].growing.vacancies, 0);
  small.demand.trend = {.1, -.1, 0, .1};  // region x sector
  const auto sums = municipal_sums(small.world, small.inputs());
  EXPECT_EQ(sums[stad].growing.vacancies, 1);
  EXPECT_EQ(sums[stad].growing.vacancies_over_3_months, 1);
  EXPECT_EQ(sums[stad].growing.unfilled, 2);
  EXPECT_EQ(sums[stad].growing.target, 3);
  EXPECT_EQ(sums[haven].growing.vacancies, 0);
}

TEST(MunicipalSums, TakeMoneyWhereItConcernsResidentsOrTheMunicipality) {
  SmallWorld small;
  Ledger& ledger = small.world.ledger;
  transfer(ledger, {Actor::Municipality, 1}, {Actor::Residents, 1}, 500, Purpose::Bijstand);
  transfer(ledger, {Actor::Rijk, 0}, {Actor::Municipality, 1}, 900, Purpose::Buig);
  transfer(ledger, {Actor::Uwv, 0}, {Actor::Residents, 2}, 70, Purpose::Ww);
  transfer(ledger, {Actor::Residents, 1}, {Actor::Rijk, 0}, 30, Purpose::Tax);
  transfer(ledger, {Actor::Firms, 0}, {Actor::Uwv, 0}, 11, Purpose::Premiums);
  const auto sums = municipal_sums(small.world, small.inputs());
  EXPECT_EQ(sums[dorp].paid[static_cast<std::size_t>(Actor::Municipality)], 500);
  EXPECT_EQ(sums[dorp].paid[static_cast<std::size_t>(Actor::Rijk)], 900);
  EXPECT_EQ(sums[dorp].paid[static_cast<std::size_t>(Actor::Residents)], 30);
  EXPECT_EQ(sums[dorp].bijstand_paid, 500);
  EXPECT_EQ(sums[dorp].buig, 900);
  EXPECT_EQ(sums[haven].paid[static_cast<std::size_t>(Actor::Uwv)], 70);
  for (const Sums& here : sums) EXPECT_EQ(here.paid[static_cast<std::size_t>(Actor::Firms)], 0);
}

/// Sums whose every number is `one`.
Sums all_equal(std::int32_t one) {
  Sums sums;
  const auto fill = [&](auto& array) { array.fill(one); };
  fill(sums.stocks.labour), fill(sums.stocks.benefit), fill(sums.stocks.employed_in), fill(sums.stocks.unemployed_in);
  fill(sums.stocks.searching), fill(sums.stocks.bijstand_at), fill(sums.stocks.jobless_at);
  fill(sums.stocks.wages), fill(sums.stocks.wage_months);
  sums.stocks.abroad = one;
  for (auto& row : sums.flows.labour) fill(row);
  for (auto& row : sums.flows.benefit) fill(row);
  Flows& flows = sums.flows;
  for (auto* rows :
       {&flows.births, &flows.deaths, &flows.arrivals, &flows.departures, &flows.moved_in, &flows.moved_out,
        &flows.hires, &flows.job_to_job, &flows.far_hires, &flows.separations, &flows.places_taken,
        &flows.places_completed, &flows.places_failed, &flows.places_left, &flows.attracted})
    *rows = one;
  sums.vacancy_flows = {one, one, one, one};
  sums.jobs = sums.vacancies = sums.vacancies_over_3_months = one;
  sums.unfilled = sums.target = one;
  sums.growing = {one, one, static_cast<double>(one), static_cast<double>(one)};
  fill(sums.vacancies_in), fill(sums.paid);
  sums.followed = {one, one, one, one, one, one, one, one};
  sums.buig = sums.bijstand_paid = one;
  return sums;
}

TEST(Add, LeavesNothingOut) {
  Sums sum = all_equal(1);
  add(sum, all_equal(2));
  const Sums three = all_equal(3);
  EXPECT_EQ(sum.stocks, three.stocks);
  EXPECT_EQ(sum.flows, three.flows);
  EXPECT_EQ(sum.vacancy_flows, three.vacancy_flows);
  EXPECT_EQ(sum.vacancies_in, three.vacancies_in);
  EXPECT_EQ(sum.paid, three.paid);
  EXPECT_EQ(std::tuple(sum.jobs, sum.vacancies, sum.vacancies_over_3_months, sum.buig, sum.bijstand_paid),
            std::tuple(three.jobs, three.vacancies, three.vacancies_over_3_months, three.buig, three.bijstand_paid));
  EXPECT_EQ(std::tuple(sum.unfilled, sum.target), std::tuple(three.unfilled, three.target));
  EXPECT_EQ(
      std::tuple(sum.growing.vacancies, sum.growing.vacancies_over_3_months, sum.growing.unfilled, sum.growing.target),
      std::tuple(3, 3, 3.0, 3.0));
  const Followed& f = sum.followed;
  EXPECT_EQ(f.leavers + f.durable_leavers + f.ww_starters + f.ww_back + f.trainees + f.trainees_at_work + f.workers +
                f.workers_moved,
            24);
}

}  // namespace
}  // namespace polder
