// Trust between two governments that share an arrangement or a region: grows with promises kept, contact and engaged
// councils, falls fast with a broken one, fades to where it began, and leaves partly with aldermen who leave.
// Source: shape after Boogers, Denters and Sanders (2015: engaged councils, trust and effect go together) and the
// asymmetry of trust (Slovic 1993); coefficients assumed, see scenarios/parameters/cooperation.yaml.
#pragma once

#include "polder/scenario/government_parameters.h"

namespace polder::government {

/// What happened between two governments in a month, each a share.
struct Relations {
  double delivered = 0;   // of the agreements that were due
  double contact = 0;     // see contact()
  double engagement = 0;  // mean of the two councils
  double breach = 0;      // broken promise, exit, outbidding
};

/// tau + gain (1 - tau) - breach_loss breach tau - fading (tau - start), gain = delivery_gain delivered + contact_gain
/// contact + engagement_gain engagement. Stays in [0, 1] while gains and fading add up to at most 1, and breach_loss
/// and fading too.
double next_trust(double trust, const Relations& month, const TrustParameters& parameters);

/// Where it ends if every month is the same: (gain + fading start) / (gain + fading + breach_loss breach).
double steady_trust(const Relations& month, const TrustParameters& parameters);

/// 1 - exp(-hours / norm): contact from hours a month of meeting each other; the first hours count most.
double contact(double hours, double norm);

/// Share of what a change of aldermen destroys that onboarding saves, from hours spent on meeting partners and on
/// dossiers: meeting (1 - exp(-h / meeting_hours)) + dossiers (1 - exp(-h / dossier_hours)).
double onboarding(double meeting_hours, double dossier_hours, const TrustParameters& parameters);

/// Trust after an election: start + (1 - turnover (1 - onboarding)) (trust - start).
double trust_after_election(double trust, double turnover, double onboarding, const TrustParameters& parameters);

}  // namespace polder::government
