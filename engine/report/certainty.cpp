#include "report/certainty.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace polder::report {
namespace {

struct Row {
  Certainty certainty;
  double least_share;  // of the pairs that go the way of the mean
  std::size_t least_pairs;
};
/// From the surest down; the first that fits is said.
constexpr std::array<Row, 3> rows{{{Certainty::AlmostCertain, 17. / 20, 6},
                                   {Certainty::Likely, 14. / 20, 4},
                                   {Certainty::MoreOftenThanNot, 11. / 20, 4}}};
constexpr std::size_t fewest_pairs = 4;

std::size_t the_way_of_the_mean(const Difference& difference) {
  return difference.mean < 0 ? difference.lower : difference.higher;
}

}  // namespace

Certainty certainty_of(const Difference& difference) {
  if (difference.pairs < 2) return Certainty::TooFewRuns;
  if (!is_visible(difference)) return Certainty::NoVisibleDifference;
  if (difference.low == difference.high) return Certainty::Exact;
  if (difference.pairs < fewest_pairs) return Certainty::TooFewRuns;
  const double share = static_cast<double>(the_way_of_the_mean(difference)) / static_cast<double>(difference.pairs);
  for (const Row& row : rows)
    if (share >= row.least_share - 1e-9 && difference.pairs >= row.least_pairs) return row.certainty;
  return Certainty::CouldGoEitherWay;
}

std::string_view words_of(Certainty certainty, Tongue tongue) {
  switch (certainty) {
    case Certainty::NoVisibleDifference:
      return in(tongue, "geen zichtbaar verschil", "no visible difference");
    case Certainty::TooFewRuns:
      return in(tongue, "te weinig doorrekeningen om te zeggen hoe zeker", "too few runs to say how sure");
    case Certainty::CouldGoEitherWay:
      return in(tongue, "kan twee kanten op", "could go either way");
    case Certainty::MoreOftenThanNot:
      return in(tongue, "vaker wel dan niet", "more often than not");
    case Certainty::Likely:
      return in(tongue, "waarschijnlijk", "likely");
    case Certainty::AlmostCertain:
      return in(tongue, "vrijwel zeker", "almost certain");
    case Certainty::Exact:
      return in(tongue, "in elke doorrekening gelijk", "the same in every run");
  }
  return "";
}

std::string pairs_text(const Difference& difference, Tongue tongue) {
  return fmt::format("{} {} {}", the_way_of_the_mean(difference), in(tongue, "van", "of"), difference.pairs);
}

}  // namespace polder::report
