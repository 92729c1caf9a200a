// Who carries out a task for a municipality, at which scale, and what comes of it (levels, dials, services).
#pragma once

#include <span>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::cooperation {

/// Which of a region's arrangements of a form carries out a task: the same for all tasks, one per task, or one for
/// work and income and one for the economy.
std::uint8_t bundle_of(Task task, Architecture architecture);

/// Territories at each level if all of a region with a council take part; they follow from the country alone.
Column<MunicipalityIndex, std::array<Territory, level_count>> territories_if_all(const Country& country);

/// Provisions and budgets as in the figures. Only municipalities with a council have tasks.
void begin(World& world, const Country& country, const Parameters& parameters,
           const Column<MunicipalityIndex, std::array<Territory, level_count>>& territories);

/// Mean effective service per unit at the start, by task [EUR/year per unit]; sets the productivity that it takes.
std::array<double, task_count> usual_service(World& world, const Country& country, const Parameters& parameters);

/// How complete the analysis is at the start, by municipality [share].
Column<MunicipalityIndex, double> usual_analysis(const World& world, const Country& country,
                                                 const AnalysisParameters& parameters);

/// Tasks go to the arrangement or the level that the scenario wants, and back to the usual one when it wants nothing
/// any more; in June the others are reviewed, if levels adapt or change at random: see review. A task moved by a review
/// stays until the next one, a task moved by an event until the next event, or the end of the arrangement that it went
/// to. Who gave notice leaves when its term is over.
/// Reads   policy.mandates.{arrangements, task_level, architecture, switching}, council, model.territories
/// Writes  bodies, municipalities.provision, territory, proposals, decided, ties, ledger   Draws  Review, Leaving
void move_tasks(World& world, const Inputs& inputs, const Random& random);

/// What the scenario lets happen: partners join and leave, with an exit fee of a joint body; an arrangement overspends;
/// who stood for a municipality leaves; regions bid for deals of Rijk.
/// Reads   policy.mandates.incidents, provision, ties, council   Draws  Draw::Bidding
/// Writes  provision, territory, bodies.host, ties, ledger, deals, decided
/// Source  parameters/cooperation.yaml: joining, deal
void face_incidents(World& world, const Inputs& inputs, const Random& random);

/// What a euro brings for every task at the level in force (five dials), less what a recent move costs, and the
/// response to it.   Reads   provision, territory, budgets, recipients, vacancies   Writes  municipalities.services
/// Source  parameters/government.yaml
void provide_services(World& world, const Inputs& inputs, const Random& random);

}  // namespace polder::cooperation
