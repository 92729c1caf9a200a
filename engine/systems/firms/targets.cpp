#include <algorithm>
#include <array>

#include "base/parallel.h"
#include "polder/base/detmath.h"
#include "systems/firms/firms.h"

namespace polder::firms {
namespace {

constexpr std::size_t chunk_firms = 1u << 14;

/// `each(rows)` for the active establishments of every chunk, chunks in parallel.
template <class Each>
void for_active_firms(const Firms& firms, const Each& each) {
  for_each_chunk(firms.size(), chunk_firms, [&](std::size_t, std::size_t first, std::size_t last) {
    std::vector<std::uint32_t> rows;
    for (std::size_t row = first; row < last; ++row)
      if (is_active(firms.state[index_of<FirmIndex>(row)])) rows.push_back(static_cast<std::uint32_t>(row));
    each(rows);
  });
}

/// n^-beta of small establishments, which nearly all are.
class SizeScale {
 public:
  explicit SizeScale(double exponent) : exponent_(exponent) {
    for (std::size_t n = 0; n < small_.size(); ++n) small_[n] = of(std::max(1.0, static_cast<double>(n)));
  }
  double operator()(std::uint32_t persons) const { return persons < small_.size() ? small_[persons] : of(persons); }

 private:
  double of(double persons) const { return detmath::exp(-exponent_ * detmath::log(persons)); }

  double exponent_;
  std::array<double, 1024> small_{};
};

/// z(t) = rho z(t-1) + sd n^-beta e: large establishments fluctuate less (Stanley et al. 1996).
void move_productivity(World& world, const Inputs& inputs, const Random& random) {
  const auto& p = inputs.parameters.firm;
  if (p.drc > 0) return;
  Firms& firms = world.firms;
  const SizeScale scale(p.size_exponent);
  for_active_firms(firms, [&](const std::vector<std::uint32_t>& rows) {
    std::vector<Block> luck(rows.size());
    random.blocks(Draw::Productivity, world.month, rows, 0, luck);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto firm = index_of<FirmIndex>(rows[i]);
      const double shock = p.productivity_sd * scale(firms.persons[firm]) * normal_quantile(uniform(luck[i][0]));
      firms.productivity[firm] = p.productivity_persistence * firms.productivity[firm] + shock;
    }
  });
}

/// Chance of each employee to be dismissed per month: surplus beyond what is borne, closed at rate gamma. One row is
/// always borne: a coarse sample cannot come closer to its target.
double dismissal_chance(double jobs, double vacancies, double target, const Parameters& parameters) {
  const auto& p = parameters.firm;
  if (jobs <= 0) return 0;
  const double borne = std::max(1.0, p.slack * target);
  const double surplus = jobs + vacancies - target - borne;
  return std::min(1.0, p.gamma * std::max(0.0, surplus) / jobs);
}

/// Establishments do not hold what they plan: a surplus is borne, a gap is filled in time, and the coarser a sample the
/// more its rows hold. So the plans of a sector in a region move during the warm-up until jobs and vacancies are those
/// of the figures; meanwhile the result pulls targets back [rows].
std::vector<double> settle_plans(World& world, const Inputs& inputs) {
  const auto& p = inputs.parameters.firm;
  const Firms& firms = world.firms;
  std::vector<double> over(world.economy.planned_jobs.size(), 0);
  if (p.settle_months <= 0 || !world.warming_up()) return over;
  for (const FirmIndex firm : rows_of(firms.state))
    if (is_active(firms.state[firm]))  // as many as when last month's vacancies were posted
      over[cell_of(world, inputs.country, firm)] += firms.jobs[firm] + firms.vacancies[firm] + firms.leavers[firm];
  for (std::size_t c = 0; c < over.size(); ++c) {
    over[c] -= inputs.model.start_jobs[c];
    world.economy.planned_jobs[c] = std::max(0.0, world.economy.planned_jobs[c] - over[c] / p.settle_months);
    over[c] *= p.settle_pull;
  }
  return over;
}

void revise_dismissals(World& world, const Inputs& inputs) {
  const auto& p = inputs.parameters.firm;
  Firms& firms = world.firms;
  const bool round = world.month.index % std::max(1, static_cast<int>(p.plan_every)) == 0;
  if (!round && p.drc <= 0) return;
  for (const FirmIndex firm : rows_of(firms.state)) {
    firms.dismissal[firm] = 0;
    if (!is_active(firms.state[firm])) continue;
    const double jobs = firms.jobs[firm], vacancies = firms.vacancies[firm], target = firms.target[firm];
    const double chance = p.drc > 0
                              ? drc_plan(jobs, vacancies, target, p.drc_separation, p.drc_opening, p.gamma).dismissal
                              : dismissal_chance(jobs, vacancies, target, inputs.parameters);
    firms.dismissal[firm] = threshold(chance);
  }
}

}  // namespace

Plan drc_plan(double jobs, double vacancies, double target, double separation, double opening, double gamma) {
  const double gap = jobs + vacancies - target;
  Plan plan;
  if (jobs > 0) plan.dismissal = separation + (1 - separation) * std::min(1.0, gamma * std::max(0.0, gap) / jobs);
  plan.openings = opening * jobs + (1 - opening) * gamma * std::max(0.0, -gap);
  return plan;
}

void set_targets(World& world, const Inputs& inputs, const Random& random) {
  const std::vector<double> pull = settle_plans(world, inputs);
  move_productivity(world, inputs, random);
  Firms& firms = world.firms;
  const Country& country = inputs.country;
  std::vector<double> sum(country.regions.size() * country.sectors.size(), 0.0);
  const auto cell_of = [&](FirmIndex firm) { return firms::cell_of(world, country, firm); };
  for_active_firms(firms, [&](const std::vector<std::uint32_t>& rows) {
    for (const std::uint32_t row : rows) {
      const auto firm = index_of<FirmIndex>(row);
      firms.target[firm] = firms.start_size[firm] * detmath::exp(firms.productivity[firm]);
    }
  });
  for (const FirmIndex firm : rows_of(firms.state))  // in the order of rows: sums of doubles depend on it
    if (is_active(firms.state[firm])) sum[cell_of(firm)] += firms.target[firm];
  std::vector<double> scale(sum.size(), 0.0);
  for (const RegionIndex region : rows_of(country.regions))
    for (const SectorIndex sector : rows_of(country.sectors)) {
      const std::size_t c = cell(country, region, sector);
      const double planned = world.economy.planned_jobs[c] - pull[c];
      if (sum[c] > 0) scale[c] = std::max(0.0, planned) * demand_factor(world, inputs, region, sector) / sum[c];
    }
  for (const FirmIndex firm : rows_of(firms.state))
    if (is_active(firms.state[firm])) firms.target[firm] *= scale[cell_of(firm)];
  revise_dismissals(world, inputs);
}

}  // namespace polder::firms
