// Moves the free parameters of a file of targets until the reference is as near to its figures as it comes.
#pragma once

#include <functional>

#include "calibrate/minimise.h"
#include "calibrate/targets.h"

namespace polder::calibrate {

struct Evaluation {
  std::vector<double> values;   // of the free parameters, in order of the file
  std::vector<double> moments;  // in order of the file
  double distance = 0;
};

struct Calibration {
  Evaluation before, after;  // with the parameters as they are; with the best found
  unsigned evaluations = 0;  // made
  Ended ended = Ended::Converged;
};

struct CalibrationHooks {
  /// After each evaluation, with its number and the best distance so far.
  std::function<void(const Evaluation&, unsigned number, double best)> evaluated;
  std::function<bool()> stop;  // asked after each evaluation
};

/// The present parameters, without search. Throws InputError when a moment with a weight is not measured.
Evaluation evaluate_present(const Targets& targets, unsigned threads);

/// At most `evaluations` of them, all with the same seed and replicates. Values are rounded to four digits before they
/// are tried, so that what is written is what was measured.
Calibration calibrate(const Targets& targets, unsigned threads, unsigned evaluations, const CalibrationHooks& hooks);

/// A value rounded to four significant digits, within its bounds.
double rounded(double value, double from, double to);

}  // namespace polder::calibrate
