// What holds of the synthetic population at every sample.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <tuple>

#include "unit/world/built.h"
#include "world/situation.h"

namespace polder {
namespace {

class AtSample : public testing::TestWithParam<std::uint32_t> {
 protected:
  Built built = build(tiny_study(GetParam()));
};
INSTANTIATE_TEST_SUITE_P(Weights, AtSample, testing::Values(1u, 10u, 100u));

TEST_P(AtSample, HasTheTotalsOfTheTables) {
  const World& world = built.world;
  EXPECT_EQ(count_residents(world, [](auto&, auto&) { return true; }),
            expected_rows(built, &MunicipalityFacts::population));
  EXPECT_EQ(count_residents(world, [](auto&, const Situation& s) { return works(s.labour); }),
            expected_rows(built, &MunicipalityFacts::employed));
  EXPECT_EQ(count_residents(world, [](auto&, const Situation& s) { return s.labour == Labour::Unemployed; }),
            expected_rows(built, &MunicipalityFacts::unemployed));
  EXPECT_EQ(count_residents(world, [](auto&, const Situation& s) { return receives_ww(s.benefit); }),
            expected_rows(built, &MunicipalityFacts::ww));
  EXPECT_EQ(count_residents(world, [](auto&, const Situation& s) { return receives_bijstand(s.benefit); }),
            expected_rows(built, &MunicipalityFacts::bijstand));
}

TEST_P(AtSample, HasTheFiguresOfEachMunicipalityToOneRow) {
  for (const MunicipalityIndex m : rows_of(built.country.municipalities)) {
    const MunicipalityFacts& facts = built.country.municipalities[m];
    const Stocks& stocks = built.world.municipalities.stocks[m];
    const auto at = [&](Labour l) { return stocks.labour[static_cast<std::size_t>(l)]; };
    const auto on = [&](Benefit b) { return stocks.benefit[static_cast<std::size_t>(b)]; };
    const double weight = GetParam();
    const int residents = std::accumulate(stocks.labour.begin(), stocks.labour.end(), 0);
    EXPECT_NEAR(residents, facts.population / weight, 1);
    EXPECT_NEAR(at(Labour::StudentJob) + at(Labour::Permanent) + at(Labour::Flexible) + at(Labour::SelfEmployed),
                facts.employed / weight, 1);
    EXPECT_NEAR(at(Labour::Unemployed), facts.unemployed / weight, 1);
    EXPECT_NEAR(on(Benefit::Ww) + on(Benefit::WwWork), facts.ww / weight, 1);
    EXPECT_NEAR(on(Benefit::Bijstand) + on(Benefit::BijstandWork), facts.bijstand / weight, 1);
  }
}

TEST_P(AtSample, GivesEverybodyWhoWorksAnEstablishmentThatCountsThem) {
  const World& world = built.world;
  std::vector<std::uint32_t> workers(world.firms.size(), 0);
  for (const ResidentIndex p : rows_of(world.residents.now)) {
    const Situation& now = world.residents.now[p];
    if (now.labour == Labour::Absent) continue;
    ASSERT_EQ(works(now.labour), now.employer != none<FirmIndex>);
    if (!works(now.labour)) continue;
    ++workers[number(now.employer)];
    ASSERT_EQ(now.sector(), world.firms.sector[now.employer]);
    ASSERT_EQ(now.labour == Labour::SelfEmployed, world.firms.state[now.employer] == FirmState::OwnAccount);
  }
  for (const FirmIndex f : rows_of(world.firms.jobs)) {
    ASSERT_EQ(workers[number(f)], world.firms.jobs[f]);
    ASSERT_EQ(world.firms.state[f] == FirmState::Absent, world.firms.jobs[f] == 0);
    ASSERT_EQ(world.firms.start_size[f], world.firms.jobs[f] + world.firms.vacancies[f]);
    ASSERT_EQ(world.firms.target[f], world.firms.start_size[f]);
  }
}

TEST_P(AtSample, AddsJobsUpOverSectorsAndMunicipalities) {
  const World& world = built.world;
  std::array<double, 3> rows{}, table{};
  double employed = 0, jobs = 0;
  for (const Situation& now : world.residents.now)
    if (works(now.labour)) ++rows[now.last_sector], ++employed;
  for (const MunicipalityFacts& facts : built.country.municipalities)
    for (std::size_t s = 0; s < 3; ++s) table[s] += facts.jobs[s];
  jobs = table[0] + table[1] + table[2];
  for (std::size_t s = 0; s < 3; ++s) EXPECT_NEAR(rows[s], table[s] / jobs * employed, 1);
}

TEST_P(AtSample, KeepsTheCommutersOfTheFittedTable) {
  const World& world = built.world;
  std::array<double, 16> rows{};
  for (const ResidentIndex p : rows_of(world.residents.now)) {
    const Situation& now = world.residents.now[p];
    if (!works(now.labour)) continue;
    ++rows[world.residents.profile[p].home * 4u + number(world.firms.municipality[now.employer])];
  }
  // Each cell is rounded up or down, and may carry what an earlier row of its column was owed.
  for (std::size_t i = 0; i < 16; ++i) EXPECT_NEAR(rows[i], built.country.commuters[i] / GetParam(), 2) << i;
}

TEST_P(AtSample, HasTheSelfEmployedOfEachSector) {
  std::array<double, 3> rows{}, table{};
  for (const Situation& now : built.world.residents.now)
    if (now.labour == Labour::SelfEmployed) ++rows[now.last_sector];
  for (const MunicipalityFacts& facts : built.country.municipalities)
    for (std::size_t s = 0; s < 3; ++s)
      table[s] += facts.jobs[s] * built.country.sectors[index_of<SectorIndex>(s)].self_employed_share;
  for (std::size_t s = 0; s < 3; ++s) EXPECT_NEAR(rows[s], table[s] / GetParam(), 1.5);
}

TEST_P(AtSample, CountsStocksAndVacanciesAsTheyAre) {
  const World& world = built.world;
  EXPECT_EQ(world.municipalities.stocks, recount(world));
  std::vector<std::uint32_t> open(world.firms.size(), 0);
  for (const VacancyIndex v : rows_of(world.vacancies.firm)) {
    ++open[number(world.vacancies.firm[v])];
    EXPECT_LT(world.vacancies.opened[v], world.month);
    EXPECT_GE(world.month - world.vacancies.opened[v], 1);
    EXPECT_LE(world.month - world.vacancies.opened[v], 3);
    EXPECT_GT(world.vacancies.wage[v], 0);
    if (number(v) == 0) continue;
    const VacancyIndex before = index_of<VacancyIndex>(number(v) - 1);
    const auto key = [&](VacancyIndex i) {
      return std::tuple(world.vacancies.firm[i], world.vacancies.opened[i], world.vacancies.number[i]);
    };
    EXPECT_LT(key(before), key(v));
  }
  for (const FirmIndex f : rows_of(world.firms.jobs)) ASSERT_EQ(open[number(f)], world.firms.vacancies[f]);
  double expected = 0;
  for (const SectorIndex s : rows_of(built.country.sectors))
    for (const FirmIndex f : rows_of(world.firms.jobs))
      if (world.firms.sector[f] == s) expected += world.firms.jobs[f] * built.country.sectors[s].vacancy_rate / .38;
  EXPECT_NEAR(static_cast<double>(world.vacancies.size()), expected, 2);
}

TEST_P(AtSample, LaysRowsOutByBirthWithSpareOnesBehind) {
  const World& world = built.world;
  std::size_t row = 0;
  for (const MunicipalityIndex m : rows_of(built.country.municipalities)) {
    const Municipalities& table = world.municipalities;
    std::uint32_t before = 0;
    for (; row < table.next_birth[m]; ++row) {
      const auto p = index_of<ResidentIndex>(row);
      ASSERT_NE(world.residents.now[p].labour, Labour::Absent);
      ASSERT_EQ(world.residents.profile[p].municipality(), m);
      ASSERT_LE(before, world.residents.profile[p].birth);
      before = world.residents.profile[p].birth;
    }
    EXPECT_LT(table.next_birth[m], table.last_birth[m]);
    EXPECT_EQ(table.last_birth[m], table.next_arrival[m]);
    const double births = built.country.municipalities[m].population / GetParam() * .0093 * 20;
    EXPECT_GE(table.last_birth[m] - table.next_birth[m], births * 1.15);
    for (; row < table.last_arrival[m]; ++row) {
      ASSERT_EQ(world.residents.now[index_of<ResidentIndex>(row)], Situation{});
      ASSERT_EQ(world.residents.profile[index_of<ResidentIndex>(row)], Profile{});
    }
    for (std::uint32_t f = table.next_firm[m]; f < table.last_firm[m]; ++f)
      ASSERT_EQ(world.firms.state[index_of<FirmIndex>(f)], FirmState::Absent);
  }
  EXPECT_EQ(row, world.residents.size());
}

TEST_P(AtSample, AgreesWithAgeInEveryStatus) {
  const Parameters parameters = tiny_parameters();
  for (const ResidentIndex p : rows_of(built.world.residents.now)) {
    const Situation& now = built.world.residents.now[p];
    const Profile& profile = built.world.residents.profile[p];
    if (now.labour == Labour::Absent) continue;
    const int age = built.world.age_months(profile);
    ASSERT_GE(age, 0);
    ASSERT_EQ(now.labour == Labour::Child, age < 180);
    ASSERT_EQ(now.labour == Labour::Retired, age >= 12 * 67);
    ASSERT_EQ(now.benefit == Benefit::Aow, now.labour == Labour::Retired);
    ASSERT_EQ(now.benefit == Benefit::Disability, now.labour == Labour::Disabled);
    const double left_school = profile.education == 0   ? parameters.demo.school_age_low
                               : profile.education == 1 ? parameters.demo.school_age_medium
                                                        : parameters.demo.school_age_high;
    const bool pupil = age >= 180 && age < 12 * left_school;
    if (now.labour == Labour::Student || now.labour == Labour::StudentJob) {
      ASSERT_TRUE(pupil);
    }
    if (now.labour == Labour::Permanent || now.labour == Labour::Inactive) {
      ASSERT_FALSE(pupil);
    }
    if (now.benefit == Benefit::Ww || now.benefit == Benefit::Bijstand) {
      ASSERT_FALSE(works(now.labour));
    }
    if (now.benefit == Benefit::WwWork || now.benefit == Benefit::BijstandWork) {
      ASSERT_TRUE(is_employee(now.labour));
    }
    if (now.labour == Labour::Flexible) {
      ASSERT_LT(built.world.month - now.since, 36);
    }
    if (works(now.labour)) {
      ASSERT_GE(age - (built.world.month - now.since), 180) << "a job before 15";
    }
  }
}

TEST_P(AtSample, DatesWwInsideItsRight) {
  for (const Situation& now : built.world.residents.now) {
    if (!receives_ww(now.benefit)) {
      ASSERT_EQ(now.benefit_until, never);
      continue;
    }
    ASSERT_GE(now.benefit_until, built.world.month);
    ASSERT_LT(now.last_job_ended, built.world.month);
    const int right = now.benefit_until - now.last_job_ended;
    ASSERT_GE(right, 3);
    ASSERT_LE(right, 24);
    const double years = now.worked / 4.0;
    ASSERT_NEAR(right, std::clamp(std::min(years, 10.0) + std::max(0.0, years - 10) / 2, 3.0, 24.0), 1.01);
    ASSERT_GT(now.wage, 0);
  }
}

}  // namespace
}  // namespace polder
