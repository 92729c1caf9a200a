#include "government/effort.h"

#include <algorithm>
#include <limits>

#include "polder/base/detmath.h"

namespace polder::government {
namespace {

double power(double x, double exponent) {
  if (exponent == 0) return 1;
  return x > 0 ? detmath::pow(x, exponent) : 0;
}

/// How much more a euro of one's own brings than if all of it were paid, and nothing granted.
double leverage(const Incentive& incentive) {
  if (!(incentive.share > 0)) return 0;
  if (incentive.grant >= 1) return std::numeric_limits<double>::infinity();
  return incentive.share / (1 - incentive.grant);
}

}  // namespace

double spending_ratio(double share, double returns) { return power(share, 1 / (1 - returns)); }

double best_spending(double share, double grant, double effect, double price, double returns) {
  return power(share * effect * returns / ((1 - grant) * price), 1 / (1 - returns));
}

double matching_grant(double share) { return 1 - share; }

double retained_share(double objective_weight, double years) {
  constexpr double years_of_history = 2;
  return objective_weight + (1 - objective_weight) * std::min(1.0, years_of_history / years);
}

double own_share_at_margin(double deficit, double own_risk, double shared_risk) {
  if (deficit < own_risk) return 1;
  return deficit < shared_risk ? .5 : 0;
}

double total(const PocketParameters& pockets) {
  return pockets.municipality + pockets.uwv + pockets.rijk + pockets.person + pockets.employer + pockets.society;
}

double wrong_pocket_index(double own, double total) { return total != 0 ? 1 - own / total : 0; }

double pocket_share(double own, double others, double integration, double shared_savings, double portfolio) {
  return std::min(1.0, own + portfolio * integration * others + shared_savings);
}

double internalised_share(double reach_weight, double coverage_inside, double commitment, double partners) {
  const double to_others_outside = reach_weight * (1 - coverage_inside);
  const double left_to_partners = reach_weight * (1 - commitment) * (1 - 1 / partners);
  return (1 - to_others_outside) * (1 - left_to_partners);
}

double budget(double base, double bargained, const Incentive& now, const Incentive& reference,
              const EffortParameters& parameters) {
  const double before = leverage(reference), after = leverage(now);
  double ratio = 1;
  if (before > 0) {
    ratio = after / before;
  } else if (after > 0) {
    ratio = std::numeric_limits<double>::infinity();
  }
  const double factor = bargained > 0 ? bargained * power(ratio, parameters.elasticity) : 0;
  return base * std::clamp(factor, parameters.least, parameters.most);
}

}  // namespace polder::government
