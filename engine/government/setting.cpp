#include "government/setting.h"

#include "government/jurisdiction.h"
#include "government/ties.h"

namespace polder::government {

Portfolios::Portfolios(const World& world, const Country& country, const IntegrationParameters& parameters)
    : world_(world),
      country_(country),
      parameters_(parameters),
      own_(country.municipalities.size(), parameters.coordinated),
      by_body_(world.bodies.size()),
      by_region_(country.regions.size()) {
  for (const RegionIndex region : rows_of(country.regions))
    by_region_[number(region)].host = largest(country, councils_in(country, region));
  for (std::size_t body = 0; body < by_body_.size(); ++body)
    for (Partners& partners : by_body_[body]) partners.host = world.bodies[body].host;
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    if (!country.municipalities[m].government.has_council()) continue;
    own_[m] = world.municipalities.council[m].course.integration;
    by_region_[number(country.municipalities[m].region)].add(own_[m]);
    for (std::size_t t = 0; t < task_count; ++t) {
      const Provision& provision = world.municipalities.provision[m][t];
      if (is_regional(provision.level)) by_body_[number(provision.body)][t].add(own_[m]);
    }
  }
}

double Portfolios::among(MunicipalityIndex m, Level level, const Partners& partners) const {
  const double host = partners.host == none<MunicipalityIndex> ? own_[m] : own_[partners.host];
  return integration_at(level, own_[m], host, partners.members > 0 ? partners.sum / partners.members : own_[m],
                        parameters_);
}

double Portfolios::in_force(MunicipalityIndex m, Task task) const {
  const Provision& provision = world_.municipalities.provision[m][number(task)];
  return among(m, provision.level,
               is_regional(provision.level) ? by_body_[number(provision.body)][number(task)] : Partners{});
}

double Portfolios::at(MunicipalityIndex m, Level level) const {
  return among(m, level, by_region_[number(country_.municipalities[m].region)]);
}

Setting setting_in(const Council& council, const Territory& territory, double integration, double trust,
                   const GovernmentParameters& parameters) {
  Setting setting;
  setting.inhabitants = territory.inhabitants;
  setting.coverage = territory.coverage;
  setting.dissimilarity = territory.dissimilarity;
  setting.integration = integration;
  setting.partners = territory.partners;
  setting.trust = trust;
  setting.variation = territory.variation;
  setting.organising = council.course.framing;
  setting.linking = linking_capacity(council.course.linking_hours, parameters.dial.linking_hours);
  return setting;
}

Setting setting_in_force(const World& world, const Country& country, MunicipalityIndex m, Task task, double integration,
                         const GovernmentParameters& parameters) {
  return setting_in(world.municipalities.council[m], world.municipalities.territory[m][number(task)], integration,
                    trust_in_force(world, country, m, task, parameters.trust), parameters);
}

}  // namespace polder::government
