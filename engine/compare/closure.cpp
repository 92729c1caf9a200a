#include <cmath>
#include <limits>

#include "compare/comparison.h"

namespace polder {
namespace {

constexpr int months_after = 24;

double value_in(const Store& store, const SeriesKey& key, std::uint32_t replicate, const std::string& month) {
  std::vector<std::string> months;
  const std::vector<double> values = store.series(key, replicate, &months);
  for (std::size_t i = 0; i < values.size(); ++i)
    if (months[i] == month) return values[i];
  return std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

std::optional<ComparisonLine> compare_closure(const Store& store, const std::string& scenario,
                                              const std::string& reference, const std::string& area, Month closed) {
  const Month when = closed + months_after;
  if (when > store.header().to) return std::nullopt;
  const std::string month = to_text(when);
  const auto less = [&](const std::string& indicator, std::uint32_t replicate) {
    return value_in(store, {reference, area, "", indicator}, replicate, month) -
           value_in(store, {scenario, area, "", indicator}, replicate, month);
  };
  std::vector<double> lost;
  for (const std::uint32_t replicate : pairs_of(store, scenario, reference)) {
    const double jobs_of_plants = -less("jobs_closed", replicate);
    lost.push_back(jobs_of_plants > 0 ? less("jobs", replicate) / jobs_of_plants
                                      : std::numeric_limits<double>::quiet_NaN());
  }
  const Difference found = paired_difference(lost, std::vector<double>(lost.size(), 0.0));
  if (found.pairs == 0) return std::nullopt;
  return ComparisonLine{scenario,
                        reference,
                        {std::string(jobs_lost_per_job), area, "", month, month},
                        "ratio",
                        "Banen verloren per baan van de fabriek, 24 maanden na de sluiting",
                        "Jobs lost per job of the plant, 24 months after it closed",
                        found,
                        ""};
}

}  // namespace polder
