#include "government/bargaining.h"

#include "polder/base/error.h"

namespace polder::government {

std::vector<double> bargained_budgets(double budget, std::span<const double> weight,
                                      std::span<const double> preference) {
  ensure(!weight.empty() && preference.size() % weight.size() == 0, "every party has a preference for every account");
  const std::size_t accounts = preference.size() / weight.size();
  std::vector<double> budgets(accounts, 0.0);
  for (std::size_t party = 0; party < weight.size(); ++party)
    for (std::size_t account = 0; account < accounts; ++account)
      budgets[account] += budget * weight[party] * preference[party * accounts + account];
  return budgets;
}

}  // namespace polder::government
