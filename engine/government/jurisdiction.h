// The places for which a task is carried out: who shares a provider with whom.
#pragma once

#include <compare>
#include <vector>

#include "polder/world/country.h"
#include "polder/world/world.h"

namespace polder::government {

/// The level of a task where nobody decided otherwise: employer services in a network of the labour-market region, as
/// the law on work and income asks, everything else at home.
constexpr Level usual_level(Task task) { return task == Task::EmployerServices ? Level::Network : Level::Local; }

/// A level, and which of its municipalities (as they are governed), bodies or provinces; there is one country.
struct Jurisdiction {
  Level level = Level::Local;
  std::size_t which = 0;
  friend auto operator<=>(const Jurisdiction&, const Jurisdiction&) = default;
};

/// Where a municipality has a task carried out.
Jurisdiction jurisdiction_of(const World& world, const Country& country, MunicipalityIndex m, Task task);

/// Whether a place belongs to it: places beyond the border of the scope belong to their province and to the country,
/// those abroad to international jurisdictions only.
bool is_inside(const World& world, const Country& country, const Jurisdiction& jurisdiction, MunicipalityIndex m,
               Task task);

/// All of them, in order of row.
std::vector<MunicipalityIndex> members_of(const World& world, const Country& country, const Jurisdiction& jurisdiction,
                                          Task task);

/// Municipalities with a council that have the task carried out there; the host of a centre municipality first.
std::vector<MunicipalityIndex> served_by(const World& world, const Country& country, const Jurisdiction& jurisdiction,
                                         Task task);

/// A body in which a municipality takes part, and the first of the tasks that it has there.
struct Participation {
  BodyIndex body{};
  Task task{};
};
/// Each body once, in order of task.
std::vector<Participation> bodies_of(const World& world, MunicipalityIndex m);

/// Those with a task in a body, in order of row.
std::vector<MunicipalityIndex> members_of(const World& world, const Country& country, BodyIndex body);

/// Municipalities of a region that have a council, in order of row: after a merger one.
std::vector<MunicipalityIndex> councils_in(const Country& country, RegionIndex region);

/// The same of every region.
Column<RegionIndex, std::vector<MunicipalityIndex>> councils_by_region(const Country& country);

/// The largest of some municipalities; of equals the first.
MunicipalityIndex largest(const Country& country, const std::vector<MunicipalityIndex>& members);

}  // namespace polder::government
