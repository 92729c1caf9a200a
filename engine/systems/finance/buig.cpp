#include "systems/finance/buig.h"

#include <algorithm>
#include <numeric>

namespace polder::finance {

double objective_weight(double inhabitants, double historic_below, double objective_above) {
  if (objective_above <= historic_below) return inhabitants > historic_below ? 1 : 0;
  return std::clamp((inhabitants - historic_below) / (objective_above - historic_below), 0.0, 1.0);
}

double own_share_of_deficit(double deficit, double own_risk, double shared_risk) {
  if (deficit <= 0) return 0;
  const double own = std::min(deficit, own_risk);
  const double shared = std::clamp(deficit - own_risk, 0.0, shared_risk - own_risk);
  return own + shared / 2;
}

std::vector<Cents> divide(Cents amount, std::span<const double> weights) {
  std::vector<Cents> shares(weights.size(), 0);
  const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (!(all > 0)) return shares;
  std::vector<double> remainder(weights.size());
  Cents given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double exact = static_cast<double>(amount) * (weights[i] / all);
    shares[i] = static_cast<Cents>(exact);
    remainder[i] = exact - static_cast<double>(shares[i]);
    given += shares[i];
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainder[a] > remainder[b]; });
  for (std::size_t i = 0; given != amount; i = (i + 1) % order.size()) {
    const Cents step = given < amount ? 1 : -1;
    shares[order[i]] += step;
    given += step;
  }
  return shares;
}

}  // namespace polder::finance
