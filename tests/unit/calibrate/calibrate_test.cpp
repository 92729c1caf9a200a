// Calibrations of the small invented country: a parameter is found back, nothing depends on threads, and what is
// written can be read.
#include "calibrate/calibrate.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "calibrate/distance.h"
#include "calibrate/measure.h"
#include "calibrate/report.h"
#include "data/problems.h"
#include "scenario/parameter_files.h"
#include "support/small_results.h"
#include "support/study.h"

namespace polder::calibrate {
namespace {

using ::testing::HasSubstr;

class CalibrateTest : public ::testing::Test {
 protected:
  /// A file of targets on the toy country; a moment per line.
  Targets load(const std::string& moments, const std::string& months = "{from: 2026-07, to: 2027-06}") {
    const auto file = folder_ / "toy.yaml";
    std::ofstream(file) << fmt::format(
        "schema: polder/targets/1\nstudy: {}\nsample: 1:20\nmonths: {}\nreplicates: 2\n"
        "parameters:\n  search.suitable: {{from: 0.1, to: 0.3}}\nmoments:\n{}",
        testing::study_file("toy-closure").string(), months, moments);
    return load_targets(file);
  }

  Targets on_unemployment() {
    return load(
        "  unemployment_rate: {unit: share, value: 0.04, band: [0.038, 0.042], source: test}\n"
        "  unemployed_to_employed: {unit: share, value: 0.4, band: [0.37, 0.43], source: test}\n"
        "  job_to_job: {unit: share, value: 0.04, band: [0.035, 0.045], source: test}\n");
  }

  testing::ScratchFolder folder_;
};

TEST_F(CalibrateTest, FindsAKnownParameterBack) {
  constexpr double known = .13;  // far from where the search starts
  Targets targets = on_unemployment();
  Study truth = targets.study;
  truth.parameters.search.suitable = known;
  const std::vector<double> produced = measure(targets, truth, 0);
  for (std::size_t i = 0; i < produced.size(); ++i) {
    Target& target = targets.moments[i];
    const double half = (target.to - target.from) / 2;
    target.value = produced[i];
    target.from = produced[i] - half;
    target.to = produced[i] + half;
  }
  const Calibration found = calibrate(targets, 0, 40, {});
  EXPECT_GT(found.before.values[0], known + .04);
  EXPECT_NEAR(found.after.values[0], known, .02);  // 20,000 rows: the distance has steps
  EXPECT_LT(found.after.distance, found.before.distance / 10);
  EXPECT_LE(found.evaluations, 40u);
}

TEST_F(CalibrateTest, GivesTheSameAnswerWithAnyNumberOfThreads) {
  const Targets targets = on_unemployment();
  const Calibration one = calibrate(targets, 1, 4, {}), four = calibrate(targets, 4, 4, {});
  EXPECT_EQ(one.after.values, four.after.values);
  EXPECT_EQ(one.after.moments, four.after.moments);
  EXPECT_EQ(one.after.distance, four.after.distance);
}

TEST_F(CalibrateTest, WatchingChangesNothing) {
  const Targets targets = on_unemployment();
  const Experiment experiment = prepare(targets.study);
  const RunState plain = testing::run_all(experiment, 0);
  const Seen seen = watch_reference(targets, experiment, 0);
  EXPECT_EQ(seen.indicators.size(), indicator_catalogue().size());
  const auto expected = mean_indicators(plain.observations, AreaLevel::Country, targets.from, targets.to);
  for (std::size_t i = 0; i < expected.size(); ++i)
    EXPECT_TRUE(seen.indicators[i] == expected[i] || std::isnan(expected[i])) << i;
}

TEST_F(CalibrateTest, KeepsTheBestWhenItIsStopped) {
  unsigned told = 0;
  double best = 0;
  CalibrationHooks hooks;
  hooks.evaluated = [&](const Evaluation&, unsigned number, double so_far) { told = number, best = so_far; };
  hooks.stop = [&] { return told == 3; };
  const Calibration found = calibrate(on_unemployment(), 0, 30, hooks);
  EXPECT_EQ(found.ended, Ended::Stopped);
  EXPECT_EQ(found.evaluations, 3u);
  EXPECT_EQ(found.after.distance, best);
}

TEST_F(CalibrateTest, RefusesMomentsThatTheMonthsDoNotShow) {
  const Targets targets = load(
      "  unemployment_rate: {unit: share, value: 0.04, band: [0.038, 0.042], source: test}\n"
      "  ww_back_at_work: {unit: share, value: 0.6, band: [0.5, 0.7], source: test}\n",
      "{from: 2026-01, to: 2026-06}");
  try {
    evaluate_present(targets, 0);
    FAIL() << "December is not among the months";
  } catch (const InputError& wrong) {
    ASSERT_EQ(wrong.problems().size(), 1u);
    EXPECT_EQ(wrong.problems()[0].code, "E175");
    EXPECT_EQ(wrong.problems()[0].line, 10u);
    EXPECT_THAT(wrong.problems()[0].message, HasSubstr("'ww_back_at_work' is not measured"));
  }
}

TEST_F(CalibrateTest, WritesParametersThatLoad) {
  const Targets targets = on_unemployment();
  Calibration calibration;
  calibration.before = {{.175}, {.035, .41, .03}, 9};
  calibration.after = {{.00005}, {.0391, .40, .05}, .5};
  const auto files = parameter_files(targets, calibration);
  ASSERT_EQ(files.size(), 2u);
  EXPECT_EQ(files.at("study-parameters.yaml"), "parameters:\n  search.suitable: 0.00005\n");
  const std::string& search = files.at("search.yaml");
  EXPECT_THAT(search, HasSubstr("status: computed, source: \"calibrated on toy: P01, P02, P06; "));
  calibration.after.values = {.2};
  ParameterSet set;
  data::Problems problems;
  read_parameter_file("search.yaml", parameter_files(targets, calibration).at("search.yaml"), "search", set, problems);
  EXPECT_FALSE(problems.any()) << data::to_text(problems.all());
  EXPECT_EQ(set.values.search.suitable, .2);
}

TEST_F(CalibrateTest, ReportsEveryMomentAndParameter) {
  const Targets targets = on_unemployment();
  Calibration calibration;
  calibration.before = {{.175}, {.035, .41, .03}, 9};
  calibration.after = {{.2}, {.0391, .40, std::nan("")}, .5};
  EXPECT_THAT(report_csv(targets, calibration),
              HasSubstr("moment,unemployment_rate,P01,share,0.04,0.038,0.042,1,0.035,0.0391,in band,\"test\"\n"
                        "moment,unemployed_to_employed,P02,share,0.4,0.37,0.43,1,0.41,0.4,in band,\"test\"\n"
                        "moment,job_to_job,P06,share,0.04,0.035,0.045,1,0.03,,not measured,\"test\"\n"
                        "parameter,search.suitable,,share,,0.1,0.3,,"));
}

}  // namespace
}  // namespace polder::calibrate
