#include "government/information.h"

#include <algorithm>

#include "polder/base/detmath.h"

namespace polder::government {

double precision(double own, double uptake, const JointAnalysis& analysis, const AnalysisParameters& parameters) {
  const double depth = 1 - detmath::exp(-analysis.productivity * analysis.spending / parameters.spending);
  return std::min(1.0, own + parameters.tools * uptake + parameters.joint * depth * analysis.coverage);
}

double statistics_lag(double share, const AnalysisParameters& parameters) {
  return parameters.lag + share * (parameters.joint_lag - parameters.lag);
}

}  // namespace polder::government
