#include "government/jurisdiction.h"

#include <algorithm>

namespace polder::government {

Jurisdiction jurisdiction_of(const World& world, const Country& country, MunicipalityIndex m, Task task) {
  const MunicipalityIndex governor = country.governor(m);
  const Provision& provision = world.municipalities.provision[governor][number(task)];
  if (is_regional(provision.level)) return {provision.level, number(provision.body)};
  if (provision.level == Level::Local) return {provision.level, number(governor)};
  return {provision.level, provision.level == Level::Province ? number(country.municipalities[m].province) : 0};
}

bool is_inside(const World& world, const Country& country, const Jurisdiction& jurisdiction, MunicipalityIndex m,
               Task task) {
  const auto [level, which] = jurisdiction;
  if (level == Level::International) return true;
  if (country.is_abroad(m)) return false;
  if (level == Level::National) return true;
  if (level == Level::Local) return number(country.governor(m)) == which;
  if (level == Level::Province) return number(country.municipalities[m].province) == which;
  const Provision& provision = world.municipalities.provision[country.governor(m)][number(task)];
  return provision.level == level && number(provision.body) == which;
}

std::vector<MunicipalityIndex> members_of(const World& world, const Country& country, const Jurisdiction& jurisdiction,
                                          Task task) {
  std::vector<MunicipalityIndex> members;
  for (const MunicipalityIndex m : rows_of(country.municipalities))
    if (is_inside(world, country, jurisdiction, m, task)) members.push_back(m);
  return members;
}

std::vector<MunicipalityIndex> served_by(const World& world, const Country& country, const Jurisdiction& jurisdiction,
                                         Task task) {
  std::vector<MunicipalityIndex> members;
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    if (world.municipalities.provision[m][number(task)].level != jurisdiction.level) continue;
    if (country.municipalities[m].government.has_council() && jurisdiction_of(world, country, m, task) == jurisdiction)
      members.push_back(m);
  }
  if (jurisdiction.level == Level::Centre) {
    const auto host = std::ranges::find(members, world.bodies[jurisdiction.which].host);
    if (host != members.end()) std::rotate(members.begin(), host, host + 1);
  }
  return members;
}

std::vector<Participation> bodies_of(const World& world, MunicipalityIndex m) {
  std::vector<Participation> bodies;
  for (std::size_t t = 0; t < task_count; ++t) {
    const Provision& provision = world.municipalities.provision[m][t];
    if (is_regional(provision.level) && std::ranges::find(bodies, provision.body, &Participation::body) == bodies.end())
      bodies.push_back({provision.body, index_of<Task>(t)});
  }
  return bodies;
}

std::vector<MunicipalityIndex> councils_in(const Country& country, RegionIndex region) {
  std::vector<MunicipalityIndex> members;
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const MunicipalityFacts& facts = country.municipalities[m];
    if (facts.region == region && facts.government.has_council()) members.push_back(m);
  }
  return members;
}

Column<RegionIndex, std::vector<MunicipalityIndex>> councils_by_region(const Country& country) {
  Column<RegionIndex, std::vector<MunicipalityIndex>> members(country.regions.size());
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const MunicipalityFacts& facts = country.municipalities[m];
    if (facts.government.has_council()) members[facts.region].push_back(m);
  }
  return members;
}

MunicipalityIndex largest(const Country& country, const std::vector<MunicipalityIndex>& members) {
  MunicipalityIndex most = none<MunicipalityIndex>;
  for (const MunicipalityIndex m : members)
    if (most == none<MunicipalityIndex> || country.inhabitants(m) > country.inhabitants(most)) most = m;
  return most;
}

std::vector<MunicipalityIndex> members_of(const World& world, const Country& country, BodyIndex body) {
  std::vector<MunicipalityIndex> members;
  for (const MunicipalityIndex m : rows_of(country.municipalities))
    if (std::ranges::find(world.municipalities.provision[m], body, &Provision::body) !=
        world.municipalities.provision[m].end())
      members.push_back(m);
  return members;
}

}  // namespace polder::government
