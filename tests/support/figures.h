// Figures of one quantity over runs: mean, standard error, variance, and how two of them go together.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace polder::testing {

using Figures = std::vector<double>;  // a value for each run

inline double mean_of(const Figures& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

/// Sum of the products of the deviations from both means, divided by one less than the runs.
inline double covariance_of(const Figures& a, const Figures& b) {
  const double mean_a = mean_of(a), mean_b = mean_of(b);
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean_a) * (b[i] - mean_b);
  return sum / static_cast<double>(a.size() - 1);
}

inline double variance_of(const Figures& values) { return covariance_of(values, values); }

/// Standard error of the mean.
inline double error_of(const Figures& values) {
  return std::sqrt(variance_of(values) / static_cast<double>(values.size()));
}

inline double correlation_of(const Figures& a, const Figures& b) {
  return covariance_of(a, b) / std::sqrt(variance_of(a) * variance_of(b));
}

/// Run by run: those of the same seed meet the same luck as far as they can.
inline Figures differences(const Figures& a, const Figures& b) {
  Figures result;
  for (std::size_t i = 0; i < a.size(); ++i) result.push_back(a[i] - b[i]);
  return result;
}

}  // namespace polder::testing
