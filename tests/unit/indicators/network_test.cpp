#include "indicators/network.h"

#include <gtest/gtest.h>

#include <cmath>

namespace polder {
namespace {

constexpr std::size_t municipalities = 5;

MunicipalityIndex place(std::size_t row) { return index_of<MunicipalityIndex>(row); }

/// Municipalities 0..4, a province (5) and uwv (6).
class Network : public ::testing::Test {
 protected:
  Network() {
    world.municipalities.council.resize(municipalities);
    for (std::size_t m = 0; m < municipalities; ++m) members.push_back(place(m));
  }
  void tie(std::uint16_t a, std::uint16_t b, double trust) {
    world.ties.push_back({GovernmentIndex{a}, GovernmentIndex{b}, 0, 0, trust});
  }
  TrustNetwork measure() { return trust_network(world, members, brokerage); }

  World world;
  std::vector<MunicipalityIndex> members;
  std::vector<double> brokerage;
};

TEST_F(Network, OfAStarRunsThroughItsMiddle) {
  for (std::uint16_t m = 1; m <= 4; ++m) tie(0, m, .9);
  const TrustNetwork network = measure();
  EXPECT_DOUBLE_EQ(network.density, 1);
  EXPECT_DOUBLE_EQ(network.parts, 1);
  EXPECT_DOUBLE_EQ(network.brokerage, 1);
  EXPECT_EQ(brokerage, (std::vector<double>{1, 0, 0, 0, 0}));
}

TEST_F(Network, OfALineRunsThroughTheMiddleByTheFormulaOfFreeman) {
  for (std::uint16_t m = 0; m <= 3; ++m) tie(m, static_cast<std::uint16_t>(m + 1), .9);
  measure();
  EXPECT_DOUBLE_EQ(brokerage[0], 0);
  EXPECT_DOUBLE_EQ(brokerage[1], 3. / 6) << "1 x 3 of the 6 pairs of others";
  EXPECT_DOUBLE_EQ(brokerage[2], 4. / 6) << "2 x 2 of them";
}

TEST_F(Network, FallsApartWhereTrustIsWeak) {
  tie(0, 1, .61);
  tie(1, 2, .6);
  tie(3, 4, .61);
  const TrustNetwork network = measure();
  EXPECT_DOUBLE_EQ(network.density, 2. / 3) << "60 % itself is not strong";
  EXPECT_DOUBLE_EQ(network.parts, 3);
  EXPECT_DOUBLE_EQ(network.brokerage, 0);
}

TEST_F(Network, CountsTheProvinceAndAgenciesOfItsMembersOnly) {
  tie(0, 5, .9);
  tie(1, 5, .9);
  tie(3, 6, .9);
  tie(5, 6, .1);
  members = {place(0), place(1)};
  const TrustNetwork network = measure();
  EXPECT_DOUBLE_EQ(network.density, 1) << "uwv has a tie with another municipality";
  EXPECT_DOUBLE_EQ(network.parts, 1);
  EXPECT_DOUBLE_EQ(network.brokerage, 0) << "the province is the broker, none of the members";
}

TEST_F(Network, IsUnknownWithoutTies) {
  const TrustNetwork network = measure();
  EXPECT_TRUE(std::isnan(network.density));
  EXPECT_TRUE(std::isnan(network.parts));
  EXPECT_TRUE(std::isnan(network.brokerage));
  EXPECT_EQ(brokerage.size(), municipalities);
}

}  // namespace
}  // namespace polder
