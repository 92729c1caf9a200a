#include "government/oates.h"

#include <cmath>
#include <numeric>

namespace polder::government {
namespace {

double sum_of_squares(std::span<const double> values, double centre) {
  double sum = 0;
  for (const double value : values) sum += (value - centre) * (value - centre);
  return sum;
}

double mean(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

double uniformity_loss(std::span<const double> needs, double slope) {
  return slope / 2 * sum_of_squares(needs, mean(needs));
}

double spillover_loss(std::span<const double> needs, double slope, double spillover) {
  return slope / 2 * spillover * spillover * sum_of_squares(needs, 0);
}

double spillover_threshold(std::span<const double> needs) {
  return std::sqrt(sum_of_squares(needs, mean(needs)) / sum_of_squares(needs, 0));
}

}  // namespace polder::government
