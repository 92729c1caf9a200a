// Twenty years of the reference without events, cycle or luck of sectors: what moves by more than 1 % a year from the
// third year on, beyond the growth of the population of working age, fails unless docs/validation.md lists it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "polder/simulation/simulation.h"
#include "scenario/study.h"
#include "validation/listed.h"

namespace polder {
namespace {

constexpr double most = 1;    // [%/year]
constexpr double room_of_drift = .25;  // beyond a listed drift [%/year]
constexpr int replicates = 2;
const Month first = Month::of(2028, 1), last = Month::of(2045, 1);  // Januaries of the years compared

struct Watched {
  std::string_view indicator, part;
  bool grows = false;  // a number of persons or vacancies: goes with the population
};

constexpr std::array watched{
    Watched{"employed", "", true},
    Watched{"unemployed", "", true},
    Watched{"marginal", "", true},
    Watched{"ww_recipients", "", true},
    Watched{"bijstand_recipients", "", true},
    Watched{"disability_recipients", "", true},
    Watched{"vacancies", "", true},
    Watched{"hires", "", true},
    Watched{"job_to_job", "", true},
    Watched{"tightness", "", false},
    Watched{"long_term_share", "", false},
    Watched{"distance_index", "", false},
    Watched{"mismatch", "", false},
    Watched{"flexible_share", "", false},
    Watched{"mean_wage", "", false},
    Watched{"unemployment_rate", "education:low", false},
    Watched{"unemployment_rate", "education:medium", false},
    Watched{"unemployment_rate", "education:high", false},
};

std::size_t column_of(std::string_view key) {
  for (std::size_t i = 0; i < indicator_catalogue().size(); ++i)
    if (indicator_catalogue()[i].key == key) return i;
  ADD_FAILURE() << "no indicator " << key;
  return 0;
}

/// Mean of an indicator of the country over a year that starts in `from`, over the runs and the months it is measured.
double year_mean(const std::vector<Observations>& runs, std::string_view indicator, std::string_view part, Month from) {
  const std::size_t column = column_of(indicator);
  double sum = 0, count = 0;
  for (const Observations& run : runs)
    for (const IndicatorRow& row : part.empty() ? run.indicators : run.indicators_by)
      if (row.level == AreaLevel::Country && row.part == part && row.month >= from && row.month < from + 12 &&
          !std::isnan(row.values[column]))
        sum += row.values[column], ++count;
  return sum / count;
}

double percent_a_year(double before, double after) {
  return 100 * (std::pow(after / before, 12.0 / (last - first)) - 1);
}

std::vector<Observations> twenty_years() {
  StudyOptions options;
  options.set = {"period.to=2045-12", "parameters.demand.innovation_sd=0", "parameters.demand.sector_sd=0"};
  options.sample = "1:50";
  const Study study = load_study(POLDER_ROOT "/scenarios/studies/nl-reference/study.yaml", options);
  const Experiment experiment = prepare(study);
  std::vector<Observations> runs;
  for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
    RunState state = begin_run(experiment);
    simulate_until(state, experiment, experiment.scripts.front(), Random{study.seed, replicate}, study.to + 1, {});
    runs.push_back(std::move(state.observations));
  }
  return runs;
}

double working_age(const std::vector<Observations>& runs, Month from) {
  double sum = 0;
  for (const std::string_view part : {"age:15-24", "age:25-44", "age:45+"})
    sum += year_mean(runs, "population", part, from);
  return sum;
}

TEST(Drift, OfTwentyYearsIsSmallOrListed) {
  const std::vector<Observations> runs = twenty_years();
  const auto listed = listed_below("### Drifts");
  const double population = percent_a_year(working_age(runs, first), working_age(runs, last));
  fmt::print("{:40} {:>10} {:>10} {:>8}\n{:40} {:>10.5g} {:>10.5g} {:>+8.2f}\n", "[%/year, stocks beyond population]",
             "2028", "2045", "drift", "population of working age", working_age(runs, first), working_age(runs, last),
             population);
  std::size_t drifting = 0;
  for (const Watched& one : watched) {
    const std::string key = std::string(one.indicator) + (one.part.empty() ? "" : " ") + std::string(one.part);
    const double before = year_mean(runs, one.indicator, one.part, first),
                 after = year_mean(runs, one.indicator, one.part, last);
    const double drift = percent_a_year(before, after) - (one.grows ? population : 0);
    const auto found = listed.find(key);
    fmt::print("{:40} {:>10.5g} {:>10.5g} {:>+8.2f}{}\n", key, before, after, drift,
               found == listed.end() ? "" : " (listed)");
    if (std::abs(drift) > most) ++drifting;
    if (found == listed.end()) {
      EXPECT_LE(std::abs(drift), most) << key << " drifts and docs/validation.md does not list it";
    } else {
      EXPECT_FALSE(found->second.reason.empty()) << key;
      EXPECT_LE(std::abs(drift), std::abs(found->second.size) + room_of_drift)
          << key << " drifts more than the " << found->second.size << " % that is listed";
    }
  }
  fmt::print("{} of {} drift by more than {} % a year; docs/validation.md lists {}\n", drifting, watched.size(), most,
             listed.size());
}

}  // namespace
}  // namespace polder
