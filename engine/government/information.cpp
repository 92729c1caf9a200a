#include "government/information.h"

#include <algorithm>

#include "polder/base/detmath.h"

namespace polder::government {

double completeness(const JointAnalysis& analysis, const AnalysisParameters& parameters) {
  if (analysis.spending <= 0) return 0;
  return (1 - detmath::exp(-analysis.productivity * analysis.spending / parameters.spending)) * analysis.coverage;
}

double precision(double own, double uptake, double complete, const AnalysisParameters& parameters) {
  return std::clamp(own + parameters.tools * uptake + parameters.joint * complete, 0.0, 1.0);
}

double statistics_lag(double complete, const AnalysisParameters& parameters) {
  return parameters.lag + std::clamp(complete, 0.0, 1.0) * (parameters.joint_lag - parameters.lag);
}

}  // namespace polder::government
