#include "world/age_structure.h"

#include <algorithm>
#include <numeric>

#include "polder/base/detmath.h"

namespace polder {

std::vector<double> gompertz_deaths(const Parameters& parameters) {
  std::vector<double> death(oldest_age + 1);
  for (int age = 0; age <= oldest_age; ++age) {
    const double gompertz =
        parameters.demo.mortality_at_70 * detmath::exp(parameters.demo.mortality_growth * (age - 70));
    death[static_cast<std::size_t>(age)] = gompertz > 0 ? std::clamp(gompertz, 1e-4, .9) : 0;
  }
  return death;
}

std::vector<double> age_in_months(const std::array<double, age_bands>& band_share, const std::vector<double>& death) {
  const double all = std::accumulate(band_share.begin(), band_share.end(), 0.0);
  std::vector<double> share(12 * static_cast<std::size_t>(oldest_resident), 0);
  if (all <= 0) return share;
  for (std::size_t band = 0; band < age_bands; ++band) {
    const auto from = static_cast<std::size_t>(12 * band_from[band]);
    const auto to = static_cast<std::size_t>(12 * band_from[band + 1]);
    double alive = 1, sum = 0;
    for (std::size_t month = from; month < to; ++month) {
      share[month] = alive;
      sum += alive;
      if (band + 1 == age_bands) alive *= detmath::pow(1 - death[month / 12], 1.0 / 12);
    }
    for (std::size_t month = from; month < to; ++month) share[month] *= band_share[band] / all / sum;
  }
  return share;
}

std::vector<double> age_in_years(const std::array<double, age_bands>& band_share, const std::vector<double>& death) {
  const std::vector<double> months = age_in_months(band_share, death);
  std::vector<double> years(oldest_age + 1, 0);
  for (std::size_t month = 0; month < months.size(); ++month) years[month / 12] += months[month];
  return years;
}

}  // namespace polder
