// Who carries out a task for a municipality, at which scale, and what comes of it (levels, dials, services).
#pragma once

#include <span>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::cooperation {

/// The level of a task where nobody decided otherwise: employer services in a network of the labour-market region, as
/// the law on work and income asks, everything else at home.
constexpr Level usual_level(Task task) { return task == Task::EmployerServices ? Level::Network : Level::Local; }

/// Which of a region's arrangements of a form carries out a task: the same for all tasks, one per task, or one for
/// work and income and one for the economy.
std::uint8_t bundle_of(Task task, Architecture architecture);

/// Provisions and budgets as in the figures. Only municipalities with a council have tasks.
void begin(World& world, const Country& country, const Parameters& parameters);

/// Mean effective service per unit at the start, by task [EUR/year per unit]; sets the productivity that it takes.
std::array<double, task_count> usual_service(World& world, const Country& country, const Parameters& parameters);

/// Tasks go to the level that the scenario wants, and back when it wants nothing any more.
/// Reads   policy.mandates.task_level, architecture   Writes  bodies, municipalities.provision, territory
void move_tasks(World& world, const Inputs& inputs, const Random& random);

/// What a euro brings for every task at the level in force (five dials), less what a recent move costs, and the
/// response to it.   Reads   provision, territory, budgets, recipients, vacancies   Writes  municipalities.services
/// Source  parameters/government.yaml
void provide_services(World& world, const Inputs& inputs, const Random& random);

}  // namespace polder::cooperation
