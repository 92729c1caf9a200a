// What a municipality has of its own spending on a task: its pocket, its territory, and who match it.
#pragma once

#include <array>

#include "government/effort.h"
#include "government/trusts.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::finance {

/// Who match a municipality's spending on a task at the level in force, see government/grants.h.
std::array<double, grantor_count> matching(const World& world, const Inputs& inputs, MunicipalityIndex m, Task task);

/// Share of the benefit of a task that counts for the municipality as things are: its pocket (what it keeps of a saving
/// on bijstand by the rules of the buig and the safety net, and the savings on ww that uwv shares) x what lies in the
/// territory and is not left to partners; with the grants that match its spending.
government::Incentive incentive_now(const World& world, const Inputs& inputs, MunicipalityIndex m, Task task,
                                    const government::Trusts& trusts);

/// The same under the rules of the reference, at the usual level and without grants, with the deficit that it would
/// have under those rules and as much trust as there is.
government::Incentive usual_incentive(const World& world, const Inputs& inputs, MunicipalityIndex m, Task task,
                                      const government::Trusts& trusts);

}  // namespace polder::finance
