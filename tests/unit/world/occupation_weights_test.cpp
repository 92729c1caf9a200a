// The kernel of occupations with and without the bridge of an agreement across sectors.
#include "world/occupation_weights.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "built.h"

namespace polder {
namespace {

/// Three occupations of which the first two are alike.
Country alike() {
  CountryFiles files = tiny_country();
  files.country.similarity = {1, .6, .2, .6, 1, -.5, .2, -.5, 1};
  return build(tiny_study(), files).country;
}

TEST(OccupationWeights, AreThoseOfTheCountryWithoutABridge) {
  const Country country = alike();
  EXPECT_EQ(occupation_weights(country, tiny_parameters(), 0), country.occupation_weight);
}

TEST(OccupationWeights, AddTheBridgeTowardsLikeOccupationsOnly) {
  const Country country = alike();
  const auto weight = occupation_weights(country, tiny_parameters(), .05);
  // Row of the first occupation: .8 for itself, .2 over the others by employment x exp(4 cosine), the bridge to the
  // only one that is like it, times wages; job zones are 2.4, 3.0 and 3.6.
  const double b = 19000 * std::exp(4 * .6), c = 23000 * std::exp(4 * .2), zone = .22;
  EXPECT_EQ(weight[0], 65535);
  EXPECT_NEAR(weight[1], 65535 * (.2 * b / (b + c) + .05) * std::exp(zone * .6) / .8, .51);
  EXPECT_NEAR(weight[2], 65535 * (.2 * c / (b + c)) * std::exp(zone * 1.2) / .8, .51);
  for (std::size_t to = 0; to < 3; ++to) EXPECT_EQ(weight[6 + to], country.occupation_weight[6 + to]) << to;
  for (std::size_t cell = 9; cell < weight.size(); ++cell) EXPECT_EQ(weight[cell], country.occupation_weight[cell]);
}

TEST(OccupationWeights, SpreadTheBridgeByEmployment) {
  Country country = alike();
  country.similarity = {1, .6, .6, .6, 1, .6, .6, .6, 1};
  Parameters parameters = tiny_parameters();
  parameters.occupation.same = 1;
  parameters.occupation.wage_power = 0;
  const auto weight = occupation_weights(country, parameters, .15);
  EXPECT_NEAR(weight[1], 65535 * .15 * 19 / 42, .51);
  EXPECT_NEAR(weight[2], 65535 * .15 * 23 / 42, .51);
}

TEST(OccupationWeights, AreWholeWithALargestOf65535AlsoWhereABridgeOutweighsTheOwnOccupation) {
  const Country country = alike();
  Parameters parameters = tiny_parameters();
  parameters.occupation.same = .1;
  const auto weight = occupation_weights(country, parameters, 1);
  for (std::size_t row = 0; row < weight.size(); row += 3)
    EXPECT_EQ(*std::max_element(weight.begin() + static_cast<std::ptrdiff_t>(row),
                                weight.begin() + static_cast<std::ptrdiff_t>(row) + 3),
              65535);
  EXPECT_LT(weight[0], weight[1]);
}

TEST(OccupationWeights, BridgeNothingAboveTheLargestLikeness) {
  const Country country = alike();
  Parameters parameters = tiny_parameters();
  parameters.agenda.bridge_from = .6;  // the bridge is for what lies above it
  EXPECT_EQ(occupation_weights(country, parameters, .15), country.occupation_weight);
}

}  // namespace
}  // namespace polder
