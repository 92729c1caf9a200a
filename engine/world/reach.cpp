#include "world/reach.h"

#include <algorithm>
#include <numeric>

#include "polder/base/detmath.h"

namespace polder {
namespace {

double by_distance(const Country& country, MunicipalityIndex home, MunicipalityIndex work, Kernel kernel,
                   const Parameters& parameters) {
  const MunicipalityFacts& from = country.municipalities[home];
  const MunicipalityFacts& to = country.municipalities[work];
  if (from.elsewhere && to.elsewhere) return 0;
  return distance_kernel(country.kilometres(home, work), from.region == to.region, kernel, parameters);
}

}  // namespace

double jobs_in(const MunicipalityFacts& facts) { return std::accumulate(facts.jobs.begin(), facts.jobs.end(), 0.0); }

double gravity(double employed, double jobs, double km) {
  if (employed <= 0 || jobs <= 0) return 0;
  return detmath::exp(-1.50 + .47 * detmath::log(employed) + .59 * detmath::log(jobs) -
                      1.32 * detmath::log(std::max(0.1, km)));
}

double distance_kernel(double km, bool same_region, Kernel kernel, const Parameters& parameters) {
  const auto& commute = parameters.commute;
  const double way = std::max(0.1, km);
  if (kernel == Kernel::Power) return detmath::pow(way, -commute.power);
  return (same_region ? 1 : commute.border) / (1 + detmath::pow(way / commute.half_km, commute.steepness));
}

ReachRow truncate_reach(std::span<const double> kernel, std::span<const double> jobs) {
  std::vector<std::size_t> order(kernel.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto draw = [&](std::size_t m) { return kernel[m] * jobs[m]; };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return draw(a) > draw(b); });
  double all = 0, held = 0;
  for (std::size_t m = 0; m < kernel.size(); ++m) all += draw(m);
  std::size_t enough = 0;
  while (enough < order.size() && draw(order[enough]) > 0 && held < kept_reach * all) held += draw(order[enough++]);
  order.resize(enough);
  std::sort(order.begin(), order.end());

  double largest = 0, kept = 0;
  for (const std::size_t m : order) largest = std::max(largest, kernel[m]);
  ReachRow row;
  for (const std::size_t m : order) {
    const auto weight = static_cast<std::uint16_t>(kernel[m] / largest * 65535 + .5);
    if (weight == 0) continue;
    row.reach.push_back({index_of<MunicipalityIndex>(m), weight});
    kept += draw(m);
  }
  row.omitted = all > 0 ? std::max(0.0, 1 - kept / all) : 0;
  return row;
}

void fill_reach(Country& country, Kernel kernel, const Parameters& parameters) {
  const std::size_t size = country.municipalities.size();
  std::vector<double> jobs(size), row(size);
  for (std::size_t m = 0; m < size; ++m) jobs[m] = jobs_in(country.municipalities[index_of<MunicipalityIndex>(m)]);
  country.reach.assign(size, {});
  country.omitted_weight = 0;
  for (const MunicipalityIndex home : rows_of(country.municipalities)) {
    const double employed = country.municipalities[home].employed;
    for (std::size_t m = 0; m < size; ++m) {
      const double flow = country.commuters[number(home) * size + m];
      row[m] = kernel != Kernel::Observed
                   ? by_distance(country, home, index_of<MunicipalityIndex>(m), kernel, parameters)
               : employed > 0 && jobs[m] > 0 ? flow / (employed * jobs[m])
                                             : 0;
    }
    ReachRow truncated = truncate_reach(row, jobs);
    country.reach[home] = std::move(truncated.reach);
    country.omitted_weight = std::max(country.omitted_weight, truncated.omitted);
  }
}

}  // namespace polder
