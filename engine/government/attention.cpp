#include "government/attention.h"

namespace polder::government {

double attention_hours(const Demands& demands, const GovernmentParameters& parameters) {
  const AttentionParameters& asks = parameters.attention;
  double hours = asks.theme_session * demands.theme_sessions + asks.coupling * demands.coupling +
                 asks.tools * demands.tools + demands.linking_hours + demands.merging_hours;
  for (std::size_t form = 0; form < form_count; ++form)
    hours += parameters.form[form].hours * demands.arrangements[form];
  return hours;
}

double attention_left(double hours, double aldermen, bool one_hand, const GovernmentParameters& parameters) {
  const double capacity =
      parameters.attention.capacity * aldermen * (one_hand ? 1 - parameters.integration.capacity_cost : 1);
  return hours > capacity ? capacity / hours : 1;
}

}  // namespace polder::government
