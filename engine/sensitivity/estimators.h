// What outcomes at the points of a design say about its inputs: pure functions of numbers.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace polder::sensitivity {

/// A number with its 95 % interval, the 2.5th to 97.5th percentile over 400 resamples (bootstrap, Efron 1979) that are
/// the same every time. NaN where there is nothing to estimate from.
struct Estimate {
  double value = 0, low = 0, high = 0;
};

/// `statistic` of all observations 0 .. n - 1, and its interval over resamples of them.
Estimate with_interval(std::size_t n, const std::function<double(std::span<const std::size_t>)>& statistic);

/// Of the elementary effects of one input (change of the outcome over change of the input in parts of its range, one
/// for each trajectory): mu* the mean size (Campolongo, Cariboni and Saltelli 2007), mu the mean and sigma the standard
/// deviation (Morris 1991). sigma large against mu*: the effect depends on other inputs, or is no straight line.
struct Morris {
  Estimate mu_star;
  double mu = 0, sigma = 0;
};
Morris morris(std::span<const double> effects);

/// Shares of the variance of the outcome: first, due to one input by itself; total, with all that it does together with
/// others. `a`, `b` and `ab` (a with the value of b on this input) are the outcomes row by row:
///   first = mean of f(B) (f(AB) - f(A)) / V,  total = mean of (f(A) - f(AB))^2 / 2 V
/// (Saltelli et al. 2010, Computer Physics Communications 181, table 2 b and f: Saltelli, Jansen), with V the variance
/// over a and b, and outcomes less their mean. Rows with a NaN are left out.
struct Sobol {
  Estimate first, total;
};
Sobol sobol(std::span<const double> a, std::span<const double> b, std::span<const double> ab);

/// Spearman's rank correlation; ties get their mean rank.
Estimate rank_correlation(std::span<const double> input, std::span<const double> outcome);

/// Outcomes of options in futures, higher is better: [option][future].
using Outcomes = std::vector<std::vector<double>>;

/// What it would be worth to know an input before choosing, in units of the outcome: the mean of the best expected
/// outcome given the input, less that of the option that is best on average (expected value of partial perfect
/// information). What each option is expected to bring given the input is a regression on its rank, of the third degree
/// from 30 futures on (Strong, Oakley and Brennan 2014, Medical Decision Making 34: 311-326; Strong and Oakley 2013),
/// or the mean of each value where the input takes few (`values` above 0: its numbers are 0 .. values - 1). Never below
/// 0; with few futures too high, as is its interval.
Estimate value_of_knowing(std::span<const double> input, std::size_t values, const Outcomes& outcomes);
/// The same for knowing everything.
Estimate value_of_knowing_all(const Outcomes& outcomes);

}  // namespace polder::sensitivity
