#include "government/service.h"

#include <algorithm>
#include <numbers>

#include "polder/base/detmath.h"

namespace polder::government {
namespace {

constexpr double usual = std::numbers::ln2;  // the reference's response

}  // namespace

double effective_service(double productivity, double own_budget, double grants, double execution, double units) {
  return units > 0 ? productivity * (own_budget + grants) * execution / units : 0;
}

double response(double service, double reference) { return detmath::log(1 + service / reference); }

double service_ratio(double response) { return detmath::exp(response) - 1; }

double mediated_share(double response, double sessions, const ServiceParameters& parameters) {
  return std::min(parameters.mediated_most, parameters.mediated * response / usual + parameters.disclosure * sessions);
}

double crisis_factor(double effect, double productivity, double service, double reference) {
  return 1 + effect * productivity * std::min(1.0, service / reference);
}

double school_factor(double response) { return response / usual; }

double border_factor(double response) { return 1 + std::clamp(response - usual, 0.0, 1.0); }

}  // namespace polder::government
