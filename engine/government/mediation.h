// What employer services do to the search: vacancies that they mediate are seen by everybody inside the jurisdiction.
// Source: K_eff = K x (unshared + (1 - unshared) x shared), shared only for mediated vacancies; coefficients assumed,
// see scenarios/parameters/government.yaml: service.
#pragma once

#include <cstdint>
#include <vector>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"

namespace polder::government {

/// Factors on the kernel of commuting from a home to a municipality, by vacancy there.
struct Sight {
  double mediated = 1, other = 1;
};

struct Mediation {
  Column<VacancyIndex, std::uint8_t> mediated;          // by vacancy; empty: it does not matter which are
  Column<MunicipalityIndex, std::vector<Sight>> sight;  // by home, in the order of Country::reach; empty: 1
};

/// The factors, relative to their mean in the reference: there a network of the region shows service.mediated of the
/// vacancies. Within one's own municipality, abroad, and where there are no councils they are 1.
Sight sight(bool inside, bool inside_usually, const ServiceParameters& parameters);

/// Mediation this month. A vacancy is mediated or not for good, unless the service changes.
/// Reads   provision, services, vacancies   Draws  Draw::Mediated
Mediation mediate(const World& world, const Inputs& inputs, const Random& random);

/// What a mediated vacancy adds to the score of an applicant without work at distance class 2 or further, less the mean
/// of the reference; 0 where there is no council.
double visibility(const World& world, const Inputs& inputs, const Mediation& mediation, VacancyIndex vacancy);

}  // namespace polder::government
