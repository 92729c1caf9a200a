// Every mistake in a country's folder: its code, its place and what helps.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "unit/world/country_copy.h"
#include "world/country_files.h"

namespace polder {
namespace {

using ::testing::HasSubstr;

class OneMistake : public testing::TestWithParam<Mistake> {};

TEST_P(OneMistake, IsReportedOnceWithItsPlace) { expect_reported_once(ToyCopy(), GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    ReadCountry, OneMistake,
    testing::Values(
        Mistake{"municipalities.csv", "0.14,0.14,0.31", "0.14,0.14,0.41", "E210", 2,
                "the age shares of GM9001 must add up to 1; they add up to 1.1, 0.1 too much", ""},
        Mistake{"sectors.csv", ",0.37,0.43,", ",0.17,0.43,", "E210", 2, "they add up to 0.8, 0.2 too little", ""},
        Mistake{"municipality_history.csv", "GM9005,1,", "GM9005,0.6,", "E210", 2, "the successors of GM9013", ""},
        Mistake{"ages.csv", "0.88,0.038,0.58,1.651", "0.88,0.038,0.58,3.651", "E210", 0,
                "emigration must be 1 on average over ages 15 to 66; it is 1.192", ""},
        Mistake{"municipalities.csv", "Veldhoek,PV91", "Veldhoek,PV99", "E211", 3,
                "unknown province 'PV99' in column province", "did you mean 'PV91' (Noorderdijk)?"},
        Mistake{"municipalities.csv", "PV91,AM91,53.95", "PV91,Middenland,53.95", "E211", 3,
                "unknown labour-market region 'Middenland'", "did you mean 'AM92' (Middenland)?"},
        Mistake{"commuting.csv", "GM9001,GM9002", "GM9001,GM9902", "E211", 3, "unknown municipality 'GM9902'",
                "did you mean 'GM9002' (Veldhoek)?"},
        Mistake{"commuting.csv", "GM9001,GM9002", "GM9001,GM9001", "E212", 3, "GM9001 to GM9001 is given twice", ""},
        Mistake{"provinces.csv", "PV92,", "PV91,Noorderdijk\nPV92,", "E212", 3, "province 'PV91' is given twice",
                "it is in line 2 too"},
        Mistake{"sectors.csv", "G H I", "F G H I", "E212", 4, "'F' is a member of B-F and of G-I", ""},
        Mistake{"municipality_history.csv", "GM9013", "GM9012", "E212", 2, "'GM9012' is a municipality of today", ""},
        Mistake{"occupations.csv", "Technical and agricultural,44703", "Technical and agricultural,64703", "E215", 0,
                "add up to 243515, but jobs.csv adds up to 223515: +8.9 %",
                "both count the employed persons of the country"},
        Mistake{"dictionary.csv", "file,column,unit,status,meaning,source\n",
                "file,column,unit,status,meaning,source\nregions.csv,nam,,assumed,name,invented\n", "E216", 2,
                "regions.csv has no column 'nam'", "did you mean 'name'?"},
        Mistake{"regions.csv", "code,name\nAM91,Grotedam en Omstreken\nAM92,Middenland\nAM93,Zuiderkust",
                "code,name,size\nAM91,Grotedam en Omstreken,1\nAM92,Middenland,1\nAM93,Zuiderkust,1", "E216", 0,
                "column 'size' has no entry in dictionary.csv", "say its unit, status, meaning and source there"},
        Mistake{"dictionary.csv", "municipalities.csv,ww,persons,assumed", "municipalities.csv,ww,persons,certain",
                "E217", 17, "unknown status 'certain'", "real, estimated, modelled, recalled or assumed"},
        Mistake{"municipalities.csv", ",28000,", ",-28000,", "E217", 3, "population is -28000; it must be 0 or more",
                ""},
        Mistake{"municipalities.csv", ",28000,", ",15000,", "E217", 3, "but 12600 inhabitants of 15 and over", ""},
        Mistake{"municipalities.csv", "53.95", "539.5", "E217", 3, "must lie between -90 and 90", ""},
        Mistake{"municipalities.csv", ",0.33,15081", ",33,15081", "E217", 3,
                "high_education_share is 33; it must lie between 0 and 1", ""},
        Mistake{"ages.csv", "5,14,", "6,14,", "E217", 3, "the band 6 to 14 must start at 5", ""},
        Mistake{"ages.csv", "80,110,", "80,100,", "E217", 0, "the bands end at 100; they must cover 0 to 110", ""},
        Mistake{"occupation_similarity.csv", "02,0.3,1", "02,0.2,1", "E217", 3,
                "the similarity of 02 and 01 is 0.2 one way, 0.3 the other", ""},
        Mistake{"occupation_similarity.csv", "01,1,", "01,0.9,", "E217", 2, "01 must be 1 similar to itself", ""},
        Mistake{"country.yaml", "schema: polder/country/1", "schema: polder/country/2", "E218", 1,
                "schema 'polder/country/2' is not known", "this version reads 'polder/country/1'"},
        Mistake{"country.yaml", "2-4, 5-9", "2-4, 6-9", "E218", 5, "size class 6-9 must start at 5: classes connect",
                ""},
        Mistake{"country.yaml", "year: 2025", "year: 2025\nyaer: 2024", "E218", 5, "unknown key 'yaer'",
                "did you mean 'year'?"},
        Mistake{"country.yaml", "year: 2025", "year: soon", "E218", 4, "'soon' is not a year", ""},
        Mistake{"country.yaml", "key: toy\n", "", "E218", 1, "the key 'key' is missing", ""},
        Mistake{"sector_occupation.csv", "O-U,3,1,0,1", "O-U,0,1,0,1", "E219", 0, "these affinities cannot meet",
                "replace some zeros: each sector needs enough persons of the occupations it allows"}));

TEST(ReadCountry, ReportsAMissingTableOnce) {
  for (const char* file : {"jobs.csv", "municipalities.csv", "sectors.csv", "occupations.csv", "ages.csv",
                           "dictionary.csv", "country.yaml", "regions.csv"}) {
    const ToyCopy toy;
    fs::remove(toy / file);
    const std::vector<Problem> problems = toy.problems();
    ASSERT_EQ(problems.size(), 1u) << file << "\n" << data::to_text(problems);
    EXPECT_EQ(problems[0].code, "E200");
    EXPECT_THAT(problems[0].file, HasSubstr(file));
  }
}

TEST(ReadCountry, ReportsAMissingFolder) {
  data::Problems problems;
  read_country(countries / "atlantis", problems);
  ASSERT_EQ(problems.all().size(), 1u);
  EXPECT_EQ(problems.all()[0].code, "E200");
}

TEST(ReadCountry, ReportsAMissingColumnAndItsLeftoverEntry) {
  const ToyCopy toy;
  toy.replace("commuting.csv", "home,work,jobs", "home,work,job");
  const std::vector<Problem> problems = toy.problems();
  ASSERT_EQ(problems.size(), 3u) << data::to_text(problems);
  EXPECT_THAT(problems[0].message, HasSubstr("jobs"));
  EXPECT_EQ(problems[1].code, "E216");
  EXPECT_THAT(problems[1].message, HasSubstr("commuting.csv has no column 'jobs'"));
  EXPECT_THAT(problems[2].message, HasSubstr("column 'job' has no entry in dictionary.csv"));
}

TEST(ReadCountry, ReportsWhatIsNotANumberWithoutItsConsequences) {
  const ToyCopy toy;
  toy.replace("municipalities.csv", ",28000,", ",28 000,");
  toy.replace("municipalities.csv", "0.16,0.11,0.23,0.29", "0.16,0.11,0.2e,0.29");
  const std::vector<Problem> problems = toy.problems();
  ASSERT_EQ(problems.size(), 2u) << data::to_text(problems);
  EXPECT_EQ(problems[0].code, "E203");
  EXPECT_EQ(problems[1].code, "E203");
}

TEST(ReadCountry, NamesTheCodesThatATableLacks) {
  const ToyCopy toy;
  std::istringstream jobs(toy.text("jobs.csv"));
  std::string kept;
  for (std::string line; std::getline(jobs, line);)
    if (!line.starts_with("GM9007") && !line.starts_with("GM9012")) kept += line + "\n";
  toy.write("jobs.csv", kept);
  const std::vector<Problem> problems = toy.problems();
  ASSERT_EQ(problems.size(), 1u) << data::to_text(problems);  // not that the totals differ, too
  EXPECT_EQ(problems[0].code, "E213");
  EXPECT_EQ(problems[0].message, "no row for municipality GM9007, GM9012");
}

TEST(ReadCountry, NamesTheCodeThatIsThereTwiceAndTheOneItDisplaced) {
  const ToyCopy toy;
  toy.replace("jobs.csv", "GM9012", "GM9011");
  const std::vector<Problem> problems = toy.problems();
  ASSERT_EQ(problems.size(), 2u) << data::to_text(problems);
  EXPECT_EQ(problems[0].code, "E212");
  EXPECT_EQ(problems[0].line, 13u);
  EXPECT_EQ(problems[0].message, "municipality 'GM9011' is given twice");
  EXPECT_EQ(problems[1].message, "no row for municipality GM9012");
}

TEST(ReadCountry, NamesTheSectorThatHasNoColumnAndTheColumnThatIsNoSector) {
  const ToyCopy toy;
  toy.replace("jobs.csv", "code,A,B-F,", "code,A,C,");
  const std::vector<Problem> problems = toy.problems();
  ASSERT_EQ(problems.size(), 2u) << data::to_text(problems);
  EXPECT_EQ(problems[0].message, "column 'C' is no sector");
  EXPECT_EQ(problems[1].message, "no column for sector B-F");
}

TEST(ReadCountry, RefusesMoreMunicipalitiesThanResidentsCanName) {
  const ToyCopy toy;
  std::string rows = toy.text("municipalities.csv");
  for (int i = 0; i < 501; ++i)
    rows += fmt::format("XX{0},Extra,PV91,AM91,53,4,1000,.2,.2,.2,.2,.2,.3,500,20,5,20,60,500,assumed\n", 10000 + i);
  toy.write("municipalities.csv", rows);
  bool refused = false;
  for (const Problem& problem : toy.problems()) refused = refused || problem.code == "E214";
  EXPECT_TRUE(refused);
}

TEST(ReadCountry, RefusesTwoMunicipalitiesWithOneNumber) {
  const ToyCopy toy;
  toy.write("municipalities.csv",
            toy.text("municipalities.csv") +
                "BE9012,Extra,PV91,AM91,53,4,1000,.2,.2,.2,.2,.2,.3,500,20,5,20,60,500,assumed\n");
  const std::vector<Problem> problems = toy.problems();
  ASSERT_FALSE(problems.empty());
  EXPECT_EQ(problems[0].message, "GM9012 and BE9012 have the same number");
}

TEST(ReadCountry, ReportsMistakesOfAllTablesAtOnce) {
  const ToyCopy toy;
  toy.replace("municipalities.csv", "Veldhoek,PV91", "Veldhoek,PV99");
  toy.replace("sectors.csv", ",0.37,0.43,", ",0.17,0.43,");
  toy.replace("commuting.csv", "GM9001,GM9002", "GM9001,GM9902");
  toy.replace("figures.csv", "assumed", "asumed");
  toy.replace("country.yaml", "year: 2025", "year: soon");
  std::vector<std::string> codes;
  for (const Problem& problem : toy.problems()) codes.push_back(problem.code);
  EXPECT_THAT(codes, testing::UnorderedElementsAre("E211", "E210", "E211", "E217", "E218"));
}

TEST(ReadCountry, MissesEveryLineThatIsTakenOut) {
  for (const char* file :
       {"provinces.csv", "regions.csv", "municipalities.csv", "sectors.csv", "occupations.csv", "jobs.csv",
        "occupation_similarity.csv", "sector_occupation.csv", "ages.csv", "dictionary.csv", "country.yaml"}) {
    const ToyCopy toy;
    const std::string whole = toy.text(file);
    for (std::size_t at = 0; at < whole.size();) {
      const std::size_t next = whole.find('\n', at) + 1;
      std::string damaged = whole;
      toy.write(file, damaged.erase(at, next - at));
      EXPECT_FALSE(toy.problems().empty()) << file << ": " << whole.substr(at, next - at);
      at = next;
    }
  }
}

TEST(ReadCountry, SurvivesTheLossOfAnyCharacter) {
  const ToyCopy toy;
  int refused = 0, taken = 0;
  data::Problems none;
  for (const auto& file : read_country(countries / "toy", none).files) {
    for (std::size_t at = 3; at < file.bytes.size(); at += 97, ++taken) {
      std::string damaged = file.bytes;
      toy.write(file.name, damaged.erase(at, 1));
      if (!toy.problems().empty()) ++refused;
    }
    toy.write(file.name, file.bytes);
  }
  EXPECT_TRUE(toy.problems().empty());
  EXPECT_GT(refused, taken / 10);  // the others fell on names, meanings and digits
}

}  // namespace
}  // namespace polder
