#include "compare/precision.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/small_results.h"

namespace polder {
namespace {

using testing::column_of;
using testing::ScratchFolder;

/// A result in which help differs from the reference by `differences`, replicate by replicate.
Store result_with(const ScratchFolder& scratch, const std::vector<double>& differences) {
  Store store = Store::open_or_create(scratch / "r", testing::small_study(), testing::small_header());
  for (std::uint32_t replicate = 0; replicate < differences.size(); ++replicate)
    for (const char* scenario : {"reference", "help"}) {
      RunResult run = testing::small_run(scenario, replicate);
      const double more = run.scenario == "help" ? differences[replicate] : 0;
      for (auto& row : run.observations.indicators) row.values[column_of("employed")] = 1000 + 10.0 * replicate + more;
      store.add(run);
    }
  return store;
}

KnownPrecision known(const Store& store, double half_width, bool relative = false, std::uint32_t count = 100) {
  return precision_of(store, {"employed", "AM01", half_width, relative}, {{"help", "reference"}}, 0, count).at(0);
}

TEST(PrecisionOf, IsTheHalfWidthOfThePairedDifference) {
  const ScratchFolder scratch;
  const Store store = result_with(scratch, {4, 6, 4, 6});
  // sd 1.1547, t(3) 3.1824: half width 1.8374.
  const KnownPrecision found = known(store, 2);
  EXPECT_NEAR(found.half_width, 1.8374, 1e-4);
  EXPECT_EQ(found.difference.mean, 5);
  EXPECT_TRUE(found.reached);
  EXPECT_FALSE(known(store, 1.8).reached);
}

TEST(PrecisionOf, TellsHowManyPairsItWouldTake) {
  const ScratchFolder scratch;
  const KnownPrecision found = known(result_with(scratch, {4, 6, 4, 6}), .5);
  EXPECT_FALSE(found.reached);
  // t sd / sqrt(n) <= 0.5: 22 pairs give 0.512, 23 give 0.4993.
  EXPECT_EQ(found.pairs_needed, 23u);
}

TEST(PrecisionOf, MayBeAShareOfTheLevelOfTheReference) {
  const ScratchFolder scratch;
  const Store store = result_with(scratch, {4, 6, 4, 6});  // reference 1015 on average
  EXPECT_NEAR(known(store, .01, true).wanted, 10.15, 1e-9);
  EXPECT_FALSE(known(store, .001, true).reached);
}

TEST(PrecisionOf, LooksAtTheReplicatesOfTheRoundOnly) {
  const ScratchFolder scratch;
  const Store store = result_with(scratch, {5, 5, 5, 90});
  EXPECT_TRUE(known(store, .1, false, 3).reached);  // all the same: nothing left to know
  EXPECT_FALSE(known(store, .1, false, 4).reached);
}

TEST(PrecisionOf, NeedsTwoPairs) {
  const ScratchFolder scratch;
  const KnownPrecision found = known(result_with(scratch, {5}), 1e9);
  EXPECT_FALSE(found.reached);
  EXPECT_TRUE(std::isnan(found.half_width));
}

TEST(PrecisionOf, SaysWhatIsNotMeasured) {
  const ScratchFolder scratch;
  const Store store = result_with(scratch, {4, 6});
  EXPECT_THROW(precision_of(store, {"employed", "AM77", 1, false}, {{"help", "reference"}}, 0, 9), InputError);
}

TEST(NextRound, IsHalfAsManyMoreUpToTheMost) {
  EXPECT_EQ(next_round(20, 200), 30u);
  EXPECT_EQ(next_round(30, 200), 45u);
  EXPECT_EQ(next_round(150, 200), 200u);
  EXPECT_EQ(next_round(2, 200), 4u);
  EXPECT_EQ(next_round(199, 200), 200u);
}

}  // namespace
}  // namespace polder
