// A coalition divides a budget: asymmetric Nash bargaining between parties with Cobb-Douglas preferences.
// Source: Nash (1950), Kalai (1977); party j has utility product of x_k^a_jk, and weight its share of the seats.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "polder/scenario/government_parameters.h"
#include "polder/world/government_facts.h"
#include "polder/world/politics.h"
#include "polder/world/tasks.h"

namespace polder::government {

/// What a college would spend on each task before its parties lean, out of as much money as by the figures: a task gets
/// its figure x (1 + effort.emphasis x regional emphasis x reach weight), relative to the others, and of the whole
/// deal.earmark x alignment with the programmes of Rijk is set apart for the tasks of the deals that have figures, in
/// equal parts. `figures` [per task, any unit]. Assumed.
std::array<double, task_count> pursued(std::span<const double, task_count> figures, const Course& course,
                                       const GovernmentParameters& parameters);

/// Part of the spending on tasks that a party would give to each: that of the figures, more where it leans to and less
/// where it leans from, at most a share `lean` of it. The left leans to guidance, income support, retraining and
/// schools, the right to employer services, retention and the border, who stands for the region to analysis and crisis.
/// `figures` [per task, any unit]; the parts add up to 1, all 0 without figures. Assumed.
std::array<double, task_count> preference(const Party& party, std::span<const double, task_count> figures, double lean);

/// Budget of every account: budget x sum over parties of weight_j a_jk, which maximises the product of u_j^weight_j.
/// `weight` [parties] adds up to 1; `preference` [parties x accounts], the rows add up to 1.
std::vector<double> bargained_budgets(double budget, std::span<const double> weight,
                                      std::span<const double> preference);

}  // namespace polder::government
