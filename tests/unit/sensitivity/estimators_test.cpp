// Against functions whose answers are known.
#include "sensitivity/estimators.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "scenario/samples.h"

namespace polder::sensitivity {
namespace {

using std::numbers::pi;
using Numbers = std::vector<double>;

/// Ishigami and Homma (1990), a = 7, b = 0.1.
double ishigami(const UnitPoint& u) {
  const auto x = [&](std::size_t i) { return pi * (2 * u[i] - 1); };
  return std::sin(x(0)) + 7 * std::pow(std::sin(x(1)), 2) + .1 * std::pow(x(2), 4) * std::sin(x(0));
}

constexpr double g_factors[] = {0, .5, 3, 9, 99, 99};

/// The g-function (Saltelli and Sobol 1995).
double g_function(const UnitPoint& u) {
  double product = 1;
  for (std::size_t i = 0; i < u.size(); ++i) product *= (std::abs(4 * u[i] - 2) + g_factors[i]) / (1 + g_factors[i]);
  return product;
}

std::vector<Sobol> indices_of(double (*f)(const UnitPoint&), std::uint32_t rows, std::size_t axes) {
  const auto points = saltelli(1, rows, axes);
  std::vector<double> a, b;
  std::vector<std::vector<double>> ab(axes);
  for (std::size_t row = 0; row < points.size(); row += axes + 2) {
    a.push_back(f(points[row]));
    b.push_back(f(points[row + 1]));
    for (std::size_t axis = 0; axis < axes; ++axis) ab[axis].push_back(f(points[row + 2 + axis]));
  }
  std::vector<Sobol> found;
  for (const auto& each : ab) found.push_back(sobol(a, b, each));
  return found;
}

void expect_holds(const Estimate& estimate, double truth, double near, const std::string& what) {
  EXPECT_LE(estimate.low, truth) << what;
  EXPECT_GE(estimate.high, truth) << what;
  EXPECT_NEAR(estimate.value, truth, near) << what;
}

TEST(SobolIndices, OfIshigamiAreThoseOfItsFormula) {
  const double v1 = .5 * std::pow(1 + .1 * std::pow(pi, 4) / 5, 2), v2 = 49.0 / 8,
               v13 = .01 * std::pow(pi, 8) * 8 / 225, v = v1 + v2 + v13;
  const auto found = indices_of(ishigami, 1024, 3);
  expect_holds(found[0].first, v1 / v, .02, "first of x1");
  expect_holds(found[1].first, v2 / v, .02, "first of x2");
  expect_holds(found[2].first, 0, .02, "first of x3");
  expect_holds(found[0].total, (v1 + v13) / v, .02, "total of x1");
  expect_holds(found[1].total, v2 / v, .02, "total of x2");
  expect_holds(found[2].total, v13 / v, .02, "total of x3");
}

TEST(SobolIndices, OfTheGFunctionAreThoseOfItsFormula) {
  double whole = 1;
  const auto own = [](double a) { return 1 / (3 * (1 + a) * (1 + a)); };
  for (const double a : g_factors) whole *= 1 + own(a);
  const double v = whole - 1;
  const auto found = indices_of(g_function, 1024, 6);
  for (std::size_t i = 0; i < 6; ++i) {
    const double mine = own(g_factors[i]);
    expect_holds(found[i].first, mine / v, .02, "first of " + std::to_string(i));
    expect_holds(found[i].total, mine * (whole / (1 + mine)) / v, .02, "total of " + std::to_string(i));
  }
}

TEST(SobolIndices, DoNotDependOnTheLevel) {
  const auto f = [](const UnitPoint& u) { return 1e6 + ishigami(u); };
  EXPECT_NEAR(indices_of(f, 256, 3)[0].first.value, indices_of(ishigami, 256, 3)[0].first.value, 1e-6);
}

TEST(SobolIndices, LeaveOutRowsWithoutAnOutcome) {
  const double nan = std::nan("");
  const std::vector<double> a{1, 2, nan, 4, 3}, b{2, 1, 5, 3, 4}, ab{2, 2, 5, 3, nan};
  const Sobol some = sobol(a, b, ab);
  const Sobol rest = sobol(Numbers{1.0, 2, 4}, Numbers{2.0, 1, 3}, Numbers{2.0, 2, 3});
  EXPECT_EQ(some.first.value, rest.first.value);
  EXPECT_EQ(some.total.high, rest.total.high);
}

TEST(SobolIndices, OfWhatDoesNotVaryAreUnknown) {
  const std::vector<double> same(8, 3.0);
  EXPECT_TRUE(std::isnan(sobol(same, same, same).first.value));
}

std::vector<double> effects_of(double (*f)(const UnitPoint&), std::size_t axes, std::size_t axis) {
  const auto points = morris_trajectories(1, 40, axes);
  std::vector<double> effects;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const double step = points[i][axis] - points[i - 1][axis];
    if (i % (axes + 1) != 0 && step != 0) effects.push_back((f(points[i]) - f(points[i - 1])) / step);
  }
  return effects;
}

TEST(MorrisEffects, OfAStraightLineAreItsSlopes) {
  const auto line = [](const UnitPoint& u) { return 3 * u[0] - 2 * u[1]; };
  for (const auto& [axis, slope] : {std::pair<std::size_t, double>{0, 3}, {1, -2}, {2, 0}}) {
    const auto effects = effects_of(line, 3, axis);
    EXPECT_EQ(effects.size(), 40u);
    const Morris found = morris(effects);
    EXPECT_NEAR(found.mu, slope, 1e-12);
    EXPECT_NEAR(found.mu_star.value, std::abs(slope), 1e-12);
    EXPECT_NEAR(found.mu_star.low, std::abs(slope), 1e-12);
    EXPECT_NEAR(found.sigma, 0, 1e-12);
  }
}

TEST(MorrisEffects, ThatDependOnOtherInputsSpread) {
  const auto product = [](const UnitPoint& u) { return (u[0] - .5) * (u[1] - .5); };
  const Morris found = morris(effects_of(product, 2, 0));
  EXPECT_GT(found.sigma, found.mu_star.value);  // up here, down there
  EXPECT_LT(std::abs(found.mu), found.mu_star.value);
}

TEST(RankCorrelation, OfARisingFunctionIsOne) {
  std::vector<double> x, up, down;
  for (int i = 0; i < 30; ++i) {
    x.push_back(i * .1);
    up.push_back(std::exp(x.back()));
    down.push_back(-x.back() * x.back() * x.back());
  }
  EXPECT_NEAR(rank_correlation(x, up).value, 1, 1e-12);
  EXPECT_NEAR(rank_correlation(x, up).low, 1, 1e-12);
  EXPECT_NEAR(rank_correlation(x, down).value, -1, 1e-12);
}

TEST(RankCorrelation, GivesTiesTheirMeanRank) {
  // Ranks 1.5 1.5 3 4 and 1 2 3 4: covariance 4.5, variances 4.5 and 5.
  EXPECT_NEAR(rank_correlation(Numbers{1.0, 1, 2, 3}, Numbers{1.0, 2, 3, 4}).value, 4.5 / std::sqrt(4.5 * 5), 1e-12);
  EXPECT_TRUE(std::isnan(rank_correlation(Numbers{1.0, 1, 1}, Numbers{1.0, 2, 3}).value));
}

/// Doing nothing against something that brings x + y / 10, with x and y even over -1 to 1.
struct TwoOptions {
  std::vector<double> x, y;
  Outcomes outcomes{{}, {}};
  explicit TwoOptions(std::uint32_t futures) {
    for (const UnitPoint& u : latin_hypercube(5, futures, 2)) {
      x.push_back(2 * u[0] - 1);
      y.push_back(2 * u[1] - 1);
      outcomes[0].push_back(0);
      outcomes[1].push_back(x.back() + y.back() / 10);
    }
  }
};

TEST(ValueOfKnowing, IsThatOfItsFormula) {
  const TwoOptions options(2000);  // E max(0, x) = 1/4; E max(0, y / 10) = 1/40; together (1 + 1/300) / 4
  expect_holds(value_of_knowing(options.x, 0, options.outcomes), .25, .01, "x");
  expect_holds(value_of_knowing(options.y, 0, options.outcomes), .025, .02, "y");
  expect_holds(value_of_knowing_all(options.outcomes), (1 + 1 / 300.0) / 4, .01, "all");
}

TEST(ValueOfKnowing, IsNothingWhereTheChoiceStaysTheSame) {
  TwoOptions options(200);
  for (double& outcome : options.outcomes[1]) outcome += 2;  // always better
  EXPECT_NEAR(value_of_knowing(options.x, 0, options.outcomes).value, 0, 1e-12);
  EXPECT_NEAR(value_of_knowing_all(options.outcomes).value, 0, 1e-12);
}

TEST(ValueOfKnowing, TakesTheMeanOfEachOfFewValues) {
  const std::vector<double> input{0, 0, 1, 1};
  const Outcomes outcomes{{0, 0, 0, 0}, {1, 3, -5, -3}};  // +2 at the first value, -4 at the second
  EXPECT_NEAR(value_of_knowing(input, 2, outcomes).value, 1, 1e-12);  // half of 2, against nothing
}

TEST(WithInterval, IsTheSameEveryTimeAndHoldsAMean) {
  std::vector<double> values;
  for (int i = 0; i < 50; ++i) values.push_back((i * 37) % 50);
  const auto mean = [&](std::span<const std::size_t> rows) {
    double sum = 0;
    for (const std::size_t row : rows) sum += values[row];
    return sum / static_cast<double>(rows.size());
  };
  const Estimate once = with_interval(50, mean), again = with_interval(50, mean);
  EXPECT_EQ(once.low, again.low);
  EXPECT_EQ(once.value, 24.5);
  const double half = 1.96 * std::sqrt((50 * 50 - 1) / 12.0 / 50);
  EXPECT_NEAR(once.low, 24.5 - half, .8);
  EXPECT_NEAR(once.high, 24.5 + half, .8);
}

}  // namespace
}  // namespace polder::sensitivity
