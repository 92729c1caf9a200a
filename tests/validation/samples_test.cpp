// A region and its ring at 1:1 and at 1:10: the moments of P01 to P16 agree within Monte-Carlo error. One that differs
// by more fails unless docs/validation.md lists it with its size and a reason.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/parallel.h"
#include "calibrate/measure.h"
#include "scenario/study.h"
#include "support/figures.h"
#include "validation/listed.h"

namespace polder::calibrate {
namespace {

using testing::Figures;

constexpr double sure = 4;       // [s.e.] beyond which a difference is no chance
constexpr double relevant = 3;   // [%] below which it does not matter
constexpr double room_of_samples = 1;       // [%] by which a difference may exceed its listed size
constexpr std::uint32_t fine_runs = 4, coarse_runs = 16;

/// The 1:`weight` reference of Zeeland with its ring. Business cycle and luck of sectors are left out: they are the
/// same persons' luck at any sample, and would hide what the sample does.
Study zeeland(std::string sample) {
  StudyOptions options;
  options.sample = std::move(sample);
  options.set = {"period.to=2027-12", "period.warm_up=24 months", "parameters.demand.innovation_sd=0",
                 "parameters.demand.sector_sd=0"};
  Study study = load_study(POLDER_ROOT "/scenarios/studies/nl-reference/study.yaml", options);
  study.scope = Scope{"AM24", .95, {}};
  return study;
}

/// By moment and run; every run has a synthetic population of its own.
std::vector<Figures> measure_runs(const Targets& targets, Study study, std::uint32_t runs) {
  std::vector<Figures> figures(targets.moments.size(), Figures(runs, 0));
  for_each_chunk(runs, 1, [&](std::size_t run, std::size_t, std::size_t) {
    Study own = study;
    own.seed = static_cast<std::uint32_t>(run + 1);
    const Seen seen = watch_reference(targets, prepare(own), 0);
    for (std::size_t i = 0; i < figures.size(); ++i) figures[i][run] = targets.moments[i].moment->measure(seen);
  });
  return figures;
}

/// Of P01 to P16, and more than the mean of a single region.
bool compared(const Moment& moment) {
  return moment.pattern <= "P16" && !moment.key.starts_with("region_containment_");
}

void expect_same_or_listed(const std::string& key, double percent, bool same,
                           const std::map<std::string, Listed>& listed) {
  const auto found = listed.find(key);
  if (found == listed.end()) {
    EXPECT_TRUE(same) << key << " differs by " << percent << " % and docs/validation.md does not list it";
    return;
  }
  EXPECT_FALSE(found->second.reason.empty()) << key << " is listed without a reason";
  EXPECT_TRUE(same ||
              (percent * found->second.size > 0 && std::abs(percent) <= std::abs(found->second.size) + room_of_samples))
      << key << " differs by " << percent << " %, listed is " << found->second.size;
}

TEST(Samples, OfOneInTenShowTheMomentsOfAllOrDocumentsSayWhichNot) {
  Targets targets = load_targets(POLDER_ROOT "/scenarios/calibration/nl-2024.yaml");
  targets.from = Month::of(2026, 1);
  targets.to = Month::of(2027, 12);
  const std::vector<Figures> fine = measure_runs(targets, zeeland("1:1"), fine_runs),
                             coarse = measure_runs(targets, zeeland("1:10"), coarse_runs);
  const std::map<std::string, Listed> listed = listed_below("### Differences between samples");
  std::size_t seen = 0, differ = 0, healed = 0;
  fmt::print("{:26} {:4} {:>10} {:>10} {:>10} {:>8}\n", "moment", "", "1:1", "1:10", "difference", "s.e.");
  for (std::size_t i = 0; i < targets.moments.size(); ++i) {
    const Moment& moment = *targets.moments[i].moment;
    if (!compared(moment)) continue;
    const double all = testing::mean_of(fine[i]), tenth = testing::mean_of(coarse[i]);
    const double error = 100 * std::hypot(testing::error_of(fine[i]), testing::error_of(coarse[i])) / std::abs(all);
    const double percent = tenth == all ? 0 : 100 * (tenth / all - 1);
    ASSERT_FALSE(std::isnan(percent)) << moment.key << " is not measured";
    const bool same = std::abs(percent) <= sure * error || std::abs(percent) <= relevant;
    const bool is_listed = listed.contains(std::string(moment.key));
    fmt::print("{:26} {:4} {:>10.5g} {:>10.5g} {:>+8.2f} % {:>6.2f} %{}{}\n", moment.key, moment.pattern, all, tenth,
               percent, error, same ? "" : "  differs", is_listed ? " (listed)" : "");
    ++seen;
    differ += same ? 0 : 1;
    healed += same && is_listed ? 1 : 0;
    expect_same_or_listed(std::string(moment.key), percent, same, listed);
  }
  fmt::print("{} of {} moments differ; docs/validation.md lists {}, of which {} no longer differ\n", differ, seen,
             listed.size(), healed);
  EXPECT_GT(seen, 30u);
}

}  // namespace
}  // namespace polder::calibrate
