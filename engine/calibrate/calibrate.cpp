#include "calibrate/calibrate.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "calibrate/distance.h"
#include "calibrate/measure.h"
#include "data/problems.h"

namespace polder::calibrate {
namespace {

/// Weighted moments that the run does not show: the study, its months or its sample are not fit for them.
void refuse_unmeasured(const Targets& targets, const Evaluation& present) {
  data::Problems problems;
  for (std::size_t i = 0; i < targets.moments.size(); ++i) {
    const Target& target = targets.moments[i];
    if (target.weight <= 0 || !std::isnan(present.moments[i])) continue;
    problems.add({"E175", target.origin.file, target.origin.line, target.origin.column, target.origin.width,
                  fmt::format("moments: '{}' is not measured in this run", target.moment->key),
                  "yearly figures need a whole calendar year in 'months'; or write 'checked: true'",
                  target.origin.source_line});
  }
  problems.raise();
}

class Evaluator {
 public:
  Evaluator(const Targets& targets, unsigned threads) : targets_(targets), study_(targets.study), threads_(threads) {}

  Evaluation operator()(const std::vector<double>& values) {
    for (std::size_t i = 0; i < values.size(); ++i)
      targets_.parameters[i].declaration->in(study_.parameters) = values[i];
    Evaluation evaluation{values, measure(targets_, study_, threads_), 0};
    evaluation.distance = distance(targets_.moments, evaluation.moments);
    return evaluation;
  }

  Evaluation present() {
    std::vector<double> values;
    for (const FreeParameter& free : targets_.parameters) values.push_back(free.given.value);
    Evaluation evaluation = (*this)(values);
    refuse_unmeasured(targets_, evaluation);
    return evaluation;
  }

 private:
  const Targets& targets_;
  Study study_;
  unsigned threads_;
};

/// Between the unit cube of the search and the bounds of the parameters.
std::vector<double> to_cube(const Targets& targets, const std::vector<double>& values) {
  std::vector<double> point;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const FreeParameter& free = targets.parameters[i];
    point.push_back(std::clamp((values[i] - free.from) / (free.to - free.from), 0.0, 1.0));
  }
  return point;
}

std::vector<double> from_cube(const Targets& targets, std::span<const double> point) {
  std::vector<double> values;
  for (std::size_t i = 0; i < point.size(); ++i) {
    const FreeParameter& free = targets.parameters[i];
    values.push_back(rounded(free.from + point[i] * (free.to - free.from), free.from, free.to));
  }
  return values;
}

}  // namespace

double rounded(double value, double from, double to) {
  const std::string text = fmt::format("{:.4g}", value);
  double read = value;
  std::from_chars(text.data(), text.data() + text.size(), read);
  return std::clamp(read, from, to);
}

Evaluation evaluate_present(const Targets& targets, unsigned threads) { return Evaluator(targets, threads).present(); }

Calibration calibrate(const Targets& targets, unsigned threads, unsigned evaluations, const CalibrationHooks& hooks) {
  Evaluator evaluate(targets, threads);
  Calibration calibration;
  std::map<std::vector<double>, double> known;  // what was tried: rounded points come back near the end
  const auto keep = [&](const Evaluation& evaluation) {
    known[evaluation.values] = evaluation.distance;
    if (calibration.evaluations == 0 || evaluation.distance < calibration.after.distance)
      calibration.after = evaluation;
    ++calibration.evaluations;
    if (hooks.evaluated) hooks.evaluated(evaluation, calibration.evaluations, calibration.after.distance);
  };
  keep(calibration.before = evaluate.present());
  if (hooks.stop && hooks.stop()) {
    calibration.ended = Ended::Stopped;
    return calibration;
  }
  if (evaluations <= 1) {
    calibration.ended = Ended::AllEvaluations;
    return calibration;
  }
  Search search;
  search.start = to_cube(targets, calibration.before.values);
  search.evaluations = evaluations - 1;
  calibration.ended = minimise(
      search,
      [&](std::span<const double> point) {
        const std::vector<double> values = from_cube(targets, point);
        if (!known.contains(values)) keep(evaluate(values));
        return known[values];
      },
      hooks.stop);
  return calibration;
}

}  // namespace polder::calibrate
