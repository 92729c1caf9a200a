// The methods are those of FDLIBM 5.3 (Sun Microsystems 1993, e_exp.c and e_log.c): argument reduction by ln 2, then
// a minimax polynomial. Evaluation order is part of the result; the build forbids fused multiply-add.
#include "polder/base/detmath.h"

#include <bit>
#include <cstdint>
#include <limits>

namespace polder::detmath {

namespace {

constexpr double ln2_high = 6.93147180369123816490e-01;  // upper bits of ln 2: k * ln2_high is exact
constexpr double ln2_low = 1.90821492927058770002e-10;   // the rest of ln 2
constexpr double one_over_ln2 = 1.44269504088896338700e+00;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// 2^k for -1022 <= k <= 1023.
double power_of_two(int k) { return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52); }

/// value * 2^k with one rounding at most, for -1075 <= k <= 1024.
double scale(double value, int k) {
  if (k > 1023) return value * 2.0 * power_of_two(k - 1);
  if (k < -1022) return value * power_of_two(k + 512) * power_of_two(-512);
  return value * power_of_two(k);
}

}  // namespace

double exp(double x) {
  if (x != x) return x;
  if (x > 709.782712893383973096) return infinity;
  if (x < -745.13321910194110842) return 0.0;
  const int k = static_cast<int>(one_over_ln2 * x + (x < 0 ? -0.5 : 0.5));
  const double high = x - k * ln2_high;
  const double low = k * ln2_low;
  const double r = high - low;  // |r| <= ln(2) / 2
  const double t = r * r;
  const double c =
      r -
      t * (1.66666666666666019037e-01 +
           t * (-2.77777777770155933842e-03 +
                t * (6.61375632143793436117e-05 + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
  return scale(1.0 + (r * c / (2.0 - c) - low + high), k);
}

double log(double x) {
  if (!(x > 0)) return not_a_number;
  if (x == infinity) return x;
  int k = 0;
  if (x < std::numeric_limits<double>::min()) {  // subnormal
    x *= power_of_two(54);
    k = -54;
  }
  // x = 2^k * m with m between sqrt(1/2) and sqrt(2).
  constexpr std::uint64_t one = 0x3FF0000000000000u, root_half = 0x3FE6A09E00000000u;
  const std::uint64_t bits = std::bit_cast<std::uint64_t>(x) + (one - root_half);
  k += static_cast<int>(bits >> 52) - 1023;
  const double m = std::bit_cast<double>((bits & 0x000FFFFFFFFFFFFFu) + root_half);
  const double f = m - 1.0;
  const double half_square = 0.5 * f * f;
  const double s = f / (2.0 + f);
  const double z = s * s;
  const double w = z * z;
  const double even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  const double odd =
      z * (6.666666666666735130e-01 +
           w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  return k * ln2_high - ((half_square - (s * (half_square + (odd + even)) + k * ln2_low)) - f);
}

double pow(double x, double y) { return exp(y * log(x)); }

double logistic(double x) { return 1.0 / (1.0 + exp(-x)); }

}  // namespace polder::detmath
