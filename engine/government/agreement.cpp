#include "government/agreement.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "government/council.h"
#include "polder/base/detmath.h"
#include "polder/base/error.h"

namespace polder::government {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr int kadernota = 6, adoption = 11;  // calendar months

/// Chances of 0..n successes in n independent trials.
std::vector<double> binomial(std::size_t n, double chance) {
  std::vector<double> of(n + 1, 0.0);
  of[0] = 1;
  for (std::size_t trial = 1; trial <= n; ++trial)
    for (std::size_t k = trial + 1; k-- > 0;) of[k] = of[k] * (1 - chance) + (k > 0 ? of[k - 1] * chance : 0);
  return of;
}

}  // namespace

double acceptance(const View& view, const AgreementParameters& parameters) {
  return detmath::logistic(parameters.base + parameters.gain * view.gain / parameters.gain_scale +
                           parameters.legitimacy * (view.legitimacy - .5) + parameters.trust * (view.trust - .5) +
                           parameters.emphasis * view.emphasis + parameters.information * view.information -
                           parameters.distance * view.distance);
}

double preference_distance(std::span<const double> a, std::span<const double> b) {
  ensure(a.size() == b.size(), "positions have the same axes");
  double sum = 0;
  for (std::size_t axis = 0; axis < a.size(); ++axis) sum += (a[axis] - b[axis]) * (a[axis] - b[axis]);
  return std::sqrt(sum);
}

double rounds_anew(std::span<const double> chances) {
  double rounds = 1;
  for (const double chance : chances) rounds /= chance;
  return rounds;
}

double rounds_kept(std::span<const double> chances) {
  if (std::ranges::any_of(chances, [](double chance) { return !(chance > 0); })) return infinity;
  std::vector<double> not_yet(chances.size(), 1.0);  // (1 - p_j)^t
  double rounds = 0;
  for (double open = 1; open > 0;) {
    rounds += open;
    double all = 1;
    for (std::size_t j = 0; j < chances.size(); ++j) {
      not_yet[j] *= 1 - chances[j];
      all *= 1 - not_yet[j];
    }
    open = 1 - all;
  }
  return rounds;
}

double expected_rounds(unsigned governments, double chance, double memory) {
  if (!(chance > 0)) return infinity;
  const std::size_t n = governments;
  // States are the yes votes that held, 0 to n - 1; a round leads to another one, or to the agreement.
  std::vector<std::vector<double>> to(n, std::vector<double>(n, 0.0)), held;
  std::vector<double> agreed(n), rounds(n, 1.0);
  for (std::size_t votes = 0; votes < n; ++votes) held.push_back(binomial(votes, memory));
  for (std::size_t before = 0; before < n; ++before) {
    const std::vector<double> more = binomial(n - before, chance);
    agreed[before] = more[n - before];
    for (std::size_t votes = before; votes < n; ++votes)
      for (std::size_t after = 0; after <= votes; ++after)
        to[before][after] += more[votes - before] * held[votes][after];
  }
  // States are taken out one by one without a subtraction (Grassmann, Taksar and Heyman 1985), so that nothing cancels.
  for (std::size_t out = n; out-- > 1;) {
    double leaves = agreed[out];
    for (std::size_t next = 0; next < out; ++next) leaves += to[out][next];
    for (std::size_t from = 0; from < out; ++from) {
      const double visits = to[from][out] / leaves;
      for (std::size_t next = 0; next < out; ++next) to[from][next] += visits * to[out][next];
      agreed[from] += visits * agreed[out];
      rounds[from] += visits * rounds[out];
    }
  }
  return n > 0 ? rounds[0] / agreed[0] : 1;
}

bool adopted(Level form, std::span<const Vote> votes, double majority) {
  ensure(is_regional(form) && !votes.empty(), "an arrangement of governments votes");
  if (form == Level::Centre) return votes.front().yes;
  if (form == Level::Network) return std::ranges::all_of(votes, &Vote::yes);
  double all = 0, in_favour = 0;
  for (const Vote& vote : votes) {
    all += vote.weight;
    if (vote.yes) in_favour += vote.weight;
  }
  return in_favour > majority * all;
}

double round_months(Level level, bool wgr_2022, const AgreementParameters& parameters) {
  if (level != Level::Joint) return parameters.round_months;
  return wgr_2022 ? parameters.view_months_2022 : parameters.view_months_2015;
}

double readiness(Month month, const AgreementParameters& parameters) {
  for (int ahead = 1; ahead <= 12; ++ahead)
    if (is_council_election(month + ahead)) return parameters.pre_election;
  return 1;
}

int months_to_budget(Month month) {
  const int now = month.calendar_month();
  if (now <= kadernota) return kadernota - now;
  return now <= adoption ? adoption - now : kadernota + 12 - now;
}

double months_to_execution(double decision_months, double round_months, double rounds, double organising,
                           double months_to_budget, double coupling, const FramingParameters& parameters) {
  return (decision_months + round_months * rounds) * (1 - parameters.time * organising) + months_to_budget * coupling;
}

double breach_chance(double coupling, const AgreementParameters& parameters) {
  return parameters.breach * (1 - coupling);
}

}  // namespace polder::government
