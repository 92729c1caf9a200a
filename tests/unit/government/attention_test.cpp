#include "government/attention.h"

#include <gtest/gtest.h>

#include "region.h"

namespace polder::government {
namespace {

using polder::testing::shipped;

TEST(AttentionHours, AddUpWhatIsAsked) {
  EXPECT_EQ(attention_hours({}, shipped()), 0);
  const Demands demands{{2, 3, 4}, 1, .5, .25, 10};
  EXPECT_NEAR(attention_hours(demands, shipped()), 2 * 3 + 3 * 2 + 4 * 4 + 6 + 2 + 2 + 10, 1e-12);
}

TEST(AttentionLeft, IsAllOfItForTheArrangementsOfADutchMunicipality) {
  const Demands usual{{11, 11, 11}, 0, 0, 0, 0};
  const double hours = attention_hours(usual, shipped());
  EXPECT_EQ(hours, 99);
  EXPECT_EQ(attention_left(hours, 3, false, shipped()), 1);
  EXPECT_NEAR(attention_left(hours, 3, true, shipped()), 96.0 / 99, 1e-12) << "one hand costs capacity";
}

TEST(AttentionLeft, FallsInProportionToTheOverload) {
  EXPECT_NEAR(attention_left(160, 2, false, shipped()), .5, 1e-12);
  EXPECT_EQ(attention_left(80, 2, false, shipped()), 1);
  EXPECT_EQ(attention_left(0, 0, false, shipped()), 1);
}

}  // namespace
}  // namespace polder::government
