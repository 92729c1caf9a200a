#include "cli/table.h"

#include <gtest/gtest.h>

#include <limits>

namespace polder::cli {
namespace {

Table example() {
  return {{"place", "jobs", "share"},
          {"plaats", "banen", "deel"},
          {{"Súdwest-Fryslân", 12, 0.25}, {"a, \"b\"", 3, std::numeric_limits<double>::quiet_NaN()}}};
}

TEST(TableText, AlignsByCharactersAndNumbersToTheRight) {
  EXPECT_EQ(to_text(example(), Format::Text),
            "plaats           banen  deel\n"
            "Súdwest-Fryslân     12  0.25\n"
            "a, \"b\"               3\n");
}

TEST(TableText, QuotesCsvFieldsAndLeavesOutWhatIsNotMeasured) {
  EXPECT_EQ(to_text(example(), Format::Csv),
            "place,jobs,share\n"
            "Súdwest-Fryslân,12,0.25\n"
            "\"a, \"\"b\"\"\",3,\n");
}

TEST(TableText, GivesObjectsInJson) {
  const auto json = nlohmann::json::parse(to_text(example(), Format::Json));
  ASSERT_EQ(json.size(), 2u);
  EXPECT_EQ(json[0]["place"], "Súdwest-Fryslân");
  EXPECT_EQ(json[0]["jobs"], 12);
  EXPECT_TRUE(json[1]["share"].is_null());
}

TEST(TableText, OfNothingIsAnEmptyList) {
  EXPECT_EQ(to_text(Table{{"a"}, {}, {}}, Format::Json), "[]\n");
  EXPECT_EQ(to_text(Table{{"a"}, {}, {}}, Format::Text), "");
}

}  // namespace
}  // namespace polder::cli
