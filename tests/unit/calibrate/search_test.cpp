// Distances by hand, and a search whose answer is known.
#include <gtest/gtest.h>

#include <cmath>

#include "calibrate/calibrate.h"
#include "calibrate/distance.h"
#include "calibrate/minimise.h"

namespace polder::calibrate {
namespace {

Target target(std::optional<double> value, double from, double to, double weight = 1) {
  Target made;
  made.moment = find_moment("unemployment_rate");
  made.value = value;
  made.from = from;
  made.to = to;
  made.weight = weight;
  return made;
}

TEST(Distance, IsOneAtTheEdgeOfABand) {
  const std::vector targets{target(.04, .03, .05), target(.5, .4, .6, 3), target(std::nullopt, .7, 1, 5)};
  EXPECT_NEAR(distance(targets, std::vector{.05, .5, .9}), 1, 1e-12);
  EXPECT_NEAR(distance(targets, std::vector{.04, .4, .7}), 3, 1e-12);
  EXPECT_NEAR(distance(targets, std::vector{.04, .5, .55}), 5, 1e-12);  // without a value only the band counts
  EXPECT_EQ(distance(targets, std::vector{.04, .5, .8}), 0);
}

TEST(Distance, LeavesOutWhatIsOnlyLookedAt) {
  const std::vector targets{target(.04, .03, .05), target(.5, .4, .6, 0)};
  EXPECT_EQ(distance(targets, std::vector{.04, 99.}), 0);
  EXPECT_EQ(distance(targets, std::vector{.04, std::nan("")}), 0);
  EXPECT_EQ(distance(targets, std::vector{std::nan(""), .5}), unmeasured);
}

TEST(Verdict, NamesTheSideAndTheSize) {
  const Target rate = target(.04, .03, .05);
  EXPECT_EQ(verdict_on(rate, .03), Verdict::InBand);
  EXPECT_EQ(verdict_on(rate, .029), Verdict::Below);
  EXPECT_EQ(to_text(verdict_on(rate, .06)), "above");
  EXPECT_EQ(verdict_on(rate, std::nan("")), Verdict::NotMeasured);
  EXPECT_NEAR(miss(rate, .06), .01, 1e-15);
  EXPECT_NEAR(miss(rate, .01), -.02, 1e-15);
  EXPECT_EQ(miss(rate, .045), 0);
}

TEST(Minimise, FindsTheLowestPointOfABowl) {
  std::vector<double> best{.9, .1};
  double least = 1e9;
  Search search;
  search.start = best;
  const Ended ended = minimise(search,
                               [&](std::span<const double> at) {
                                 const double value = (at[0] - .3) * (at[0] - .3) + 4 * (at[1] - .8) * (at[1] - .8);
                                 if (value < least) least = value, best.assign(at.begin(), at.end());
                                 return value;
                               },
                               {});
  EXPECT_EQ(ended, Ended::Converged);
  EXPECT_NEAR(best[0], .3, .01);
  EXPECT_NEAR(best[1], .8, .01);
}

TEST(Minimise, StaysWithinBoundsAndEvaluations) {
  unsigned made = 0;
  Search search;
  search.start = {.5};
  search.evaluations = 7;
  const Ended ended = minimise(search,
                               [&](std::span<const double> at) {
                                 ++made;
                                 EXPECT_TRUE(at[0] >= 0 && at[0] <= 1);
                                 return at[0];
                               },
                               {});
  EXPECT_LE(made, 7u);
  EXPECT_NE(ended, Ended::Stopped);
}

TEST(Minimise, EndsAfterTheEvaluationInWhichItIsStopped) {
  unsigned made = 0;
  Search search;
  search.start = {.5, .5};
  const auto value = [&](std::span<const double> at) { return ++made, at[0] + at[1]; };
  EXPECT_EQ(minimise(search, value, [&] { return made == 3; }), Ended::Stopped);
  EXPECT_EQ(made, 3u);
}

TEST(Minimise, PassesOnWhatTheFunctionThrows) {
  Search search;
  search.start = {.5, .5};
  const auto breaks = [](std::span<const double>) -> double { throw BrokenInvariant("a promise"); };
  EXPECT_THROW(minimise(search, breaks, {}), BrokenInvariant);
}

TEST(Rounded, KeepsFourDigitsWithinItsBounds) {
  EXPECT_EQ(rounded(.1234567, 0, 1), .1235);
  EXPECT_EQ(rounded(.00052549, 0, 1), .0005255);
  EXPECT_EQ(rounded(.99996, 0, .99996), .99996);
}

}  // namespace
}  // namespace polder::calibrate
