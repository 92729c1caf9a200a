#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

#include "polder/compare/compare.h"

namespace polder {
namespace {

/// Half width of the 95 % interval of a mean (Student's t).
double half_width(double sd, std::size_t pairs) {
  const boost::math::students_t distribution(static_cast<double>(pairs - 1));
  return boost::math::quantile(distribution, .975) * sd / std::sqrt(static_cast<double>(pairs));
}

constexpr std::size_t most_pairs = 10'000'000;

/// Smallest number of pairs whose interval has this half width, if the spread stays; at most `most_pairs`.
std::size_t enough_pairs(double sd, double wanted) {
  const double first = std::pow(1.96 * sd / wanted, 2);
  if (!(first < static_cast<double>(most_pairs))) return most_pairs;
  auto pairs = std::max<std::size_t>(2, static_cast<std::size_t>(first));
  while (half_width(sd, pairs) > wanted) ++pairs;
  return pairs;
}

}  // namespace

Difference paired_difference(std::span<const double> scenario, std::span<const double> reference, double precision) {
  Difference result;
  double sum = 0, squares = 0, level = 0;
  for (std::size_t i = 0; i < std::min(scenario.size(), reference.size()); ++i) {
    const double difference = scenario[i] - reference[i];
    if (std::isnan(difference)) continue;
    ++result.pairs;
    level += reference[i];
    sum += difference;
    squares += difference * difference;
    result.higher += difference > 0 ? 1u : 0u;
    result.lower += difference < 0 ? 1u : 0u;
  }
  constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  result.low = result.high = unknown;
  if (result.pairs == 0) {
    result.reference = result.mean = result.chance_better = unknown;
    return result;
  }
  const auto pairs = static_cast<double>(result.pairs);
  result.reference = level / pairs;
  result.mean = sum / pairs;
  result.chance_better = .5 + (static_cast<double>(result.higher) - static_cast<double>(result.lower)) / (2 * pairs);
  if (result.pairs < 2) return result;
  const double sd = std::sqrt(std::max(0.0, (squares - sum * sum / pairs) / (pairs - 1)));
  const double half = half_width(sd, result.pairs);
  result.low = result.mean - half;
  result.high = result.mean + half;
  if (result.mean != 0 && sd > 0) result.pairs_needed = enough_pairs(sd, precision * std::abs(result.mean));
  return result;
}

}  // namespace polder
