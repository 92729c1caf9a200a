#include "indicators/incomes.h"

#include <algorithm>
#include <limits>

#include "world/entitlement.h"
#include "world/situation.h"

namespace polder {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr auto steps = static_cast<std::size_t>(Incomes::most / Incomes::step);

/// Wage and benefit of a resident [EUR/month]; a benefit beside work is what work leaves of it.
double income_of(const World& world, const Inputs& inputs, const Situation& now) {
  const double wage = monthly_wage(now, world.month, inputs.parameters.wage.experience);
  const double beside_work = 1 - inputs.parameters.ww.work_offset;
  double income = works(now.labour) ? wage : 0;
  if (receives_ww(now.benefit))
    income += static_cast<double>(ww_benefit(now, wage, world.month, inputs.policy.rules)) / 100 *
              (now.benefit == Benefit::WwWork ? beside_work : 1);
  if (receives_bijstand(now.benefit))
    income += inputs.policy.rules.bijstand_norm * (now.benefit == Benefit::BijstandWork ? beside_work : 1);
  if (now.benefit == Benefit::Disability) income += inputs.parameters.money.disability;
  return income;
}

}  // namespace

void count_incomes(Column<MunicipalityIndex, Sums>& sums, const World& world, const Inputs& inputs) {
  for (Sums& here : sums) here.incomes.rows.assign(steps, 0);
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Situation& now = world.residents.now[person];
    if (now.labour == Labour::Absent || now.labour == Labour::Child || now.labour == Labour::Retired) continue;
    const double income = income_of(world, inputs, now);
    if (!(income > 0)) continue;
    const auto step = std::min(steps - 1, static_cast<std::size_t>(income / Incomes::step));
    ++sums[world.residents.profile[person].municipality()].incomes.rows[step];
  }
}

void add(Incomes& to, const Incomes& from) {
  if (from.rows.empty()) return;
  if (to.rows.empty()) to.rows.assign(steps, 0);
  for (std::size_t step = 0; step < steps; ++step) to.rows[step] += from.rows[step];
}

/// 1 - sum of p_k (S_k + S_k-1), p_k the share of the people at step k and S_k that of all incomes up to it.
double gini(const Incomes& incomes) {
  const auto income = [](std::size_t step) { return (static_cast<double>(step) + .5) * Incomes::step; };
  double people = 0, sum = 0;
  for (std::size_t step = 0; step < incomes.rows.size(); ++step) {
    people += incomes.rows[step];
    sum += incomes.rows[step] * income(step);
  }
  if (!(people > 0)) return unknown;
  double below = 0, area = 0;
  for (std::size_t step = 0; step < incomes.rows.size(); ++step) {
    const double up_to = below + incomes.rows[step] * income(step) / sum;
    area += incomes.rows[step] / people * (below + up_to);
    below = up_to;
  }
  return 1 - area;
}

double spread_of_unemployment(const Column<MunicipalityIndex, Sums>& municipal,
                              const std::vector<MunicipalityIndex>& members) {
  const Indicator &rate = *find_indicator("unemployment_rate"), &population = *find_indicator("population");
  std::vector<std::pair<double, double>> by_rate;  // rate, inhabitants
  double inhabitants = 0;
  for (const MunicipalityIndex m : members) {
    const double people = population.measure(municipal[m]);
    by_rate.emplace_back(rate.measure(municipal[m]), people);
    inhabitants += people;
  }
  std::ranges::sort(by_rate);
  const auto at = [&](double share) {
    double below = 0;
    for (const auto& [value, people] : by_rate)
      if ((below += people) >= share * inhabitants) return value;
    return unknown;
  };
  return at(.1) > 0 ? at(.9) / at(.1) : unknown;
}

}  // namespace polder
