// Many comparisons at once: of fifty lines without any effect two or three seem to differ, by luck.
#pragma once

#include "compare/comparison.h"

namespace polder {

/// Share of false ones that is allowed among the differences that are called visible.
inline constexpr double false_discoveries = .05;

/// Chance of a paired difference at least as far from nothing if there is none (two-sided Student's t). NaN where all
/// pairs are equal, or fewer than two: that is no test.
double chance_of_luck(const Difference& difference);

/// p-values of Benjamini and Hochberg (1995): the smallest share of false discoveries at which each is one. NaN stays,
/// and does not count.
std::vector<double> adjusted(const std::vector<double>& chances);

/// Writes both into lines that are shown together.
void control_luck(std::vector<ComparisonLine>& lines);

/// Whether the interval leaves nothing (0) out.
bool is_visible(const Difference& difference);
/// Whether a line is visible by itself, but not among those shown with it.
bool may_be_luck(const ComparisonLine& line);

}  // namespace polder
