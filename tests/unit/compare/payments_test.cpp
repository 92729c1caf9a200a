#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "compare/comparison.h"
#include "polder/base/error.h"
#include "support/small_results.h"

namespace polder {
namespace {

/// In the scenario `help` municipalities pay 30 a month for guidance, of which the province grants 10; firms pay 50
/// more in wages, uwv 24 less in ww, and residents 6 more tax. One month, so that a year is twelve of it.
class Pockets : public ::testing::Test {
 protected:
  Pockets() {
    Store store = Store::open_or_create(scratch_ / "r", testing::small_study(), testing::small_header());
    const Month now = Month::of(2026, 1);
    for (std::uint32_t replicate = 0; replicate < 2; ++replicate) {
      RunResult reference = testing::small_run("reference", replicate), help = testing::small_run("help", replicate);
      reference.observations.ledger = {{now, "firms", "residents", "wages", 100'00},
                                       {now, "uwv", "residents", "ww", 100'00},
                                       {now, "municipality GM0001", "providers", "guidance", 999'00}};
      help.observations.ledger = {{now, "firms", "residents", "wages", 150'00},
                                  {now, "uwv", "residents", "ww", 76'00},
                                  {now, "residents", "rijk", "tax", 6'00},
                                  {now, "municipality", "providers", "guidance", 30'00},
                                  {now, "province", "municipality", "grant", 10'00}};
      store.add(reference);
      store.add(help);
    }
  }
  Wish january() const {
    Wish wish;
    wish.from = wish.to = "2026-01";
    return wish;
  }
  double mean_of(const std::vector<ComparisonLine>& lines, std::string_view key) const {
    for (const ComparisonLine& line : lines)
      if (line.question.indicator == key) return line.difference.mean;
    ADD_FAILURE() << "no line " << key;
    return 0;
  }
  Store store() const { return Store::open(scratch_ / "r"); }
  testing::ScratchFolder scratch_;
};

TEST_F(Pockets, OfAllActorsTogetherHoldWhatTheyHeldToTheCent) {
  const auto lines = compare_actors(store(), {"help"}, "reference", january());
  EXPECT_EQ(mean_of(lines, "all:measures"), 0);
  EXPECT_EQ(mean_of(lines, "all:consequences"), 0);
  EXPECT_EQ(mean_of(lines, "all:net"), 0);
  EXPECT_DOUBLE_EQ(mean_of(lines, "municipality:measures"), -20 * 12);
  EXPECT_DOUBLE_EQ(mean_of(lines, "province:net"), -10 * 12);
  EXPECT_DOUBLE_EQ(mean_of(lines, "uwv:consequences"), 24 * 12);
  EXPECT_DOUBLE_EQ(mean_of(lines, "residents:net"), (50 - 24 - 6) * 12);
  EXPECT_DOUBLE_EQ(mean_of(lines, "providers:measures"), 30 * 12) << "rows that name a municipality repeat others";
}

TEST_F(Pockets, AreFilledInProportionToWhatEachPayerPays) {
  const auto lines = compare_pockets(store(), {"help"}, "reference", january());
  EXPECT_DOUBLE_EQ(mean_of(lines, "municipality>uwv"), 24 * 12 * 2 / 3.);
  EXPECT_DOUBLE_EQ(mean_of(lines, "province>uwv"), 24 * 12 / 3.);
  EXPECT_DOUBLE_EQ(mean_of(lines, "municipality>firms"), -50 * 12 * 2 / 3.);
  EXPECT_DOUBLE_EQ(mean_of(lines, "municipality:wrong_pocket"), 1) << "nothing of it comes back";
  for (const ComparisonLine& line : lines)
    EXPECT_FALSE(line.question.indicator.starts_with("uwv>")) << "it pays nothing";
}

TEST(CostPerYearAtWork, IsThatOfTheReportedMunicipalitiesInWholeYears) {
  testing::ScratchFolder scratch;
  Store store = Store::open_or_create(scratch / "r", testing::small_study(), testing::small_header());
  const Month december = Month::of(2026, 12);
  for (std::uint32_t replicate = 0; replicate < 2; ++replicate) {
    RunResult reference = testing::small_run("reference", replicate), help = testing::small_run("help", replicate);
    reference.observations.ledger.clear();
    help.observations.ledger = {{december, "municipality GM0001", "providers GM0001", "guidance", 300'00},
                                {december, "province", "municipality GM0001", "grant", 100'00},
                                {december, "municipality GM0009", "providers GM0009", "guidance", 999'00},
                                {december, "uwv", "residents GM0001", "ww", 999'00}};
    store.add(reference);
    store.add(help);
  }
  const auto cost = [&](const char* ours, const char* theirs, const char* payer) {
    Wish wish;
    wish.from = "2026-01", wish.to = "2027-03";  // 2027 is not whole
    for (const ComparisonLine& line : compare_actors(store, {ours}, theirs, wish))
      if (line.question.indicator == std::string(payer) + ":per_year_at_work") return line.difference.mean;
    return std::numeric_limits<double>::infinity();
  };
  const auto work = compare(store, {"help"}, "reference", {{"employed", "AM01", "", "2026-01", "2026-12"}});
  EXPECT_DOUBLE_EQ(cost("help", "reference", "municipality"), 200 / work.front().difference.mean);
  EXPECT_DOUBLE_EQ(cost("help", "reference", "province"), 100 / work.front().difference.mean);
  EXPECT_DOUBLE_EQ(cost("help", "reference", "all"), 300 / work.front().difference.mean);
  EXPECT_TRUE(std::isnan(cost("reference", "help", "all"))) << "work is lost, not gained";
}

TEST_F(Pockets, AreEmptyWhereNobodyPaysMore) {
  EXPECT_TRUE(compare_pockets(store(), {"reference"}, "reference", january()).empty());
}

TEST_F(Pockets, AreOfTheWholeResult) {
  Wish wish;
  wish.area = "AM01";
  EXPECT_THROW(compare_pockets(store(), {"help"}, "reference", wish), InputError);
  EXPECT_THROW(compare_actors(store(), {"help"}, "reference", wish), InputError);
}

}  // namespace
}  // namespace polder
