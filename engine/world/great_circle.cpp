#include "world/great_circle.h"

#include <algorithm>
#include <cmath>

namespace polder {
namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double earth_radius_km = 6371.0088;  // mean radius, IUGG

/// Sine by its power series; |x| up to 2 pi, within 1e-13.
double sine(double x) {
  double term = x, sum = x;
  for (int n = 1; n < 30; ++n) {
    term *= -x * x / ((2.0 * n) * (2.0 * n + 1));
    sum += term;
  }
  return sum;
}

/// Arcsine of 0 <= x <= 1: halved by asin x = 2 asin(sqrt((1 - sqrt(1 - x^2)) / 2)) until its series is quick.
double arcsine(double x) {
  double factor = 1;
  for (; x > 0.25; factor *= 2) x = std::sqrt((1 - std::sqrt(1 - x * x)) / 2);
  double power = x, sum = x;
  for (int n = 1; n < 20; ++n) {
    power *= x * x * (2.0 * n - 1) / (2.0 * n);
    sum += power / (2.0 * n + 1);
  }
  return factor * sum;
}

}  // namespace

double great_circle_km(double latitude_a, double longitude_a, double latitude_b, double longitude_b) {
  constexpr double radians = pi / 180;
  const auto cosine = [](double degrees) { return sine((90 - degrees) * radians); };
  const double across = sine((latitude_b - latitude_a) * radians / 2);
  const double along = sine((longitude_b - longitude_a) * radians / 2);
  const double haversine = across * across + cosine(latitude_a) * cosine(latitude_b) * along * along;
  return 2 * earth_radius_km * arcsine(std::sqrt(std::clamp(haversine, 0.0, 1.0)));
}

}  // namespace polder
