#include "world/country_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "unit/world/country_copy.h"

namespace polder {
namespace {

CountryFiles read_sound(const fs::path& folder) {
  data::Problems problems;
  CountryFiles files = read_country(folder, problems);
  EXPECT_EQ(data::to_text(problems.all()), "");
  return files;
}

double sum_of(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

TEST(ReadCountry, ReadsTheNetherlands) {
  const CountryFiles files = read_sound(countries / "netherlands");
  const Country& country = files.country;
  EXPECT_EQ(country.key, "netherlands");
  EXPECT_EQ(country.name_nl, "Nederland");
  EXPECT_EQ(files.year, 2025);
  EXPECT_EQ(country.municipalities.size(), 342u);
  EXPECT_EQ(country.provinces.size(), 12u);
  EXPECT_EQ(country.regions.size(), 35u);
  EXPECT_EQ(country.sectors.size(), 14u);
  EXPECT_EQ(country.occupations.size(), 12u);
  EXPECT_EQ(files.commuting.size(), 17126u);
  EXPECT_EQ(country.groups.size(), 122u);
  const auto enschede = std::find_if(country.municipalities.begin(), country.municipalities.end(),
                                     [](const MunicipalityFacts& m) { return m.code == "GM0153"; });
  ASSERT_NE(enschede, country.municipalities.end());
  EXPECT_EQ(enschede->name, "Enschede");
  EXPECT_EQ(enschede->official_number, 153u);
  EXPECT_EQ(country.regions[enschede->region].name, "Twente");
  EXPECT_EQ(country.provinces[enschede->province].code, "PV23");
}

TEST(ReadCountry, StocksOfTheNetherlandsAddUpToTheNationalFigures) {
  const CountryFiles files = read_sound(countries / "netherlands");
  std::map<std::string, double> figure, sum;
  for (const NationalFigure& f : files.figures) figure[f.key] = f.value;
  for (const MunicipalityFacts& m : files.country.municipalities) {
    sum["population"] += m.population;
    sum["employed"] += m.employed;
    sum["unemployed"] += m.unemployed;
    sum["ww_recipients"] += m.ww;
    sum["bijstand_recipients"] += m.bijstand;
    EXPECT_GT(m.unemployed, 0) << m.name;
    EXPECT_GT(m.bijstand, 0) << m.name;
    EXPECT_GT(m.guidance_budget, 0) << m.name;
    EXPECT_GT(m.income_spending, 0) << m.name;
  }
  for (const auto& [key, value] : sum) EXPECT_NEAR(value, figure.at(key), 1e-6 * value) << key;
  EXPECT_NEAR(sum["unemployed"] / (sum["employed"] + sum["unemployed"]), 0.0365, 0.0025);
}

TEST(ReadCountry, TablesOfTheToyAgreeExactly) {
  const CountryFiles files = read_sound(countries / "toy");
  const auto& municipalities = files.country.municipalities;
  std::vector<double> home(municipalities.size()), work(municipalities.size());
  for (const CommuterFlow& flow : files.commuting) {
    home[number(flow.home)] += flow.jobs;
    work[number(flow.work)] += flow.jobs;
  }
  double employed = 0, unemployed = 0, ww = 0, bijstand = 0, population = 0, occupied = 0;
  for (const MunicipalityIndex m : rows_of(municipalities)) {
    EXPECT_EQ(home[number(m)], municipalities[m].employed) << municipalities[m].name;
    EXPECT_EQ(work[number(m)], sum_of(municipalities[m].jobs)) << municipalities[m].name;
    employed += municipalities[m].employed;
    unemployed += municipalities[m].unemployed;
    ww += municipalities[m].ww;
    bijstand += municipalities[m].bijstand;
    population += municipalities[m].population;
  }
  for (const OccupationFacts& occupation : files.country.occupations) occupied += occupation.employed;
  EXPECT_EQ(occupied, employed);
  EXPECT_EQ(population, 400'000);
  EXPECT_NEAR(unemployed / (employed + unemployed), 0.037, 1e-4);
  EXPECT_NEAR(ww / employed, 0.017, 1e-4);
  EXPECT_NEAR(bijstand / population, 0.022, 1e-4);
}

TEST(ReadCountry, FitsOccupationsToSectorsAndTotals) {
  for (const char* key : {"toy", "netherlands"}) {
    const Country country = read_sound(countries / key).country;
    std::vector<double> occupied(country.occupations.size());
    double jobs = 0, persons = 0;
    for (const SectorIndex s : rows_of(country.sectors)) {
      ASSERT_EQ(country.sectors[s].occupation_share.size(), country.occupations.size());
      EXPECT_NEAR(sum_of(country.sectors[s].occupation_share), 1, 1e-12);
      double sector = 0;
      for (const MunicipalityFacts& m : country.municipalities) sector += m.jobs[number(s)];
      for (std::size_t o = 0; o < occupied.size(); ++o) occupied[o] += sector * country.sectors[s].occupation_share[o];
      jobs += sector;
    }
    for (const OccupationFacts& occupation : country.occupations) persons += occupation.employed;
    for (const OccupationIndex o : rows_of(country.occupations))
      EXPECT_NEAR(occupied[number(o)] / (country.occupations[o].employed * jobs / persons), 1, 1e-9) << key;
  }
}

TEST(ReadCountry, KeepsAnOccupationOutOfASectorThatDoesNotHaveIt) {
  const Country country = read_sound(countries / "toy").country;
  const auto& share = country.sectors[SectorIndex{0}].occupation_share;  // farming: 0, 1, 3, 0
  EXPECT_EQ(share[0], 0);
  EXPECT_GT(share[2], share[1]);
  EXPECT_EQ(share[3], 0);
}

TEST(ReadCountry, SpreadsAgeBandsOverYears) {
  const AgeRates ages = read_sound(countries / "toy").country.by_age;
  ASSERT_EQ(ages.employment.size(), 111u);
  EXPECT_EQ(ages.employment[14], 0);
  EXPECT_EQ(ages.employment[20], 0.80);
  EXPECT_EQ(ages.employment[24], 0.80);
  EXPECT_EQ(ages.employment[25], 0.86);
  EXPECT_EQ(ages.partner[110], 0.01);
  EXPECT_EQ(sum_of(ages.death), 0);  // filled from parameters when a world is built
}

TEST(ReadCountry, NamesMembersSizesAndOldMunicipalities) {
  const CountryFiles toy = read_sound(countries / "toy");
  EXPECT_THAT(toy.country.sectors[SectorIndex{1}].members, testing::ElementsAre("B", "C", "D", "E", "F"));
  ASSERT_EQ(toy.country.size_classes.size(), 10u);
  EXPECT_EQ(toy.country.size_classes[1].from, 2u);
  EXPECT_EQ(toy.country.size_classes[1].to, 4u);
  ASSERT_EQ(toy.history.size(), 1u);
  EXPECT_EQ(toy.history[0].name, "Oudekoog");
  EXPECT_EQ(toy.history[0].last_year, 2020);
  EXPECT_THAT(toy.history[0].successors, testing::ElementsAre("GM9005"));
  const CountryFiles netherlands = read_sound(countries / "netherlands");
  for (const OldMunicipality& old : netherlands.history)
    EXPECT_EQ(old.successors.size(), old.code == "GM0788" || old.code == "GM0055" ? 4u  // Haaren, Boarnsterhim
                                     : old.code == "GM0140"                       ? 3u
                                     : old.code == "GM1671"                       ? 2u
                                                                                  : 1u)
        << old.name;
}

TEST(ReadCountry, KeepsTheExactBytesOfEveryFile) {
  const CountryFiles toy = read_sound(countries / "toy");
  ASSERT_EQ(toy.files.size(), 21u);
  for (const auto& file : toy.files) EXPECT_EQ(file.bytes, bytes_of(countries / "toy" / file.name)) << file.name;
}

TEST(ReadCountry, SaysHowSureEveryColumnIs) {
  for (const char* key : {"toy", "netherlands"})
    for (const DictionaryEntry& entry : read_sound(countries / key).dictionary) {
      EXPECT_FALSE(entry.meaning.empty()) << key << " " << entry.file << " " << entry.column;
      EXPECT_FALSE(entry.source.empty()) << key << " " << entry.file << " " << entry.column;
    }
}

}  // namespace
}  // namespace polder
