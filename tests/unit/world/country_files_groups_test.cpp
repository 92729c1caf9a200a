// The optional tables of occupation groups: read when both are there, and every mistake in them with its place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "unit/world/country_copy.h"

namespace polder {
namespace {

/// The toy country with five occupation groups, two of the first class.
struct ToyWithGroups : ToyCopy {
  ToyWithGroups() {
    write("isco3.csv",
          "code,name_nl,name_en,occupation,job_zone\n"
          "111,Bestuurders,Directors,01,4.5\n"
          "232,Vakdocenten,Vocational teachers,01,3\n"
          "512,Koks,Cooks,02,2\n"
          "711,Bouwvakkers,Builders,03,2.1\n"
          "832,Chauffeurs,Drivers,04,2\n");
    write("isco3_similarity.csv",
          "a,b,cosine\n"
          "111,232,0.4\n232,512,-0.2\n512,111,-0.5\n111,711,-0.6\n232,711,-0.3\n"
          "512,711,0.5\n111,832,-0.7\n232,832,-0.4\n512,832,0.6\n711,832,0.7\n");
    std::string told = text("dictionary.csv");
    for (const char* column :
         {"isco3.csv,code", "isco3.csv,name_nl", "isco3.csv,name_en", "isco3.csv,occupation", "isco3.csv,job_zone",
          "isco3_similarity.csv,a", "isco3_similarity.csv,b", "isco3_similarity.csv,cosine"})
      told += fmt::format("{},,assumed,made for this test,invented\n", column);
    write("dictionary.csv", told);
  }
};

TEST(ReadGroups, AreReadWithBothWaysOfEachPair) {
  const ToyWithGroups toy;
  data::Problems problems;
  const Country country = read_country(toy / "", problems).country;
  EXPECT_EQ(data::to_text(problems.all()), "");
  ASSERT_EQ(country.groups.size(), 5u);
  const OccupationGroup& cooks = country.groups[GroupIndex{2}];
  EXPECT_EQ(cooks.code, "512");
  EXPECT_EQ(cooks.name_nl, "Koks");
  EXPECT_EQ(cooks.name_en, "Cooks");
  EXPECT_EQ(cooks.occupation, OccupationIndex{1});
  EXPECT_EQ(cooks.job_zone, 2);
  const auto similar = [&](std::size_t a, std::size_t b) { return country.group_similarity[a * 5 + b]; };
  EXPECT_EQ(similar(2, 2), 1);
  EXPECT_EQ(similar(2, 4), .6);
  EXPECT_EQ(similar(4, 2), .6);
  EXPECT_EQ(similar(0, 2), -.5);
}

TEST(ReadGroups, MayBeAbsent) {
  const ToyCopy toy;
  data::Problems problems;
  const Country country = read_country(toy / "", problems).country;
  EXPECT_TRUE(problems.all().empty());
  EXPECT_TRUE(country.groups.empty());
  EXPECT_TRUE(country.group_similarity.empty());
}

class OneGroupMistake : public testing::TestWithParam<Mistake> {};

TEST_P(OneGroupMistake, IsReportedOnceWithItsPlace) { expect_reported_once(ToyWithGroups(), GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    ReadGroups, OneGroupMistake,
    testing::Values(
        Mistake{"isco3.csv", "Cooks,02", "Cooks,20", "E211", 4, "unknown occupation '20' in column occupation", ""},
        Mistake{"isco3.csv", "832,", "711,", "E212", 6, "occupation group '711' is given twice", "it is in line 5 too"},
        Mistake{"isco3.csv", "Cooks,02,2", "Cooks,02,7", "E217", 4, "job_zone is 7; it must lie between 1 and 5", ""},
        Mistake{"isco3.csv", "Cooks,02,2", "Cooks,02,low", "E203", 4, "'low' in column 'job_zone' is not a number",
                "write it as 1234.5: a point, no spaces, no separators"},
        Mistake{"isco3.csv", "Drivers,04", "Drivers,03", "E213", 0, "no group for occupation 04", ""},
        Mistake{"isco3.csv", "512,Koks", ",Koks", "E217", 4, "an occupation group without a code", ""},
        Mistake{"isco3_similarity.csv", "512,832,", "512,823,", "E211", 10,
                "unknown occupation group '823' in column b", "did you mean '832' (Drivers)?"},
        Mistake{"isco3_similarity.csv", "512,832,0.6", "512,832,1.6", "E217", 10,
                "cosine is 1.6; it must lie between -1 and 1", ""},
        Mistake{"isco3_similarity.csv", "711,832,0.7\n", "711,832,0.7\n512,711,0.5\n", "E212", 12,
                "512 and 711 are given twice", "a pair has one row, in either order"},
        Mistake{"isco3_similarity.csv", "711,832,0.7\n", "711,832,0.7\n711,512,0.5\n", "E212", 12,
                "711 and 512 are given twice", "a pair has one row, in either order"},
        Mistake{"isco3_similarity.csv", "711,832,0.7\n", "711,832,0.7\n711,711,1\n", "E217", 12,
                "occupation group 711 is paired with itself", "leave it out: every group is 1 similar to itself"},
        Mistake{"isco3_similarity.csv", "512,832,0.6\n", "", "E213", 0, "no row for the pair 512-832",
                "every pair of groups has a row"}));

TEST(ReadGroups, ComeTogether) {
  for (const auto& [absent, there] :
       {std::pair{"isco3.csv", "isco3_similarity.csv"}, std::pair{"isco3_similarity.csv", "isco3.csv"}}) {
    const ToyWithGroups toy;
    fs::remove(toy / absent);
    const std::vector<Problem> problems = toy.problems();
    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(problems[0].code, "E200");
    EXPECT_EQ(problems[0].file, (toy / absent).generic_string());
    EXPECT_EQ(problems[0].message, fmt::format("there is no such table, but {} is there", there));
    EXPECT_EQ(problems[0].help, "a country has both tables of occupation groups, or neither");
  }
}

TEST(ReadGroups, NameTheFirstOfManyMissingPairs) {
  const ToyWithGroups toy;
  toy.write("isco3_similarity.csv", "a,b,cosine\n111,232,0.4\n");
  const std::vector<Problem> problems = toy.problems();
  ASSERT_EQ(problems.size(), 1u) << data::to_text(problems);
  EXPECT_EQ(problems[0].message, "no row for the pair 111-512, 111-711, 111-832, 232-512, 232-711 and 4 more");
}

}  // namespace
}  // namespace polder
