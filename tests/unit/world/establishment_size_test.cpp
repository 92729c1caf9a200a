#include "world/establishment_size.h"

#include <gtest/gtest.h>

#include <numeric>

#include "support/tiny_country.h"
#include "world/age_structure.h"

namespace polder {
namespace {

TEST(ZipfSize, FallsAsOneOverTheSize) {
  constexpr SizeClass within{10, 99};
  constexpr int draws = 200000;
  std::vector<int> at_least(101, 0);
  for (int i = 0; i < draws; ++i) {
    const std::uint32_t size = zipf_size(within, (i + .5) / draws);
    ASSERT_GE(size, 10u);
    ASSERT_LE(size, 99u);
    for (std::uint32_t s = 10; s <= size; ++s) ++at_least[s];
  }
  for (const std::uint32_t size : {10u, 11u, 20u, 50u, 99u}) {
    const double exact = (1.0 / size - .01) / (1.0 / 10 - .01);
    EXPECT_NEAR(at_least[size] / double{draws}, exact, 1e-4) << size;
  }
}

TEST(ZipfMean, IsTheMeanOfTheSizes) {
  double sum = 0;
  for (int i = 0; i < 100000; ++i) sum += zipf_size({5, 19}, (i + .5) / 100000);
  EXPECT_NEAR(zipf_mean({5, 19}), sum / 100000, 1e-3);
  EXPECT_DOUBLE_EQ(zipf_mean({1, 1}), 1);
}

TEST(EmployeesByClass, WeighsEstablishmentsByTheirMeanSize) {
  const Country country = tiny_country().country;
  const std::vector<double> persons = employees_by_class(country, country.sectors[SectorIndex{0}]);
  ASSERT_EQ(persons.size(), 5u);
  EXPECT_DOUBLE_EQ(persons[1], .42 * zipf_mean({5, 19}));
}

TEST(AgeInMonths, HasTheSharesOfTheBandsEvenlyInside) {
  const std::vector<double> death = gompertz_deaths(tiny_parameters());
  const std::vector<double> share = age_in_months({.3, .2, .5, .6, .4}, death);  // shares of 2
  EXPECT_NEAR(std::accumulate(share.begin(), share.end(), 0.0), 1, 1e-12);
  EXPECT_NEAR(std::accumulate(share.begin() + 180, share.begin() + 300, 0.0), .1, 1e-12);
  EXPECT_DOUBLE_EQ(share[180], share[299]);
  EXPECT_DOUBLE_EQ(share[12 * 64], share[12 * 64 + 11]);
  // From 65 on as many as survive: a year of mortality between the same months of two years.
  EXPECT_NEAR(share[12 * 81] / share[12 * 80], 1 - death[80], 1e-12);
}

}  // namespace
}  // namespace polder
