#include "government/setting.h"

#include "government/jurisdiction.h"

namespace polder::government {

Portfolios::Portfolios(const World& world, const Country& country, const IntegrationParameters& parameters)
    : world_(world),
      country_(country),
      parameters_(parameters),
      own_(country.municipalities.size(), parameters.coordinated),
      by_body_(world.bodies.size()),
      by_region_(country.regions.size()) {
  const auto councils = councils_by_region(country);
  for (const RegionIndex region : rows_of(country.regions))
    by_region_[number(region)].host = largest(country, councils[region]);
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

Setting setting_of(const Council& council, const GovernmentParameters& parameters) {
  Setting setting;
  setting.organising = council.course.framing;
  setting.linking = linking_capacity(council.course.linking_hours, parameters.dial.linking_hours);
  return setting;
}

Setting setting_in(const Setting& of_council, const Territory& territory, double integration, double trust) {
  Setting setting = of_council;
  setting.inhabitants = territory.inhabitants;
  setting.coverage = territory.coverage;
  setting.dissimilarity = territory.dissimilarity;
  setting.integration = integration;
  setting.partners = territory.partners;
  setting.trust = trust;
  setting.variation = territory.variation;
  return setting;
}

}  // namespace polder::government
