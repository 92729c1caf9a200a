#include "polder/base/random.h"

#include <algorithm>
#include <cmath>

#include "base/philox_avx2.h"
#include "polder/base/detmath.h"
#include "polder/base/error.h"

namespace polder {

namespace {

using Coefficients = std::array<double, 8>;

double polynomial(const Coefficients& c, double x) {
  double value = c[7];
  for (std::size_t i = 7; i-- > 0;) value = value * x + c[i];
  return value;
}

/// Numerator and denominator of the rational approximations PPND16 of algorithm AS 241.
struct Ratio {
  Coefficients above, below;
  double operator()(double x) const { return polynomial(above, x) / polynomial(below, x); }
};

constexpr Ratio centre{
    {3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
     4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3},
    {1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3, 2.1213794301586595867e+4,
     3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3}};
constexpr Ratio side{
    {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
     1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4},
    {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
     1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9}};
constexpr Ratio tail{
    {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
     2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7},
    {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
     1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15}};

}  // namespace

std::size_t pick(const std::vector<double>& cumulative, double u) {
  const auto found = std::upper_bound(cumulative.begin(), cumulative.end(), u * cumulative.back());
  return std::min(static_cast<std::size_t>(found - cumulative.begin()), cumulative.size() - 1);
}

double normal_quantile(double p) {
  ensure(p > 0 && p < 1, "a quantile is asked of a chance between 0 and 1");
  const double q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) return q * centre(0.180625 - q * q);
  const double r = std::sqrt(-detmath::log(q < 0 ? p : 1.0 - p));
  const double distance = r <= 5.0 ? side(r - 1.6) : tail(r - 5.0);
  return q < 0 ? -distance : distance;
}

std::uint32_t round_by_chance(double x, std::uint32_t word) {
  ensure(x >= 0 && x < 4294967295.0, "what is rounded by chance fits in 32 bits");
  const auto whole = static_cast<std::uint32_t>(x);
  return whole + (word < threshold(x - whole) ? 1u : 0u);
}

void Random::blocks(Draw draw, Month month, std::span<const std::uint32_t> identities, std::uint32_t k,
                    std::span<Block> out) const {
  ensure(out.size() >= identities.size(), "there is room for the blocks of all identities");
  std::size_t done = 0;
#ifdef POLDER_AVX2
  if (has_avx2())
    for (; done + 8 <= identities.size(); done += 8)
      philox_of_eight(identities.data() + done, month.index, static_cast<std::uint32_t>(draw), k, seed, replicate,
                      out.data() + done);
#endif
  for (; done < identities.size(); ++done) out[done] = block(draw, month, identities[done], k);
}

std::uint32_t poisson(double mean, std::uint32_t word) {
  ensure(mean >= 0 && mean < 4e9, "a Poisson mean is between 0 and 4e9");
  const double u = uniform(word);
  if (mean >= 500) {
    const double z = normal_quantile(u);
    const double near = mean + std::sqrt(mean) * z + (z * z - 1.0) / 6.0 + 0.5;  // the third term is the skewness
    return near > 0 ? static_cast<std::uint32_t>(near) : 0;
  }
  if (u < 1 - mean - 1e-12) return 0;    // exp(-mean) is more: saves most of them
  double chance = detmath::exp(-mean);  // of exactly `count`; above the smallest double here
  double at_most = chance;
  std::uint32_t count = 0;
  while (u >= at_most) {
    ++count;
    chance *= mean / count;
    const double next = at_most + chance;
    if (next == at_most && count > mean) break;  // the tail is below rounding
    at_most = next;
  }
  return count;
}

}  // namespace polder
