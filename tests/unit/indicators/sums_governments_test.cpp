// What is measured of governments.
#include <gtest/gtest.h>

#include "government/jurisdiction.h"
#include "indicators/observe.h"
#include "support/governed.h"

namespace polder {
namespace {

using namespace testing;

using SumsOfGovernments = Governed;

TEST_F(SumsOfGovernments, CountPairsOfArrangementsWithTheSameMembers) {
  want(Task::Schools, Level::Joint, {city, village});
  want(Task::Crisis, Level::Centre, {city, village});
  want(Task::EmployerServices, Level::Network, {port, moor});
  move();
  Country country = experiment.model.country;
  const auto add = [&](std::initializer_list<MunicipalityIndex> members, std::uint32_t outside) {
    for (const MunicipalityIndex m : members)
      country.municipalities[m].government.arrangements.push_back(
          static_cast<std::uint32_t>(country.arrangements.size()));
    country.arrangements.push_back({"", "", "", members, outside});
  };
  for (MunicipalityFacts& m : country.municipalities) m.government.arrangements.clear();
  country.arrangements.clear();
  add({city, village}, 0);
  add({city, village}, 1);
  add({city, village, port}, 0);
  add({city, village, port}, 0);
  const Inputs other{inputs.model, country, inputs.parameters, inputs.policy, {}, {}, {}, inputs.engine};
  const auto councils = [&](MunicipalityIndex m) { return municipal_sums(world, other)[m].councils; };
  std::size_t bodies = 0;  // of the city, and of them those of city and village alone
  std::size_t same = 1;    // the first above
  for (const government::Participation& part : government::bodies_of(world, city)) {
    ++bodies;
    same += government::members_of(world, country, part.body) == std::vector{city, village} ? 1u : 0u;
  }
  ASSERT_GE(same, 2u);
  EXPECT_EQ(councils(city).pairs, static_cast<double>((bodies + 4) * (bodies + 3)) / 2);
  EXPECT_EQ(councils(city).same_pairs, static_cast<double>(same * (same - 1)) / 2 + 1) << "and two of three";
}

}  // namespace
}  // namespace polder
