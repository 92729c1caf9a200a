// Vacancies are withdrawn and opened: how many, of what kind, for which wage.
#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"
#include "systems/firms/firms.h"

namespace polder {
namespace {

using namespace testing;

/// Vacancies opened by an establishment with these jobs, target and leavers.
std::uint32_t opened(SmallWorld& small, FirmIndex firm, std::uint32_t jobs, double target, std::uint32_t leavers) {
  small.world.vacancies = Vacancies{};
  small.world.firms.vacancies[firm] = 0;
  small.world.firms.jobs[firm] = jobs;
  small.world.firms.target[firm] = target;
  small.world.firms.leavers[firm] = leavers;
  small.next_month();
  small.run(firms::post_vacancies);
  EXPECT_EQ(small.world.firms.leavers[firm], 0u);
  EXPECT_EQ(small.world.vacancies.size(), small.world.firms.vacancies[firm]);
  EXPECT_EQ(small.world.municipalities.vacancies[stad].opened, std::int64_t{small.world.firms.vacancies[firm]});
  return small.world.firms.vacancies[firm];
}

TEST(PostVacancies, ReplaceLeaversAsFarAsTheTargetAsksForIt) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(opened(small, firm, 95, 100, 5), 5u);
    EXPECT_EQ(opened(small, firm, 95, 98, 5), 3u);
    EXPECT_EQ(opened(small, firm, 95, 90, 5), 0u);
  }
}

TEST(PostVacancies, RoundWhatIsMissingByChance) {
  SmallWorld small;
  small.parameters().firm.gamma = 0;
  const FirmIndex firm = small.add_firm(stad, industry);
  double sum = 0;
  constexpr int months = 2000;
  for (int i = 0; i < months; ++i) {
    const std::uint32_t now = opened(small, firm, 95, 97.3, 5);
    ASSERT_TRUE(now == 2 || now == 3);
    sum += now;
    small.world.month = Month{static_cast<std::uint16_t>(1500 + i)};
  }
  EXPECT_NEAR(sum / months, 2.3, 4 * std::sqrt(.21 / months));
}

TEST(PostVacancies, GrowAtTheRateOfAdjustment) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  double sum = 0, squares = 0;
  constexpr int months = 2000;
  for (int i = 0; i < months; ++i) {
    const double grown = opened(small, firm, 50, 100, 4) - 4.0;  // of the 50 missing, 4 are leavers
    sum += grown;
    squares += grown * grown;
    small.world.month = Month{static_cast<std::uint16_t>(1500 + i)};
  }
  const double mean = sum / months, expected = .1062 * 46;
  EXPECT_NEAR(mean, expected, 4 * std::sqrt(expected / months));
  EXPECT_NEAR(squares / months - mean * mean, expected, 4 * expected * std::sqrt(2.2 / months))
      << "as a Poisson number";
}

TEST(PostVacancies, CountOpenVacanciesAsFilled) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  for (int i = 0; i < 10; ++i) small.add_vacancy(firm, technical, 300);
  small.world.firms.jobs[firm] = 95;
  small.world.firms.target[firm] = 100;
  small.world.firms.leavers[firm] = 5;
  small.run(firms::post_vacancies);
  EXPECT_EQ(small.world.firms.vacancies[firm], 10u);
}

TEST(PostVacancies, WithdrawAShareWhichIsReplacedLikeLeavers) {
  SmallWorld small;
  small.parameters().firm.withdraw = .1;
  const FirmIndex firm = small.add_firm(stad, industry);
  constexpr int vacancies = 5000;
  for (int i = 0; i < vacancies; ++i) small.add_vacancy(firm, technical, 300, 2);
  small.world.firms.target[firm] = 4700;
  small.run(firms::post_vacancies);
  const VacancyFlows& flows = small.world.municipalities.vacancies[stad];
  EXPECT_NEAR(static_cast<double>(flows.withdrawn) / vacancies, .1, 4 * std::sqrt(.09 / vacancies));
  EXPECT_EQ(flows.opened, 4700 - (vacancies - flows.withdrawn));
  EXPECT_EQ(small.world.firms.vacancies[firm], 4700u);
}

