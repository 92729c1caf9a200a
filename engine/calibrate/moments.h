// The moments that a calibration can compare with published figures: one record each, a pure function of what a run
// showed.
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calibrate/tally.h"
#include "polder/indicators/indicator.h"

namespace polder::calibrate {

/// What one run showed in the months of the window.
struct Seen {
  Tally tally;
  std::vector<double> indicators;    // means over the months in which they are measured, by column; NaN: never
  std::vector<double> class_change;  // published change of occupation a quarter, by occupation; NaN: not given

  double indicator(std::string_view key) const;
};

struct Moment {
  std::string_view key;      // "unemployment_rate"
  std::string_view pattern;  // "P01": published facts that it belongs to
  std::string_view unit;     // the one spelling in files: "share", "months", ...
  double least = 0, most = 1;  // what is possible at all
  std::string_view meaning;
  double (*measure)(const Seen&);  // NaN: not measured in this run
};

std::span<const Moment> moments();
const Moment* find_moment(std::string_view key);
/// The moment that is compared with a table by occupation.
inline constexpr std::string_view rank_moment = "occupation_change_rank";

/// Means of all indicators over the whole country, or the region in focus, from one month to another.
std::vector<double> mean_indicators(const Observations& observations, AreaLevel level, Month from, Month to);

/// Rank correlation of Spearman, ties with their mean rank, over places where both are numbers; NaN below three.
double rank_correlation(std::span<const double> a, std::span<const double> b);

}  // namespace polder::calibrate
