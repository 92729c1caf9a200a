// Deals of Rijk with labour-market regions: what a region's bid is worth, and what a deal pays where.
// Source: the first three tranches of Regio Deals; parameters/cooperation.yaml: deal.
#pragma once

#include <array>
#include <vector>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"

namespace polder::government {

/// The tasks on which a deal is spent, in equal parts.
inline constexpr std::array deal_tasks{Task::Retraining, Task::Schools, Task::Retention};

/// Municipalities of a region that may bid together: those with a council that have a task in an arrangement.
std::vector<MunicipalityIndex> bidders_of(const World& world, const Country& country, RegionIndex region);

/// Quality of their bid: the mean of precision of information, trust in each other, integration of their portfolios and
/// alignment with the programmes of Rijk [shares], and what nobody knows beforehand: deal.spread x uniform on
/// (-1/2, 1/2), by month and region.
double quality_of_bid(const World& world, const Inputs& inputs, const Random& random, RegionIndex region,
                      const std::vector<MunicipalityIndex>& bidders);

/// What is spent in a municipality on behalf of a deal in a month [cents]: of Rijk by inhabitants, and besides it
/// deal.cofunding, half by the municipality, half by its province. The municipalities of a region add up to the
/// instalment.
struct DealMoney {
  Cents rijk = 0, esf = 0, municipality = 0, province = 0;
  Cents sum() const { return rijk + esf + municipality + province; }
};
DealMoney deal_money(const World& world, const Inputs& inputs, MunicipalityIndex m);

/// The part of it that is spent on one of the deal's tasks; all of them add up to it [cents].
Cents spent_on(const DealMoney& money, Task task);

/// What that adds to the budget of each of the deal's tasks [EUR/year].
double deal_budget(const World& world, const Inputs& inputs, MunicipalityIndex m, Task task);

}  // namespace polder::government
