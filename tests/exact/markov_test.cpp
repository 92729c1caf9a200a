// T-M1, T-M2, T-M8, T-M9: chains and hazards driven by the same draws and thresholds as the model.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

#include "polder/base/random.h"

namespace polder {
namespace {

using Matrix = std::array<std::array<double, 3>, 3>;

Matrix times(const Matrix& a, const Matrix& b) {
  Matrix c{};
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j)
      for (std::size_t k = 0; k < 3; ++k) c[i][j] += a[i][k] * b[k][j];
  return c;
}

std::uint32_t luck(const Random& random, Month month, std::uint32_t row) {
  const Block block = random.prefix_block(month, row);
  const std::uint32_t low = random.word(Draw::LifeDetail, month, row, 1) & 0xFFFFu;
  return Random::prefix_in(block, row) << 16 | low;
}

TEST(TwoStates, ApproachTheirStationaryShareAsTheFormulaSays) {
  constexpr double s = 0.00525, f = 0.17537;
  constexpr std::uint32_t persons = 200000;
  const double stationary = s / (s + f);
  EXPECT_NEAR(stationary, 0.029067, 1e-5);
  std::vector<bool> unemployed(persons, false);
  const Random random{7, 3};
  Month month = Month::of(2026, 1);
  for (int t = 1; t <= 60; ++t, month = month + 1) {
    std::uint32_t count = 0;
    for (std::uint32_t row = 0; row < persons; ++row) {
      const Threshold chance = threshold(unemployed[row] ? f : s);
      if (luck(random, month, row) < chance) unemployed[row] = !unemployed[row];
      count += unemployed[row] ? 1 : 0;
    }
    const double expected = stationary - stationary * std::pow(1 - s - f, t);
    const double sd = std::sqrt(persons * expected * (1 - expected));
    EXPECT_NEAR(count, persons * expected, 4 * sd) << "month " << t;
  }
}

TEST(ThreeStates, MonthlyRootOfTheQuarterlyMatrixHasThePublishedStationaryShares) {
  // Monthly root of the three-month transitions of April 2024 (CBS 82848NED), rows E, U, N; counts in thousands.
  const Matrix quarterly{{{9489.0 / 9814, 116.0 / 9814, 209.0 / 9814},
                          {143.0 / 368, 135.0 / 368, 90.0 / 368},
                          {178.0 / 3191, 123.0 / 3191, 2890.0 / 3191}}};
  // Newton's iteration for the cube root of a matrix near the identity, by repeated averaging.
  Matrix root{{{.98787, .00525, .00688}, {.17537, .71119, .11344}, {.01653, .01801, .96546}}};
  const Matrix cube = times(times(root, root), root);
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j) EXPECT_NEAR(cube[i][j], quarterly[i][j], 3e-5);
  std::array<double, 3> share{.7, .05, .25};
  for (int t = 0; t < 5000; ++t) {
    std::array<double, 3> next{};
    for (std::size_t i = 0; i < 3; ++i)
      for (std::size_t j = 0; j < 3; ++j) next[j] += share[i] * root[i][j];
    share = next;
  }
  EXPECT_NEAR(share[0], .7331, 2e-4);
  EXPECT_NEAR(share[1], .02822, 2e-4);
  EXPECT_NEAR(share[1] / (share[0] + share[1]), .03706, 1e-4);
}

TEST(ThreeStates, CompetingThresholdsOfAMillionPersonsStayAtTheStationaryShares) {
  const Matrix root{{{.98787, .00525, .00688}, {.17537, .71119, .11344}, {.01653, .01801, .96546}}};
  constexpr std::uint32_t persons = 300000;
  const std::array<double, 3> stationary{.733115, .028216, .238669};
  std::vector<std::uint8_t> state(persons);
  for (std::uint32_t row = 0; row < persons; ++row)
    state[row] = row < persons * stationary[0] ? 0 : row < persons * (stationary[0] + stationary[1]) ? 1 : 2;
  const Random random{11, 0};
  for (int t = 0; t < 36; ++t)
    for (std::uint32_t row = 0; row < persons; ++row) {
      std::uint32_t left = luck(random, Month::of(2026, 1) + t, row);
      const auto& chances = root[state[row]];
      for (const int to : {1, 2}) {
        const std::uint8_t target = static_cast<std::uint8_t>((state[row] + to) % 3);
        const Threshold chance = threshold(chances[target]);
        if (left < chance) {
          state[row] = target;
          break;
        }
        left -= chance;
      }
    }
  std::array<double, 3> count{};
  for (const std::uint8_t s : state) ++count[s];
  for (std::size_t s = 0; s < 3; ++s) {
    const double sd = std::sqrt(persons * stationary[s] * (1 - stationary[s]));
    EXPECT_NEAR(count[s], persons * stationary[s], 4 * sd);
  }
}

TEST(Durations, SurvivalIsTheProductOfOneMinusTheHazard) {
  constexpr std::uint32_t persons = 100000;
  const Random random{5, 1};
  std::vector<int> left_at(persons, 1000);
  for (int d = 0; d < 24; ++d) {
    const Threshold chance = threshold(.11 * std::exp(-.08 * d) + .02);
    for (std::uint32_t row = 0; row < persons; ++row)
      if (left_at[row] == 1000 && luck(random, Month::of(2026, 1) + d, row) < chance) left_at[row] = d;
  }
  const std::pair<int, double> table[] = {{3, .677}, {6, .494}, {12, .307}, {24, .170}};
  for (const auto& [months, survivors] : table) {
    double count = 0;
    for (const int month : left_at) count += month >= months ? 1 : 0;
    EXPECT_NEAR(count / persons, survivors, 4 * std::sqrt(survivors * (1 - survivors) / persons) + 5e-4);
  }
}

TEST(CompetingRisks, ExitsDivideInProportionToTheirHazards) {
  constexpr std::uint32_t persons = 400000;
  const Random random{9, 2};
  const Threshold first = threshold(.03), second = threshold(.06), third = threshold(.01);
  double exits[3] = {0, 0, 0};
  for (std::uint32_t row = 0; row < persons; ++row) {
    const std::uint32_t word = luck(random, Month::of(2026, 5), row);
    if (word < first)
      ++exits[0];
    else if (word < first + second)
      ++exits[1];
    else if (word < first + second + third)
      ++exits[2];
  }
  const double all = exits[0] + exits[1] + exits[2];
  const double shares[] = {.3, .6, .1};
  for (int j = 0; j < 3; ++j) EXPECT_NEAR(exits[j] / all, shares[j], 4 * std::sqrt(shares[j] * (1 - shares[j]) / all));
}

}  // namespace
}  // namespace polder
