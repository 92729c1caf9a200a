#include "government/jurisdiction.h"

namespace polder::government {

Jurisdiction jurisdiction_of(const World& world, const Country& country, MunicipalityIndex m, Task task) {
  const Provision& provision = world.municipalities.provision[m][number(task)];
  if (is_regional(provision.level)) return {provision.level, number(provision.body)};
  if (provision.level == Level::Local) return {provision.level, number(m)};
  return {provision.level, provision.level == Level::Province ? number(country.municipalities[m].province) : 0};
}

bool is_inside(const World& world, const Country& country, const Jurisdiction& jurisdiction, MunicipalityIndex m,
               Task task) {
  const auto [level, which] = jurisdiction;
  if (level == Level::International) return true;
  if (country.is_abroad(m)) return false;
  if (level == Level::National) return true;
  if (level == Level::Local) return number(m) == which;
  if (level == Level::Province) return number(country.municipalities[m].province) == which;
  const Provision& provision = world.municipalities.provision[m][number(task)];
  return provision.level == level && number(provision.body) == which;
}

std::vector<MunicipalityIndex> members_of(const World& world, const Country& country, const Jurisdiction& jurisdiction,
                                          Task task) {
  std::vector<MunicipalityIndex> members;
  for (const MunicipalityIndex m : rows_of(country.municipalities))
    if (is_inside(world, country, jurisdiction, m, task)) members.push_back(m);
  return members;
}

std::vector<MunicipalityIndex> councils_in(const Country& country, RegionIndex region) {
  std::vector<MunicipalityIndex> members;
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const MunicipalityFacts& facts = country.municipalities[m];
    if (facts.region == region && facts.government.has_council()) members.push_back(m);
  }
  return members;
}

MunicipalityIndex largest(const Country& country, const std::vector<MunicipalityIndex>& members) {
  MunicipalityIndex most = none<MunicipalityIndex>;
  for (const MunicipalityIndex m : members)
    if (most == none<MunicipalityIndex> ||
        country.municipalities[m].population > country.municipalities[most].population)
      most = m;
  return most;
}

}  // namespace polder::government
