// Jobs by municipality and sector and commuters between municipalities, in whole rows that add up.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "polder/base/error.h"
#include "world/blueprint.h"
#include "world/proportional_fitting.h"
#include "world/whole_numbers.h"

namespace polder {
namespace {

/// The real-valued table fitted to whole margins, then rounded; empty if the zeros of the table forbid it.
std::vector<std::uint32_t> whole_table(const std::vector<double>& table, const std::vector<std::uint32_t>& rows,
                                       const std::vector<std::uint32_t>& columns) {
  const std::vector<double> row_margin(rows.begin(), rows.end()), column_margin(columns.begin(), columns.end());
  // A rough fit is enough: rounding mends what is left.
  return round_table(fit_margins(table, row_margin, column_margin, 1e-7, 2000).cells, rows, columns);
}

/// Self-employed of each sector over the municipalities, national total of the sector exact.
void plan_self_employed(Blueprint& plan) {
  plan.self_employed.assign(plan.size * plan.sectors, 0);
  for (std::size_t s = 0; s < plan.sectors; ++s) {
    const double share = plan.country.sectors[index_of<SectorIndex>(s)].self_employed_share;
    std::vector<double> quota(plan.size);
    std::vector<std::uint32_t> most(plan.size);
    double total = 0;
    for (std::size_t m = 0; m < plan.size; ++m) {
      most[m] = plan.abroad(m) ? 0 : plan.jobs[m * plan.sectors + s];
      quota[m] = share * most[m];
      total += quota[m];
    }
    const auto part = apportion(quota, static_cast<std::uint32_t>(total + .5), most);
    for (std::size_t m = 0; m < plan.size; ++m) plan.self_employed[m * plan.sectors + s] = part[m];
  }
}

}  // namespace

bool plan_jobs(Blueprint& plan, data::Problems& problems) {
  const std::uint32_t rows = std::accumulate(plan.employed.begin(), plan.employed.end(), 0u);
  std::vector<double> table(plan.size * plan.sectors), by_municipality(plan.size, 0), by_sector(plan.sectors, 0);
  for (std::size_t m = 0; m < plan.size; ++m) {
    for (std::size_t s = 0; s < plan.sectors; ++s) {
      const double persons = plan.facts(m).jobs[s];
      table[m * plan.sectors + s] = persons;
      by_municipality[m] += persons;
      by_sector[s] += persons;
    }
  }
  const auto located = apportion(by_municipality, rows);
  plan.jobs = whole_table(table, located, apportion(by_sector, rows));
  plan.commuters = whole_table(plan.country.commuters, plan.employed, located);
  if (plan.jobs.empty() || plan.commuters.empty()) {
    Problem problem = problem_from(
        plan.study.weight_origin, "E164",
        fmt::format("a sample of 1:{} cannot hold the {} of this scope", plan.study.weight,
                    plan.jobs.empty() ? "jobs by municipality and sector" : "commuters between its municipalities"),
        "take a finer sample");
    problems.add(std::move(problem));
    return false;
  }
  plan_self_employed(plan);
  return true;
}

}  // namespace polder
