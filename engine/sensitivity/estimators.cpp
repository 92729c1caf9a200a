#include "sensitivity/estimators.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "polder/base/random.h"

namespace polder::sensitivity {
namespace {

constexpr std::uint32_t resamples = 400;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

using Rows = std::span<const std::size_t>;

/// The value below which a share of the numbers lies, between neighbours in proportion.
double percentile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - std::floor(place)) * (sorted[above] - sorted[below]);
}

double mean(std::span<const double> values, Rows rows) {
  double sum = 0;
  for (const std::size_t row : rows) sum += values[row];
  return sum / static_cast<double>(rows.size());
}

/// Mean rank of every chosen value, from 1.
std::vector<double> ranks(std::span<const double> values, Rows rows) {
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto value = [&](std::size_t place) { return values[rows[place]]; };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return value(a) < value(b); });
  std::vector<double> rank(rows.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t end = first;
    while (end < order.size() && value(order[end]) == value(order[first])) ++end;
    for (std::size_t i = first; i < end; ++i) rank[order[i]] = static_cast<double>(first + 1 + end) / 2;
    first = end;
  }
  return rank;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const auto n = static_cast<double>(a.size());
  const double mean_a = std::accumulate(a.begin(), a.end(), 0.0) / n,
               mean_b = std::accumulate(b.begin(), b.end(), 0.0) / n;
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - mean_a) * (b[i] - mean_b);
    aa += (a[i] - mean_a) * (a[i] - mean_a);
    bb += (b[i] - mean_b) * (b[i] - mean_b);
  }
  return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : unknown;
}

/// Orthonormal polynomials of the ranks, scaled to -1 .. 1, by Gram and Schmidt.
std::vector<std::vector<double>> polynomials(const std::vector<double>& rank) {
  const std::size_t n = rank.size(), degree = std::clamp<std::size_t>(n / 10, 1, 3);
  std::vector<std::vector<double>> basis;
  for (std::size_t power = 0; power <= degree; ++power) {
    std::vector<double> next(n);
    for (std::size_t i = 0; i < n; ++i) {
      const double scaled = 2 * (rank[i] - .5) / static_cast<double>(n) - 1;
      next[i] = 1;
      for (std::size_t p = 0; p < power; ++p) next[i] *= scaled;
    }
    for (const auto& other : basis) {
      const double along = std::inner_product(next.begin(), next.end(), other.begin(), 0.0);
      for (std::size_t i = 0; i < n; ++i) next[i] -= along * other[i];
    }
    const double length = std::sqrt(std::inner_product(next.begin(), next.end(), next.begin(), 0.0));
    if (length < 1e-9) break;  // no more different ranks
    for (double& value : next) value /= length;
    basis.push_back(std::move(next));
  }
  return basis;
}

/// What an outcome is expected to be given the input.
class Expected {
 public:
  Expected(std::span<const double> input, std::size_t values, Rows rows) : rows_(rows), values_(values), input_(input) {
    if (values == 0) basis_ = polynomials(ranks(input, rows));
  }

  std::vector<double> of(const std::vector<double>& outcome) const {
    std::vector<double> fitted(rows_.size(), 0.0);
    for (const auto& one : basis_) {
      double along = 0;
      for (std::size_t i = 0; i < rows_.size(); ++i) along += outcome[rows_[i]] * one[i];
      for (std::size_t i = 0; i < rows_.size(); ++i) fitted[i] += along * one[i];
    }
    if (values_ == 0) return fitted;
    std::vector<double> sum(values_, 0.0), count(values_, 0.0);
    for (const std::size_t row : rows_) {
      sum[static_cast<std::size_t>(input_[row])] += outcome[row];
      ++count[static_cast<std::size_t>(input_[row])];
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const auto value = static_cast<std::size_t>(input_[rows_[i]]);
      fitted[i] = sum[value] / count[value];
    }
    return fitted;
  }

 private:
  Rows rows_;
  std::size_t values_;
  std::span<const double> input_;
  std::vector<std::vector<double>> basis_;
};

