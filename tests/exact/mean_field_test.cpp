// T-M7: the network of constant parameters comes to its deterministic fixed point as its residents become many, with
// deviations that shrink like one over the root of their number.
#include <gtest/gtest.h>

#include <cmath>

#include "support/one_node.h"

namespace polder {
namespace {

using namespace testing;

/// Root of the mean squared deviation from the fixed point over replicates and months, times the root of the number of
/// people; and how many independent looks it rests on.
struct Deviation {
  double unemployed = 0, vacancies = 0;
  double looks = 0;
};

constexpr int settle = 60, apart = 20, looks_per_run = 6;  // [months]; the memory of the stocks is some ten months

Deviation deviation(std::uint32_t people, std::uint32_t replicates) {
  const Experiment experiment = one_node(people);
  const auto n = static_cast<double>(people);
  Deviation sum;
  for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
    RunState state = begin_run(experiment);
    const Random random{11, replicate};
    for (int month = 1; month <= settle + apart * (looks_per_run - 1); ++month) {
      simulate_month(state, experiment, experiment.scripts[0], random);
      if (month < settle || (month - settle) % apart != 0) continue;
      const auto unemployed =
          state.world.municipalities.stocks[MunicipalityIndex{0}].labour[static_cast<std::size_t>(Labour::Unemployed)];
      sum.unemployed += std::pow(unemployed / n - drc_unemployed, 2);
      sum.vacancies += std::pow(static_cast<double>(state.world.vacancies.size()) / n - drc_vacancies, 2);
      ++sum.looks;
    }
  }
  return {std::sqrt(sum.unemployed / sum.looks * n), std::sqrt(sum.vacancies / sum.looks * n), sum.looks};
}

/// The root of a mean of n squares has a relative standard error of 1/sqrt(2 n): four of them for the logarithm of a
/// ratio of two.
double room(const Deviation& a, const Deviation& b) { return 4 * std::sqrt(.5 / a.looks + .5 / b.looks); }

void expect_same(const Deviation& few, const Deviation& many) {
  EXPECT_LT(std::abs(std::log(many.unemployed / few.unemployed)), room(few, many))
      << few.unemployed << " and " << many.unemployed;
  EXPECT_LT(std::abs(std::log(many.vacancies / few.vacancies)), room(few, many))
      << few.vacancies << " and " << many.vacancies;
}

TEST(MeanField, IsApproachedAtTheRootOfTheNumberOfPeople) {
  const Deviation thousand = deviation(1000, 40), more = deviation(10000, 20), many = deviation(100000, 8);
  expect_same(thousand, more);
  expect_same(more, many);
}

TEST(DeepMeanField, IsApproachedAtTheRootOfAMillionPeople) {
  const Deviation few = deviation(10000, 20), many = deviation(1000000, 8);
  expect_same(few, many);
}

}  // namespace
}  // namespace polder
