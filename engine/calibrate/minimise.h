// Search for the least of a function that is only known point by point.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace polder::calibrate {

struct Search {
  std::vector<double> start;   // every coordinate within 0..1
  unsigned evaluations = 100;  // at most
  double step = .2;            // of the first moves
  double tolerance = .001;     // ends when all moves are smaller
};

enum class Ended : std::uint8_t { Converged, AllEvaluations, Stopped };

/// Calls `value` at points of the unit cube, always the same ones for the same answers, and seeks where it is least
/// without derivatives: by linear models in trust regions (COBYLA), which noise disturbs less than quadratic ones, or
/// by a simplex where there is one coordinate. The caller keeps the best. `stop` is asked after each evaluation.
Ended minimise(const Search& search, const std::function<double(std::span<const double>)>& value,
               const std::function<bool()>& stop);

}  // namespace polder::calibrate