/// Mean of the best option of each future, less the best mean.
double gain(const Outcomes& expected) {
  const std::size_t futures = expected.front().size();
  double best_each = 0, best = -std::numeric_limits<double>::infinity();
  for (std::size_t future = 0; future < futures; ++future) {
    double most = expected.front()[future];
    for (const auto& option : expected) most = std::max(most, option[future]);
    best_each += most;
  }
  for (const auto& option : expected) best = std::max(best, std::accumulate(option.begin(), option.end(), 0.0));
  return std::max(0.0, (best_each - best) / static_cast<double>(futures));
}

}  // namespace

Estimate with_interval(std::size_t n, const std::function<double(Rows)>& statistic) {
  if (n == 0) return {unknown, unknown, unknown};
  std::vector<std::size_t> rows(n);
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  const double value = statistic(rows);
  std::vector<double> drawn;
  for (std::uint32_t k = 0; k < resamples && n > 1; ++k) {
    for (std::size_t i = 0; i < n; ++i)
      rows[i] = below(Random{0, 0}.word(Draw::Resampling, never, static_cast<std::uint32_t>(i), k),
                      static_cast<std::uint32_t>(n));
    const double one = statistic(rows);
    if (!std::isnan(one)) drawn.push_back(one);
  }
  if (drawn.empty()) return {value, unknown, unknown};
  std::sort(drawn.begin(), drawn.end());
  return {value, percentile(drawn, .025), percentile(drawn, .975)};
}

Morris morris(std::span<const double> effects) {
  Morris found;
  found.mu_star = with_interval(effects.size(), [&](Rows rows) {
    double sum = 0;
    for (const std::size_t row : rows) sum += std::abs(effects[row]);
    return sum / static_cast<double>(rows.size());
  });
  const auto n = static_cast<double>(effects.size());
  double squares = 0;
  found.mu = std::accumulate(effects.begin(), effects.end(), 0.0) / n;
  for (const double effect : effects) squares += (effect - found.mu) * (effect - found.mu);
  found.sigma = effects.size() > 1 ? std::sqrt(squares / (n - 1)) : unknown;
  return found;
}

Sobol sobol(std::span<const double> a, std::span<const double> b, std::span<const double> ab) {
  std::vector<std::size_t> whole;
  for (std::size_t row = 0; row < a.size(); ++row)
    if (!std::isnan(a[row] + b[row] + ab[row])) whole.push_back(row);
  const auto index = [&](bool total) {
    return with_interval(whole.size(), [&](Rows drawn) {
      std::vector<std::size_t> rows;
      for (const std::size_t place : drawn) rows.push_back(whole[place]);
      const double centre = (mean(a, rows) + mean(b, rows)) / 2;
      double variance = 0, first = 0, both = 0;
      for (const std::size_t row : rows) {
        const double fa = a[row] - centre, fb = b[row] - centre, fab = ab[row] - centre;
        variance += (fa * fa + fb * fb) / 2;
        first += fb * (fab - fa);
        both += (fa - fab) * (fa - fab) / 2;
      }
      return variance > 0 ? (total ? both : first) / variance : unknown;
    });
  };
  return {index(false), index(true)};
}

Estimate rank_correlation(std::span<const double> input, std::span<const double> outcome) {
  return with_interval(input.size(), [&](Rows rows) { return correlation(ranks(input, rows), ranks(outcome, rows)); });
}

Estimate value_of_knowing(std::span<const double> input, std::size_t values, const Outcomes& outcomes) {
  return with_interval(input.size(), [&](Rows rows) {
    const Expected expected(input, values, rows);
    Outcomes fitted;
    for (const auto& option : outcomes) fitted.push_back(expected.of(option));
    return gain(fitted);
  });
}

Estimate value_of_knowing_all(const Outcomes& outcomes) {
  return with_interval(outcomes.front().size(), [&](Rows rows) {
    Outcomes drawn(outcomes.size());
    for (std::size_t option = 0; option < outcomes.size(); ++option)
      for (const std::size_t row : rows) drawn[option].push_back(outcomes[option][row]);
    return gain(drawn);
  });
}

}  // namespace polder::sensitivity
