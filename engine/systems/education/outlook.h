// What schools and those who choose expect of the labour market by region and occupation.
#pragma once

#include <vector>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/information.h"
#include "polder/world/world.h"

namespace polder::education {

/// What an occupation in an area offers.
struct Outlook {
  double chance = 0;    // of a vacancy among all vacancies and seekers [0, 1]
  double shortage = 0;  // ln of vacancies per seeker
};

/// Outlook of a cell to whose demand `gap` [rows] is added (below 0: to its seekers). Half a row in each, so that an
/// empty cell has a value.
Outlook outlook(const MarketCell& cell, double gap);

/// What is expected of vacancies and seekers at a precision of information is `expectation` of the start, to which the
/// market returns, and of the statistics that are out in the region. Expected outlooks less those at the start, [region
/// x occupation]:
///   gap = workers x horizon x (growth - mean growth of the region) - precision x (students - students at the start),
/// the growth and its error of `forecast_growth_at` what is known in the region. Growth is relative, as supply follows
/// the mean.
std::vector<Outlook> expected_outlooks(const World& world, const Inputs& inputs, const std::vector<Information>& known,
                                       const Random& random);

/// The same over all regions together, [occupation]: growth is the mean weighted by demand.
std::vector<Outlook> expected_national(const World& world, const Inputs& inputs, const std::vector<Information>& known,
                                       const Random& random);

}  // namespace polder::education
