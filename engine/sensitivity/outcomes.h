// Outcomes of a stored design, point by point.
#pragma once

#include <map>

#include "sensitivity/analysis.h"

namespace polder::sensitivity {

/// Outcomes of a varied scenario at the points of its design, NaN where there is none.
struct Series {
  std::string scenario;
  std::vector<double> at;  // by point
};

struct Observed {
  std::vector<Series> series;  // in order of the study; without other scenarios the reference
  bool levels = false;         // of the reference: no differences
  std::size_t replicates = 0, missing = 0;
};

Observed observe(const Store& store, const Design& design, const Wish& wish);

}  // namespace polder::sensitivity
