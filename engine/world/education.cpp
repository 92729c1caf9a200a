#include "world/education.h"

#include <algorithm>

#include "polder/base/detmath.h"
#include "world/assumptions.h"

namespace polder {

double education_asked(double job_zone) { return std::clamp(job_zone - 2, 0.0, 2.0); }

double education_fit(const OccupationFacts& occupation, std::size_t level) {
  const double gap = occupation.job_zone - assumed::job_zone_of_education[level];
  return detmath::exp(-(gap < 0 ? -gap : gap));
}

void fill_likely_occupations(Country& country) {
  for (std::size_t level = 0; level < education_levels; ++level) {
    std::vector<double>& sums = country.likely_occupation[level];
    sums.clear();
    double sum = 0;
    for (const OccupationFacts& facts : country.occupations)
      sums.push_back(sum += facts.employed * education_fit(facts, level));
  }
}

void fill_likely_sectors(Country& country) {
  std::vector<double> jobs(country.sectors.size(), 0);
  for (const MunicipalityFacts& facts : country.municipalities)
    for (std::size_t s = 0; s < jobs.size(); ++s) jobs[s] += facts.jobs[s];
  country.likely_sector.assign(country.occupations.size(), {});
  for (std::size_t o = 0; o < country.likely_sector.size(); ++o) {
    double sum = 0;
    for (std::size_t s = 0; s < jobs.size(); ++s)
      country.likely_sector[o].push_back(sum +=
                                         jobs[s] * country.sectors[index_of<SectorIndex>(s)].occupation_share[o]);
  }
}

void fill_young_education(Country& country) {
  constexpr std::size_t young = 2;  // the band of 25-44
  for (MunicipalityFacts& facts : country.municipalities) {
    double persons = 0, weighted = 0;
    for (std::size_t band = 1; band < age_bands; ++band) {
      persons += facts.age_share[band];
      weighted += facts.age_share[band] * assumed::high_education_by_band[band];
    }
    const double mean = persons > 0 ? weighted / persons : 1;
    const double high = std::min(.97, facts.high_education_share * assumed::high_education_by_band[young] / mean);
    const double low = (1 - high) * assumed::low_of_not_high_by_band[young];
    facts.young_education = {low, 1 - high - low, high};
  }
}

}  // namespace polder
