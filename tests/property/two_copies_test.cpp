// Two copies of a country without commuting between them are two independent runs of one: the same means and
// variances, and no covariance. Three links by design are cut here: the business cycle and the luck of sectors are
// national, deficits on bijstand come from shares of one macro budget, and large establishments are counted out
// nationally.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/places_shown.h"

namespace polder {
namespace {

using namespace testing;

constexpr std::size_t places = 4;  // of one copy
constexpr std::uint32_t seeds_of_copies = 80;

/// The tiny country without large establishments.
CountryFiles one_copy() {
  CountryFiles files = tiny_country();
  files.country.size_classes = {{1, 4}, {5, 9}, {10, 19}, {20, 34}, {35, 49}};
  return files;
}

/// Another one behind it, too far away for commuters, with regions, provinces and numbers of its own.
CountryFiles two_copies() {
  CountryFiles files = one_copy();
  Country& country = files.country;
  const auto regions = country.regions.size(), provinces = country.provinces.size();
  for (std::size_t r = 0; r < regions; ++r)
    country.regions.push_back({fmt::format("AM{}", 93 + r), country.regions[index_of<RegionIndex>(r)].name + " 2"});
  for (std::size_t p = 0; p < provinces; ++p)
    country.provinces.push_back(
        {fmt::format("PV{}", 93 + p), country.provinces[index_of<ProvinceIndex>(p)].name + " 2"});
  for (std::size_t m = 0; m < places; ++m) {
    MunicipalityFacts facts = country.municipalities[index_of<MunicipalityIndex>(m)];
    facts.official_number += 100;
    facts.code = fmt::format("GM{}", facts.official_number);
    facts.name += " 2";
    facts.longitude += 3;
    facts.region = index_of<RegionIndex>(number(facts.region) + regions);
    facts.province = index_of<ProvinceIndex>(number(facts.province) + provinces);
    country.municipalities.push_back(facts);
  }
  for (const CommuterFlow flow : std::vector(files.commuting))
    files.commuting.push_back({index_of<MunicipalityIndex>(number(flow.home) + places),
                               index_of<MunicipalityIndex>(number(flow.work) + places), flow.jobs});
  for (OccupationFacts& occupation : country.occupations) occupation.employed *= 2;
  return files;
}

Study study_of_copies() {
  Study study = tiny_study(40);
  study.to = Month::of(2027, 6);
  study.warm_up = 6;
  study.scenarios = {scenario("reference")};
  study.parameters.demand.innovation_sd = study.parameters.demand.sector_sd = 0;
  study.parameters.bijstand.divert = 0;
  return study;
}

Figures first_copy(const std::vector<ShownByPlace>& runs, std::size_t i) { return over_runs(runs, i, 0, places - 1); }
Figures second_copy(const std::vector<ShownByPlace>& runs, std::size_t i) {
  return over_runs(runs, i, places, 2 * places - 1);
}

/// Standard error of the logarithm of the ratio of two variances, for figures that are about normal.
double error_of_ratio(std::size_t runs) { return 2 / std::sqrt(static_cast<double>(runs - 1)); }
double error_of_correlation(std::size_t runs) { return 1 / std::sqrt(static_cast<double>(runs - 1)); }

void expect_same(std::string_view shown, const Figures& copy, const Figures& alone) {
  const double error = std::sqrt(variance_of(copy) / seeds_of_copies + variance_of(alone) / seeds_of_copies);
  EXPECT_LE(std::abs(mean_of(copy) - mean_of(alone)), 4 * error)
      << shown << ": " << mean_of(copy) << " and alone " << mean_of(alone) << ", s.e. " << error;
  EXPECT_LT(4 * error, .08 * mean_of(alone)) << shown << ": too few runs";
  EXPECT_LE(std::abs(std::log(variance_of(copy) / variance_of(alone))), 4 * error_of_ratio(seeds_of_copies))
      << shown << ": variance " << variance_of(copy) << " and alone " << variance_of(alone);
}

TEST(TwoCopies, AreTwoIndependentRunsOfOne) {
  const std::vector<ShownByPlace> both = runs_of(study_of_copies(), two_copies(), seeds_of_copies);
  const std::vector<ShownByPlace> alone = runs_of(study_of_copies(), one_copy(), seeds_of_copies);
  fmt::print("{:12} {:>9} {:>9} {:>9} {:>7} {:>7} {:>7} {:>7} {:>11}\n", "[rows]", "alone", "first", "second", "s.d.",
             "first", "second", "paired", "correlation");
  for (std::size_t i = 0; i < shown_names.size(); ++i) {
    const Figures one = first_copy(alone, i), first = first_copy(both, i), second = second_copy(both, i);
    const Figures paired = differences(first, one);  // the same rows, and therefore much the same luck
    fmt::print("{:12} {:>9.1f} {:>9.1f} {:>9.1f} {:>7.2f} {:>7.2f} {:>7.2f} {:>+7.2f} {:>+11.2f}\n", shown_names[i],
               mean_of(one), mean_of(first), mean_of(second), std::sqrt(variance_of(one)),
               std::sqrt(variance_of(first)), std::sqrt(variance_of(second)), mean_of(paired) / error_of(paired),
               correlation_of(first, second));
    expect_same(shown_names[i], first, one);
    expect_same(shown_names[i], second, one);
    EXPECT_LE(std::abs(mean_of(paired)), 4 * error_of(paired)) << shown_names[i];
    EXPECT_LE(std::abs(correlation_of(first, second)), 4 * error_of_correlation(seeds_of_copies)) << shown_names[i];
  }
}

TEST(TwoCopies, ShareTheBusinessCycleAndTheLuckOfSectors) {
  Study national = study_of_copies();
  national.parameters.demand.sector_sd = .02;
  const std::vector<ShownByPlace> both = runs_of(national, two_copies(), 40);
  constexpr std::size_t vacancies = 5;
  EXPECT_GT(correlation_of(first_copy(both, vacancies), second_copy(both, vacancies)), 4 * error_of_correlation(40))
      << "the test of no covariance would see none";
}

}  // namespace
}  // namespace polder
