#include "government/contributions.h"

#include <algorithm>
#include <numeric>

#include "polder/base/error.h"

namespace polder::government {
namespace {

double imposed(Level level, double trust, const CommitmentParameters& parameters) {
  switch (level) {
    case Level::Local:
      return 1;
    case Level::Network:
      return trust;
    case Level::Centre:
      return parameters.centre;
    case Level::Joint:
      return parameters.joint;
    case Level::Province:
      return parameters.province;
    case Level::National:
      return parameters.national;
    case Level::International:
      break;
  }
  return parameters.international;
}

}  // namespace

std::vector<double> own_contributions(std::span<const double> benefit, std::span<const double> weight, double cost) {
  ensure(benefit.size() == weight.size(), "every partner has a benefit and a weight");
  std::vector<double> contributions(benefit.size());
  for (std::size_t i = 0; i < benefit.size(); ++i) contributions[i] = benefit[i] * weight[i] / cost;
  return contributions;
}

std::vector<double> joint_contributions(std::span<const double> benefit, std::span<const double> weight, double cost) {
  const double all = std::accumulate(benefit.begin(), benefit.end(), 0.0);
  return own_contributions(std::vector<double>(benefit.size(), all), weight, cost);
}

double realised_contribution(double own, double joint, double commitment) { return own + commitment * (joint - own); }

double commitment(Level level, double trust, double organising, const GovernmentParameters& parameters) {
  const double lost = is_regional(level) ? parameters.framing.commitment * organising * (1 - trust) : 0;
  return std::clamp(imposed(level, trust, parameters.commitment) - lost, 0.0, 1.0);
}

double execution(double verbs, const FramingParameters& parameters) {
  return std::clamp(parameters.execution + parameters.verbs * (verbs - .5), 0.0, 1.0);
}

}  // namespace polder::government
