#include "government/trust.h"

#include "polder/base/detmath.h"

namespace polder::government {
namespace {

double gain(const Relations& month, const TrustParameters& parameters) {
  return parameters.delivery_gain * month.delivered + parameters.contact_gain * month.contact +
         parameters.engagement_gain * month.engagement;
}

double saturating(double hours, double norm) { return 1 - detmath::exp(-hours / norm); }

}  // namespace

double next_trust(double trust, const Relations& month, const TrustParameters& parameters) {
  return trust + gain(month, parameters) * (1 - trust) - parameters.breach_loss * month.breach * trust -
         parameters.fading * (trust - parameters.start);
}

double steady_trust(const Relations& month, const TrustParameters& parameters) {
  const double up = gain(month, parameters);
  return (up + parameters.fading * parameters.start) / (up + parameters.fading + parameters.breach_loss * month.breach);
}

double contact(double hours, double norm) { return saturating(hours, norm); }

double onboarding(double meeting_hours, double dossier_hours, const TrustParameters& parameters) {
  return parameters.meeting * saturating(meeting_hours, parameters.meeting_hours) +
         parameters.dossiers * saturating(dossier_hours, parameters.dossier_hours);
}

double trust_after_election(double trust, double turnover, double onboarding, const TrustParameters& parameters) {
  return parameters.start + (1 - turnover * (1 - onboarding)) * (trust - parameters.start);
}

}  // namespace polder::government
