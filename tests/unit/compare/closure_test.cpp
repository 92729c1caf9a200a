// Jobs lost per job of a plant that closes (I18).
#include <gtest/gtest.h>

#include <cmath>

#include "compare/comparison.h"
#include "support/small_results.h"

namespace polder {
namespace {

constexpr Month closed = Month::of(2026, 2), after = Month::of(2028, 2);

/// Three years: in the region of `help` a plant of 100 jobs closes, and two years later 150 and 170 jobs are gone.
class Closure : public ::testing::Test {
 protected:
  Closure() {
    Study study = testing::small_study();
    StoreHeader header = testing::small_header();
    study.to = header.to = Month::of(2028, 12);
    Store made = Store::open_or_create(scratch_ / "r", study, header);
    for (std::uint32_t replicate = 0; replicate < 2; ++replicate) {
      made.add(run("reference", replicate, 1000, 0));
      made.add(run("help", replicate, replicate == 0 ? 850 : 830, 100));
    }
  }
  static RunResult run(const std::string& scenario, std::uint32_t replicate, double jobs, double jobs_closed) {
    RunResult result = testing::small_run(scenario, replicate);
    std::vector<double> values = testing::telling_values(0, 1, 0);
    values[testing::column_of("jobs")] = jobs;
    values[testing::column_of("jobs_closed")] = jobs_closed;
    result.observations.indicators.push_back({after, AreaLevel::Region, "AM01", "", values});
    return result;
  }
  std::optional<ComparisonLine> line(const std::string& scenario, const std::string& reference, Month month = closed) {
    return compare_closure(Store::open(scratch_ / "r"), scenario, reference, "AM01", month);
  }
  testing::ScratchFolder scratch_;
};

TEST_F(Closure, CostsTheJobsOfTheRegionPerJobOfThePlant) {
  const auto found = line("help", "reference");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->difference.pairs, 2u);
  EXPECT_DOUBLE_EQ(found->difference.mean, 1.6);
  EXPECT_EQ(found->question.from, "2028-02");
  EXPECT_EQ(direction_of(found->question.indicator), -1) << "fewer is better";
}

TEST_F(Closure, HasNoLineWithoutAPlantThatClosesInOneOnly) {
  EXPECT_FALSE(line("reference", "reference"));
  EXPECT_FALSE(line("reference", "help")) << "the plant closes in what it is compared with";
}

TEST_F(Closure, HasNoLineBehindThePeriod) {
  EXPECT_TRUE(line("help", "reference", closed));
  EXPECT_FALSE(line("help", "reference", Month::of(2027, 1)));
}

}  // namespace
}  // namespace polder
