// The synthetic population of single studies: tails, plants, scope, refusals.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>

#include "unit/world/built.h"

namespace polder {
namespace {

TEST(BuildWorld, GivesTheSameBytesEveryTime) {
  const Built a = build(tiny_study(10)), b = build(tiny_study(10));
  EXPECT_EQ(a.world.residents.profile, b.world.residents.profile);
  EXPECT_EQ(a.world.residents.now, b.world.residents.now);
  EXPECT_EQ(a.world.firms.jobs, b.world.firms.jobs);
  EXPECT_EQ(a.world.vacancies.wage, b.world.vacancies.wage);
  Study other = tiny_study(10);
  other.seed = 2;
  EXPECT_NE(build(other).world.residents.now, a.world.residents.now);
}

TEST(BuildWorld, DoesNotDependOnThePeriodWithinTheHorizon) {
  Study longer = tiny_study(10);
  longer.to = Month::of(2040, 12);
  EXPECT_EQ(build(longer).world.residents.now, build(tiny_study(10)).world.residents.now);
}

/// Share of the employees who work in establishments of this size or larger.
double in_large(const World& world, double from) {
  double persons = 0, all = 0;
  for (const FirmIndex f : rows_of(world.firms.jobs)) {
    const double size = world.firms.jobs[f] * double(world.weight);
    if (world.firms.state[f] != FirmState::Open) continue;
    all += size;
    if (size >= from) persons += size;
  }
  return persons / all;
}

TEST(BuildWorld, HasAZipfTailOfEstablishments) {
  const Built built = build(tiny_study(1));
  std::array<double, 6> at_least{};
  const std::array<std::uint32_t, 6> sizes{1, 5, 20, 100, 250, 500};
  for (const FirmIndex f : rows_of(built.world.firms.jobs))
    for (std::size_t i = 0; i < sizes.size() && built.world.firms.state[f] == FirmState::Open; ++i)
      at_least[i] += built.world.firms.jobs[f] >= sizes[i];
  // Shares of the table: .70 from 5 on, .28 from 20 on, .10 from 100 on, .02 from 500 on.
  EXPECT_NEAR(at_least[1] / at_least[0], .70, .03);
  EXPECT_NEAR(at_least[2] / at_least[0], .28, .03);
  // A few more small ones fill what is left of the jobs of a municipality.
  EXPECT_NEAR(at_least[3] / at_least[0], .10, .015);
  EXPECT_NEAR(at_least[5] / at_least[0], .02, .005);
  // Inside a class P(size >= x) falls as 1/x: of 100-499, (1/250 - 1/500) / (1/100 - 1/500) are 250 or larger.
  EXPECT_NEAR((at_least[4] - at_least[5]) / (at_least[3] - at_least[5]), .25, .04);
}

TEST(BuildWorld, KeepsLargeEstablishmentsInASample) {
  const double full = in_large(build(tiny_study(1)).world, 100);
  const double tenth = in_large(build(tiny_study(10)).world, 100);
  EXPECT_NEAR(tenth, full, .02);
}

TEST(BuildWorld, MatchesEducationAndJobZone) {
  const Built built = build(tiny_study(1));
  std::array<double, 3> zone{}, persons{};
  for (const ResidentIndex p : rows_of(built.world.residents.now)) {
    if (!works(built.world.residents.now[p].labour)) continue;
    const Profile& profile = built.world.residents.profile[p];
    zone[profile.education] += built.country.occupations[profile.trade()].job_zone;
    ++persons[profile.education];
  }
  for (std::size_t e = 0; e + 1 < 3; ++e) EXPECT_LT(zone[e] / persons[e] + .1, zone[e + 1] / persons[e + 1]);
}

TEST(BuildWorld, AgreesWithEveryMargin) {
  const Built built = build(tiny_study(1));
  for (const MarginLine& line : compare_margins(built.world, built.country)) {
    EXPECT_LT(line.mean_off, .03) << line.margin << " in " << line.worst << ": " << line.table << " " << line.world;
  }
}

TEST(BuildWorld, BuildsTheToyCountryAtEverySample) {
  data::Problems problems;
  const CountryFiles toy = read_country(POLDER_ROOT "/scenarios/countries/toy", problems);
  ASSERT_FALSE(problems.any());
  for (const std::uint32_t weight : {1u, 10u, 100u}) {
    const Built built = build(tiny_study(weight), toy);
    EXPECT_TRUE(built.problems.empty());
    for (const MarginLine& line : compare_margins(built.world, built.country)) {
      if (line.margin.find("by municipality") == std::string::npos) continue;
      EXPECT_LE(std::abs(line.table - line.world), weight) << line.margin << " in " << line.worst;
    }
  }
}

TEST(CompareMargins, FindsTheMunicipalityThatIsOff) {
  Built built = build(tiny_study(10));
  std::size_t dismissed = 0;
  for (const ResidentIndex p : rows_of(built.world.residents.now)) {
    Situation& now = built.world.residents.now[p];
    if (dismissed == 50 || number(built.world.residents.profile[p].municipality()) != 2 || !works(now.labour)) continue;
    now.labour = Labour::Unemployed;
    ++dismissed;
  }
  for (const MarginLine& line : compare_margins(built.world, built.country)) {
    if (line.margin != "employed by municipality") continue;
    EXPECT_EQ(line.worst, "Haven");
    EXPECT_EQ(line.table, 16000);
    EXPECT_EQ(line.world, 15500);
    EXPECT_NEAR(line.mean_off, 500.0 / 65000, 1e-12);
  }
}

TEST(BuildWorld, LeavesAboutAQuarterOfTheSearchesLongerThanAYear) {
  const Built built = build(tiny_study(1));
  double all = 0, lengthy = 0;
  for (const Situation& now : built.world.residents.now) {
    if (now.labour != Labour::Unemployed) continue;
    ++all;
    lengthy += built.world.month - now.since >= 12;
  }
  EXPECT_GT(lengthy / all, .22);
  EXPECT_LT(lengthy / all, .33);
}

Study with_plant(double jobs, std::uint32_t weight, std::string sector = "C") {
  Study study = tiny_study(weight);
  study.placed.push_back({"Works", "GM9103", std::move(sector), jobs, Origin{"study.yaml", 7, 5, 4, "  jobs: 1500"}});
  return study;
}

TEST(BuildWorld, PlacesAPlantWithExactlyItsJobs) {
  for (const std::uint32_t weight : {1u, 10u, 100u}) {
    const Built built = build(with_plant(1500, weight));
    ASSERT_EQ(built.placed.size(), 1u);
    const FirmIndex plant = built.placed[0];
    ASSERT_NE(plant, none<FirmIndex>);
    EXPECT_EQ(built.world.firms.jobs[plant] * weight, 1500u);
    EXPECT_EQ(number(built.world.firms.municipality[plant]), 2u);
    EXPECT_EQ(built.world.firms.sector[plant], SectorIndex{0});
    // It takes its jobs from the sector there: nothing is added.
    const std::size_t employed =
        count_residents(built.world, [](auto&, const Situation& s) { return works(s.labour); });
    EXPECT_EQ(employed, expected_rows(built, &MunicipalityFacts::employed));
  }
}

TEST(BuildWorld, RefusesAPlantLargerThanItsSector) {
  const Built built = build(with_plant(7000, 10));
  ASSERT_EQ(built.problems.size(), 1u);
  EXPECT_EQ(built.problems[0].code, "E150");
  EXPECT_EQ(built.problems[0].message, "'Works' has 7000 jobs, but sector B-E in Haven has 6016 employees to give");
  EXPECT_EQ(built.problems[0].help, "give it at most 6016 jobs");
  EXPECT_EQ(built.problems[0].line, 7u);
  EXPECT_EQ(built.placed[0], none<FirmIndex>);
}

TEST(BuildWorld, RefusesAPlantOfLessThanThreeRows) {
  const Built built = build(with_plant(250, 100));
  ASSERT_EQ(built.problems.size(), 1u);
  EXPECT_EQ(built.problems[0].code, "E162");
  EXPECT_EQ(built.problems[0].help, "take a sample of 1:83 or finer");
}

TEST(BuildWorld, RefusesAPlantOutsideTheScope) {
  Study study = with_plant(1500, 10);
  study.scope = Scope{"AM91", .5, {}};
  const Built built = build(study);
  ASSERT_EQ(built.problems.size(), 1u);
  EXPECT_EQ(built.problems[0].code, "E151");
}

TEST(BuildWorld, RefusesASampleTooCoarseForARegion) {
  const Built built = build(tiny_study(150));
  ASSERT_EQ(built.problems.size(), 1u);
  EXPECT_EQ(built.problems[0].code, "E161");
  EXPECT_EQ(built.problems[0].help, "take a sample of 1:117 or finer");
  EXPECT_TRUE(build(tiny_study(117)).problems.empty());
}

TEST(BuildWorld, RefusesAPeriodBeyondTheHorizon) {
  Study study = tiny_study(10);
  study.to = Month::of(2046, 1);
  const Built built = build(study);
  ASSERT_EQ(built.problems.size(), 1u);
  EXPECT_EQ(built.problems[0].code, "E160");
  EXPECT_EQ(built.problems[0].help, "set horizon to 21 years or more");
}

TEST(BuildWorld, ClosesPersonsAndJobsElsewhere) {
  for (const std::uint32_t weight : {1u, 10u, 50u}) {
    Study study = tiny_study(weight);
    study.scope = Scope{"AM91", .5, {}};
    const Built built = build(study);
    EXPECT_TRUE(built.problems.empty());
    const World& world = built.world;
    double commute_in = 0;
    for (const ResidentIndex p : rows_of(world.residents.now)) {
      const Situation& now = world.residents.now[p];
      if (now.labour == Labour::Absent || number(world.residents.profile[p].municipality()) != 2) continue;
      ++commute_in;
      ASSERT_TRUE(works(now.labour));
      ASSERT_NE(number(world.firms.municipality[now.employer]), 2u);
    }
    EXPECT_NEAR(commute_in * weight, built.country.municipalities[MunicipalityIndex{2}].employed, weight);
    double jobs_there = 0;
    for (const FirmIndex f : rows_of(world.firms.jobs))
      if (number(world.firms.municipality[f]) == 2) jobs_there += world.firms.jobs[f];
    double table = 0;
    for (const double jobs : built.country.municipalities[MunicipalityIndex{2}].jobs) table += jobs;
    EXPECT_NEAR(jobs_there * weight, table, weight);
    const std::size_t elsewhere = 2;
    EXPECT_EQ(world.municipalities.last_arrival[index_of<MunicipalityIndex>(elsewhere)],
              world.municipalities.next_birth[index_of<MunicipalityIndex>(elsewhere)]);
  }
}

}  // namespace
}  // namespace polder
