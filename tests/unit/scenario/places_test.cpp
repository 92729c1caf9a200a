#include "scenario/places.h"

#include <gtest/gtest.h>

#include "support/tiny_country.h"

namespace polder {
namespace {

class PlacesOfTiny : public testing::Test {
 protected:
  PlacesOfTiny() : files_(tiny_country()) {
    files_.country.sectors[index_of<SectorIndex>(0)].members = {"B", "C", "D", "E"};
    files_.history.push_back({"GM9001", "Oudstad", 2020, {"GM9101"}});
    files_.history.push_back({"GM9002", "Tussenland", 2018, {"GM9101", "GM9102"}});
    files_.history.push_back({"GM9003", "Verdronken", 1953, {}});
  }

  static data::Node text(std::string value) {
    data::Node node;
    node.kind = data::Node::Kind::Scalar;
    node.text = std::move(value);
    node.path = "who";
    return node;
  }
  std::string only_problem() const { return problems_.all().size() == 1 ? problems_.all()[0].message : "not one"; }

  CountryFiles files_;
  data::Problems problems_;
};

TEST_F(PlacesOfTiny, AreFoundByCodeAndNameWhateverTheCase) {
  const Places places(files_, true);
  EXPECT_EQ(places.municipality(text("GM9102"), problems_), "GM9102");
  EXPECT_EQ(places.municipality(text("gm9102"), problems_), "GM9102");
  EXPECT_EQ(places.municipality(text("haven"), problems_), "GM9103");
  EXPECT_EQ(places.region(text("East"), problems_), "AM92");
  EXPECT_FALSE(problems_.any());
}

TEST_F(PlacesOfTiny, NeedTheirProvinceInBracketsOnlyWhereTwoHaveAName) {
  auto& municipalities = files_.country.municipalities;
  municipalities[MunicipalityIndex{1}].name = "Dorp (W.)";
  const Places one(files_, true);
  EXPECT_EQ(one.municipality(text("dorp"), problems_), "GM9102");
  EXPECT_FALSE(problems_.any());
  municipalities[MunicipalityIndex{3}].name = "Dorp (O.)";
  const Places two(files_, true);
  EXPECT_FALSE(two.municipality(text("Dorp"), problems_));
  EXPECT_EQ(problems_.all()[0].help, "did you mean 'Dorp (W.)' (GM9102) or 'Dorp (O.)' (GM9104)?");
}

TEST_F(PlacesOfTiny, SuggestTheNearestName) {
  const Places places(files_, true);
  EXPECT_FALSE(places.municipality(text("Havn"), problems_));
  ASSERT_EQ(problems_.all().size(), 1u);
  EXPECT_EQ(problems_.all()[0].code, "E107");
  EXPECT_EQ(problems_.all()[0].help, "did you mean 'Haven' (GM9103)?");
}

TEST_F(PlacesOfTiny, NameTheSuccessorOfAMergedMunicipality) {
  const Places places(files_, true);
  EXPECT_FALSE(places.municipality(text("GM9001"), problems_));
  EXPECT_EQ(only_problem(), "who: GM9001 Oudstad was merged into GM9101 Stad in 2021");
  EXPECT_EQ(problems_.all()[0].code, "E116");
}

TEST_F(PlacesOfTiny, NameAllSuccessorsOfADividedOne) {
  const Places places(files_, true);
  EXPECT_FALSE(places.municipality(text("tussenland"), problems_));
  EXPECT_EQ(only_problem(), "who: GM9002 Tussenland was divided among GM9101 Stad, GM9102 Dorp in 2019");
}

TEST_F(PlacesOfTiny, SayWhenAMunicipalityLeftNoSuccessor) {
  const Places places(files_, true);
  EXPECT_FALSE(places.municipality(text("Verdronken"), problems_));
  EXPECT_EQ(only_problem(), "who: GM9003 Verdronken no longer exists since 1954");
}

TEST_F(PlacesOfTiny, TakeSectorsByCodeNameAndMember) {
  const Places places(files_, true);
  EXPECT_EQ(places.sector(text("B-E"), problems_), "B-E");
  EXPECT_EQ(places.sector(text("C"), problems_), "B-E");
  EXPECT_EQ(places.sector(text("trade"), problems_), "G");
  EXPECT_FALSE(problems_.any());
  EXPECT_FALSE(places.sector(text("X"), problems_));
  EXPECT_EQ(problems_.all()[0].code, "E108");
  EXPECT_EQ(problems_.all()[0].help, "sectors are B-E, G, Q");
}

TEST_F(PlacesOfTiny, TakeARegionOrProvinceForItsMunicipalities) {
  const Places places(files_, true);
  const std::vector<std::string> west{"GM9101", "GM9102"}, east{"GM9103", "GM9104"}, dorp{"GM9102"};
  EXPECT_EQ(places.municipalities(text("AM91"), problems_), west);
  EXPECT_EQ(places.municipalities(text("Oostland"), problems_), east);
  EXPECT_EQ(places.municipalities(text("Dorp"), problems_), dorp);
  EXPECT_FALSE(problems_.any());
}

TEST_F(PlacesOfTiny, StaySilentWhenTheTablesAreDamaged) {
  const Places places(files_, false);
  EXPECT_FALSE(places.municipality(text("Havn"), problems_));
  EXPECT_TRUE(places.municipalities(text("Havn"), problems_).empty());
  EXPECT_FALSE(places.sector(text("X"), problems_));
  EXPECT_FALSE(problems_.any());
}

}  // namespace
}  // namespace polder
