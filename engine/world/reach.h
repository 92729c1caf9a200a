// Where vacancies are sought from a municipality: the commuting kernel K as integer weights.
#pragma once

#include <span>
#include <vector>

#include "polder/scenario/scenario.h"
#include "polder/world/country.h"

namespace polder {

double jobs_in(const MunicipalityFacts& facts);

/// Expected commuters [persons]: ln F = -1.50 + .47 ln E + .59 ln J - 1.32 ln km, least squares on the Dutch pairs with
/// at least 15 commuters in 2014-2016 (R2 .56).
double gravity(double employed, double jobs, double km);

/// Kernels without figures; a border between labour-market regions costs a factor in the log-logistic form.
double distance_kernel(double km, bool same_region, Kernel kernel, const Parameters& parameters);

inline constexpr double farthest_commute = 60;  // [km]; nobody unlisted commutes farther

/// Share of kernel x jobs that a row keeps; what is left is scattered over hundreds of places.
inline constexpr double kept_reach = .98;

struct ReachRow {
  std::vector<Reach> reach;  // in order of municipality, largest weight 65535
  double omitted = 0;  // share of kernel x jobs that is left out, at most 1 - kept_reach, and by rounding
};

/// The fewest municipalities that hold kept_reach of kernel x jobs, as integer weights of the kernel itself.
ReachRow truncate_reach(std::span<const double> kernel, std::span<const double> jobs);

/// Fills country.reach and country.omitted_weight from commuters, jobs and distances by the study's kernel: the
/// observed one is F / (E J), which gives the fitted matrix back when vacancies are proportional to jobs.
void fill_reach(Country& country, Kernel kernel, const Parameters& parameters);

}  // namespace polder