TEST(PostVacancies, LeaveNoneAtAnEstablishmentOnNotice) {
  SmallWorld small;
  const FirmIndex open = small.add_firm(stad, industry), notice = small.add_firm(stad, industry, FirmState::Notice),
                  closed = small.add_firm(stad, industry, FirmState::Closed);
  for (const FirmIndex firm : {open, notice, closed}) {
    small.add_vacancy(firm, technical, 300);
    small.world.firms.target[firm] = 50;
    small.world.firms.leavers[firm] = 9;
  }
  small.run(firms::post_vacancies);
  EXPECT_GE(small.world.firms.vacancies[open], 10u);
  EXPECT_EQ(small.world.firms.vacancies[notice], 0u);
  EXPECT_EQ(small.world.firms.vacancies[closed], 0u);
  EXPECT_EQ(small.world.municipalities.vacancies[stad].withdrawn, 2);
  for (const FirmIndex firm : small.world.vacancies.firm) EXPECT_EQ(firm, open);
}

TEST(PostVacancies, KeepTheTableInOrderOfEstablishmentMonthAndNumber) {
  SmallWorld small;
  small.parameters().firm.withdraw = .3;
  for (int i = 0; i < 20; ++i) small.add_firm(stad, i % 2 == 0 ? industry : care_sector);
  for (int month = 0; month < 6; ++month, small.next_month()) {
    small.run(firms::post_vacancies);
    const Vacancies& table = small.world.vacancies;
    for (std::size_t row = 1; row < table.size(); ++row) {
      const auto a = index_of<VacancyIndex>(row - 1), b = index_of<VacancyIndex>(row);
      ASSERT_LT(std::tuple(table.firm[a], table.opened[a], table.number[a]),
                std::tuple(table.firm[b], table.opened[b], table.number[b]));
    }
  }
}

TEST(PostVacancies, AskForTheOccupationsOfTheSector) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, care_sector);
  const std::uint32_t all = opened(small, firm, 0, 5000, 5000);
  double nurses = 0;
  for (const OccupationIndex o : small.world.vacancies.occupation) nurses += o == nursing ? 1 : 0;
  EXPECT_EQ(all, 5000u);
  EXPECT_NEAR(nurses / all, .8, 4 * std::sqrt(.16 / all));
}

TEST(PostVacancies, OfferTheWageOfTheOccupationWithSpread) {
  SmallWorld small;
  small.parameters().wage.offer_sd = .35;
  const FirmIndex firm = small.add_firm(stad, care_sector);
  opened(small, firm, 0, 5000, 5000);
  double sum = 0, squares = 0, count = 0;
  for (const VacancyIndex v : rows_of(small.world.vacancies.firm)) {
    if (small.world.vacancies.occupation[v] != nursing) continue;
    const double off = std::log(small.world.vacancies.wage[v] / 300.0);
    sum += off;
    squares += off * off;
    ++count;
  }
  EXPECT_NEAR(sum / count, 0, 4 * .35 / std::sqrt(count));
  EXPECT_NEAR(std::sqrt(squares / count), .35, 4 * .35 / std::sqrt(2 * count));
}

TEST(PostVacancies, OfferMoreWhereTheMarketIsTight) {
  SmallWorld small;
  small.parameters().wage.tightness = .5;
  const FirmIndex firm = small.add_firm(stad, industry), other = small.add_firm(haven, industry);
  for (int i = 0; i < 100; ++i) small.add_vacancy(firm, technical, 1);
  for (int i = 0; i < 19; ++i) small.add_jobless(dorp, Labour::Unemployed);
  small.world.firms.target[firm] = 150;
  small.world.firms.leavers[firm] = 50;
  small.world.firms.target[other] = small.world.firms.leavers[other] = 5;
  small.run(firms::post_vacancies);
  // Statistics see .38 of 100 vacancies for 19 unemployed in the region.
  for (const VacancyIndex v : rows_of(small.world.vacancies.firm)) {
    if (small.world.vacancies.opened[v] < small.world.month) continue;
    const double plain = small.world.vacancies.occupation[v] == technical ? 250 : 300;
    const double level = small.world.vacancies.firm[v] == firm ? std::sqrt(2.0) : 1;
    EXPECT_NEAR(small.world.vacancies.wage[v], plain * level, .51);
  }
}

}  // namespace
}  // namespace polder
