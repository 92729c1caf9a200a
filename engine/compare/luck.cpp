#include "compare/luck.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <numeric>

namespace polder {

double chance_of_luck(const Difference& difference) {
  constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  const double half = (difference.high - difference.low) / 2;
  if (difference.pairs < 2 || std::isnan(half) || std::isnan(difference.mean)) return unknown;
  if (!(half > 0)) return difference.mean == 0 ? unknown : 0;
  const boost::math::students_t distribution(static_cast<double>(difference.pairs - 1));
  const double error = half / boost::math::quantile(distribution, .975);
  return 2 * boost::math::cdf(boost::math::complement(distribution, std::abs(difference.mean) / error));
}

std::vector<double> adjusted(const std::vector<double>& chances) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < chances.size(); ++i)
    if (!std::isnan(chances[i])) order.push_back(i);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return chances[i]; });
  std::vector<double> result = chances;
  double least = 1;
  for (std::size_t rank = order.size(); rank > 0; --rank) {
    const double tests = static_cast<double>(order.size()) / static_cast<double>(rank);
    least = std::min(least, chances[order[rank - 1]] * tests);
    result[order[rank - 1]] = least;
  }
  return result;
}

void control_luck(std::vector<ComparisonLine>& lines) {
  std::vector<double> chances;
  for (const ComparisonLine& line : lines) chances.push_back(chance_of_luck(line.difference));
  const std::vector<double> after = adjusted(chances);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    lines[i].chance_of_luck = chances[i];
    lines[i].adjusted = after[i];
  }
}

bool is_visible(const Difference& difference) {
  return !std::isnan(difference.low) && (difference.low > 0 || difference.high < 0);
}

bool may_be_luck(const ComparisonLine& line) {
  return is_visible(line.difference) && line.adjusted > false_discoveries;
}

}  // namespace polder
