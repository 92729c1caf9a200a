#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "support/tiny_country.h"
#include "world/age_structure.h"
#include "world/build.h"
#include "world/great_circle.h"
#include "world/reach.h"

namespace polder {
namespace {

Country built_country(const Study& study) {
  data::Problems problems;
  Country country = build_country(tiny_country(), study, problems);
  EXPECT_FALSE(problems.any());
  return country;
}

/// Sum of commuters over rows (home) or columns (work).
double commuters(const Country& country, std::size_t place, bool home) {
  const std::size_t size = country.municipalities.size();
  double sum = 0;
  for (std::size_t other = 0; other < size; ++other)
    sum += country.commuters[home ? place * size + other : other * size + place];
  return sum;
}

TEST(GreatCircle, GivesKnownDistances) {
  EXPECT_NEAR(great_circle_km(0, 0, 0, 1), 6371.0088 * std::acos(-1.0) / 180, 1e-9);
  EXPECT_NEAR(great_circle_km(90, 0, -90, 0), 6371.0088 * std::acos(-1.0), 1e-6);
  // Groningen and Maastricht, by the haversine formula with the system's functions.
  const double radians = std::acos(-1.0) / 180;
  const double across = std::sin((53.21829 - 50.85) * radians / 2), along = std::sin((6.62096 - 5.69) * radians / 2);
  const double hav = across * across + std::cos(53.21829 * radians) * std::cos(50.85 * radians) * along * along;
  EXPECT_NEAR(great_circle_km(53.21829, 6.62096, 50.85, 5.69), 2 * 6371.0088 * std::asin(std::sqrt(hav)), 1e-9);
  EXPECT_EQ(great_circle_km(52, 5, 52, 5), 0);
}

TEST(BuildCountry, FitsCommutersToResidentsAndJobs) {
  const Country country = built_country(tiny_study());
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const MunicipalityFacts& facts = country.municipalities[m];
    EXPECT_NEAR(commuters(country, number(m), true) / facts.employed, 1, 1e-9);
    EXPECT_NEAR(commuters(country, number(m), false) / jobs_in(facts), 1, 1e-9);
  }
  // Dorp has no listed commuters to Veen: gravity gives some, but fewer than the table would list.
  const double filled = country.commuters[1 * 4 + 3];
  EXPECT_GT(filled, 0);
  EXPECT_LT(filled, 100);
}

TEST(BuildCountry, GivesAKernelThatReturnsTheObservedCommuters) {
  const Country country = built_country(tiny_study());
  for (const MunicipalityIndex home : rows_of(country.municipalities)) {
    double all = 0;
    for (const Reach& reach : country.reach[home])
      all += reach.weight * jobs_in(country.municipalities[reach.municipality]);
    for (const Reach& reach : country.reach[home]) {
      const double share = reach.weight * jobs_in(country.municipalities[reach.municipality]) / all;
      const double observed =
          country.commuters[number(home) * 4 + number(reach.municipality)] / country.municipalities[home].employed;
      EXPECT_NEAR(share, observed, observed * country.omitted_weight / (1 - country.omitted_weight) + 2e-4);
    }
  }
  EXPECT_LE(country.omitted_weight, 1 - kept_reach);
}

// Without a distance effect destinations are those of the vacancies.
TEST(TruncateReach, LeavesSharesOfVacanciesWhenDistanceDoesNotMatter) {
  const std::vector<double> kernel(30, 1), jobs = [] {
    std::vector<double> values(30);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = 10 + static_cast<double>(i * i);
    return values;
  }();
  const ReachRow row = truncate_reach(kernel, jobs);
  double weighted = 0, all = 0;
  for (const Reach& reach : row.reach) weighted += reach.weight * jobs[number(reach.municipality)];
  for (const Reach& reach : row.reach) all += jobs[number(reach.municipality)];
  for (const Reach& reach : row.reach)
    EXPECT_DOUBLE_EQ(reach.weight * jobs[number(reach.municipality)] / weighted,
                     jobs[number(reach.municipality)] / all);
  EXPECT_NEAR(row.omitted, 1 - all / std::accumulate(jobs.begin(), jobs.end(), 0.0), 1e-12);
  EXPECT_LE(row.omitted, 1 - kept_reach);
}

TEST(TruncateReach, KeepsTheFewestWithMostWeightAndSaysWhatIsLost) {
  std::vector<double> kernel(60, 1), jobs(60, 1);
  for (std::size_t i = 0; i < 12; ++i) jobs[5 * i] = .05;  // twelve with least weight: 48.6 in all, 98 % is 47.63
  const ReachRow row = truncate_reach(kernel, jobs);
  EXPECT_EQ(row.reach.size(), 48u);
  EXPECT_NEAR(row.omitted, .6 / 48.6, 1e-12);
  for (std::size_t i = 0; i < row.reach.size(); ++i) {
    EXPECT_NE(number(row.reach[i].municipality) % 5, 0u);
    if (i > 0) {
      EXPECT_LT(row.reach[i - 1].municipality, row.reach[i].municipality);
    }
  }
}

TEST(BuildCountry, OffersKernelsByDistance) {
  Study study = tiny_study();
  study.kernel = Kernel::Power;
  const Country country = built_country(study);
  const MunicipalityIndex home{3};
  ASSERT_GE(country.reach[home].size(), 3u);
  for (const Reach& reach : country.reach[home]) {
    const double ratio = country.kilometres(home, reach.municipality) / country.kilometres(home, home);
    EXPECT_NEAR(reach.weight, 65535 * std::pow(ratio, -2.15), .51);
  }
  study.kernel = Kernel::Loglog;
  EXPECT_GT(built_country(study).reach[MunicipalityIndex{0}][1].weight, 0);
}

TEST(BuildCountry, WeighsOccupationsBySimilarityAndWage) {
  const Country country = built_country(tiny_study());
  const double zone = .22;
  EXPECT_NEAR(country.occupations[OccupationIndex{1}].class_wage, 2300 * std::exp(zone), 1e-6);
  // Row of the first occupation: .8 for itself, .2 over the others by employment x exp(4 cosine), times wages.
  const double b = 19000 * std::exp(4 * -.3), c = 23000 * std::exp(4 * .2);
  const double to_b = .2 * b / (b + c) * std::exp(zone * .6), to_c = .2 * c / (b + c) * std::exp(zone * 1.2);
  EXPECT_EQ(country.occupation_weight[0], 65535);
  EXPECT_NEAR(country.occupation_weight[1], 65535 * to_b / .8, .51);
  EXPECT_NEAR(country.occupation_weight[2], 65535 * to_c / .8, .51);
}

TEST(BuildCountry, ScalesEmigrationToItsRateAndDeathToGompertz) {
  const Country country = built_country(tiny_study());
  const std::vector<double> share = age_in_years({.15, .13, .26, .27, .19}, country.by_age.death);
  double mean = 0;
  for (std::size_t age = 0; age < share.size(); ++age) mean += share[age] * country.by_age.emigration[age];
  EXPECT_NEAR(mean, .0115, 1e-12);
  EXPECT_NEAR(country.by_age.death[70], .0155, 1e-15);
  EXPECT_NEAR(country.by_age.death[80], .0155 * std::exp(1.12), 1e-12);
  EXPECT_EQ(country.by_age.death[3], 1e-4);
  EXPECT_EQ(country.by_age.death[110], .9);
}

Study scoped(double ring) {
  Study study = tiny_study();
  study.scope = Scope{"AM91", ring, {}};
  return study;
}

TEST(BuildCountry, AddsTheRingThatCarriesTheCommuters) {
  const Country narrow = built_country(scoped(.5)), wide = built_country(scoped(.999)),
                middle = built_country(scoped(.94));
  EXPECT_EQ(narrow.municipalities.size(), 3u);  // the region's two and one elsewhere
  EXPECT_EQ(wide.municipalities.size(), 4u);    // everybody: nothing is elsewhere
  ASSERT_EQ(middle.municipalities.size(), 4u);  // Haven joins, Veen is elsewhere
  EXPECT_EQ(middle.municipalities[MunicipalityIndex{2}].name, "Haven");
  EXPECT_FALSE(middle.municipalities[MunicipalityIndex{2}].focus);
  EXPECT_TRUE(middle.municipalities[MunicipalityIndex{0}].focus);
  EXPECT_TRUE(middle.municipalities[MunicipalityIndex{3}].elsewhere);
  EXPECT_EQ(middle.municipalities[MunicipalityIndex{3}].official_number, 9092u);
  EXPECT_NEAR(middle.scope_share, (33000. + 8600 + 16000) / 65000, 1e-12);
  EXPECT_EQ(wide.scope_share, 1);
}

TEST(BuildCountry, ClosesPersonsAndJobsAtTheBorder) {
  const Country whole = built_country(tiny_study()), part = built_country(scoped(.5));
  const auto elsewhere = MunicipalityIndex{2};
  const MunicipalityFacts& facts = part.municipalities[elsewhere];
  double in = 0, out = 0;
  for (const std::size_t inside : {0, 1}) {
    for (const std::size_t outside : {2, 3}) {
      in += whole.commuters[outside * 4 + inside];
      out += whole.commuters[inside * 4 + outside];
    }
  }
  EXPECT_NEAR(facts.employed, in, 1e-6);
  EXPECT_NEAR(facts.population, in, 1e-6);
  EXPECT_NEAR(jobs_in(facts), out, 1e-6);
  EXPECT_EQ(facts.unemployed + facts.ww + facts.bijstand, 0);
  EXPECT_EQ(part.commuters[2 * 3 + 2], 0);
  for (const MunicipalityIndex m : rows_of(part.municipalities)) {
    EXPECT_NEAR(commuters(part, number(m), true), part.municipalities[m].employed, 1e-5);
    EXPECT_NEAR(commuters(part, number(m), false), jobs_in(part.municipalities[m]), 1e-5);
  }
}

TEST(BuildCountry, NamesAnUnknownRegion) {
  data::Problems problems;
  Study study = tiny_study();
  study.scope = Scope{"AM93", .95, Origin{"study.yaml", 4, 18, 4, "scope: {region: AM93}"}};
  build_country(tiny_country(), study, problems);
  ASSERT_EQ(problems.all().size(), 1u);
  EXPECT_EQ(problems.all()[0].code, "E107");
  EXPECT_EQ(problems.all()[0].line, 4u);
  EXPECT_EQ(problems.all()[0].message, "'AM93' is no labour-market region with municipalities of this country");
}

TEST(BuildCountry, SaysWhenCommutingCannotBeFitted) {
  CountryFiles files = tiny_country();
  // Nobody commutes and the municipalities lie far apart, but jobs are not where people live.
  std::erase_if(files.commuting, [](const CommuterFlow& flow) { return flow.home != flow.work; });
  for (const MunicipalityIndex m : rows_of(files.country.municipalities))
    files.country.municipalities[m].latitude = 50 + 2.0 * static_cast<double>(number(m));
  data::Problems problems;
  build_country(files, tiny_study(), problems);
  ASSERT_EQ(problems.all().size(), 1u);
  EXPECT_EQ(problems.all()[0].code, "E163");
}

TEST(SectorOf, FindsMembersOfARange) {
  const Country country = tiny_country().country;
  EXPECT_EQ(sector_of(country, "B-E"), SectorIndex{0});
  EXPECT_EQ(sector_of(country, "C"), SectorIndex{0});
  EXPECT_EQ(sector_of(country, "Q"), SectorIndex{2});
  EXPECT_EQ(sector_of(country, "F"), std::nullopt);
}

}  // namespace
}  // namespace polder
