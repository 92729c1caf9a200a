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

constexpr double smallest_step = .04;  // of the bounds: rounds go on below it only while they gain

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
  unsigned left = std::max(evaluations, 1u);
  const auto keep = [&](const Evaluation& evaluation) {
    --left;
    known[evaluation.values] = evaluation.distance;
    const bool first = calibration.evaluations++ == 0;
    if (first || evaluation.distance < calibration.after.distance) calibration.after = evaluation;
    if (hooks.evaluated) hooks.evaluated(evaluation, calibration.evaluations, calibration.after.distance);
  };
  const auto value = [&](std::span<const double> point) {
    const std::vector<double> values = from_cube(targets, point);
    if (!known.contains(values)) keep(evaluate(values));
    return known[values];
  };
  const auto asked_to_stop = [&] { return hooks.stop && hooks.stop(); };
  const auto stop = [&] { return left == 0 || asked_to_stop(); };
  keep(calibration.before = evaluate.present());
  calibration.ended = asked_to_stop() ? Ended::Stopped : Ended::Converged;
  // Rounds from the best so far with ever smaller steps: a finite sample makes small steps in the distance, on which a
  // single search may come to rest.
  Search search;
  for (double before = unmeasured; calibration.ended == Ended::Converged && left > 0; search.step /= 2) {
    if (search.step < smallest_step && !(calibration.after.distance < before)) break;
    before = calibration.after.distance;
    search.start = to_cube(targets, calibration.after.values);
    search.tolerance = search.step / 10;
    search.evaluations = 2 * left + 1;  // points that come back cost nothing; `stop` counts the others
    calibration.ended = minimise(search, value, stop);
  }
  if (left == 0 && !asked_to_stop()) calibration.ended = Ended::AllEvaluations;
  return calibration;
}

}  // namespace polder::calibrate
