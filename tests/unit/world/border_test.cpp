// Places beyond the national border: the table and the mistakes in it, and what a country with them looks like.
#include "world/border.h"

#include <gmock/gmock.h>

#include "unit/world/built.h"
#include "unit/world/country_copy.h"
#include "world/situation.h"

namespace polder {
namespace {

using ::testing::HasSubstr;

constexpr const char* header = "code,name,country,latitude,longitude,jobs,wage_factor,inbound\n";

/// What is said of the toy country with this table of places abroad.
std::string said_of(const std::string& rows) {
  const ToyCopy toy;
  toy.write("border.csv", header + rows);
  std::string dictionary = toy.text("dictionary.csv");
  for (const char* column : {"code", "name", "country", "latitude", "longitude", "jobs", "wage_factor", "inbound"})
    dictionary += fmt::format("border.csv,{},,assumed,a column,a test\n", column);
  toy.write("dictionary.csv", dictionary);
  return data::to_text(toy.problems());
}

/// A place at a municipality of the toy country.
std::string place(const std::string& code, const std::string& what) {
  const ToyCopy toy;
  data::Problems ignored;
  const MunicipalityFacts there = read_country(toy / "", ignored).country.municipalities[MunicipalityIndex{0}];
  return fmt::format("{},Somewhere,DE,{},{},{}\n", code, there.latitude, there.longitude, what);
}

TEST(ReadBorder, IsOptionalAndReadWhole) {
  EXPECT_EQ(said_of(place("DE-A", "5000,0.9,300") + place("DE-B", "0,1,0")), "");
}

TEST(ReadBorder, RefusesImpossibleValuesAndRepeatedCodes) {
  EXPECT_THAT(said_of(place("DE-A", "-5,1,0")), HasSubstr("error[E217]: jobs is -5"));
  EXPECT_THAT(said_of(place("DE-A", "5,0,0")), HasSubstr("wage_factor is 0"));
  EXPECT_THAT(said_of(place("DE-A", "5,1,-3")), HasSubstr("inbound is -3"));
  EXPECT_THAT(said_of(place("DE-A", "5,1,many")), HasSubstr("error[E203]"));
  EXPECT_THAT(said_of(place("DE-A", "5,1,0") + place("DE-A", "6,1,0")), HasSubstr("error[E212]"));
  EXPECT_THAT(said_of("DE-A,Somewhere,Germany,52,5,10,1,0\n"), HasSubstr("'Germany' is no country code"));
  EXPECT_THAT(said_of(""), HasSubstr("error[E214]: a country needs at least one place abroad"));
}

TEST(ReadBorder, RefusesCoordinatesFromWhichNobodyCommutes) {
  EXPECT_THAT(said_of("DE-A,Somewhere,DE,152,5,10,1,0\n"), HasSubstr("latitude is 152"));
  const std::string swapped = said_of("DE-A,Somewhere,DE,7,52,10,1,0\n");
  EXPECT_THAT(swapped, HasSubstr("error[E190]"));
  EXPECT_THAT(swapped, HasSubstr("border.csv:2"));
}

/// The tiny country with a place 25 km east of Veen, one out of reach of all but Veen, and one out of reach of all.
CountryFiles with_border() {
  CountryFiles files = tiny_country();
  files.country.border = {{"DE-NEAR", "Near", "DE", 52.10, 5.97, 20000, .9, 800, 0},
                          {"DE-EDGE", "Edge", "DE", 52.10, 6.45, 20000, 1, 200, 0},
                          {"DE-FAR", "Far", "DE", 52.10, 9.00, 20000, 1, 500, 0}};
  return files;
}

Study border_study(std::uint32_t weight = 2) {
  Study study = tiny_study(weight);
  study.parameters.border = {.15, .02, .4, .4};
  return study;
}

TEST(PlacesAbroad, AreThoseWithinReach) {
  const Built built = build(border_study(), with_border());
  const Country& country = built.country;
  ASSERT_EQ(country.municipalities.size(), 6u);
  EXPECT_EQ(country.first_abroad, 4u);
  EXPECT_FALSE(country.is_abroad(MunicipalityIndex{3}));
  EXPECT_TRUE(country.is_abroad(MunicipalityIndex{4}));
  EXPECT_EQ(country.municipalities[MunicipalityIndex{5}].code, "DE-EDGE");
  const auto weight = [&](std::size_t home, std::size_t work) -> int {
    for (const Reach& reach : country.reach[index_of<MunicipalityIndex>(home)])
      if (number(reach.municipality) == work) return reach.weight;
    return 0;
  };
  EXPECT_GT(weight(3, 4), weight(2, 4)) << "Veen is nearer than Haven";
  EXPECT_GT(weight(2, 4), 0);
  EXPECT_GT(weight(3, 5), 0);
  EXPECT_EQ(weight(0, 5), 0) << "farther than anybody commutes";
  EXPECT_EQ(weight(4, 4) + weight(4, 5) + weight(5, 4), 0) << "from abroad people seek here only";
  EXPECT_GT(weight(4, 3), weight(4, 0));
}

TEST(PlacesAbroad, WeighInProportionToTheParameterAndCostNobodyHisWork) {
  const auto persons_abroad = [](double weight) {
    Study study = border_study();
    study.parameters.border.weight = weight;
    const Country country = build(study, with_border()).country;
    const std::size_t size = country.municipalities.size();
    double abroad = 0;
    for (std::size_t home = 0; home < 4; ++home) {
      double all = 0;
      for (std::size_t work = 0; work < size; ++work) all += country.commuters[home * size + work];
      EXPECT_NEAR(all, country.municipalities[index_of<MunicipalityIndex>(home)].employed, 1e-6);
      for (std::size_t work = 4; work < size; ++work) abroad += country.commuters[home * size + work];
    }
    return abroad;
  };
  const double little = persons_abroad(.05), more = persons_abroad(.1);
  EXPECT_GT(little, 0);
  EXPECT_NEAR(more / little, 2, .1) << "less than twice: of all work";
  EXPECT_LT(more, 2 * little);
}

TEST(PlacesAbroad, SendAllTheirPeopleToTheWholeCountry) {
  const Country country = build(border_study(), with_border()).country;
  EXPECT_NEAR(country.municipalities[MunicipalityIndex{4}].employed, 800, 1e-9);
  EXPECT_NEAR(country.municipalities[MunicipalityIndex{5}].employed, 200, 1e-9);
}

TEST(PlacesAbroad, SendToAPartOfTheCountryWhatGoesThere) {
  Study study = border_study();
  study.scope = Scope{};
  study.scope->region = "AM92";
  study.scope->ring = 0;
  const Country part = build(study, with_border()).country, whole = build(border_study(), with_border()).country;
  ASSERT_EQ(part.municipalities.size(), 5u) << "Haven, Veen, what is elsewhere, Near, and Edge";
  double inside = 0;  // from Near to Haven and Veen
  for (const std::size_t work : {2u, 3u}) inside += whole.commuters[4 * 6 + work];
  EXPECT_LT(inside, 800) << "some go to Dorp";
  EXPECT_NEAR(part.municipalities[MunicipalityIndex{3}].employed, inside, 1e-6);
  EXPECT_NEAR(part.municipalities[MunicipalityIndex{4}].employed, 200, 1e-9) << "from Edge all go to Veen";
  EXPECT_TRUE(part.reach[MunicipalityIndex{2}].size() <= 3) << "who live elsewhere do not seek abroad";
  for (const Reach& reach : part.reach[MunicipalityIndex{2}]) EXPECT_FALSE(part.is_abroad(reach.municipality));
}

TEST(PlacesAbroad, HaveARowPerSectorWithTheVacanciesOfTheTable) {
  const Built built = build(border_study(), with_border());
  EXPECT_TRUE(built.problems.empty());
  const Firms& firms = built.world.firms;
  double offered = 0, vacancies = 0, jobs = 0;
  std::size_t rows = 0;
  for (const FirmIndex f : rows_of(firms.state)) {
    const bool abroad = built.country.is_abroad(firms.municipality[f]);
    ASSERT_EQ(firms.state[f] == FirmState::Abroad, abroad);
    if (!abroad) continue;
    ++rows;
    offered += firms.target[f];
    vacancies += firms.vacancies[f];
    jobs += firms.jobs[f];
  }
  EXPECT_EQ(rows, 2 * built.country.sectors.size());
  EXPECT_NEAR(offered, 2 * 20000 * .02 / .38 / 2, 1e-6)
      << "statistics see 38 % of the vacancies; one row is two persons";
  EXPECT_NEAR(vacancies, offered, 1);
  double held = 0;
  for (const Stocks& stocks : built.world.municipalities.stocks) held += static_cast<double>(stocks.abroad);
  EXPECT_EQ(jobs, held);
  double planned = 0;
  for (std::size_t home = 0; home < 4; ++home)
    for (const std::size_t work : {4u, 5u}) planned += built.country.commuters[home * 6 + work];
  EXPECT_GT(planned, 0);
  EXPECT_NEAR(jobs, planned / 2, .05 * planned + 1);
}

TEST(PlacesAbroad, SayThatNobodyThereIsSelfEmployedOrOutOfWork) {
  const Built built = build(border_study(), with_border());
  std::size_t inbound = 0;
  for (const ResidentIndex p : rows_of(built.world.residents.now)) {
    const Situation& now = built.world.residents.now[p];
    if (now.labour == Labour::Absent) continue;
    if (works_abroad(built.world.firms, now)) {
      EXPECT_NE(now.labour, Labour::SelfEmployed);
      EXPECT_FALSE(built.country.is_abroad(built.world.residents.profile[p].municipality()));
    }
    if (!built.country.is_abroad(built.world.residents.profile[p].municipality())) continue;
    ++inbound;
    EXPECT_TRUE(works(now.labour));
  }
  EXPECT_EQ(inbound, 500u) << "1,000 persons";
}

TEST(PlacesAbroad, AreNotThereAtAWeightOfZero) {
  Study study = border_study();
  study.parameters.border.weight = 0;
  const Built with = build(study, with_border()), without = build(study, tiny_country());
  EXPECT_EQ(with.country.municipalities.size(), 4u);
  EXPECT_EQ(with.country.commuters, without.country.commuters);
  EXPECT_EQ(with.world.firms.size(), without.world.firms.size());
  EXPECT_TRUE(with.world.residents.now == without.world.residents.now);
}

}  // namespace
}  // namespace polder
