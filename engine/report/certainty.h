// How sure a difference is, in words: the one place that says so.
#pragma once

#include <string>

#include "compare/luck.h"
#include "report/language.h"

namespace polder::report {

enum class Certainty {
  NoVisibleDifference,
  TooFewRuns,
  CouldGoEitherWay,
  MoreOftenThanNot,
  Likely,
  AlmostCertain,
  Exact
};
inline constexpr int certainties = static_cast<int>(Certainty::Exact) + 1;

/// Of the pairs of runs, how many go the way of the mean. Almost certain: at least 17 in 20 and six pairs or more (with
/// five, even five of five come about by chance once in sixteen times). Likely: at least 14 in 20 and four pairs. More
/// often than not: at least 11 in 20. Below four pairs there are too few runs to say. An interval that holds 0 is no
/// visible difference, whatever the pairs; all pairs equal and not 0 is exact.
Certainty certainty_of(const Difference& difference);

/// "vrijwel zeker", "almost certain".
std::string_view words_of(Certainty certainty, Tongue tongue);

/// Pairs in the direction of the mean, of all: "17 van 20", "17 of 20".
std::string pairs_text(const Difference& difference, Tongue tongue);

}  // namespace polder::report
