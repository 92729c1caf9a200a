// The information chain: how precisely demand for labour is foreseen, and how late statistics come.
// Source: assumed, see scenarios/parameters/information.yaml and government.yaml. A joint analysis is a club good: its
// cost is shared, its value grows with what it covers.
#pragma once

#include "polder/scenario/government_parameters.h"

namespace polder::government {

/// A joint analysis of the labour market, as one municipality has it.
struct JointAnalysis {
  double productivity = 0;  // of the task analysis without reach: what it covers counts apart
  double spending = 0;      // [EUR/year per worker]
  double coverage = 0;      // share of the reachable jobs that it covers
};

/// How far an analysis is what the best one would be: (1 - exp(-productivity x spending / norm)) x coverage. [0, 1)
double completeness(const JointAnalysis& analysis, const AnalysisParameters& parameters);

/// own + tools x uptake + joint x complete, 0 to 1. `own`: precision by own statistics; `uptake`: use of others' tools;
/// `complete`: of the analysis, beyond what own statistics have of it.
double precision(double own, double uptake, double complete, const AnalysisParameters& parameters);

/// Lag of statistics [months], from that of own ones to that of a `complete` analysis.
double statistics_lag(double complete, const AnalysisParameters& parameters);

}  // namespace polder::government
