// What tests of the synthetic population share: a built world with its country, and counts of its residents.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "support/tiny_country.h"
#include "world/build.h"

namespace polder {

struct Built {
  Country country;
  World world;
  std::vector<FirmIndex> placed;
  std::vector<Problem> problems;
};

inline Built build(const Study& study, const CountryFiles& files = tiny_country()) {
  data::Problems problems;
  Built built;
  built.country = build_country(files, study, problems);
  BuiltWorld world = build_world(built.country, study, problems);
  built.world = std::move(world.world);
  built.placed = std::move(world.placed);
  built.problems = problems.all();
  return built;
}

template <class Test>
std::size_t count_residents(const World& world, Test test) {
  std::size_t sum = 0;
  for (const ResidentIndex p : rows_of(world.residents.now))
    sum += world.residents.now[p].labour != Labour::Absent && test(world.residents.profile[p], world.residents.now[p]);
  return sum;
}

/// Total of a figure over the municipalities inside, in rows.
inline std::size_t expected_rows(const Built& built, double MunicipalityFacts::* persons) {
  double sum = 0;
  for (const MunicipalityFacts& facts : built.country.municipalities) sum += facts.*persons;
  return static_cast<std::size_t>(std::llround(sum / built.world.weight));
}

}  // namespace polder
