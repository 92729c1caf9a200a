// What somebody with an education or an occupation is likely to do, and the education of who comes new.
#pragma once

#include "polder/world/country.h"

namespace polder {

/// The education that a job zone (1..5) asks for: 0 low, 1 medium, 2 high, and between them.
double education_asked(double job_zone);

/// How well an occupation suits an education: exp(-|job zone - zone of the education|).
double education_fit(const OccupationFacts& occupation, std::size_t level);

/// Fills Country::likely_occupation: employment of an occupation times its fit.
void fill_likely_occupations(Country& country);

/// Fills Country::likely_sector from jobs by sector and occupations by sector.
void fill_likely_sectors(Country& country);

/// Fills MunicipalityFacts::young_education: the municipal share of high education, as much higher as that of
/// residents of 25-44 is, and the others divided as at that age.
void fill_young_education(Country& country);

}  // namespace polder
