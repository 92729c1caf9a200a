// Names become rows: the first place that knows both the scenario and the world.
#pragma once

#include <string>
#include <vector>

#include "data/problems.h"
#include "polder/simulation/simulation.h"
#include "world/country_files.h"

namespace polder {

/// A script per scenario. Adds a problem for a closure that no establishment fits, naming the three largest; adds a
/// note for each establishment chosen.
std::vector<Script> write_scripts(const Study& study, const Country& country, const World& world,
                                  const std::vector<FirmIndex>& placed, data::Problems& problems,
                                  std::vector<std::string>& notes);

/// Rows behind all others: absent until an employer of some scenario arrives, and a sheltered workplace for each
/// municipality if a scenario has any.
void reserve_firm_rows(World& world, const Country& country, const std::vector<Script>& scripts);

/// The plants that close in any scenario, each from the first month in which one announces it.
std::vector<TrackedPlant> tracked_plants(const Study& study, const std::vector<Script>& scripts,
                                         const std::vector<FirmIndex>& placed, const Country& country,
                                         const World& world);

/// What the model takes from the world at its start: means that rates are divided by, the reference growth of labour
/// supply, care in the reference, and the jobs that each sector plans for (written into the world).
Model make_model(Country country, const Parameters& parameters, World& world, int months);

/// The models of a scenario in which municipalities merge, one for each month in which they do: those that merge have
/// one government, all figures of residents and firms stay.
void redraw(Script& script, const Model& model);

/// After mergers: those who merged are one member of an arrangement, with the shares and votes of all of them that were
/// members; none if the municipality that is left was not.
void merge_members(NamedArrangement& arrangement, const Country& country);
/// Keys of all indicators, in their order.
std::vector<std::string> measured_keys();
/// The tables of a study's country. Throws InputError.
CountryFiles figures_of(const Study& study);

/// The part of `prepare` behind the reading of the country's files. Throws InputError.
Experiment prepare(const Study& study, const CountryFiles& files);

}  // namespace polder
