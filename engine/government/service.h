// From effort to service, and from service to what happens to people and firms.
// Source: concave responses, ln(1 + s / s_0), so that the reference (s = s_0) responds with ln 2; coefficients assumed.
#pragma once

#include "polder/scenario/government_parameters.h"

namespace polder::government {

/// Effective service per unit of the target group (recipient, vacancy, worker) [EUR/year]: productivity x (own budget +
/// grants) x share of agreements executed / units. Nothing where there is no target group.
double effective_service(double productivity, double own_budget, double grants, double execution, double units);

/// ln(1 + service / reference).
double response(double service, double reference);

/// Service over its reference, from the response to it: exp(response) - 1.
double service_ratio(double response);

/// Share of vacancies that employer services mediate: in proportion to the response, and what entrepreneurs tell of at
/// `sessions` with the council [1/month], at most `mediated_most`.
double mediated_share(double response, double sessions, const ServiceParameters& parameters);

/// Factor on the effort of helped workers of a plant: 1 + effect x productivity x min(1, service / reference).
double crisis_factor(double effect, double productivity, double service, double reference);

/// Factor on how far schools follow a shortage, before their own limit: response / ln 2.
double school_factor(double response);

/// Factor on the kernel across the national border: 1 + min(1, response beyond the reference's).
double border_factor(double response);

}  // namespace polder::government
