// A coalition divides a budget: asymmetric Nash bargaining between parties with Cobb-Douglas preferences.
// Source: Nash (1950), Kalai (1977); party j has utility product of x_k^a_jk, and weight its share of the seats.
#pragma once

#include <span>
#include <vector>

namespace polder::government {

/// Budget of every account: budget x sum over parties of weight_j a_jk, which maximises the product of u_j^weight_j.
/// `weight` [parties] adds up to 1; `preference` [parties x accounts], the rows add up to 1.
std::vector<double> bargained_budgets(double budget, std::span<const double> weight,
                                      std::span<const double> preference);

}  // namespace polder::government
