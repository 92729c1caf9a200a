// The optional tables of the supply chain, and the mistakes in them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/world/country_copy.h"

namespace polder {
namespace {

using ::testing::HasSubstr;

std::string said_of(const ToyCopy& toy) {
  data::Problems problems;
  read_country(toy / "", problems);
  return data::to_text(problems.all());
}

void replace(const ToyCopy& toy, const std::string& file, const std::string& from, const std::string& to) {
  std::string text = toy.text(file);
  text.replace(text.find(from), from.size(), to);
  toy.write(file, text);
}

TEST(ReadChain, IsReadBySupplierAndUser) {
  const ToyCopy toy;
  data::Problems problems;
  const Country country = read_country(toy / "", problems).country;
  EXPECT_EQ(data::to_text(problems.all()), "");
  ASSERT_EQ(country.deliveries.size(), 25u);
  EXPECT_EQ(country.deliveries[1 * 5 + 0], .10) << "industry delivers to farms";
  EXPECT_EQ(country.deliveries[0 * 5 + 1], .05) << "farms deliver to industry";
  EXPECT_EQ(country.sectors[SectorIndex{1}].output_per_job, 3);
  EXPECT_EQ(country.sectors[SectorIndex{1}].tradable, .8);
}

TEST(ReadChain, MayBeAbsentButOnlyWhole) {
  const ToyCopy toy;
  std::filesystem::remove(toy / "sector_output.csv");
  EXPECT_THAT(said_of(toy), HasSubstr("there is no such table, but deliveries.csv is there"));
}

TEST(ReadChain, RefusesASectorThatBuysAllItMakes) {
  const ToyCopy toy;
  replace(toy, "deliveries.csv", "J-N,0.05,0.10,0.12,0.18", "J-N,0.05,0.10,0.12,0.98");
  EXPECT_THAT(said_of(toy), HasSubstr("sector J-N buys 1.06 of what it produces from domestic sectors"));
  EXPECT_THAT(said_of(toy), HasSubstr("error[E221]"));
}

TEST(ReadChain, RefusesNegativeDeliveriesAndOutput) {
  const ToyCopy toy;
  replace(toy, "deliveries.csv", "A,0.10,0.05", "A,-0.10,0.05");
  replace(toy, "sector_output.csv", "A,2,1", "A,0,1.5");
  const std::string said = said_of(toy);
  EXPECT_THAT(said, HasSubstr("deliveries.csv:2"));
  EXPECT_THAT(said, HasSubstr("output_per_job is 0"));
  EXPECT_THAT(said, HasSubstr("tradable is 1.5"));
}

TEST(ReadChain, NamesUnknownRepeatedAndMissingSectors) {
  const ToyCopy toy;
  replace(toy, "sector_output.csv", "J-N,1.5,0.5", "A,1.5,0.5");
  replace(toy, "sector_output.csv", "O-U,", "O-X,");
  const std::string said = said_of(toy);
  EXPECT_THAT(said, HasSubstr("sector A is there twice"));
  EXPECT_THAT(said, HasSubstr("did you mean 'O-U'"));
  EXPECT_THAT(said, HasSubstr("no row for sector J-N"));
}

}  // namespace
}  // namespace polder
